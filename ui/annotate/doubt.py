"""Doubtful first: the key that goes to the most doubtful undecided item, whichever article it is in.

What it has shown is passed over until there is nothing else left; then it begins again.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from models.queries.doubt_queue import Doubtful, Key
from ui.annotate.annotate_keys import Annotating
from ui.session import Session
from ui.widgets.target import Target


class Doubting(QObject):
    """The way through the doubtful suggestions of a project, one after the other."""

    def __init__(self, session: Session, annotating: Annotating) -> None:
        super().__init__(annotating)
        self._session, self._annotating = session, annotating
        self._passed: set[Key] = set()
        session.project_opened.connect(self._passed.clear)

    def go_to_next(self) -> None:
        """Show the most doubtful one left, and say why it is doubtful."""
        found = self._next()
        if found is None:
            self._session.noted.emit("There is nothing doubtful left to decide.")
            return
        self._passed.add(found.key)
        self._annotating.going.go(target(found))
        self._session.noted.emit(said(found))

    def _next(self) -> Doubtful | None:
        project, who = self._session.project, self._session.annotator
        if project is None:
            return None
        found = project.learning.doubtful(who, 1, self._passed)
        if not found and self._passed:
            self._passed.clear()
            found = project.learning.doubtful(who, 1)
        return found[0] if found else None


def target(found: Doubtful) -> Target:
    return Target(found.article, found.item.start, found.item.end, found.item.id)


def said(found: Doubtful) -> str:
    """Return the doubt and the reasons for it, as a sentence."""
    return f"Doubt {found.doubt:.2f}. {' '.join(found.reasons)}"
