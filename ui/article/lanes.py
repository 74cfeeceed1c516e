"""Lanes: how far the boxes of overlapping spans stand off the text, so that each can be seen.

Shorter spans lie inside longer ones: the innermost has lane 0, and a span lies one lane outside of whatever
it overlaps. There are no more than `LANES`, so that a thousand overlapping spans stay cheap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

LANES = 6


def lanes(ranges: Sequence[tuple[int, int]]) -> list[int]:
    """Return the lane of each half-open range.

    >>> lanes([(0, 20), (0, 5), (15, 30), (40, 50)])
    [1, 0, 0, 0]
    """
    found = [0] * len(ranges)
    taken = [_Lane() for _ in range(LANES)]
    for index in sorted(range(len(ranges)), key=lambda index: ranges[index][1] - ranges[index][0]):
        start, end = ranges[index]
        inner = next((lane for lane in reversed(range(LANES)) if taken[lane].meets(start, end)), -1)
        found[index] = min(inner + 1, LANES - 1)
        taken[found[index]].add(start, end)
    return found


class _Lane:
    """Ranges of one lane by start; they never overlap, but in the last lane."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def meets(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start

    def add(self, start: int, end: int) -> None:
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)
