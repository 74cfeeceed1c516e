"""The words of the foot on the view Search: the hit in hand, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.fixed_keys import FIXED
from ui.frame.pane_round import has_keyboard
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus, Verb
from ui.search.hits.count_lists import CountList
from ui.search.hits.found_list import FoundList

_LOOK = Verb("search_look", "Search", "search")
_BACK = Verb("search_leave", "Back", "arrow-left")
_WRITING = (_LOOK, Verb("search_form", "Form", "panel-left"), _BACK)
_RUNNING = (Verb("search_leave", "Cancel", "x"),)
_NARROW = (Verb("found_narrow", "Narrow the search", "funnel", spelled(FIXED["found_narrow"].keys)), _BACK)


class SearchFocus(QObject):
    """The look at what is in hand.  `does`: what the verbs do that are no actions."""

    changed = Signal(object)  # an InFocus

    def __init__(self, found: FoundList, lists: tuple[CountList, ...]) -> None:
        super().__init__(found)
        self._found, self._lists = found, lists
        self.instead: Callable[[], InFocus | None] = lambda: None  # what is in hand in place of the hits
        self.does: dict[str, Callable[[], object]] = {"found_narrow": self._narrow}
        for moved in (found.told, found.table.moved):
            moved.connect(self.look)

    def look(self, *_: object) -> None:
        """Tell what is in hand now."""
        self.changed.emit(self.now())

    def now(self) -> InFocus:
        """Return what is in hand now."""
        if shown := self.instead():
            return shown
        if one := self._list():
            return InFocus("none", one.caption.text(), "", "chart-column", _NARROW)
        table, rows = self._found.table, self._found.rows
        if self._found.run.is_running and not rows.places:
            return InFocus("none", "Searching…", "", "search", _RUNNING)
        if not has_keyboard(table) or not 0 <= table.row < len(rows.places):
            return InFocus("none", "Search", self._found.says(), "search", _WRITING)
        chosen, first = table.chosen_rows(), table.rows.context(table.row)
        words = first.sentence or first.words[1] if first else ""
        many = f"{len(chosen):,} hits chosen" if chosen else words
        second = f"hit {table.row + 1:,} of {len(rows.places):,}"
        return InFocus("found", many, second, "search")

    def _list(self) -> CountList | None:
        return next((one for one in self._lists if has_keyboard(one)), None)

    def _narrow(self) -> None:
        if one := self._list():
            one.choose()
