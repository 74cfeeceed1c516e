"""The rule of the majority: which cases are decided where at least so many of the annotators agree, and how.

A case is decided by the one reading that so many have and no other has as many; having nothing is a reading too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotations.errors import UserError
from annotations.review import decisions
from annotations.review.adjudication import Adjudication
from annotations.review.cases import Case
from annotations.sets import AnnotationSet

LEAST = 2  # one alone is no majority
NOTE = "{} of {} agree"


@dataclass(frozen=True)
class Vote:
    """The reading that most annotators have: one of them, how many they are, and whether no other has as many."""

    who: str
    votes: int
    is_alone: bool


@dataclass(frozen=True)
class Outcome:
    """The outcome of the rule in one article: the gold it gives, the cases it takes, and those that stay open."""

    gold: AnnotationSet
    taken: tuple[Case, ...]
    left: tuple[Case, ...]


def vote(case: Case) -> Vote:
    """Return the reading that most annotators of the case have."""
    said = sorted(case.readings().values(), key=lambda who: (-len(who), case.of.index(who[0])))
    return Vote(said[0][0], len(said[0]), len(said) == 1 or len(said[1]) < len(said[0]))


def agreement(case: Case) -> float:
    """Return which share of the annotators have the reading that most have: 1.0 where all agree."""
    return vote(case).votes / len(case.of)


def lowest_first(cases: Iterable[Case]) -> list[Case]:
    """Return the cases with the lowest agreement first; of equal agreement in the order they are in."""
    return sorted(cases, key=agreement)


def winner(case: Case, least: int) -> Vote | None:
    """Return the reading that at least so many annotators have and no other has as many; None for none."""
    found = vote(case)
    return found if found.is_alone and found.votes >= least else None


def decided(work: Adjudication, least: int, *, by: str) -> Outcome:
    """Return what the rule does to the open cases of an article.  UserError for a majority of one."""
    if least < LEAST:
        raise UserError(f"A majority is {LEAST} annotators or more, not {least}.")
    open_ = work.open_cases
    won = [(case, found) for case in open_ if (found := winner(case, least))]
    gold = work.begun() if won else work.gold
    for case, found in won:
        note = NOTE.format(found.votes, len(case.of))
        gold = decisions.take(gold, case, found.who, by=by, note=note)
    taken = {case.key for case, _ in won}
    left = lowest_first(case for case in open_ if case.key not in taken)
    return Outcome(gold, tuple(case for case, _ in won), tuple(left))
