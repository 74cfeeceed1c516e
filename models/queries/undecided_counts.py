"""Tallies: how much an annotator has left to decide, for each article with suggestions.

Every annotator who asked has one for each such article; it is counted when it is wanted and kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import chain

from annotations.errors import UserError
from annotations.sheet import Sheet
from annotations.span_index import SpanIndex
from annotations.spans import Span
from models.store.database import Database, stored_pool, stored_set
from models.store.rows import marks

Tally = tuple[int, float | None]  # how many suggestions are undecided, and their lowest score


def tally(database: Database, article: str, annotator: str) -> Tally:
    """Count the suggestions that the annotator has not decided; return the count with their lowest score.

    It is kept, unless somebody else is writing just now.
    """
    undecided = _undecided(database, article, annotator)
    with suppress(UserError):
        keep_tally(database, article, annotator, undecided)
    return _tally(undecided)


def keep_tally(database: Database, article: str, annotator: str, undecided: SpanIndex) -> None:
    """Keep the count.  UserError at once when it cannot be written: then it is counted again next time."""
    with database.writing_if_free():
        _keep(database, {article: undecided}, annotator)


def _tally(undecided: SpanIndex) -> Tally:
    return len(undecided), undecided.least_score()


def _keep(database: Database, left: Mapping[str, SpanIndex], annotator: str) -> None:
    _follow(database, annotator)
    of = "SELECT number, ?, ?, ? FROM article WHERE id = ?"
    counts = ((annotator, *_tally(spans), article) for article, spans in left.items())
    database.many(f"INSERT OR REPLACE INTO tally {of}", counts)
    gone = "DELETE FROM undecided WHERE annotator = ? AND article = (SELECT number FROM article WHERE id = ?)"
    database.many(gone, ((annotator, article) for article in left))
    kinds = ({(annotator, s.origin, s.label, article) for s in spans} for article, spans in left.items())
    database.many(f"INSERT INTO undecided {of}", chain.from_iterable(kinds))


def count_again(database: Database, number: int, pool: Iterable[Span]) -> None:
    """Note that the article's pool has changed; for all annotators."""
    scores = [span.score for span in pool]
    lowest = min((score for score in scores if score is not None), default=None)
    sql = "INSERT OR REPLACE INTO tally SELECT ?, annotator, ?, ? FROM tallied"
    database.run(sql, (number, None if scores else 0, lowest))
    database.run("DELETE FROM undecided WHERE article = ?", (number,))


def count(database: Database, articles: list[str], annotator: str) -> dict[str, Tally]:
    """Count and return the tallies of those articles that are not known.

    They are kept in one transaction if nobody else writes.
    """
    sql = (
        "SELECT id FROM article LEFT JOIN tally ON article = number AND annotator = ? WHERE undecided IS NULL "
        f"AND id IN ({marks(len(articles))}) AND EXISTS (SELECT 1 FROM suggestion WHERE article = number)"
    )
    ids = [row[0] for row in database.rows(sql, (annotator, *articles))]
    found = {id_: _undecided(database, id_, annotator) for id_ in ids}
    if found:
        with suppress(UserError), database.writing_if_free():
            _keep(database, found, annotator)
    return {id_: _tally(undecided) for id_, undecided in found.items()}


def _undecided(database: Database, article: str, annotator: str) -> SpanIndex:
    return Sheet(stored_pool(database, article), stored_set(database, article, annotator)).undecided


def follow(database: Database, annotator: str) -> None:
    """Keep tallies for the annotator from now on.  UserError when somebody else writes for long."""
    if not is_followed(database, annotator):
        with database.deriving():
            _follow(database, annotator)


def restart(database: Database) -> None:
    """Have everything counted again, for all who have tallies; within a transaction."""
    followed = "SELECT annotator FROM tallied UNION SELECT annotator FROM tally"
    annotators = [row[0] for row in database.rows(followed)]
    for table in ("tally", "undecided", "tallied"):
        database.run(f"DELETE FROM {table}")
    for annotator in annotators:
        _follow(database, annotator)


def is_followed(database: Database, annotator: str) -> bool:
    return database.row("SELECT 1 FROM tallied WHERE annotator = ?", (annotator,)) is not None


def _follow(database: Database, annotator: str) -> None:
    """Insert tallies, none of them counted, for an annotator who asks for the first time."""
    if is_followed(database, annotator):
        return
    database.run("INSERT OR IGNORE INTO tallied VALUES (?)", (annotator,))
    database.run(
        "INSERT OR IGNORE INTO tally SELECT article, ?, NULL, min(score) FROM suggestion "
        "WHERE kind = 'span' GROUP BY article",
        (annotator,),
    )
