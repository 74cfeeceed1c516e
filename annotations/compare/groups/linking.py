"""Linking: things joined by average link, strongest first, while nothing speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]  # the smaller first
MayJoin = Callable[[Sequence[int], Sequence[int]], bool]


def linked(
    pairs: Mapping[Pair, float],
    *,
    least: float,
    begun: Iterable[Sequence[int]] = (),
    may_join: MayJoin = lambda one, other: True,
    silent: float = 1.0,
) -> list[list[int]]:
    """Return the clusters of two or more, each in order, by their first.

    A pair without a score counts 0, and `silent` of a pair, in the average, which stays at `least` or above.  `begun` are clusters that
    are there already; `may_join` is asked before two are joined.  Of two as strong, the first comes first.
    """
    clusters = _Clusters(pairs, begun, silent)
    while join := clusters.strongest(least):
        if may_join(*(clusters.members[one] for one in join)):
            clusters.join(*join)
    return sorted(sorted(found) for found in clusters.members.values() if len(found) > 1)


class _Clusters:
    """Clusters by their first member, with the sums of the scores between them."""

    def __init__(self, pairs: Mapping[Pair, float], begun: Iterable[Sequence[int]], silent: float) -> None:
        self._silent = silent
        self.members: dict[int, list[int]] = {min(one): sorted(one) for one in begun if one}
        first_of = {place: first for first, found in self.members.items() for place in found}
        self._sums: dict[int, dict[int, float]] = {}
        self._known: dict[int, dict[int, int]] = {}
        for one, other in sorted(pairs):
            first, second = (first_of.setdefault(place, place) for place in (one, other))
            for at in (first, second):
                self.members.setdefault(at, [at])
            if first != second:
                self._add(first, second, pairs[one, other])
        self._heap = [
            self._entry(one, other) for one in self._sums for other in self._sums[one] if one < other
        ]
        heapify(self._heap)

    def strongest(self, least: float) -> Pair | None:
        """Return the two clusters with the highest average, None when it is below `least`; each two once."""
        while self._heap:
            below, one, other, sizes = heappop(self._heap)
            if -below < least:
                return None
            if one in self.members and other in self.members and sizes == self._sizes(one, other):
                return one, other
        return None

    def join(self, one: int, other: int) -> None:
        """Make the two one, under the smaller first member."""
        one, other = sorted((one, other))
        self.members[one] = sorted(self.members[one] + self.members.pop(other))
        for third, total in sorted(self._sums.pop(other, {}).items()):
            del self._sums[third][other]
            count = self._known[third].pop(other)
            if third != one:
                self._add(one, third, total, count)
        for third in self._sums.get(one, {}):
            heappush(self._heap, self._entry(one, third))

    def _add(self, one: int, other: int, score: float, count: int = 1) -> None:
        for a, b in ((one, other), (other, one)):
            row = self._sums.setdefault(a, {})
            row[b] = row.get(b, 0.0) + score
            known = self._known.setdefault(a, {})
            known[b] = known.get(b, 0) + count

    def _sizes(self, one: int, other: int) -> Pair:
        return len(self.members[min(one, other)]), len(self.members[max(one, other)])

    def _entry(self, one: int, other: int) -> tuple[float, int, int, Pair]:
        low, high = sorted((one, other))
        sizes = self._sizes(low, high)
        pairs, known = sizes[0] * sizes[1], self._known[low][high]
        mean = self._sums[low][high] / (known + self._silent * (pairs - known))
        return -round(mean, 9), low, high, sizes
