"""Going: from span to span, from article to article, and to a place that somebody points at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from annotations.span_index import SpanIndex
from annotations.spans import Span, in_order
from ui.annotate.hint_stops import hint_beside
from ui.annotate.targets import focused, targets
from ui.article.article_view import ArticleView
from ui.articles import next_article
from ui.session import Session
from ui.widgets.target import Target


class Going(QObject):
    """The moves of the focus; where there is nothing to go to, a notice says so.

    `stops_at_hints`: the places where a name may be missing are stops between the suggestions.
    """

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self.stops_at_hints = False

    def go_on(self) -> None:
        """Go to the next suggestion after what is selected or focused."""
        self.to_next(targets(self._session, self._view))

    def next_suggestion(self, step: int) -> None:
        """Go to the next suggestion of the article; after the last, to the next article that has one."""
        span = self._beside(self._session.sheet.undecided, step)
        if self._stop_at_hint(step, span):
            return
        if span:
            self.focus(span.id)
        elif id_ := next_article.next_undecided(self._session, step):
            self._session.open_article(id_)
            undecided = list(self._session.sheet.undecided)
            if undecided:
                self.focus(undecided[0 if step > 0 else -1].id)
        elif undecided := list(self._session.sheet.undecided):
            self.focus(undecided[0 if step > 0 else -1].id)
        else:
            self._session.noted.emit(
                f"There are no suggestions left to decide{next_article.among(self._session)}."
            )

    def next_span(self, step: int) -> None:
        """Go to the next span of any status, from the article's end on to its start."""
        indexes, end = (self._session.sheet.confirmed, self._session.sheet.undecided), len(self._view.text)
        beside = [self._beside(index, step) for index in indexes]
        round_ = [index.from_place(0) if step > 0 else index.to_place(end) for index in indexes]
        if found := list(filter(None, beside)) or list(filter(None, round_)):
            self.focus((min if step > 0 else max)(found, key=in_order).id)

    def next_article(self, step: int) -> None:
        if id_ := next_article.beside(self._session, step):
            self._session.open_article(id_)
        else:
            place = "last" if step > 0 else "first"
            self._session.noted.emit(f"This is the {place} article{next_article.among(self._session)}.")

    def go(self, to: Target) -> None:
        """Show the place: focus its span, else select its words.  The keyboard goes to the text."""
        if not next_article.open_article(self._session, to.article):
            return
        if to.item is not None and to.item in self._view.spans:
            self._view.set_focus(to.item)
        else:
            self._view.set_selection(to.start, to.end)
            self._view.reveal(to.start)
        self._view.setFocus()

    def to_next_open(self) -> None:
        """Open the next article that is neither finished nor skipped."""
        if id_ := next_article.next_open(self._session):
            self._session.open_article(id_)
        else:
            self._session.noted.emit(f"Every article is finished{next_article.among(self._session)}.")

    def to_next(self, after: list[Span]) -> None:
        """Go to the next suggestion after these spans, else to the first that is left in the article."""
        undecided = self._session.sheet.undecided
        behind = undecided.after(after[-1]) if after else undecided.from_place(self._view.caret)
        if self._stop_at_hint(1, behind, after):
            return
        if span := behind or next(iter(undecided), None):
            self.focus(span.id)
        else:
            self._session.noted.emit("Nothing is left to decide here; {key:finish} finishes the article.")

    def focus(self, id_: str) -> None:
        if id_ in self._view.spans:
            self._view.set_focus(id_)

    def _stop_at_hint(self, step: int, span: Span | None, after: Sequence[Span] = ()) -> bool:
        """Select the hint that comes ahead of the span, the next stop but for it; return whether there is one."""
        if not self.stops_at_hints:
            return False
        left = after[-1] if after else focused(self._session, self._view)
        at = left.start if left else self._view.selection[0] if self._view.selection else None
        here = self._view.caret if at is None else at + (step > 0)
        hint = hint_beside(self._session.sheet.hints(), here, step, span.start if span else None)
        if hint:
            self._view.set_caret(hint[0])
            self._view.set_selection(*hint)
        return hint is not None

    def _beside(self, spans: SpanIndex, step: int) -> Span | None:
        if span := focused(self._session, self._view):
            return spans.after(span) if step > 0 else spans.before(span)
        return spans.from_place(self._view.caret) if step > 0 else spans.to_place(self._view.caret)
