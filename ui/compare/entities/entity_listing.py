"""Listing of entities: which of a story are shown, by the filter, and in what order; the one in hand stays so."""

from __future__ import annotations

from annotations.compare.comparison import CrossComparison
from ui.compare.entities.entity_filter import EntityFilter
from ui.compare.entities.entity_list import EntityList
from ui.compare.entities.entity_rows import EntityRow, EntityStanding, entity_rows, haystack


class EntityListing:
    """The rows of the story and those of them that are listed."""

    def __init__(self, view: EntityList, filter_: EntityFilter) -> None:
        self._view, self._filter = view, filter_
        self._comparison = CrossComparison("", ())
        self._rows: list[EntityRow] = []
        self._looked_through: dict[str, str] = {}
        self._is_open = False

    def take(self, comparison: CrossComparison) -> None:
        """List the entities of the comparison, unless they are those already listed."""
        rows = entity_rows(comparison.entities)
        self._looked_through.clear()
        self._comparison = comparison
        is_same = rows == self._rows
        self._rows = rows
        to_decide = sum(row.is_to_decide for row in rows)
        self._filter.tell(to_decide, sum(row.standing is not EntityStanding.ALONE for row in rows))
        if not is_same:
            self.show()

    def show(self) -> None:
        """List what the filter leaves; the entity in hand stays so, else the one in its place is."""
        words = self._filter.words()
        found = [row for row in self._rows if not words or self._has(row, words)]
        if self._filter.undecided.isChecked():
            found = [row for row in found if row.is_to_decide]
        alone = [row for row in found if row.standing is EntityStanding.ALONE]
        others = found[: len(found) - len(alone)]
        is_open = self._is_open or (bool(words) and not others)
        id_, at = self._view.held(), self._view.currentIndex().row()
        bar = self._view.verticalScrollBar()
        seen = bar.value()
        self._view.entities.show(others, alone, is_open=is_open)
        self._view.doItemsLayout()
        bar.setValue(seen)
        place = self._view.entities.place(id_) if id_ else None
        last = self._view.entities.rowCount() - 1
        self._view.hold(min(max(at, 0), last) if place is None else place)

    def turn_fold(self) -> None:
        """Show those that are named once, or fold them."""
        self._is_open = not self._view.entities.is_open
        self.show()

    def reveal(self, id_: str) -> bool:
        """Have the entity in hand: if it is not listed, the filter goes, and those named once are unfolded."""
        row = next((row for row in self._rows if row.id == id_), None)
        if row is None:
            return False
        if self._view.entities.place(id_) is None:
            self._is_open = self._is_open or row.standing is EntityStanding.ALONE
            self._filter.clear()
        if (place := self._view.entities.place(id_)) is not None:
            self._view.hold(place)
        return True

    def _has(self, row: EntityRow, words: list[str]) -> bool:
        """Return whether the entity has all the words, in whatever wording of it."""
        said = self._looked_through.get(row.id)
        if said is None:
            entity = self._comparison.entity(row.id)
            said = self._looked_through[row.id] = haystack(entity) if entity else ""
        return all(word in said for word in words)
