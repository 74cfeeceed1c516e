"""The list of what a field may go on with: it floats below the field, which keeps the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from annotations.search.completing import Completion
from annotations.text.controls import unturned
from ui.look.fonts import font
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px

HIGH, LEAST, WIDEST, SHOWN, PAD, GAP = 26, 240, 440, 8, 10, 16  # pixels at 100 %; rows at once
ABOUT = Qt.ItemDataRole.UserRole


class CompletionList(QListWidget):
    """The list.  `taken`: a Completion that was clicked."""

    taken = Signal(object)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__()
        self._field = field
        self.setObjectName("float")
        self._found: Sequence[Completion] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setItemDelegate(CompletionRows(self))
        self.setAccessibleName("What may stand here")
        self.itemClicked.connect(lambda item: self.taken.emit(self._found[self.row(item)]))
        self.hide()
        follow(self)

    @property
    def chosen(self) -> Completion | None:
        """Return the one in hand."""
        return self._found[self.currentRow()] if self.isVisible() and self.currentRow() >= 0 else None

    @property
    def first(self) -> Completion | None:
        """Return the one in hand, else the first."""
        return self.chosen or (self._found[0] if self.isVisible() else None)

    def offer(self, found: Sequence[Completion]) -> None:
        """Show these with none in hand; nothing when there are none."""
        self._found = found
        self.clear()
        for one in found:
            item = QListWidgetItem(unturned(one.text))
            item.setData(ABOUT, unturned(one.about))
            self.addItem(item)
        self.setCurrentRow(-1)
        if found and self._field.isVisible() and self.parentWidget() is not self._field.window():
            self.setParent(self._field.window())
        self.setVisible(bool(found) and self._field.isVisible())
        self.restyle()

    def step(self, by: int) -> None:
        """Take the next (1) or previous (-1) one in hand; before the first is none."""
        row = min(self.count() - 1, self.currentRow() + by)
        self.setCurrentRow(max(-1, row))
        if row >= 0:
            self.scrollToItem(self.item(row))

    def restyle(self) -> None:
        """Lie below the field, or above it where there is no room, no wider than the window."""
        window = self._field.window()
        if not self.isVisible() or self.parentWidget() is not window:
            return
        width = max(px(LEAST), min(px(WIDEST), self.sizeHintForColumn(0) + px(PAD)))
        size = QSize(min(width, window.width()), px(HIGH) * min(SHOWN, self.count()) + 2 * self.frameWidth())
        place = QRect(self._field.mapTo(window, QPoint(0, self._field.height() + px(2))), size)
        if place.bottom() > window.height():
            place.moveBottom(self._field.mapTo(window, QPoint(0, -px(2))).y())
        place.moveRight(min(place.right(), window.width() - 1))
        self.setGeometry(place)
        self.raise_()


class CompletionRows(QStyledItemDelegate):
    """The painter of its rows: the text, and on the right what it is."""

    def __init__(self, listed: QListWidget) -> None:
        super().__init__(listed)
        self._listed = listed

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        words = option.fontMetrics.horizontalAdvance(f"{index.data()}{index.data(ABOUT)}")
        return QSize(words + px(2 * PAD + GAP), px(HIGH))

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        r, box = roles(), option.rect
        is_chosen = index.row() == self._listed.currentRow()
        painter.save()
        painter.fillRect(box, QColor(r.accent_tint if is_chosen else r.card))
        if is_chosen:
            painter.fillRect(QRect(box.left(), box.top(), px(3), box.height()), QColor(r.accent))
            if r.is_plain:
                painter.setPen(QPen(QColor(r.accent), 2))
                painter.drawRect(box.adjusted(1, 1, -1, -1))
        inner = box.adjusted(px(PAD), 0, -px(PAD), 0)
        side = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(13, 500))
        painter.setPen(QColor(r.text))
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, inner.width()
        )
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignLeft, text)
        left = inner.adjusted(painter.fontMetrics().horizontalAdvance(text) + px(GAP), 0, 0, 0)
        painter.setFont(font(12))
        painter.setPen(QColor(r.text2))
        about = painter.fontMetrics().elidedText(
            str(index.data(ABOUT)), Qt.TextElideMode.ElideRight, max(0, left.width())
        )
        painter.drawText(left, side | Qt.AlignmentFlag.AlignRight, about)
        painter.restore()
