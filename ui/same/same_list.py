"""The list of same mentions: keyword in context, and a signal for each key that a list does not know."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.keys import written
from ui.look.restyled import follow
from ui.look.scale import px
from ui.same.same_hits import ARTICLE, BEFORE, BEHIND, CHOSEN, MENTION, NOW, THEN, Hits

WIDEST = 260  # pixels of the mention's column
LINES = 11
SAMPLES = {NOW: "CARDINAL rejected", THEN: "CARDINAL rejected", ARTICLE: "The title of an article"}


class SameList(QTableView):
    """The list of same mentions; `asked`: one of `keys` was pressed without Ctrl, as Qt writes it.

    `samples`: words as wide as columns are, by column.
    """

    asked = Signal(str)

    def __init__(self, hits: Hits, keys: frozenset[str]) -> None:
        super().__init__()
        self._keys, self.samples = keys, SAMPLES
        self.setModel(hits)
        self.setAccessibleName("Same mentions")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_InContext(self))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(20)
        for column in (BEFORE, BEHIND):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force: rows and columns go by the size of the letters."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + px(8))
        header = self.horizontalHeader()
        header.resizeSection(CHOSEN, self.fontMetrics().height() * 2)
        for column, sample in self.samples.items():
            header.resizeSection(column, self.fontMetrics().horizontalAdvance(sample))

    def fit(self, words: str) -> None:
        """Give the mention's column the room that those words need."""
        width = self.fontMetrics().horizontalAdvance(words) * 1.15 + 16
        self.horizontalHeader().resizeSection(MENTION, int(min(max(width, 70), WIDEST)))

    def sizeHint(self) -> QSize:
        return QSize(px(400), self.verticalHeader().defaultSectionSize() * (LINES + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = written(Qt.Key(event.key()), Qt.KeyboardModifier.NoModifier)
        if key in self._keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.asked.emit(key)
        else:
            super().keyPressEvent(event)


class _InContext(QStyledItemDelegate):
    """A delegate that elides the beginning of what stands before the mention, and the end of all else."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.column() == BEFORE:
            option.textElideMode = Qt.TextElideMode.ElideLeft
