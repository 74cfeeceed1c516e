"""Rows of a list whose words wrap: Qt's own delegate asks for one line, whatever the column's width is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

ROOM = 10  # pixels: blank above and below, and left and right


class WrappingRows(QStyledItemDelegate):
    """A delegate that makes every row of the tree's first column as high as its words need."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree
        tree.setWordWrap(True)
        tree.setItemDelegate(self)
        tree.header().sectionResized.connect(lambda: tree.scheduleDelayedItemsLayout())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        inset = self._tree.indentation() * (1 if index.parent().isValid() else 0)
        room = QRect(0, 0, max(40, self._tree.columnWidth(0) - inset - ROOM), 100_000)
        words = str(index.data() or "")
        height = self._tree.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
        return QSize(room.width(), height + ROOM)
