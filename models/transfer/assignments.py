"""Assignments of articles to annotators; the article list asks for those of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.store.database import HasDatabase


def replace(project: HasDatabase, given: Mapping[str, Iterable[str]]) -> None:
    """Assign each of those articles to its annotators alone; the other articles keep theirs."""
    rows = [(article, annotator) for article, annotators in given.items() for annotator in annotators]
    with project.db.writing():
        project.db.many(
            "DELETE FROM assignment WHERE article = (SELECT number FROM article WHERE id = ?)",
            ((article,) for article in given),
        )
        project.db.many(
            "INSERT OR IGNORE INTO assignment SELECT number, ? FROM article WHERE id = ?",
            ((annotator, article) for article, annotator in rows),
        )


def article_ids(project: HasDatabase, annotator: str) -> list[str]:
    """Return the articles given to the annotator, in import order."""
    sql = "SELECT id FROM assignment JOIN article ON number = article WHERE annotator = ? ORDER BY number"
    return [row[0] for row in project.db.rows(sql, (annotator,))]


def unassigned(project: HasDatabase) -> list[str]:
    """Return the articles that nobody was given, in import order."""
    sql = "SELECT id FROM article WHERE number NOT IN (SELECT article FROM assignment) ORDER BY number"
    return [row[0] for row in project.db.rows(sql)]


def annotators_of(project: HasDatabase, article: str) -> list[str]:
    """Return the annotators to whom the article was given, in alphabetical order."""
    sql = "SELECT annotator FROM assignment JOIN article ON number = article WHERE article.id = ? ORDER BY annotator"
    return [row[0] for row in project.db.rows(sql, (article,))]


def counts(project: HasDatabase) -> dict[str, int]:
    """Count the articles that each annotator was given, by name."""
    return dict(
        project.db.rows("SELECT annotator, count(*) FROM assignment GROUP BY annotator ORDER BY annotator")
    )


def annotators(project: HasDatabase) -> list[str]:
    """Return everybody who was given articles, in alphabetical order; each by one step through an index."""
    sql = (
        "WITH RECURSIVE who(name) AS (SELECT min(annotator) FROM assignment UNION ALL "
        "SELECT (SELECT min(annotator) FROM assignment WHERE annotator > name) FROM who WHERE name IS NOT NULL) "
        "SELECT name FROM who WHERE name IS NOT NULL"
    )
    return [row[0] for row in project.db.rows(sql)]
