"""Ranges of a text, in order and made one."""

from __future__ import annotations

from collections.abc import Iterable

Range = tuple[int, int]


def merged(ranges: Iterable[Range], *, touching: bool = False) -> list[Range]:
    """Return the ranges in order, those that share a character made one; perhaps those that touch too."""
    done: list[Range] = []
    for start, end in sorted(ranges):
        if done and start < done[-1][1] + touching:
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((start, end))
    return done
