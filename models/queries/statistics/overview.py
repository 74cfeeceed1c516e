"""The figures that the page opens with: counted straight from the items, before anything is laid out."""

from __future__ import annotations

from annotations.pace import IDLE
from annotations.sets import FINISHED, GOLD
from annotations.statistics.shapes import EVERYONE, ArticleCounts, DecidedItems, Overview, Scope
from models.queries.progress import ProjectProgress, progress_in
from models.queries.statistics.counted_work import LIVE, HasWork, instants, names_of
from models.store.database import HasRows
from models.store.rows import marks

STATES = """
SELECT max(3 * (label IN ({done})) + 2 * (label NOT IN ({done}) AND instr(ifnull(body, ''), '"skipped":') > 0)
  + (label NOT IN ({done}, 'new') AND instr(ifnull(body, ''), '"skipped":') = 0)) AS far
FROM item WHERE kind = 'progress' AND annotator IN ({names}) GROUP BY article
"""
DECIDED = """
SELECT item.kind, status, count(*) FROM item {dated} WHERE item.kind IN ('span', 'fact')
AND annotator IN ({names}) AND status IN ('confirmed', 'rejected') {within} GROUP BY 1, 2
"""


def overview(of: HasWork, scope: Scope) -> Overview:
    """Return the first figures of that work; those of articles and of what is left are never of some days alone.

    UserError of a machine, or when a day is none.
    """
    rows, names = of.db, names_of(of.db, scope.annotator)
    decided = _decided(rows, scope, names)
    left = _left(rows, scope.annotator)
    spans, facts = (
        DecidedItems(
            decided.get((kind, "confirmed"), 0),
            decided.get((kind, "rejected"), 0),
            (left.spans if kind == "span" else left.facts) if left else None,
            left.uncounted if left else 0,
        )
        for kind in ("span", "fact")
    )
    return Overview(scope, _articles(rows, names), spans, facts, _seconds(rows, scope, names))


def _articles(rows: HasRows, names: list[str]) -> ArticleCounts:
    [(of,)] = rows.rows("SELECT count(*) FROM article")
    sql = STATES.format(done=marks(len(FINISHED)), names=marks(len(names)))
    sql = f"SELECT far, count(*) FROM ({sql}) GROUP BY far"
    far: dict[int, int] = dict(rows.rows(sql, (*FINISHED, *FINISHED, *FINISHED, *names)))
    done, skipped, started = far.get(3, 0), far.get(2, 0), far.get(1, 0)
    return ArticleCounts(done, started, of - done - skipped - started, skipped)


def _decided(rows: HasRows, scope: Scope, names: list[str]) -> dict[tuple[str, str], int]:
    """Return how many spans and facts are confirmed and rejected; within the scope's days, where it has some."""
    dated, within, values = "", "", []
    if scope.is_bounded:
        since, until = instants(scope)
        dated = "JOIN event ON event.number = item.event"
        within = (
            "AND at >= ? AND (? = '' OR at < ?) AND event.kind <> 'base' AND NOT (event.kind = 'merged' AND verb = 'import') "
            "AND event.number NOT IN (SELECT event FROM recast) AND ifnull(of NOT IN (SELECT event FROM recast), 1)"
        )
        values = [since, until, until]
    sql = DECIDED.format(dated=dated, within=within, names=marks(len(names)))
    return {(kind, status): count for kind, status, count in rows.rows(sql, (*names, *values))}


def _left(rows: HasRows, annotator: str) -> ProjectProgress | None:
    """Return what is left to decide, None where that is nobody's: everyone decides the same suggestions, gold none."""
    if annotator in (EVERYONE, GOLD):
        return None
    followed = rows.rows("SELECT 1 FROM tallied WHERE annotator = ?", (annotator,))
    return progress_in(rows, annotator, is_followed=bool(followed))


def _seconds(rows: HasRows, scope: Scope, names: list[str]) -> float:
    """Return the seconds between one person's events that lie no further apart than IDLE."""
    since, until = instants(scope)
    whose = f'"by" IN ({marks(len(names))})'
    if scope.annotator == GOLD:
        whose = "number IN (SELECT event FROM touched WHERE annotator = ?)"
    sql = (
        f'SELECT ifnull(sum(gap) FILTER (WHERE gap <= ?), 0.0) FROM (SELECT at, number, "by", round((julianday(at) - '
        f'lag(julianday(at)) OVER (PARTITION BY "by" ORDER BY julianday(at), number)) * 86400, 3) AS gap '
        f"FROM event WHERE {LIVE}) WHERE {whose} AND at >= ? AND (? = '' OR at < ?)"
    )
    [(seconds,)] = rows.rows(sql, (IDLE, *names, since, until, until))
    return float(seconds)
