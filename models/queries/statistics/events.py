"""The log's events, read as columns some at a time: `annotations/statistics/columns.py` says why."""

from __future__ import annotations

from annotations.statistics.columns import Codes, joined, numbers
from annotations.statistics.events import Events, active_milliseconds, made_events
from annotations.statistics.shapes import Scope
from models.queries.statistics.scope import instants
from models.store.database import HasRows

AT_ONCE = 20_000  # rows that are read at a time
LIVE = "kind IN ('edit', 'undo', 'redo')"  # somebody at work in this copy
BROUGHT = "(kind = 'base' OR (kind = 'merged' AND verb = 'import'))"  # what came with a file
RECAST = "(number IN (SELECT event FROM recast) OR ifnull(of IN (SELECT event FROM recast), 0))"
SORT = (  # of an event as `made_events` takes it: live, brought, dated
    "CASE kind WHEN 'edit' THEN 5 WHEN 'undo' THEN 5 WHEN 'redo' THEN 5 WHEN 'base' THEN 2 "
    "WHEN 'merged' THEN iif(verb = 'import', 2, 4) ELSE 4 END"
)
MS = "ifnull(cast(round((julianday(at) - 2440587.5) * 86400000) AS INTEGER), 0)"
EVENTS = (
    'SELECT group_concat(number), group_concat(ms * 8 + sort), json_group_array("by") FROM '
    f'(SELECT number, "by", {MS} AS ms, {{sort}} AS sort FROM event WHERE number >= ? AND number < ? ORDER BY number)'
)
TIMES = f'SELECT group_concat({MS}) FROM event WHERE "by" = ? AND {LIVE}'


def read_events(rows: HasRows, scope: Scope) -> Events:
    """Return all events.  UserError when a day of the scope is none."""
    since, until = instants(scope)
    undated = [f"at < '{since}'"] * bool(since) + [f"at >= '{until}'"] * bool(until)
    undated += [RECAST] if rows.rows("SELECT 1 FROM recast LIMIT 1") else []
    sort = f"({SORT}) & iif({' OR '.join(undated)}, 3, 7)" if undated else SORT
    [(last,)] = rows.rows("SELECT ifnull(max(number), 0) FROM event")
    sql, people = EVENTS.format(sort=sort), Codes()
    parts = []
    for begin in range(1, last + 1, AT_ONCE):
        [(number, when, by)] = rows.rows(sql, (begin, begin + AT_ONCE))
        if number is not None:
            parts.append((numbers(number), numbers(when), people.of(by)))
    number, when, by = joined(parts, 3)
    return made_events(number, when, by, people.words)


def seconds_of(rows: HasRows, name: str) -> float:
    """Return the seconds that somebody worked, from the first edit on; quicker than all events."""
    [(times,)] = rows.rows(TIMES, (name,))
    return active_milliseconds(numbers(times)) / 1000 if times is not None else 0.0
