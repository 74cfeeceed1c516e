"""Pairs of facts of two annotators that speak of the same thing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from annotations.facts import Fact

Range = tuple[int, int]


def pair_facts(ours: Iterable[Fact], theirs: Iterable[Fact]) -> list[tuple[Fact, Fact]]:
    """Return pairs of matching facts, each fact in one pair at most, in text order of ours.

    Two match when their triggers share a character, or, where one has no trigger, when they are of one type
    and share a filler.  The nearest pair is made first: same id, same trigger and type, same trigger, then by
    overlap.
    """
    left, right = list(ours), list(theirs)
    return sorted(((left[i], right[j]) for i, j in paired(left, right)), key=lambda pair: pair[0].ranges())


def paired(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[tuple[int, int]]:
    """Return the places of the matching facts, those of the nearest pair first; see `pair_facts`."""
    ranked = sorted(
        (rank, i, j) for i, j in _near(ours, theirs) if (rank := _rank(ours[i], theirs[j])) is not None
    )
    return _one_to_one(ranked)


def _near(ours: Sequence[Fact], theirs: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    """Yield the places of all facts that may match, each two once: few of all that there are."""
    ids = {fact.id: j for j, fact in enumerate(theirs)}
    bare = [j for j, fact in enumerate(theirs) if fact.trigger is None]
    held = sorted((fact.trigger, j) for j, fact in enumerate(theirs) if fact.trigger)
    starts = [start for (start, _), _ in held]
    longest = max((end - start for (start, end), _ in held), default=0)
    for i, one in enumerate(ours):
        same = ids.get(one.id)
        if one.trigger is None:
            yield from ((i, j) for j in range(len(theirs)))
            continue
        start, end = one.trigger
        low, high = bisect_right(starts, start - longest), bisect_left(starts, end)
        near = [j for _, j in held[low:high]]
        yield from ((i, j) for j in (*near, *bare))
        if same is not None and same not in near and same not in bare:
            yield i, same


def _one_to_one(ranked: list[tuple[tuple[int, int], int, int]]) -> list[tuple[int, int]]:
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def _rank(one: Fact, other: Fact) -> tuple[int, int] | None:
    """Return how far two facts are apart, lower is nearer; None when they have nothing in common."""
    if one.id == other.id:
        return 0, 0
    same = one.type == other.type
    if one.trigger is None or other.trigger is None:
        shared = {(f.start, f.end) for f in one.fillers()} & {(f.start, f.end) for f in other.fillers()}
        return (5, -len(shared)) if same and shared else None
    if one.trigger == other.trigger:
        return (1 if same else 2), 0
    common = _common(one.trigger, other.trigger)
    return ((3 if same else 4), -common) if common > 0 else None


def _common(one: Range, other: Range) -> int:
    """Return the number of code points that the two ranges share."""
    return min(one[1], other[1]) - max(one[0], other[0])
