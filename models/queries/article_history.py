"""History and pace, read from the event log: an article's edits, the time it took, the fate of suggestions.

Only the events that touched the article are read, the latest first, so that a long log costs nothing.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from annotations.pace import Pace, SuggestionOutcome, active_seconds
from annotations.processes.quick_dataclass import dataclass
from models.store.database import HasDatabase

LATEST = 200  # events that a history goes back
OF_ARTICLE = "touched.article = (SELECT number FROM article WHERE article.id = ?)"


@dataclass(frozen=True)
class Done:
    """An edit in the log; `at` is UTC, ISO 8601; `is_undone`: it was taken back."""

    number: int
    at: str
    by: str
    verb: str
    is_undone: bool


def history(project: HasDatabase, article: str, latest: int = LATEST) -> list[Done]:
    """Return the edits among the article's latest events, by anybody, newest first, without those removed."""
    sql = (
        "SELECT number, at, \"by\", verb, fate FROM event WHERE kind = 'edit' AND number IN "
        f"(SELECT event FROM touched WHERE {OF_ARTICLE} ORDER BY event DESC LIMIT ?) ORDER BY number DESC"
    )
    rows = project.db.rows(sql, (article, latest))
    return [
        Done(number=number, at=at, by=who, verb=verb, is_undone=fate != "done")
        for number, at, who, verb, fate in rows
    ]


def to_undo(project: HasDatabase, number: int, by: str, article: str) -> tuple[int, int]:
    """Count the undos that take back that edit of this annotator, and those of them on other articles.

    (0, 0) when it is somebody else's or taken back already.
    """
    sql = (
        "SELECT number FROM event WHERE kind = 'edit' AND \"by\" = ? AND fate = 'done' AND number >= ? "
        "ORDER BY number"
    )
    numbers = [row[0] for row in project.db.rows(sql, (by, number))]
    if number not in numbers[:1]:
        return 0, 0
    sql = f"SELECT event FROM touched WHERE {OF_ARTICLE} AND event >= ?"
    here = {row[0] for row in project.db.rows(sql, (article, number))}
    return len(numbers), sum(other not in here for other in numbers)


def article_pace(project: HasDatabase, article: str, annotator: str) -> Pace:
    """Return how long the annotator worked on the article, and on how many spans and facts; imported ones left out."""
    sql = (
        f"SELECT at FROM touched JOIN event ON number = event WHERE {OF_ARTICLE} AND annotator = ? "
        "AND \"by\" = ? AND kind IN ('edit', 'undo', 'redo')"
    )
    times = []
    for (at,) in project.db.rows(sql, (article, annotator, annotator)):
        with suppress(ValueError):
            times.append(datetime.fromisoformat(at).timestamp())
    sql = (
        "SELECT count(*) FILTER (WHERE item.kind = 'span'), count(*) FILTER (WHERE item.kind = 'fact') "
        "FROM item JOIN event ON event.number = item.event "
        "WHERE item.article = (SELECT number FROM article WHERE article.id = ?) AND annotator = ? "
        "AND item.kind IN ('span', 'fact') AND event.kind NOT IN ('base', 'merge')"
    )
    row = project.db.row(sql, (article, annotator))
    return Pace(active_seconds(times), *(row or (0, 0)))


def verdicts(project: HasDatabase, annotator: str) -> list[SuggestionOutcome]:
    """Return by label how many suggestions were decided and how many were right, as far as counted."""
    sql = 'SELECT label, "right", decided FROM verdict WHERE annotator = ? AND decided > 0 ORDER BY label'
    return [
        SuggestionOutcome(
            label, max(0, min(right, decided)), decided
        )  # a changed span of an import only takes away
        for label, right, decided in project.db.rows(sql, (annotator,))
    ]


def fact_verdicts(project: HasDatabase, annotator: str) -> list[SuggestionOutcome]:
    """Return by type how many suggested facts were decided and how many confirmed, as they were or changed."""
    sql = (
        "SELECT type, confirmed, decided FROM fact_verdict WHERE annotator = ? AND decided > 0 ORDER BY type"
    )
    return [
        SuggestionOutcome(type_, max(0, min(confirmed, decided)), decided)
        for type_, confirmed, decided in project.db.rows(sql, (annotator,))
    ]
