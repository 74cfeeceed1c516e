"""The figures that the page opens with: counted straight from the items, before anything else is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.sets import FINISHED, GOLD
from annotations.statistics.events import Events
from annotations.statistics.shapes import EVERYONE, ArticleCounts, DecidedItems, Overview, Scope
from models.queries.progress import ProjectProgress, progress_in
from models.queries.statistics.events import BROUGHT, RECAST, read_events, seconds_of
from models.queries.statistics.scope import HasWork, instants, names_of
from models.store.database import HasRows
from models.store.rows import marks

if TYPE_CHECKING:
    from annotations.statistics.columns import Yes

STATES = """
SELECT max(3 * (label IN ({done})) + 2 * (label NOT IN ({done}) AND instr(ifnull(body, ''), '"skipped":') > 0)
  + (label NOT IN ({done}, 'new') AND instr(ifnull(body, ''), '"skipped":') = 0)) AS far
FROM item WHERE kind = 'progress' AND annotator IN ({names}) GROUP BY article
"""
FEW = 4  # people of whom each one's time is read by itself
SORTS = (("span", "confirmed"), ("span", "rejected"), ("fact", "confirmed"), ("fact", "rejected"))
COUNTS = ", ".join(
    f"count(*) FILTER (WHERE kind = '{kind}' AND status = '{status}')" for kind, status in SORTS
)
DATED = f"SELECT number FROM event WHERE at >= ? AND (? = '' OR at < ?) AND NOT {BROUGHT} AND NOT {RECAST}"


def overview(of: HasWork, scope: Scope, events: Events | None = None) -> Overview:
    """Return the first figures of that work; those of articles and of what is left are never of some days alone.

    `events`: what `read_events` gives, if they are read already.  UserError of a machine, or when a day is none.
    """
    rows, names = of.db, names_of(of.db, scope.annotator)
    confirmed, rejected, facts_confirmed, facts_rejected = _decided(rows, scope, names)
    left = _left(rows, scope.annotator)
    uncounted = left.uncounted if left else 0
    return Overview(
        scope,
        _articles(rows, names),
        DecidedItems(confirmed, rejected, left.spans if left else None, uncounted),
        DecidedItems(facts_confirmed, facts_rejected, left.facts if left else None, uncounted),
        seconds_worked(rows, scope, events),
    )


def worked(rows: HasRows, scope: Scope, events: Events) -> Yes:
    """Return which events end a time that was worked by whom the scope means: of gold, by whoever changed it."""
    if scope.annotator == GOLD:
        return events.among(
            [
                event
                for (event,) in rows.rows("SELECT DISTINCT event FROM touched WHERE annotator = ?", (GOLD,))
            ]
        )
    return events.ending(set(names_of(rows, scope.annotator)))


def seconds_worked(rows: HasRows, scope: Scope, events: Events | None) -> float:
    """Return the seconds worked within the scope, without pauses."""
    names = names_of(rows, scope.annotator)
    if events is None and not scope.is_bounded and scope.annotator != GOLD and len(names) <= FEW:
        return round(sum(seconds_of(rows, name) for name in names), 3)
    known = events or read_events(rows, scope)
    return round(float(known.gap[worked(rows, scope, known)].sum()), 3)


def _articles(rows: HasRows, names: list[str]) -> ArticleCounts:
    [(of,)] = rows.rows("SELECT count(*) FROM article")
    sql = STATES.format(done=marks(len(FINISHED)), names=marks(len(names)))
    sql = f"SELECT far, count(*) FROM ({sql}) GROUP BY far"
    far: dict[int, int] = dict(rows.rows(sql, (*FINISHED, *FINISHED, *FINISHED, *names)))
    done, skipped, started = far.get(3, 0), far.get(2, 0), far.get(1, 0)
    return ArticleCounts(done, started, of - done - skipped - started, skipped)


def _decided(rows: HasRows, scope: Scope, names: list[str]) -> tuple[int, ...]:
    """Return how many items there are of each of SORTS; within the scope's days, where it has some."""
    sql, values = f"SELECT {COUNTS} FROM item WHERE annotator IN ({marks(len(names))})", tuple(names)
    if scope.is_bounded:
        since, until = instants(scope)
        sql, values = f"{sql} AND event IN ({DATED})", (*values, since, until, until)
    return rows.rows(sql, values)[0]


def _left(rows: HasRows, annotator: str) -> ProjectProgress | None:
    """Return what is left to decide, None where that is nobody's: everyone decides the same suggestions, gold none."""
    if annotator in (EVERYONE, GOLD):
        return None
    followed = rows.rows("SELECT 1 FROM tallied WHERE annotator = ?", (annotator,))
    return progress_in(rows, annotator, is_followed=bool(followed))
