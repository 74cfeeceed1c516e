"""The hits of a search as rows of a table: places that cost little, and the context of those in view alone.

Contexts are fetched a block at a time when Qt asks for a row, and the latest are kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotations.errors import UserError
from annotations.search.hits import FoundPlace, InContext
from annotations.search.query import SearchTarget
from ui.look.scripts import without_pictographs
from ui.plain_text import tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Fetch = Callable[[Sequence[FoundPlace]], Sequence[InContext]]
ROOT = QModelIndex()
BEFORE, WORDS, BEHIND, SENTENCE, LABEL, ARTICLE, DATE = range(7)
HEADERS = ("before", "words", "behind", "fact", "label now", "article", "date")
SORTED_BY = ("left", "words", "right", "words", "label", "article", "date")  # a column by what
OF_FACTS = {WORDS: "trigger", LABEL: "type"}
BLOCK = 32  # rows of which contexts are fetched at a time
KEPT = 4_096  # contexts
UP, DOWN = "↑", "↓"
NO_DATE = "no date"


class FoundRows(QAbstractTableModel):
    """The hits.  `failed`: why contexts could not be read; `vetoed`: a row was left out, or taken in again."""

    failed = Signal(str)
    vetoed = Signal()

    def __init__(self, parent: QObject, fetch: Fetch) -> None:
        super().__init__(parent)
        self.places: list[FoundPlace] = []
        self.target = SearchTarget.WORDS
        self._fetch = fetch
        self._kept: OrderedDict[FoundPlace, InContext] = OrderedDict()
        self._shown: dict[int, InContext] = {}  # the same by row, which is asked for at every cell
        self._order = (-1, UP)
        self._out: set[FoundPlace] = set()

    # --- what is shown

    def begin(self, target: SearchTarget, *, forget: bool) -> None:
        """Empty the list for hits of that kind; `forget`: what was left out is taken in again."""
        self.beginResetModel()
        self.places, self.target = [], target
        self.drop_contexts()
        if forget:
            self._out.clear()
        self.endResetModel()

    def take(self, places: Sequence[FoundPlace]) -> None:
        """Add these at the end."""
        if places:
            first = len(self.places)
            self.beginInsertRows(ROOT, first, first + len(places) - 1)
            self.places += places
            self.endInsertRows()

    def show(self, places: list[FoundPlace]) -> None:
        """Show these in place of all, as in another order."""
        self.beginResetModel()
        self.places = places
        self._shown.clear()
        self.endResetModel()

    def drop_contexts(self) -> None:
        """Have all contexts read anew."""
        self._kept.clear()
        self._shown.clear()

    def context(self, row: int) -> InContext | None:
        """Return the hit of the row in its context; None while that cannot be read."""
        found = self._shown.get(row)
        if found is None:
            place = self.places[row]
            if place not in self._kept:
                self.read(row)
            found = self._kept.get(place)
            if found is not None:
                if len(self._shown) >= KEPT:
                    self._shown.clear()
                self._shown[row] = found
        return found

    def read(self, row: int) -> None:
        """Read the contexts of the block of rows that the row is in, those that are not kept."""
        first = row - row % BLOCK
        if wanted := [one for one in self.places[first : first + BLOCK] if one not in self._kept]:
            self._read(wanted)

    def words_of(self, place: FoundPlace) -> str | None:
        """Return the words of the hit as they were read last; None where they were not, of late."""
        kept = self._kept.get(place)
        return kept.words[1] if kept else None

    def _read(self, places: Sequence[FoundPlace]) -> None:
        try:
            found = self._fetch(places)
        except UserError as error:
            self.failed.emit(str(error))
            return
        self._kept.update((one.found, one) for one in found)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    # --- what is left out

    def veto(self, rows: Collection[int]) -> None:
        """Leave the rows out of what is done to all; if all of them are, take them in again."""
        places = {self.places[row] for row in rows}
        if places <= self._out:
            self._out -= places
        else:
            self._out |= places
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), DATE))
            self.vetoed.emit()

    @property
    def out(self) -> int:
        """Return how many rows are left out."""
        return sum(place in self._out for place in self.places) if self._out else 0

    def is_out(self, row: int) -> bool:
        """Return whether the row is left out."""
        return bool(self._out) and self.places[row] in self._out

    def chosen(self, rows: Collection[int] = ()) -> list[FoundPlace]:
        """Return the hits of these rows, of all if there are none, without those that are left out."""
        wanted = sorted(rows) if rows else range(len(self.places))
        return [self.places[row] for row in wanted if self.places[row] not in self._out]

    # --- what Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.places)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def show_order(self, column: int, *, backwards: bool) -> None:
        """Show in the head that the rows are sorted by that column; by none with -1."""
        self._order = (column, DOWN if backwards else UP)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, DATE)

    def title(self, column: int) -> str:
        """Return the title of a column, for hits of this kind."""
        return OF_FACTS.get(column, HEADERS[column]) if self.target is SearchTarget.FACTS else HEADERS[column]

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if way is not Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            sign = f" {self._order[1]}" if section == self._order[0] else ""
            return f"{self.title(section).capitalize()}{sign}"
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == BEFORE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        by = f"Sort by {SORTED_BY[section] if section != SENTENCE else 'trigger'}"
        if role == Role.AccessibleTextRole:
            return by
        if role == Role.ToolTipRole:
            return tip(by)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        found = self.context(index.row())
        if found is None:
            return ""
        if role == Role.DisplayRole:
            return cell(found, index.column())
        if role == Role.ToolTipRole:
            return tip(self.sentence(index.row()), wraps=True)
        said = cell(found, index.column()) or ("none" if index.column() != DATE else NO_DATE)
        out = ", left out" if index.column() == WORDS and self.is_out(index.row()) else ""
        return f"{self.title(index.column())}: {said}{out}"

    def sentence(self, row: int) -> str:
        """Return the row as one sentence; "" while it cannot be read."""
        found = self.context(row)
        if found is None:
            return ""
        out = "left out: " if self.is_out(row) else ""
        said = f"{found.sentence} " if found.sentence else ""
        now = f"; now {found.now}" if found.now else ""
        where = " · ".join(filter(None, (found.title, found.source, found.date)))
        return f"{out}{said}{' '.join(filter(None, found.words))}{now}; {where}"


def cell(found: InContext, column: int) -> str:
    """Return what stands in a column of a hit."""
    if column <= BEHIND:
        return found.words[column]
    if column == LABEL:
        return found.found.label if found.sentence else found.now or found.found.label
    return {SENTENCE: found.sentence, ARTICLE: without_pictographs(found.title), DATE: found.date}[column]
