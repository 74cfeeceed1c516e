"""A list on which letters are verbs: what the lists of entities and of mentions have in common."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate

from ui.look.restyled import follow
from ui.widgets.row_chosen import RowChoice


class VerbList(QListView):
    """The list itself: rows of one height, drawn by their delegate; the one in hand stays in view."""

    def show_rows(self, model: QAbstractItemModel, delegate: QStyledItemDelegate, name: str) -> None:
        """Show the rows of the model, under that name for a screen reader."""
        self.setObjectName("chrome")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        self.choice = RowChoice(self)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    @property
    def draws_ring(self) -> bool:
        """Return whether the ring is on the row in hand; without one it is round the list."""
        return self.currentIndex().isValid()

    def keyboardSearch(self, letters: str) -> None:
        """Look for nothing: letters are verbs here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row in hand in view."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())
