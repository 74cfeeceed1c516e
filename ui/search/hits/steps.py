"""The way from hit to hit: into the article, and from there to the next and previous, over articles."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotations.errors import UserError
from annotations.search.hits import FoundPlace
from annotations.search.query import SearchTarget
from annotations.spans import Status
from annotations.text.counts import counted
from ui.search.hits.found_table import FoundTable
from ui.session import Session
from ui.widgets.target import Target

NOTHING = "The search has no hits to go to."
LAST, FIRST = "That was the last of {}.", "That was the first of {}."
ON = " · {{key:next_found}} goes to the next, {{key:search_view}} back to the list"
NO_ARTICLE = "The article of hit {} is not in the project any more."


class FoundSteps(QObject):
    """The steps.  `pointed`: at a Target in Annotate."""

    pointed = Signal(object)

    def __init__(self, session: Session, table: FoundTable) -> None:
        super().__init__(table)
        self._session, self._table = session, table
        self._last: FoundPlace | None = None  # that was gone to

    def go(self, step: int) -> None:
        """Go to the hit after (1) or before (-1) the one gone to last; to the one in hand, if that is another."""
        places, row = self._table.rows.places, self._table.row
        if not places:
            self._session.noted.emit(NOTHING)
            return
        is_there = 0 <= row < len(places) and places[row] == self._last
        wanted = max(0, row) + (step if is_there else 0)
        if 0 <= wanted < len(places):
            self.go_to(wanted)
        else:
            self._session.noted.emit((LAST if step > 0 else FIRST).format(counted(len(places), "hit")))

    def go_to(self, row: int) -> None:
        """Go to the hit of the row, and say which it is, or that it is not there any more."""
        place = self._table.rows.places[row]
        self._table.go(row)
        self._last = place
        hit = f"{row + 1:,} of {len(self._table.rows.places):,}"
        text = self._text(place)
        if text is None:
            self._session.failed.emit(NO_ARTICLE.format(hit))
            return
        is_in = place.end <= len(text)
        words = self._table.rows.words_of(place)
        is_same = is_in and (words is None or " ".join(text[place.start : place.end].split()) == words)
        end = min(place.end, len(text))
        self.pointed.emit(Target(place.article, min(place.start, end), end, place.item or None))
        gone = (
            self._gone(place) if is_same else "the article has changed, and the words are not there any more"
        )
        self._session.noted.emit(f"Hit {hit}: {gone}." if gone else f"Hit {hit}{ON.format()}.")

    def _text(self, place: FoundPlace) -> str | None:
        project = self._session.project
        try:
            return project.article(place.article).text if project else None
        except UserError:  # it was removed
            return None

    def _gone(self, place: FoundPlace) -> str:
        """Return why the span or fact of the hit is not shown in the article, "" where it is or where there is none."""
        sheet = self._session.sheet
        if not place.item or sheet.get(place.item) or sheet.fact(place.item):
            return ""
        thing = "fact" if place.target is SearchTarget.FACTS else "span"
        if place.annotator != self._session.annotator:
            return f"the {thing} is {place.annotator}’s, and not in your work"
        if place.status == Status.REJECTED:
            return f"the {thing} is rejected"
        return f"the {thing} is not there any more; these were its words"
