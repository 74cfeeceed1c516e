"""The edits of an annotator to a fact of the article at hand, each named for the undo menu.

The fact must still be as it was shown.
"""

from __future__ import annotations

from annotations import fact_verbs
from annotations.errors import STALE
from annotations.facts import Fact
from annotations.schema.types import FactType
from annotations.spans import Status
from ui.open_project import Verb
from ui.session import Session
from ui.wording import called, still_open


class FactEdits:
    """The edits to facts; each returns whether it was done; when not, a notice said why.

    `pointed_out`: the fact of which a notice said that a needed role is open; confirming it again does so.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.pointed_out: Fact | None = None

    def confirm(self, fact: Fact) -> bool:
        """Confirm a fact, and its undecided fillers with it; with a needed role open only the second time."""
        if (roles := self.open_roles(fact)) and fact != self.pointed_out:
            self.pointed_out = fact
            self._session.noted.emit(still_open(roles))
            return False
        filling = self._session.sheet.fillers_of(fact)
        return self._do("confirm", fact, lambda at: fact_verbs.confirm_fact(at, fact, filling))

    def open_roles(self, fact: Fact) -> list[str]:
        """Return the needed roles without a filler; the trigger of a fact without any words."""
        project = self._session.project
        type_ = project.schema.facts.get(fact.type) if project else None
        return fact_verbs.incomplete(fact, type_ or FactType(fact.type))

    def reject(self, fact: Fact) -> bool:
        verb = "reject" if fact.status is Status.SUGGESTED else "delete"
        return self._do(verb, fact, lambda at: fact_verbs.reject_fact(at, fact))

    def change(self, verb: str, fact: Fact, after: Fact) -> bool:
        """Write the changed fact, confirmed; its undecided fillers are confirmed with it."""
        filling = self._session.sheet.fillers_of(after)
        return self._do(verb, fact, lambda at: fact_verbs.change_fact(at, after, filling))

    def _do(self, verb: str, fact: Fact, change: Verb) -> bool:
        session = self._session
        session.look_for_others()
        if session.sheet.fact(fact.id) != fact:
            session.failed.emit(STALE.format(verb="it"))
            return False
        return session.do(f"{verb} {called(fact, session.text)}", [], change)
