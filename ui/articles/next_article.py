"""The articles that are listed, and the one that comes next: with a filter, of those that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.errors import UserError
from models.queries import articles as article_queries
from models.queries import filters
from models.queries.ids_in_order import ArticleIds

if TYPE_CHECKING:
    from ui.session import Session


def open_article(session: Session, id_: str) -> bool:
    """Open the article; return False, having noted a sentence, when it was removed meanwhile."""
    try:
        session.open_article(id_)
    except UserError as error:
        session.failed.emit(str(error))
        return False
    return True


def listed(session: Session) -> ArticleIds:
    """Return the ids of the articles that the filter, if any, shows."""
    if session.project is None:
        return ArticleIds()
    try:
        if session.filter:
            return filters.show(session.project, session.filter, session.annotator)
    except UserError as error:
        session.failed.emit(str(error))
        session.filter = filters.Filter()
    return filters.every(session.project)


def among(session: Session) -> str:
    """Return the words that a sentence about all articles adds while a filter is on."""
    return " among those that the filter shows" if session.filter else ""


def beside(session: Session, step: int) -> str | None:
    """Return the id of the next (1) or previous (-1) article of the list; None at the end."""
    here = session.article.id if session.article else None
    if session.project is None:
        return None
    within = bool(session.filter)
    return article_queries.beside(session.project, here, session.annotator, step=step, within=within)


def next_open(session: Session) -> str | None:
    """Return the next article that is not finished, round the end; None when all others are."""
    if session.project is None:
        return None
    here = session.article.id if session.article else None
    for start in (here, None):
        within = bool(session.filter)
        found = article_queries.beside(
            session.project, start, session.annotator, open_only=True, within=within
        )
        if found and found != here:
            return found
    return None


def next_undecided(session: Session, step: int, *, facts: bool = True) -> str | None:
    """Return the nearest other article with something left to decide, round the end; with `facts` a fact is enough."""
    if session.project is None:
        return None
    here = session.article.id if session.article else None
    for start in (here, None):
        try:
            project, within = session.project, bool(session.filter)
            found = article_queries.next_undecided(
                project, start, session.annotator, step=step, within=within, facts=facts
            )
        except UserError as error:
            session.failed.emit(str(error))
            return None
        if found and found != here:
            return found
    return None
