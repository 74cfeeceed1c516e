"""Tallies: how many spans and facts an annotator has left to decide, for each article with suggestions.

Every annotator who asked has one for each such article; it is counted when it is wanted and kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from itertools import chain
from typing import NamedTuple

from annotations.errors import UserError
from annotations.sheet import Sheet
from models.store.database import Database, stored_pool, stored_set
from models.store.rows import marks


class Tally(NamedTuple):
    """How many spans and facts are undecided; `lowest` is the least score among the spans."""

    spans: int
    lowest: float | None = None
    facts: int = 0

    @classmethod
    def of(cls, sheet: Sheet) -> Tally:
        """Return the tally of an article as its annotator sees it."""
        return cls(len(sheet.undecided), sheet.undecided.least_score(), len(sheet.undecided_facts()))

    def left(self, *, facts: bool = True) -> int:
        """Return how many suggestions are undecided; without `facts` the spans alone."""
        return self.spans + self.facts * facts


def tally(database: Database, article: str, annotator: str) -> Tally:
    """Count the suggestions that the annotator has not decided.

    The count is kept, unless somebody else is writing just now.
    """
    sheet = _sheet(database, article, annotator)
    with suppress(UserError):
        keep_tally(database, article, annotator, sheet)
    return Tally.of(sheet)


def keep_tally(database: Database, article: str, annotator: str, sheet: Sheet) -> None:
    """Keep the count.  UserError at once when it cannot be written: then it is counted again next time."""
    with database.writing_if_free():
        _keep(database, {article: sheet}, annotator)


def _keep(database: Database, seen: Mapping[str, Sheet], annotator: str) -> None:
    _follow(database, annotator)
    counts = ((annotator, *Tally.of(sheet), article) for article, sheet in seen.items())
    database.many(
        "INSERT OR REPLACE INTO tally (article, annotator, undecided, lowest, facts) "
        "SELECT number, ?, ?, ?, ? FROM article WHERE id = ?",
        counts,
    )
    gone = "DELETE FROM undecided WHERE annotator = ? AND article = (SELECT number FROM article WHERE id = ?)"
    database.many(gone, ((annotator, article) for article in seen))
    kinds = ({(annotator, s.origin, s.label, id_) for s in sheet.undecided} for id_, sheet in seen.items())
    insert = "INSERT INTO undecided SELECT number, ?, ?, ? FROM article WHERE id = ?"
    database.many(insert, chain.from_iterable(kinds))


def count_again(database: Database, number: int) -> None:
    """Note that the article's pool has changed; for all annotators."""
    sql = (
        "INSERT OR REPLACE INTO tally (article, annotator, undecided, lowest) "
        "SELECT ?1, annotator, iif(many > 0, NULL, 0), lowest FROM tallied, (SELECT count(*) AS many, "
        "min(score) FILTER (WHERE kind = 'span') AS lowest FROM suggestion "
        "WHERE article = ?1 AND kind IN ('span', 'fact'))"
    )
    database.run(sql, (number,))
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
    found = {id_: _sheet(database, id_, annotator) for id_ in ids}
    if found:
        with suppress(UserError), database.writing_if_free():
            _keep(database, found, annotator)
    return {id_: Tally.of(sheet) for id_, sheet in found.items()}


def _sheet(database: Database, article: str, annotator: str) -> Sheet:
    return Sheet(stored_pool(database, article), stored_set(database, article, annotator))


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
        "INSERT OR IGNORE INTO tally (article, annotator, lowest) "
        "SELECT article, ?, min(score) FILTER (WHERE kind = 'span') FROM suggestion "
        "WHERE kind IN ('span', 'fact') GROUP BY article",
        (annotator,),
    )
