"""The blind checks that a project keeps: the draw, its seed, who answered what, and how each ended."""

from __future__ import annotations

from annotations.blind_check.checked import BlindAnswer, BlindCheck, CheckOutcome, DrawnSpan, SpanKey
from models.store.database import Database, HasDatabase
from models.store.rows import Row

CHECKS = "SELECT number, annotator, seed, pool, upto, wanted, begun, outcome, event FROM blind_check"


def blind_checks(project: HasDatabase) -> list[BlindCheck]:
    """Return all checks, the first begun first."""
    return [_check(project.db, row) for row in project.db.rows(f"{CHECKS} ORDER BY number")]


def blind_check(project: HasDatabase, number: int) -> BlindCheck:
    """Return the check of that number, which must be there."""
    return _check(project.db, project.db.rows(f"{CHECKS} WHERE number = ?", (number,))[0])


def open_check(project: HasDatabase, annotator: str) -> BlindCheck | None:
    """Return the check of the annotator's work that goes on, None when there is none."""
    sql = f"{CHECKS} WHERE annotator = ? AND outcome = 'open' ORDER BY number DESC LIMIT 1"
    row = project.db.row(sql, (annotator,))
    return _check(project.db, row) if row else None


def is_undone(project: HasDatabase, check: BlindCheck) -> bool:
    """Return whether the edit that ended the check was undone since."""
    return (
        project.db.row("SELECT 1 FROM event WHERE number = ? AND fate = 'undone'", (check.event,)) is not None
    )


def _check(database: Database, row: Row) -> BlindCheck:
    number, annotator, seed, pool, upto, wanted, begun, outcome, event = row
    sql = (
        'SELECT article.id, span, start, "end", label, seen, given, "by", at FROM blind_answer '
        "JOIN article ON article.number = article WHERE blind_answer.number = ? ORDER BY place"
    )
    drawn = tuple(
        DrawnSpan(
            SpanKey(article, span), start, end, label, BlindAnswer(seen) if seen else None, given, by, at
        )
        for article, span, start, end, label, seen, given, by, at in database.rows(sql, (number,))
    )
    return BlindCheck(number, annotator, seed, pool, upto, wanted, begun, drawn, CheckOutcome(outcome), event)
