"""The work that statistics count, laid out once in temporary tables: events with their gaps, spans with their fates.

`docs/statistics.md` says what each word means.  All parts are counted from these tables, so they go together.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from annotations.errors import UserError
from annotations.schema.types import Schema
from annotations.sets import GOLD
from annotations.statistics.shapes import EVERYONE, Scope
from models.queries.people import machines_in, people
from models.store.database import HasRows
from models.store.edit_log import changes

LIVE = "kind IN ('edit', 'undo', 'redo')"  # somebody at work in this copy
BROUGHT = "(kind = 'base' OR (kind = 'merged' AND verb = 'import'))"  # what came with a file
TABLES = ("who", "person", "event", "brought", "span")
NO_DAY = "{} is no day: write it like 2024-01-23."

EVENTS = f"""
CREATE TEMP TABLE counted_event AS
SELECT number, "by", {LIVE} AS live, {BROUGHT} AS brought, ifnull({{within}} AND NOT {BROUGHT} AND NOT recast, 0) AS dated,
date(at, 'localtime') AS day, round(at_s - lag(at_s) OVER (PARTITION BY "by", {LIVE} ORDER BY at_s, number), 3) AS gap
FROM (SELECT number, "by", kind, verb, at, (julianday(at) - 2440587.5) * 86400 AS at_s,
number IN (SELECT event FROM recast) OR ifnull(of IN (SELECT event FROM recast), 0) AS recast FROM event)
"""
EDITED_IMPORTS = """
SELECT touched.article, annotator FROM touched JOIN temp.counted_event e ON number = event
WHERE annotator IN (SELECT annotator FROM temp.counted_who) GROUP BY touched.article, annotator
HAVING max(brought) AND min(brought) = 0
"""
IMPORTS = """
SELECT body FROM touched JOIN event ON number = event WHERE article = ? AND annotator = ? AND kind = 'base'
"""
SPANS = """
CREATE TEMP TABLE counted_span AS
SELECT article, annotator, id, label, ifnull(first_label, label) AS said, confirmed, origin, score, i.event, start, "end",
CASE
WHEN brought OR (article, annotator, id) IN (SELECT article, annotator, id FROM temp.counted_brought) THEN 'imported'
WHEN origin = annotator OR (annotator = 'gold' AND origin IN (SELECT name FROM temp.counted_person)) THEN
  iif(confirmed, 'by_hand', 'dropped')
WHEN NOT confirmed THEN 'rejected'
WHEN first_label IS NULL THEN 'taken'
WHEN first_label = label THEN 'bounds'
WHEN first_start = start AND first_end = "end" THEN 'relabelled'
ELSE 'both' END AS fate
FROM (SELECT article, annotator, id, start, "end", label, status = 'confirmed' AS confirmed, ifnull(origin, '') AS origin,
  score, event, json_extract(body, '$.first[0]') AS first_start, json_extract(body, '$.first[1]') AS first_end,
  json_extract(body, '$.first[2]') AS first_label
  FROM item WHERE kind = 'span' AND status IN ('confirmed', 'rejected')
  AND annotator IN (SELECT annotator FROM temp.counted_who)) i
JOIN temp.counted_event e ON e.number = i.event WHERE dated OR NOT {bounded}
"""


class HasWork(Protocol):
    """An open project, or a file that is read beside it, as far as statistics know it."""

    @property
    def db(self) -> HasRows: ...

    @property
    def schema(self) -> Schema: ...


def names_of(rows: HasRows, annotator: str) -> list[str]:
    """Return whose work is meant: of EVERYONE all people, neither gold nor machines.  UserError of a machine."""
    machines = machines_in(rows)
    if annotator in machines:
        raise UserError(
            f"{annotator} is a machine here ({machines[annotator]}): its work is no decision to count."
        )
    return [name for name in people(rows) if name not in machines] if annotator == EVERYONE else [annotator]


def lay_out(rows: HasRows, scope: Scope) -> None:
    """Make the temporary tables anew, of the work of that scope as it stands now.  UserError as `names_of`, `instants`."""
    since, until = instants(scope)
    names, machines = names_of(rows, scope.annotator), machines_in(rows)
    for table in TABLES:
        rows.rows(f"DROP TABLE IF EXISTS temp.counted_{table}")
    _listed(rows, "who", "annotator", names)
    _listed(rows, "person", "name", [*people(rows), *names] if scope.annotator == GOLD else names)
    del machines
    within = " AND ".join([f"at >= '{since}'"] * bool(since) + [f"at < '{until}'"] * bool(until) or ["TRUE"])
    rows.rows(EVENTS.format(within=within))
    rows.rows("CREATE UNIQUE INDEX temp.counted_event_number ON counted_event (number)")
    _lay_out_brought(rows)
    rows.rows(SPANS.format(bounded=int(scope.is_bounded)))


def instants(scope: Scope) -> tuple[str, str]:
    """Return from when and before when an event counts, as the log writes it; "" of an open end.

    UserError when one of the scope's days is none.
    """
    return _begin(scope.since, 0), _begin(scope.until, 1)


def _begin(day: str, later: int) -> str:
    if not day:
        return ""
    try:
        local = datetime.combine(date.fromisoformat(day) + timedelta(days=later), time()).astimezone()
    except (ValueError, OverflowError) as error:
        raise UserError(NO_DAY.format(day)) from error
    return local.astimezone(UTC).isoformat(timespec="milliseconds")


def _listed(rows: HasRows, table: str, column: str, names: list[str]) -> None:
    rows.rows(f"CREATE TEMP TABLE counted_{table} ({column} TEXT PRIMARY KEY) WITHOUT ROWID")
    for name in names:
        rows.rows(f"INSERT OR IGNORE INTO temp.counted_{table} VALUES (?)", (name,))


def _lay_out_brought(rows: HasRows) -> None:
    """List what came with a file into sets that somebody went on with: changed there, it is no suggestion."""
    rows.rows(
        "CREATE TEMP TABLE counted_brought (article, annotator, id, PRIMARY KEY (article, annotator, id)) WITHOUT ROWID"
    )
    for article, annotator in rows.rows(EDITED_IMPORTS):
        for (body,) in rows.rows(IMPORTS, (article, annotator)):
            for item in (item for change in changes(body) for item in change.added):
                rows.rows(
                    "INSERT OR IGNORE INTO temp.counted_brought VALUES (?, ?, ?)",
                    (article, annotator, item.id),
                )
