"""The hits of the search at hand in their table: how they come, are sorted, and follow what changes.

When something was written, it is looked again, and the row in hand and what was left out stay so.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from annotations.errors import UserError
from annotations.search.hits import FoundPlace, InContext
from annotations.search.query import Query
from annotations.text.counts import counted
from models.queries import searching
from ui.search.found_rows import FoundRows
from ui.search.found_table import FoundTable
from ui.search.running import SearchRun
from ui.session import Session

MOST_COMPARED = 20_000  # hits of which those that changed are counted


class FoundList(QObject):
    """The hits.  `told`: `says` has other words; `listed`: all hits of a search are there; `failed`: why one is over."""

    told = Signal()
    listed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.rows = FoundRows(self, self._contexts)
        self.table = FoundTable(self.rows)
        self.run = SearchRun(session, self)
        self.sorted_by, self.is_backwards = "", False
        self._again: list[FoundPlace] | None = None  # what is found anew, while the hits of before are shown
        self._changed = ""
        self.run.grown.connect(self._take)
        self.run.ended.connect(self._end)
        self.run.failed.connect(self._fail)
        self.run.aged.connect(self.told)
        self.rows.failed.connect(session.failed)
        self.rows.vetoed.connect(self.told)
        self.table.sorted_by.connect(self.sort_by)

    # --- looking

    def look(self, query: Query) -> None:
        """Look for that; the hits of before go."""
        is_same = query == self.run.query
        self._again, self._changed = None, ""
        self.rows.begin(query.target, forget=not is_same)
        self.table.show_kind()
        self.run.start(query)
        self.told.emit()

    def look_again(self) -> None:
        """Look for the same once more; the hits of before stay until all is found."""
        if self.run.query is not None:
            self._again, self._changed = [], ""
            self.run.start(self.run.query)
            self.told.emit()

    def stop(self) -> bool:
        """End a search that runs; return whether one did."""
        if self._again is not None and self.run.is_running:  # the hits of before stay, and stay old
            self._again = None
            self.run.stop()
            self.run.is_old = True
            self.told.emit()
            return True
        return self.run.stop()

    def forget(self) -> None:
        """Show nothing, for another project."""
        self.run.forget()
        self._again = None
        self.rows.begin(self.rows.target, forget=True)
        self.told.emit()

    def _take(self, places: list[FoundPlace]) -> None:
        if self._again is not None:
            self._again += places
            return
        is_first = not self.rows.places
        self.rows.take(places)
        if is_first and places:
            self.table.fit()
            self.table.go(0)
        self.told.emit()

    def _end(self) -> None:
        again, self._again = self._again, None
        if again is not None:
            self._changed = difference(self.rows.places, again)
        self._show(again if again is not None else self.rows.places, is_new=again is not None)
        self.listed.emit()
        self.told.emit()

    def _fail(self, why: str) -> None:
        self._again = None
        self.failed.emit(why)
        self.told.emit()

    # --- order

    def sort_by(self, by: str) -> None:
        """Sort by that, a field of `searching.sorted_places`; by the same once more, backwards."""
        self.is_backwards = by == self.sorted_by and not self.is_backwards
        self.sorted_by = by
        self._show(self.rows.places, is_new=False)
        self.told.emit()

    def _show(self, places: list[FoundPlace], *, is_new: bool) -> None:
        """Show the places in the order that is wanted; the one in hand stays in hand."""
        row = self.table.row
        held = self.rows.places[row] if 0 <= row < len(self.rows.places) else None
        if self.sorted_by:
            places = self._sorted(places)
        elif not is_new:
            return
        if is_new:
            self.rows.begin(self.rows.target, forget=False)
        self.rows.show(places)
        self.table.show_order(self.sorted_by, backwards=self.is_backwards)
        if places:
            at = next((n for n, one in enumerate(places) if held and key_of(one) == key_of(held)), None)
            self.table.go(min(max(0, row), len(places) - 1) if at is None else at)

    def _sorted(self, places: list[FoundPlace]) -> list[FoundPlace]:
        project = self._session.project
        if project is None or not places:
            return places
        try:
            found = list(searching.sorted_places(project, places, self.sorted_by))
        except UserError as error:
            self._session.failed.emit(str(error))
            return places
        return found[::-1] if self.is_backwards else found

    def _contexts(self, places: Sequence[FoundPlace]) -> Sequence[InContext]:
        project = self._session.project
        return list(searching.in_context(project, places)) if project else []

    # --- how it stands

    @property
    def chosen(self) -> list[FoundPlace]:
        """Return the hits to act on: those selected, else all, without those that are left out."""
        return self.rows.chosen(self.table.chosen_rows())

    def says(self) -> str:
        """Return how many hits there are, and what is to be known of them."""
        if self.run.query is None:
            return ""
        places, running = self.rows.places, self.run.is_running
        out = len(places) - len(self.rows.chosen())
        parts = [
            f"{len(places):,} so far…" if running and self._again is None else counted(len(places), "hit"),
            "cancelled: there may be more" * self.run.is_cut,
            f"{out:,} left out" * bool(out),
            "looking again…" * (running and self._again is not None),
            self._changed,
            "something was changed since; {key:search_look} looks again" * (self.run.is_old and not running),
        ]
        return " · ".join(filter(None, parts))


def key_of(place: FoundPlace) -> tuple[object, ...]:
    """Return what stays the same of a place when its label or status is another."""
    return (place.article, place.item) if place.item else place.place


def difference(before: list[FoundPlace], now: list[FoundPlace]) -> str:
    """Say how many hits came, went and changed, "" for none; of very many only how many there are more or fewer."""
    if max(len(before), len(now)) > MOST_COMPARED:
        more = len(now) - len(before)
        return f"{abs(more):,} {'more' if more > 0 else 'fewer'} than before" if more else ""
    old, new = {key_of(one): one for one in before}, {key_of(one): one for one in now}
    went, came = len(old.keys() - new.keys()), len(new.keys() - old.keys())
    changed = sum(old[key] != new[key] for key in old.keys() & new.keys())
    said = ((came, "new"), (went, "gone"), (changed, "changed"))
    return ", ".join(f"{count:,} {word}" for count, word in said if count)
