"""Doubtful first: the key that goes to the most doubtful of all that is undecided, whichever article it is in.

What it has shown is passed over until there is nothing else left; then it begins again.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from models.queries.doubt_queue import Doubtful, Key
from ui.annotate.annotate_keys import Annotating
from ui.session import Session
from ui.widgets.target import Target


class Doubting(QObject):
    """Between session and view."""

    def __init__(self, session: Session, annotating: Annotating) -> None:
        super().__init__(annotating)
        self._session, self._annotating = session, annotating
        self._passed: set[Key] = set()
        session.project_opened.connect(self._passed.clear)

    def go_to_next(self) -> None:
        """Shows it, and says why it is doubtful."""
        found = self._next()
        if found is None:
            self._session.noted.emit("There is nothing doubtful left to decide.")
            return
        self._passed.add(found.key)
        self._annotating.go(target(found))
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
    """The doubt and the reasons for it."""
    return f"Doubt {found.doubt:.2f}. {' '.join(found.reasons)}"
