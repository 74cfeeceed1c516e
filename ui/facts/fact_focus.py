"""The fact in focus: shown in the text when it is gone to, and left when the annotator goes elsewhere.

It is kept by the session alone.  A caret never gives a fact the focus: that does Tab, N, the fact's mark
under its trigger, or its card.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.article.article_view import ArticleView
from ui.facts.fact_place import fact_in_focus
from ui.session import Session
from ui.widgets.target import Target


class FactFocus(QObject):
    """The tie between the place in the text and the fact in focus; it rests while a fact is built."""

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._showing = False
        for moved in (view.caret_moved, view.focus_changed):
            moved.connect(self._leave)
        view.selection_changed.connect(self._leave_for_words)
        session.fact_focused.connect(self._show)
        for changed in (session.article_opened, session.reloaded, session.seen):
            changed.connect(self._forget)

    def take(self, to: Target) -> None:
        """Put the fact that the target is about, if any, in focus; a filler that it points at is selected."""
        fact = self._session.sheet.fact(to.item) if to.item else None
        if fact is None:
            return
        self._session.focus_fact(fact.id)
        if (to.start, to.end) in fact.ranges() and (to.start, to.end) != fact.trigger:
            self._view.set_selection(to.start, to.end)

    def _show(self, id_: str | None) -> None:
        """Bring the fact into view and the caret to its trigger; no span is in focus then."""
        fact = self._session.sheet.fact(id_) if id_ else None
        if fact is None or self._view.focusProxy():
            return
        ranges, self._showing = fact.ranges(), True
        self._view.reveal(min(ranges[-1][1], len(self._view.text)))
        self._view.set_caret((fact.trigger or ranges[0])[0])
        self._view.set_focus(None)
        self._showing = False

    def _leave(self) -> None:
        """Take the focus from the fact when the annotator goes elsewhere; its own words selected are not."""
        fact = fact_in_focus(self._session)
        if fact and not (self._showing or self._view.focusProxy() or self._view.selection in fact.ranges()):
            self._session.focus_fact(None)

    def _leave_for_words(self) -> None:
        if self._view.selection:
            self._leave()

    def _forget(self) -> None:
        """Take the focus from a fact that is gone."""
        id_ = self._session.fact_id
        if id_ and not self._session.sheet.fact(id_):
            self._session.focus_fact(None)
