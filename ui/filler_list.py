"""The fillers of the fact in hand: role, words and value, a line each, the value to be typed over.

Enter types a value, Delete takes a filler out, Alt and the arrows move it within a role whose order counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotations.facts import Date, Filler
from annotations.schema import RoleType, ValueKind
from ui.value_words import said, to_type

COLUMNS = ("Role", "Words", "Value")
VALUE = 2
WIDEST = 0.35  # how much of the list role and words each take, at most
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Line:
    """A filler and its role."""

    role: RoleType
    words: str
    filler: Filler
    movable: bool

    @property
    def kind(self) -> ValueKind | None:
        """What its value is; None when it has none."""
        if self.filler.value is None:
            return self.role.value
        return "date" if isinstance(self.filler.value, Date) else "number"


class FillerList(QWidget):
    """The lines, and buttons for what their keys do."""

    removed = Signal(object)  # a Line
    moved = Signal(object, int)  # a Line, and 1 (on) or -1 (back)
    typed = Signal(object, str)  # a Line, and its value as it was typed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self.tree = _Tree()
        self.tree.setAccessibleName("Fillers")
        self.tree.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        values = _Values(self.tree)
        self.tree.setItemDelegate(values)
        self.value = QPushButton("Value", autoDefault=False)
        self.remove = QPushButton("Remove", autoDefault=False)
        self.up, self.down = QPushButton("↑", autoDefault=False), QPushButton("↓", autoDefault=False)
        self.up.setAccessibleName("Move the filler up")
        self.down.setAccessibleName("Move the filler down")
        self._lay_out()
        values.typed.connect(lambda row, text: self.typed.emit(self._lines[row], text))
        self.tree.keyed.connect(self._act)
        self.tree.itemDoubleClicked.connect(lambda: self._act("value"))
        self.tree.currentItemChanged.connect(self._tell)
        for button, does in self._buttons().items():
            button.clicked.connect(lambda _, does=does: self._act(does))
        self._tell()

    def show_lines(self, lines: list[Line]) -> None:
        """Shows these; the filler in hand stays in hand, else the one in its place is."""
        if lines == self._lines:
            return
        old, at = self.line(), self.tree.indexOfTopLevelItem(self.tree.currentItem())
        if self.tree.is_edited():
            self.tree.clear()  # and with it the editor, which is of what was
            self._lines = []
        before, self._lines = self._lines, lines
        while self.tree.topLevelItemCount() > len(lines):
            self.tree.takeTopLevelItem(len(lines))
        for n, line in enumerate(lines):
            if n >= len(before):
                self.tree.addTopLevelItem(_new_item())
            if n >= len(before) or line != before[n]:
                _fill(self.tree.topLevelItem(n), line)
        bounds = (old.filler.start, old.filler.end) if old else None
        same = (n for n, line in enumerate(lines) if (line.filler.start, line.filler.end) == bounds)
        self.tree.setCurrentItem(self.tree.topLevelItem(next(same, max(0, min(at, len(lines) - 1)))))
        self.tree.widen()
        self._tell()

    def line(self) -> Line | None:
        """The one in hand."""
        at = self.tree.indexOfTopLevelItem(self.tree.currentItem()) if self.tree.currentItem() else -1
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def _buttons(self) -> dict[QPushButton, str]:
        return {self.value: "value", self.remove: "remove", self.up: "back", self.down: "on"}

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in self._buttons():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.tree, 1)
        column.addLayout(row)

    def _tell(self) -> None:
        line = self.line()
        self.value.setEnabled(line is not None and line.kind is not None)
        self.remove.setEnabled(line is not None)
        for button in (self.up, self.down):
            button.setEnabled(line is not None and line.movable)

    def _act(self, does: str) -> None:
        line = self.line()
        if line is None:
            return
        if does == "remove":
            self.removed.emit(line)
        elif does == "value" and line.kind:
            self.tree.editItem(self.tree.currentItem(), VALUE)
        elif does in ("on", "back"):
            self.moved.emit(line, 1 if does == "on" else -1)


def _new_item() -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    return item


def _fill(item: QTreeWidgetItem, line: Line) -> None:
    """Each text that is set anew is a repaint."""
    for column, words in enumerate((line.role.name, line.words, said(line.filler.value))):
        if words != item.text(column):
            item.setText(column, words)
            item.setToolTip(column, words)
    item.setData(VALUE, Qt.ItemDataRole.UserRole, to_type(line.filler.value))


class _Tree(QTreeWidget):
    keyed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHeaderLabels(list(COLUMNS))
        for column in range(VALUE):
            self.setColumnWidth(column, 0)

    def widen(self) -> None:
        """Role and words as wide as what is in them, and no narrower than they were: columns do not jump."""
        room = int(self.viewport().width() * WIDEST)
        for column in range(VALUE):
            wanted = max(self.sizeHintForColumn(column), self.header().sectionSizeHint(column))
            wide = min(max(wanted, self.columnWidth(column)), room)
            if wide != self.columnWidth(column):
                self.setColumnWidth(column, wide)

    def is_edited(self) -> bool:
        """Whether a value is being typed."""
        return self.state() is QTreeWidget.State.EditingState

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = (event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        if self.is_edited():
            event.accept()  # the editor has let Enter through, and takes it itself when the loop comes round
        elif does := _KEYS.get(pressed):
            self.keyed.emit(does)
        else:
            super().keyPressEvent(event)


_KEYS = {
    (Qt.Key.Key_Return, False): "value",
    (Qt.Key.Key_Enter, False): "value",
    (Qt.Key.Key_F2, False): "value",
    (Qt.Key.Key_Delete, False): "remove",
    (Qt.Key.Key_Backspace, False): "remove",
    (Qt.Key.Key_X, False): "remove",
    (Qt.Key.Key_Up, True): "back",
    (Qt.Key.Key_Down, True): "on",
}


class _Values(QStyledItemDelegate):
    """The editor of a value begins with the value as one would type it."""

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
