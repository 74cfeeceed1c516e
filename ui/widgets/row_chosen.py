"""Rows chosen through Qt's interface for access: what is selected there counts as clicked."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QListView

Flag = QItemSelectionModel.SelectionFlag


class RowChoice(QItemSelectionModel):
    """The selection of a list.  `chosen`: a row was selected from outside, and is current now.

    That is told by the command, which neither key nor click gives in a list with one row selected at most.  Where
    it keeps no selection, the row in hand can be chosen again: Qt never selects twice what is selected.
    """

    chosen = Signal(QModelIndex)

    def __init__(self, listing: QListView, *, keeps: bool = True) -> None:
        super().__init__(listing.model(), listing)
        self._keeps = keeps
        listing.setSelectionModel(self)

    def select(self, what: QModelIndex | QItemSelection, command: Flag) -> None:  # type: ignore[override]
        """Select the rows; one that is selected from outside becomes the current one."""
        if command == Flag.Select and isinstance(what, QModelIndex):
            self.setCurrentIndex(what, Flag.ClearAndSelect)
            self.chosen.emit(what)
        elif self._keeps:
            super().select(what, command)
