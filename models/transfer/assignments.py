"""Which articles are given to which annotators; the article list asks for those of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.store.database import Database


def replace(database: Database, given: Mapping[str, Iterable[str]]) -> None:
    """Writes who has each of those articles, in place of who had it; others stay as they are."""
    rows = [(article, annotator) for article, annotators in given.items() for annotator in annotators]
    with database.writing():
        database.many(
            "DELETE FROM assignment WHERE article = (SELECT number FROM article WHERE id = ?)",
            ((article,) for article in given),
        )
        database.many(
            "INSERT OR IGNORE INTO assignment SELECT number, ? FROM article WHERE id = ?",
            ((annotator, article) for article, annotator in rows),
        )


def article_ids(database: Database, annotator: str) -> list[str]:
    """The articles given to the annotator, in import order."""
    sql = "SELECT id FROM assignment JOIN article ON number = article WHERE annotator = ? ORDER BY number"
    return [row[0] for row in database.rows(sql, (annotator,))]


def unassigned(database: Database) -> list[str]:
    """The articles that nobody was given, in import order."""
    sql = "SELECT id FROM article WHERE number NOT IN (SELECT article FROM assignment) ORDER BY number"
    return [row[0] for row in database.rows(sql)]


def annotators_of(database: Database, article: str) -> list[str]:
    """Who was given the article, in alphabetical order."""
    sql = "SELECT annotator FROM assignment JOIN article ON number = article WHERE article.id = ? ORDER BY annotator"
    return [row[0] for row in database.rows(sql, (article,))]


def counts(database: Database) -> dict[str, int]:
    """How many articles each annotator was given, by name."""
    return dict(
        database.rows("SELECT annotator, count(*) FROM assignment GROUP BY annotator ORDER BY annotator")
    )


def annotators(database: Database) -> list[str]:
    """Everybody who was given articles, in alphabetical order; each by one step through an index."""
    sql = (
        "WITH RECURSIVE who(name) AS (SELECT min(annotator) FROM assignment UNION ALL "
        "SELECT (SELECT min(annotator) FROM assignment WHERE annotator > name) FROM who WHERE name IS NOT NULL) "
        "SELECT name FROM who WHERE name IS NOT NULL"
    )
    return [row[0] for row in database.rows(sql)]
