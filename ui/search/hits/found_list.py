"""The hits of the search at hand in their table: how they come, are sorted, and follow what changes.

When something was written, it is looked again, and the row in hand and what was left out stay so.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from annotations.errors import UserError
from annotations.search.hits import FoundPlace, InContext
from annotations.search.query import Query, SearchTarget
from annotations.text.counts import counted
from models.queries.searching.contexts import in_context
from models.queries.searching.sorting import sorted_places
from ui.search.hits.found_rows import FoundRows
from ui.search.hits.found_table import FoundTable
from ui.search.hits.search_run import SearchRun
from ui.search.hits.slices import Slices
from ui.session import Session

THINGS = {SearchTarget.WORDS: "place", SearchTarget.SPANS: "span", SearchTarget.FACTS: "fact"}
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
        self.run, self.sorting = SearchRun(session, self), Slices(self)
        self.sorted_by, self.is_backwards = "", False
        self._found: list[FoundPlace] = []  # in the order of articles
        self._again: list[FoundPlace] | None = None  # what is found anew, while the hits of before are shown
        self._sorted: list[FoundPlace] = []
        self._far = ""  # how far a search is
        self._changed, self._articles = "", 0  # what another look changed; how many articles have hits
        self.run.grown.connect(self._take)
        self.run.ended.connect(self._end)
        self.run.failed.connect(self._fail)
        self.run.aged.connect(self.told)
        self.run.told.connect(self._tell_far)
        self.sorting.came.connect(lambda places: self._sorted.extend(places))
        self.sorting.ended.connect(self._end_sorting)
        self.sorting.failed.connect(self._fail_sorting)
        self.rows.failed.connect(session.failed)
        self.rows.vetoed.connect(self.told)
        self.table.sorted_by.connect(self.sort_by)

    # --- looking

    def look(self, query: Query) -> None:
        """Look for that; the hits of before go."""
        is_same = query == self.run.query
        self.sorting.stop()
        self._found, self._again, self._changed, self._articles = [], None, "", 0
        self.rows.begin(query.target, forget=not is_same)
        if not self.table.show_kind(self.sorted_by):
            self.sorted_by = ""
        self.table.show_order(self.sorted_by, backwards=self.is_backwards)
        self._far = ""
        self.run.start(query)
        self.told.emit()

    def look_again(self) -> None:
        """Look for the same once more; the hits of before stay until all is found."""
        if self.run.query is not None:
            self._again, self._changed = [], ""
            self.run.start(self.run.query)
            self.told.emit()

    def stop(self) -> bool:
        """End a search or sorting that runs; return whether one did."""
        is_again = self._again is not None and self.run.is_running
        if is_again:  # the hits of before stay, and stay old
            self._again = None
        ran = self.run.stop()
        self.run.is_old |= is_again
        self.run.is_cut &= not is_again
        if self.sorting.stop():
            self.sorted_by, ran = "", True
            self.table.show_order("", backwards=False)
        if ran:
            self.told.emit()
        return ran

    def close(self) -> None:
        """End all that runs."""
        self.run.close()
        self.sorting.stop()

    def _tell_far(self, done: int, of: int) -> None:
        far = f"{100 * done // of} %" if of and done < of else ""
        if far != self._far:
            self._far = far
            self.told.emit()

    def _take(self, places: list[FoundPlace]) -> None:
        if self._again is not None:
            self._again += places
            return
        is_first = not self._found
        self._found += places
        self.rows.take(places)
        if is_first and places:
            self.table.fit()
            self.table.go(0)
        self.told.emit()

    def _end(self) -> None:
        again, self._again = self._again, None
        if again is not None:
            self._changed = difference(self._found, again)
            self._found = again
            self.rows.drop_contexts()
        self._articles = len({one.article for one in self._found})
        if self.sorted_by:
            self._sort()
        elif again is not None:
            self._show(again)
        self.listed.emit()
        self.told.emit()

    def _fail(self, why: str) -> None:
        self.failed.emit(why)
        self.told.emit()

    # --- order

    def sort_by(self, by: str) -> None:
        """Sort by that, a key of `sorting.KEYS`; by the same once more, backwards."""
        if not self.table.show_kind(by):
            return
        self.is_backwards = by == self.sorted_by and not self.is_backwards
        self.sorted_by = by
        self.table.show_order(by, backwards=self.is_backwards)
        if not self.run.is_running:
            self._sort()

    def _sort(self) -> None:
        project = self._session.project
        self._sorted = []
        if project is None or not self._found:
            return
        try:
            self.sorting.start(sorted_places(project, self._found, self.sorted_by))
        except UserError as error:
            self._fail_sorting(str(error))
        self.told.emit()

    def _end_sorting(self) -> None:
        found, self._sorted = self._sorted, []
        self._show(found[::-1] if self.is_backwards else found)
        self.told.emit()

    def _fail_sorting(self, why: str) -> None:
        self.sorted_by = ""
        self.table.show_order("", backwards=False)
        self._show(self._found)
        self._session.failed.emit(why)
        self.told.emit()

    def _show(self, places: list[FoundPlace]) -> None:
        """Show the places in that order; the one in hand stays in hand."""
        row = self.table.row
        held = key_of(self.rows.places[row]) if 0 <= row < len(self.rows.places) else None
        self.rows.show(places)
        if places:
            at = next((n for n, one in enumerate(places) if key_of(one) == held), None) if held else None
            self.table.go(min(max(0, row), len(places) - 1) if at is None else at)

    def _contexts(self, places: Sequence[FoundPlace]) -> Sequence[InContext]:
        project = self._session.project
        return in_context(project, places) if project else []

    # --- how it stands

    @property
    def is_busy(self) -> bool:
        """Return whether it is looked, or sorted."""
        return self.run.is_running or self.sorting.is_running

    @property
    def chosen(self) -> list[FoundPlace]:
        """Return the hits to act on: those selected, else all, without those that are left out."""
        return self.rows.chosen(self.table.chosen_rows())

    def says(self) -> str:
        """Return how many hits there are, and what is to be known of them."""
        if self.run.query is None:
            return ""
        running, is_again = self.run.is_running, self._again is not None
        many, articles = (
            counted(len(self._found), THINGS[self.rows.target]),
            counted(self._articles, "article"),
        )
        parts = [
            f"{many} so far…" if running and not is_again else f"{many} in {articles}" if self._found else "",
            "cancelled: there may be more" * self.run.is_cut,
            f"{self.rows.out:,} left out" * bool(self.rows.out),
            "looking again…" * (running and is_again),
            self._far * running,
            *self.run.left_out,
            "sorting…" * self.sorting.is_running,
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
