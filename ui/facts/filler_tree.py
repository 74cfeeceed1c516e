"""The tree of a fact's fillers: its keys, its mouse, and the editor of a value."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui import bindings

COLUMNS = ("Role", "Words", "Value")
VALUE = 2
WIDEST = 0.35  # how much of the list role and words each take, at most
Index = QModelIndex | QPersistentModelIndex


class FillerTree(QTreeWidget):
    """The tree, which tells what was pressed, and where the filler in hand is dragged."""

    keyed = Signal(str)
    numbered = Signal(int)  # the place of a digit: 0 for 1
    dragged = Signal(QPoint, bool)  # where on the screen the filler in hand is held, or let go (True)

    def __init__(self) -> None:
        super().__init__()
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHeaderLabels(list(COLUMNS))
        for column in range(VALUE):
            self.setColumnWidth(column, 0)

    def widen(self) -> None:
        """Make role and words as wide as their content, and no narrower than before: columns do not jump."""
        room = int(self.viewport().width() * WIDEST)
        for column in range(VALUE):
            wanted = max(self.sizeHintForColumn(column), self.header().sectionSizeHint(column))
            wide = min(max(wanted, self.columnWidth(column)), room)
            if wide != self.columnWidth(column):
                self.setColumnWidth(column, wide)

    def is_edited(self) -> bool:
        """Return whether a value is being typed."""
        return self.state() is QTreeWidget.State.EditingState

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = (event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        if self.is_edited():
            event.accept()  # the editor has let Enter through, and takes it itself when the loop comes round
        elif does := _KEYS.get(pressed):
            self.keyed.emit(does)
        elif not pressed[1] and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.numbered.emit(event.key() - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def item_at(self, on_screen: QPoint) -> QTreeWidgetItem | None:
        """Return the line at that point of the screen."""
        here = self.viewport().mapFromGlobal(on_screen)
        return self.itemAt(here) if self.viewport().rect().contains(here) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        on_item = event.button() is Qt.MouseButton.LeftButton and self.itemAt(event.position().toPoint())
        self._pressed = event.position().toPoint() if on_item else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the filler in hand, which stays in hand: Qt would go to each line that is passed."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        self._dragging = self._dragging or way >= QApplication.startDragDistance()
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint(), False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        was_dragging, self._dragging, self._pressed = self._dragging, False, None
        if was_dragging:
            self.dragged.emit(event.globalPosition().toPoint(), True)


_DOES = {"filler_value": "value", "filler_remove": "remove", "filler_up": "back", "filler_down": "on"}
_KEYS: dict[tuple[int, bool], str] = {
    (code, bool(modifiers & Qt.KeyboardModifier.AltModifier)): does
    for name, does in _DOES.items()
    for code, modifiers in bindings.pressed(name)
}


class Values(QStyledItemDelegate):
    """The delegate whose editor begins with the value as one would type it."""

    typed = Signal(int, str)

    def __init__(self, of: QTreeWidget) -> None:
        super().__init__(of)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName("Value")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.UserRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit) and editor.isModified():
            self.typed.emit(index.row(), editor.text())
