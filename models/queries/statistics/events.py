"""The log's events, read as columns some at a time: `annotations/statistics/columns.py` says why."""

from __future__ import annotations

from annotations.statistics.columns import Codes, joined, numbers
from annotations.statistics.events import Events, made_events
from annotations.statistics.shapes import Scope
from models.queries.statistics.scope import instants
from models.store.database import HasRows

AT_ONCE = 20_000  # rows that are read at a time
LIVE = "kind IN ('edit', 'undo', 'redo')"  # somebody at work in this copy
BROUGHT = "(kind = 'base' OR (kind = 'merged' AND verb = 'import'))"  # what came with a file
RECAST = "(number IN (SELECT event FROM recast) OR ifnull(of IN (SELECT event FROM recast), 0))"
EVENTS = f"""
SELECT group_concat(number), group_concat(ms * 8 + said), json_group_array("by") FROM (
SELECT number, "by", ifnull(cast(round((julianday(at) - 2440587.5) * 86400000) AS INTEGER), 0) AS ms,
{LIVE} + 2 * {BROUGHT} + 4 * ({{within}} AND NOT {BROUGHT} AND NOT {{recast}}) AS said
FROM event WHERE number >= ? AND number < ? ORDER BY number)
"""


def read_events(rows: HasRows, scope: Scope) -> Events:
    """Return all events.  UserError when a day of the scope is none."""
    since, until = instants(scope)
    recast = RECAST if rows.rows("SELECT 1 FROM recast LIMIT 1") else "0"
    within = " AND ".join([f"at >= '{since}'"] * bool(since) + [f"at < '{until}'"] * bool(until)) or "TRUE"
    [(last,)] = rows.rows("SELECT ifnull(max(number), 0) FROM event")
    sql, people = EVENTS.format(within=within, recast=recast), Codes()
    parts = []
    for begin in range(1, last + 1, AT_ONCE):
        [(number, when, by)] = rows.rows(sql, (begin, begin + AT_ONCE))
        if number is not None:
            parts.append((numbers(number), numbers(when), people.of(by)))
    number, when, by = joined(parts, 3)
    return made_events(number, when, by, people.words)
