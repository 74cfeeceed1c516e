"""The bounds of a span: moved by keys, taken from the selection, dragged by the mouse."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotations.spans import Span
from ui.annotate.go import Going
from ui.annotate.span_edits import SpanEdits
from ui.annotate.targets import focused
from ui.article.article_view import ArticleView
from ui.article.caret import bound_stepped
from ui.session import Session


class SpanBounds(QObject):
    """The moves of a span's bounds: each is one edit, after which the span is in focus."""

    def __init__(self, session: Session, view: ArticleView, edits: SpanEdits, going: Going) -> None:
        super().__init__(view)
        self._session, self._view, self._edits, self._going = session, view, edits, going
        view.bounds_dragged.connect(self.drag)

    def step(self, which: str, step: int) -> None:
        """Move the focused span's "start" or "end" by a token; one token always stays."""
        if span := focused(self._session, self._view):
            self._move(span, *bound_stepped(self._view.article, (span.start, span.end), which, step))

    def take(self) -> None:
        """Give the focused span the bounds of the selection."""
        span, selection = focused(self._session, self._view), self._view.selection
        if span and selection:
            self._move(span, *selection)
        else:
            self._session.noted.emit("Focus a span and select the words that it should have.")

    def drag(self, id_: str, start: int, end: int) -> None:
        if span := self._session.sheet.get(id_):
            self._move(span, start, end)

    def _move(self, span: Span, start: int, end: int) -> None:
        if (start, end) != (span.start, span.end) and self._edits.move(span, start, end):
            self._going.focus(span.id)
