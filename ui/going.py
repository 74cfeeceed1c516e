"""Which article comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.errors import UserError
from models import queries

if TYPE_CHECKING:
    from ui.session import Session


def open_article(session: Session, id_: str) -> bool:
    """Opens the article; False, and a sentence, when it was removed meanwhile."""
    try:
        session.open_article(id_)
    except UserError as error:
        session.noted.emit(str(error))
        return False
    return True


def beside(session: Session, step: int) -> str | None:
    """The id of the next (1) or previous (-1) article of the list; None at the end."""
    here = session.article.id if session.article else None
    return queries.beside(session.project.db, here, session.annotator, step=step) if session.project else None


def next_open(session: Session) -> str | None:
    """The next article that is not finished, round the end; None when all others are."""
    if session.project is None:
        return None
    here = session.article.id if session.article else None
    for start in (here, None):
        found = queries.beside(session.project.db, start, session.annotator, open_only=True)
        if found and found != here:
            return found
    return None


def next_undecided(session: Session, step: int) -> str | None:
    """The nearest other article with something left to decide, round the end."""
    if session.project is None:
        return None
    here = session.article.id if session.article else None
    for start in (here, None):
        try:
            found = queries.next_undecided(session.project.db, start, session.annotator, step=step)
        except UserError as error:
            session.noted.emit(str(error))
            return None
        if found and found != here:
            return found
    return None
