"""The log's events as columns: who pressed, when, and how long after the event before.

The database reads and writes them as arrays, some at a time: a row object for each would cost more than the query,
and the window would wait for it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from annotations.pace import IDLE
from annotations.statistics.shapes import Scope
from models.queries.statistics.scope import instants
from models.store.database import HasRows
from models.store.rows import Row

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]
    Yes = NDArray[np.bool_]

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
BLOCK = 900_000  # milliseconds; every time zone of today is whole blocks away from UTC
FAR = 1e12  # seconds: longer than any pause


@dataclass(frozen=True)
class Events:
    """All events in the order of their numbers: arrays of one length.

    `gap`: seconds since the event before of the same person, FAR without one.  `dated`: done at work within the
    scope's days, here or in a copy that was merged; neither brought by a file nor by a change of the schema.
    """

    number: Whole
    by: Whole  # places in `people`
    ms: Whole  # since 1970, UTC
    gap: NDArray[np.float64]
    live: Yes
    brought: Yes
    dated: Yes
    people: list[str]

    def places(self, numbers: Whole) -> Whole:
        """Return the places of the events of those numbers."""
        import numpy as np

        found: Whole = np.searchsorted(self.number, numbers)
        return np.minimum(found, len(self.number) - 1)

    @property
    def counted(self) -> Yes:
        """Return of which events the time before them was worked: no pause, within the scope's days."""
        return self.live & self.dated & (self.gap <= IDLE)

    def days(self, places: Whole, weights: Any = None) -> dict[str, float]:
        """Return how many of the events were on each day, or the sum of their `weights`.

        A day is one of this computer's time zone, ISO 8601.
        """
        import numpy as np

        blocks, of = np.unique(self.ms[places] // BLOCK, return_inverse=True)
        found: dict[str, float] = {}
        for block, sum_ in zip(blocks.tolist(), np.bincount(of, weights, len(blocks)).tolist(), strict=True):
            day = datetime.fromtimestamp(block * BLOCK / 1000).date().isoformat()
            found[day] = found.get(day, 0) + sum_
        return found


def read_events(rows: HasRows, scope: Scope) -> Events:
    """Return all events.  UserError when a day of the scope is none."""
    import numpy as np

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
    ms, said = when >> 3, when & 7
    order = np.lexsort((number, ms, said & 1, by))
    gap = np.full(len(number), FAR)
    same = (by[order][1:] == by[order][:-1]) & ((said & 1)[order][1:] == (said & 1)[order][:-1])
    gap[order[1:][same]] = (np.diff(ms[order]) / 1000)[same]
    return Events(number, by, ms, gap, said & 1 > 0, said & 2 > 0, said & 4 > 0, people.words)


class Codes:
    """The codes of words: their places in `words`, in the order in which they were met."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    @property
    def words(self) -> list[str]:
        return list(self._codes)

    def of(self, listed: str) -> Whole:
        """Return the codes of the words in a JSON array."""
        import numpy as np

        words, codes = json.loads(listed), self._codes
        for word in set(words):
            codes.setdefault(word, len(codes))
        return np.fromiter(map(codes.__getitem__, words), dtype=np.int64, count=len(words))


def numbers(listed: str, type_: Any = int) -> Any:
    """Return the numbers in a text with commas, as `group_concat` makes it, as an array."""
    import numpy as np

    return np.fromstring(listed, dtype=type_, sep=",")


def joined(parts: Sequence[Row], width: int) -> list[Any]:
    """Return the columns of all parts, each made one array; without parts empty ones of whole numbers."""
    import numpy as np

    empty: list[Any] = [np.zeros(0, dtype=np.int64)] * width
    return [np.concatenate(column) for column in zip(*parts, strict=True)] if parts else empty
