"""Doubtful first: the key that goes to the most doubtful undecided item, whichever article it is in.

What it has shown is passed over until there is nothing else left; then it begins again.  While somebody goes through the
places of one wording, these come first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotations.facts import Fact
from models.queries.doubt.doubt_queue import Doubtful, Key, place_of
from ui.annotate.annotate_keys import Annotating
from ui.session import Session
from ui.widgets.target import Target

if TYPE_CHECKING:
    from models.queries.doubt.unsure import UnsureCard, UnsurePlace


class Doubting(QObject):
    """The way through the doubtful suggestions of a project, one after the other; `jumping`: to where, just before."""

    jumping = Signal(object)  # a Target

    def __init__(self, session: Session, annotating: Annotating) -> None:
        super().__init__(annotating)
        self._session, self._annotating = session, annotating
        self._passed: set[Key] = set()
        self._places: list[UnsurePlace] = []  # of the wording that is gone through
        self._said = ""  # why that wording is doubtful
        session.project_opened.connect(self._begin)

    def go_to_next(self) -> None:
        """Show the most doubtful one left, and say why it is doubtful."""
        if self._places:
            self._go(*_fields(self._places.pop(0)))
            left = f" {len(self._places):,} more of these." * bool(self._places)
            self._session.noted.emit(self._said + left)
            return
        found = self._next()
        if found is None:
            self._session.noted.emit("Nothing unsure is left to decide.")
            return
        self._passed.add(found.key)
        self._go(found.article, *place_of(found.item), found.item.id)
        self._session.noted.emit(found.plain)

    def go_through(self, card: UnsureCard) -> None:
        """Go to the first place of the wording; the key goes to the others then."""
        self._places, self._said = list(card.places), card.reason
        self.go_to_next()

    def show(self, place: UnsurePlace) -> None:
        """Go to the place, and forget those that were gone through."""
        self._places = []
        self._go(*_fields(place))

    def _go(self, article: str, start: int, end: int, item: str) -> None:
        """Show the place, a fact in focus."""
        self.jumping.emit(to := Target(article, start, end, item))
        self._annotating.going.go(to)
        if isinstance(self._session.sheet.fact(item), Fact):
            self._session.focus_fact(item)

    def _begin(self) -> None:
        self._passed.clear()
        self._places = []

    def _next(self) -> Doubtful | None:
        project, who = self._session.project, self._session.annotator
        if project is None:
            return None
        found = project.learning.doubtful(who, 1, self._passed)
        if not found and self._passed:
            self._passed.clear()
            found = project.learning.doubtful(who, 1)
        return found[0] if found else None


def _fields(place: UnsurePlace) -> tuple[str, int, int, str]:
    return place.article, place.start, place.end, place.item
