"""The one edit that a fact becomes when it is done, named for the undo menu."""

from __future__ import annotations

from annotations.errors import STALE, StaleEdit
from annotations.fact_draft import undecided_in
from annotations.fact_verbs import change_fact
from annotations.facts import Fact
from annotations.sets import AnnotationSet
from annotations.spans import Status
from ui.building.saying import EMPTY
from ui.session import Session
from ui.wording import called

VERBS = {Status.CONFIRMED: "change ", Status.SUGGESTED: "confirm "}  # of a fact that existed before


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
