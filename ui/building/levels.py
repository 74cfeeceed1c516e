"""Boxes and brackets: of candidates that meet only one can have a box round its words, the others get a bracket below."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.fact_signs import SignedWords

LOWEST = 2  # levels of brackets; what meets more of them shares the lowest


def levels(candidates: Sequence[SignedWords]) -> list[int]:
    """Return for each candidate 0 for a box, else the level of its bracket, 1 right below the words.

    Spans come first, and of two the shorter: a name keeps its box inside a phrase, and no box stands in another.

    >>> levels([SignedWords(0, 16), SignedWords(0, 7), SignedWords(20, 30)])
    [1, 0, 0]
    """
    found = [0] * len(candidates)
    by_level: list[list[SignedWords]] = [[] for _ in range(LOWEST + 1)]
    for n in sorted(range(len(candidates)), key=lambda n: _rank(candidates[n])):
        one = candidates[n]
        free = (level for level, there in enumerate(by_level) if not any(_meet(one, o) for o in there))
        found[n] = next(free, LOWEST)
        by_level[found[n]].append(one)
    return found


def _rank(one: SignedWords) -> tuple[bool, int, int]:
    return not one.spans, one.end - one.start, one.start


def _meet(one: SignedWords, other: SignedWords) -> bool:
    return one.start < other.end and other.start < one.end
