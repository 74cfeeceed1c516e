"""The comparison of two sets of labelled stretches: precision, recall, F, by label and over all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from typing import NamedTuple

from annotations.processes.quick_dataclass import dataclass

ALL = "all labels"


class Marking(NamedTuple):
    """A labelled stretch, code points."""

    start: int
    end: int
    label: str


Match = Callable[[Marking, Marking], bool]


@dataclass
class MatchCount:
    """The numbers of marked and of found stretches, and of each those with a counterpart in the other."""

    marked: int = 0
    found: int = 0
    hit: int = 0  # of the marked
    right: int = 0  # of the found

    def add(self, marked: int, found: int, hit: int, right: int) -> None:
        self.marked, self.found = self.marked + marked, self.found + found
        self.hit, self.right = self.hit + hit, self.right + right

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.marked if self.marked else 0.0

    @property
    def f(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Counts:
    """The counts by label, and those over all labels."""

    of: dict[str, MatchCount] = field(default_factory=dict)

    def add(self, marked: Iterable[Marking], found: Iterable[Marking], matches: Match) -> None:
        for label, (theirs, ours) in _by_label(marked, found).items():
            hit = sum(any(matches(one, other) for other in ours) for one in theirs)
            right = sum(any(matches(one, other) for other in theirs) for one in ours)
            for name in (label, ALL):
                self.of.setdefault(name, MatchCount()).add(len(theirs), len(ours), hit, right)


def exact(one: Marking, other: Marking) -> bool:
    """Return whether the bounds are the same; labels are compared before."""
    return one == other


def relaxed(one: Marking, other: Marking) -> bool:
    """Return whether two bounds have at least one character in common."""
    return one.start < other.end and other.start < one.end


def _by_label(
    marked: Iterable[Marking], found: Iterable[Marking]
) -> dict[str, tuple[list[Marking], list[Marking]]]:
    sides: dict[str, tuple[list[Marking], list[Marking]]] = {}
    for side, markings in enumerate((marked, found)):
        for marking in dict.fromkeys(markings):
            sides.setdefault(marking.label, ([], []))[side].append(marking)
    return sides


def compare(pairs: Iterable[tuple[Iterable[Marking], Iterable[Marking]]], matches: Match) -> Counts:
    """Return the counts over (marked, found) of each text."""
    counts = Counts()
    for marked, found in pairs:
        counts.add(marked, found, matches)
    return counts
