"""Comments in the store: everybody's on an article, where they are, and how many are open.

Found by an index of comments alone, so that an article of 20,000 spans costs no more than a short one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from annotations.comments import SignedComment, Thread, threads
from annotations.facts import Fact
from annotations.sets import Comment
from annotations.spans import Span
from models.store.database import Database, HasDatabase
from models.store.rows import Row, columns, from_row, marks

OF = "item.article = (SELECT number FROM article WHERE article.id = ?)"


def said(project: HasDatabase, article: str) -> list[SignedComment]:
    """Return everybody's comments on the article, in no order."""
    sql = f"SELECT annotator, {columns('item')} FROM item INDEXED BY item_comment WHERE {OF} AND kind = 'comment'"
    found = ((row[0], from_row(row[1:])) for row in project.db.rows(sql, (article,)))
    return [SignedComment(item, annotator) for annotator, item in found if isinstance(item, Comment)]


def article_threads(project: HasDatabase, article: str, annotator: str) -> list[Thread]:
    """Return the article's threads; a comment's item is looked for with its writer, then the annotator."""
    found = said(project, article)
    writers = sorted({one.annotator for one in found})

    def place(one: SignedComment) -> tuple[int, int] | None:
        on = one.comment.on
        for whose in dict.fromkeys((one.annotator, annotator, *writers)) if on else ():
            if (bounds := _item_at(project.db, article, whose, on or "")) is not None:
                return bounds
        return _suggestion_at(project.db, article, on) if on else None

    return threads(found, place)


def open_counts(project: HasDatabase, articles: Iterable[str]) -> dict[str, int]:
    """Count the open threads of each article that has one."""
    ids = list(articles)
    if not ids:
        return {}  # an empty list of ids keeps SQLite from the index that is asked for
    sql = (
        "SELECT article.id, body FROM article JOIN item INDEXED BY item_comment "
        "ON item.article = number AND kind = 'comment' "
        f"WHERE article.id IN ({marks(len(ids))})"
    )
    counts: dict[str, int] = {}
    for id_, body in project.db.rows(sql, tuple(ids)):
        comment = json.loads(body)
        if not comment["resolved"] and not comment["reply_to"]:
            counts[id_] = counts.get(id_, 0) + 1
    return counts


def _item_at(database: Database, article: str, annotator: str, id_: str) -> tuple[int, int] | None:
    sql = (
        f"SELECT {columns('item')} FROM item "
        f"WHERE {OF} AND annotator = ? AND kind IN ('span', 'fact') AND item.id = ?"
    )
    return _bounds(database.row(sql, (article, annotator, id_)))


def _suggestion_at(database: Database, article: str, id_: str) -> tuple[int, int] | None:
    sql = (
        f"SELECT {columns('item')} FROM suggestion AS item "
        f"WHERE {OF} AND kind IN ('span', 'fact') AND item.id = ?"
    )
    return _bounds(database.row(sql, (article, id_)))


def _bounds(row: Row | None) -> tuple[int, int] | None:
    """Return where a span is, or a fact from its first words to its last."""
    item = from_row(row) if row else None
    if isinstance(item, Fact):
        ranges = item.ranges()
        return (ranges[0][0], max(end for _, end in ranges)) if ranges else None
    return (item.start, item.end) if isinstance(item, Span) else None
