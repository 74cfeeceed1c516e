"""A list of places to go to, two lines each, with the whole sentence of the row in hand below it.

A click or Enter points at the place; any number of rows costs what is seen of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from ui import bindings
from ui.fixed_keys import FIXED
from ui.plain_text import PlainLabel, tip
from ui.widgets.row_chosen import RowChoice
from ui.widgets.target import Target

Index = QModelIndex | QPersistentModelIndex


class PlaceRow(NamedTuple):
    """A row of the list: what is shown of a place; `why` may be several sentences."""

    words: str
    why: str
    target: Target


class PlaceRows(QAbstractListModel):
    """The rows of the list, in their order, as Qt's views ask for them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[PlaceRow] = ()

    def show(self, rows: Sequence[PlaceRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.words}\n{row.why}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.words}: {row.why}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{row.words}: {row.why}")
        return None


class PlaceList(QWidget):
    """The list of places.  `pointed`: somebody wants to see a Target."""

    pointed = Signal(object)

    def __init__(self, name: str, nothing: str, parent: QWidget | None = None) -> None:
        """Make an empty list; `nothing` is said when there are no rows."""
        super().__init__(parent)
        self._nothing = nothing
        self.rows = PlaceRows(self)
        self.list = QListView()
        self.list.setAccessibleName(name)
        self.list.setModel(self.rows)
        RowChoice(self.list).chosen.connect(self.go)
        self.list.setUniformItemSizes(True)
        self.list.setAlternatingRowColors(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self.go)
        bindings.bind(self.list, "", FIXED["list_open"].keys, self.go)
        self.list.selectionModel().currentChanged.connect(self._say)
        self.why = PlainLabel(wordWrap=True, margin=8)
        self.why.setAccessibleName("Why")
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.why.setMinimumHeight(self.fontMetrics().height() * 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.why)

    def show_rows(self, rows: Sequence[PlaceRow]) -> None:
        """Show these; the row in hand stays in hand when it is among them, else the one in its place is."""
        at, had = max(0, self.list.currentIndex().row()), self._target()
        self.rows.show(rows)
        same = (n for n, row in enumerate(rows) if had and row.target == had)
        place = next(same, min(at, len(rows) - 1))
        if place >= 0:
            self.list.setCurrentIndex(self.rows.index(place, 0))
        self._say()

    def row(self) -> PlaceRow | None:
        """Return the row in hand."""
        at = self.list.currentIndex().row()
        return self.rows.rows[at] if 0 <= at < len(self.rows.rows) else None

    def go(self) -> None:
        """Point at the place in hand."""
        if target := self._target():
            self.pointed.emit(target)

    def _target(self) -> Target | None:
        row = self.row()
        return row.target if row else None

    def _say(self) -> None:
        row = self.row()
        self.why.setText(row.why if row else self._nothing)
