"""The spans that a key acts on: those in the selection, else the one in focus."""

from __future__ import annotations

from annotations.spans import Span
from ui.article.article_view import ArticleView
from ui.session import Session


def focused(session: Session, view: ArticleView) -> Span | None:
    """Return the span in focus; None when there is none, or it is gone."""
    return session.sheet.get(view.focus_id) if view.focus_id else None


def targets(session: Session, view: ArticleView) -> list[Span]:
    """Return the spans that lie wholly in the selection, in text order, else the one in focus."""
    if selection := view.selection:
        within = (span for span in session.sheet if selection[0] <= span.start and span.end <= selection[1])
        return sorted(within, key=lambda span: span.start)
    span = focused(session, view)
    return [span] if span else []
