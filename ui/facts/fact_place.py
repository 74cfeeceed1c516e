"""The place that a fact is about: the words in hand, the sentences round them, the fact in focus."""

from __future__ import annotations

from annotations import fact_draft as drafts
from annotations.articles import published_of
from annotations.fact_draft import Nearby
from annotations.facts import Fact
from annotations.sheet import Sheet
from ui.article.article_view import ArticleView
from ui.session import Session


def words_in_hand(sheet: Sheet, view: ArticleView) -> tuple[int, int]:
    """Return the selection, else the bounds of the span in focus, else of the token at the caret."""
    span, caret = sheet.get(view.focus_id) if view.focus_id else None, view.caret
    bounds = (span.start, span.end) if span else view.article.tokens.at(caret)
    return view.selection or bounds or (caret, caret)


def nearby(session: Session, sheet: Sheet, at: tuple[int, int]) -> Nearby:
    """Return the sentences of the article at hand round a range, with their spans on the sheet that are not rejected."""
    article = session.article
    sentences = drafts.sentences_near(session.text, at)
    low, high = (sentences[0][0], sentences[-1][1]) if sentences else at
    spans = [*sheet.confirmed.overlapping(low, high), *sheet.undecided.overlapping(low, high)]
    published = published_of(article) if article else None
    language = session.project.schema.language if session.project else "en"
    return Nearby(session.text, sentences, spans, published, language)


def fact_in_focus(session: Session) -> Fact | None:
    """Return the fact in focus; None when there is none, or it is gone."""
    return session.sheet.fact(session.fact_id) if session.fact_id else None
