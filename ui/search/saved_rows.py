"""The rows of saved searches: a name, its line below it, and the box in which a name is typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotations.text.controls import unturned
from ui.look.fonts import font
from ui.look.roles import roles
from ui.look.scale import px

HIGH, PAD = 40, 8  # pixels at 100 % of a row, and beside its words
NAME, LINE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class SavedRows(QStyledItemDelegate):
    """The painter of the rows.  `typed`: the name that was typed last and not taken yet, None without one."""

    typed: str | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, px(HIGH))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        r, box = roles(), option.rect
        painter.save()
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(box, QColor(r.accent_tint))
            painter.fillRect(QRect(box.left(), box.top(), px(2), box.height()), QColor(r.accent))
            if r.is_plain:
                painter.setPen(QPen(QColor(r.accent), 2))
                painter.drawRect(box.adjusted(1, 1, -1, -1))
        half = box.height() // 2
        inner = box.adjusted(px(PAD), 0, -px(PAD), 0)
        lines = (
            (inner.adjusted(0, px(2), 0, -half), 13, r.text, NAME),
            (inner.adjusted(0, half, 0, -px(3)), 12, r.text2, LINE),
        )
        for place, size, colour, role in lines:
            painter.setFont(font(size))
            painter.setPen(QColor(colour))
            words = " ".join(unturned(str(index.data(role))).split())
            fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = QLineEdit(parent)
        made.setAccessibleName("Name of the saved search")
        return made

    def updateEditorGeometry(self, editor: QWidget, option: Any, index: Index) -> None:
        editor.setGeometry(option.rect)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep the name until the box is closed: the row may be another then."""
        self.typed = editor.text() if isinstance(editor, QLineEdit) else None

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter and Esc be the box's own, whatever they do elsewhere."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().eventFilter(editor, event)


def rows_of(view: QListWidget) -> SavedRows:
    """Return the painter of the list's rows."""
    found = view.itemDelegate()
    return found if isinstance(found, SavedRows) else SavedRows(view)
