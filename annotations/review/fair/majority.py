"""The rule of the majority: which cases are decided where at least so many of the annotators agree, and how.

A case is decided by the one reading that so many have and no other has as many; having nothing is a reading too.
"""

from __future__ import annotations

from annotations.errors import UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions
from annotations.review.adjudication import Adjudication
from annotations.review.cases import Case, Difference
from annotations.review.fair.proposals import noted
from annotations.review.fair.votes import lowest_first, winner
from annotations.sets import AnnotationSet

LEAST = 2  # one alone is no majority
NOTE = "{} of {} agree"


@dataclass(frozen=True)
class Outcome:
    """The outcome of the rule in one article: the gold it gives, the cases it takes, and those that stay open."""

    gold: AnnotationSet
    taken: tuple[Case, ...]
    left: tuple[Case, ...]


def decided(work: Adjudication, least: int, *, by: str) -> Outcome:
    """Return what the rule does to the open cases of an article.  UserError for a majority of one."""
    if least < LEAST:
        raise UserError(f"A majority is {LEAST} annotators or more, not {least}.")
    open_ = work.open_cases
    won = [(case, found) for case in open_ if _is_fresh(work, case) and (found := winner(case, least))]
    gold = work.begun() if won else work.gold
    for case, found in won:
        note = noted(case, by, NOTE.format(found.votes, len(case.of)))
        gold = decisions.take(gold, case, found.who, by=by, note=note)
    taken = {case.key for case, _ in won}
    left = lowest_first(case for case in open_ if case.key not in taken)
    return Outcome(gold, tuple(case for case, _ in won), tuple(left))


def _is_fresh(work: Adjudication, case: Case) -> bool:
    """Return whether no reviewer has decided on the case: a rule overrules none, nor settles what two of them differ on."""
    is_plain = case.difference not in (Difference.GONE, Difference.CLASH, Difference.AGREED)
    return is_plain and not case.before and not work.conflict(case)
