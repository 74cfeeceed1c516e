"""The votes on a case: which reading most annotators have, how many they are, and how far all agree.

Having nothing is a reading too.
"""

from __future__ import annotations

from collections.abc import Iterable

from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import Case


@dataclass(frozen=True)
class Leading:
    """The reading that most annotators have: one of them, how many they are, and whether no other has as many."""

    who: str
    votes: int
    is_alone: bool


def vote(case: Case) -> Leading:
    """Return the reading that most annotators of the case have."""
    said = sorted(case.readings().values(), key=lambda who: (-len(who), case.of.index(who[0])))
    return Leading(said[0][0], len(said[0]), len(said) == 1 or len(said[1]) < len(said[0]))


def agreement(case: Case) -> float:
    """Return which share of the annotators have the reading that most have: 1.0 where all agree."""
    return vote(case).votes / len(case.of)


def lowest_first(cases: Iterable[Case]) -> list[Case]:
    """Return the cases with the lowest agreement first; of equal agreement in the order they are in."""
    return sorted(cases, key=agreement)


def winner(case: Case, least: int) -> Leading | None:
    """Return the reading that at least so many annotators have and no other has as many; None for none."""
    found = vote(case)
    return found if found.is_alone and found.votes >= least else None
