"""The work in which facts are built, and the one edit that a fact becomes when it is done, named for the undo menu."""

from __future__ import annotations

from typing import Protocol

from annotations.errors import STALE, StaleEdit
from annotations.fact_draft import undecided_in
from annotations.fact_verbs import change_fact
from annotations.facts import Fact
from annotations.sets import AnnotationSet
from annotations.sheet import Sheet
from annotations.spans import Status
from ui.building.saying import EMPTY
from ui.facts.fact_place import fact_in_focus
from ui.session import Session
from ui.wording import called

VERBS = {Status.CONFIRMED: "change ", Status.SUGGESTED: "confirm "}  # of a fact that existed before


class Workplace(Protocol):
    """The work in which facts are built: what is seen of the article, and what becomes of a fact that is done."""

    @property
    def sheet(self) -> Sheet:
        """Return the article with the spans that can be taken, and the facts that are there."""

    def in_focus(self) -> Fact | None:
        """Return the fact that is marked while none is built."""

    def take(self, fact: Fact, was: Fact | None) -> bool:
        """Take the fact that is done; return whether nothing is left to do.  `was`: as `write` has it."""

    def end(self, fact: Fact) -> None:
        """Go on once the builder is closed; `fact` is the one that was taken."""


class OwnWork:
    """The annotator's own work on the article at hand."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def sheet(self) -> Sheet:
        return self._session.sheet

    def in_focus(self) -> Fact | None:
        return fact_in_focus(self._session)

    def take(self, fact: Fact, was: Fact | None) -> bool:
        return write(self._session, fact, was)

    def end(self, fact: Fact) -> None:
        self._session.focus_fact(fact.id)


def write(session: Session, fact: Fact, was: Fact | None) -> bool:
    """Write the fact, with those of its fillers that were undecided; return whether nothing is left to do.

    `was` is the fact as it was shown, if it existed.
    """
    if fact == was and was.status is Status.CONFIRMED:
        return True
    if fact.is_empty() and not was:
        session.noted.emit(EMPTY)
        return False
    sheet = session.sheet
    undecided = undecided_in(fact, filter(None, map(sheet.undecided.get, fact.span_ids())))
    stored = was if was and was.status is Status.CONFIRMED else None

    def change(to: AnnotationSet) -> AnnotationSet:
        if to.facts.get(fact.id) != stored:
            raise StaleEdit(STALE.format(verb="it"))
        return change_fact(to, fact, undecided)

    held = fact if not fact.is_empty() else was or fact
    verb = (VERBS[was.status] if was else "") + called(held, session.text)
    return session.do(verb, [], change, about=undecided)
