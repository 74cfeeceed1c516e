"""The fact in focus: it follows the caret, and one that is chosen elsewhere is shown in the text.

Session and view are told of each other's changes; the fact in focus is kept by the session alone.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotations.facts import Fact
from ui.article.article_view import ArticleView
from ui.session import Session
from ui.widgets.target import Target


class FactFocus(QObject):
    """The tie between caret and fact in focus; it rests while a focus proxy has the article's keys."""

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._following = False
        self._looked_at: tuple[list[Fact], tuple[int, str | None]] = ([], (-1, None))
        view.caret_moved.connect(self._follow)
        view.focus_changed.connect(self._follow)
        session.fact_focused.connect(self._show)
        for changed in (session.article_opened, session.reloaded, session.seen):
            changed.connect(self._forget)

    def take(self, to: Target) -> None:
        """Put the fact that the target is about, if any, in focus."""
        if to.item and self._session.sheet.fact(to.item):
            self._session.focus_fact(to.item)

    def _follow(self) -> None:
        """Focus a fact at the caret: the one in focus stays, else one whose trigger is there goes first."""
        if self._following or self._view.selection or self._view.focusProxy():
            return
        sheet, place = self._session.sheet, (self._view.caret, self._view.focus_id)
        if sheet.facts() is self._looked_at[0] and place == self._looked_at[1]:
            return  # caret and focus are told one after the other
        self._looked_at = (sheet.facts(), place)
        here = sheet.facts_at(*place)
        if any(fact.id == self._session.fact_id for fact in here):
            return
        at = self._view.caret
        triggered = (f for f in here if f.trigger and f.trigger[0] <= at < f.trigger[1])
        fact = next(triggered, here[0] if here else None)
        self._following = True
        self._session.focus_fact(fact.id if fact else None)
        self._following = False

    def _show(self, id_: str | None) -> None:
        """Bring the fact into view, and the caret to it, when it was chosen elsewhere."""
        fact = self._session.sheet.fact(id_) if id_ else None
        if fact is None or self._following or self._view.hasFocus():
            return
        ranges, self._following = fact.ranges(), True
        self._view.reveal(min(ranges[-1][1], len(self._view.text)))
        self._view.set_caret((fact.trigger or ranges[0])[0])
        self._following = False

    def _forget(self) -> None:
        """Take the focus from a fact that is gone."""
        id_ = self._session.fact_id
        if id_ and not self._session.sheet.fact(id_):
            self._session.focus_fact(None)
