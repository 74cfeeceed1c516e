"""The log's events as columns: who pressed, when, and how long after the event before."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any

from annotations.pace import IDLE
from annotations.processes.quick_dataclass import dataclass
from annotations.statistics.columns import whole

if TYPE_CHECKING:
    from annotations.statistics.columns import Reals, Whole, Yes

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
    gap: Reals
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

    def ending(self, people: Collection[str]) -> Yes:
        """Return which of them end a time that was worked by one of those people."""
        import numpy as np

        whose: Yes = np.array([name in people for name in self.people], dtype=bool)
        return self.counted & whose[self.by]

    def among(self, numbers: Collection[int]) -> Yes:
        """Return which of them end a time that was worked, and have one of those numbers."""
        import numpy as np

        return self.counted & np.isin(self.number, whole(numbers))


def made_events(number: Whole, when: Whole, by: Whole, people: list[str]) -> Events:
    """Return the events with the gaps between them; `when`: milliseconds by 8, and of what sort they are.

    The sort has 1 for live, 2 for brought, 4 for dated.
    """
    import numpy as np

    ms, said = when >> 3, when & 7
    order = np.lexsort((number, ms, said & 1, by))
    gap = np.full(len(number), FAR)
    same = (by[order][1:] == by[order][:-1]) & ((said & 1)[order][1:] == (said & 1)[order][:-1])
    gap[order[1:][same]] = (np.diff(ms[order]) / 1000)[same]
    return Events(number, by, ms, gap, said & 1 > 0, said & 2 > 0, said & 4 > 0, people)


def active_milliseconds(times: Whole) -> int:
    """Return the sum of the gaps between times, those longer than IDLE left out: as `annotations.pace.active_seconds`."""
    import numpy as np

    ordered = np.sort(times)
    gaps = ordered[1:] - ordered[:-1]
    return int(gaps[gaps <= int(IDLE * 1000)].sum())
