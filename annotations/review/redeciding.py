"""Cases that others have become of by a change in the schema, decided as they were.

A merge of labels can pair other spans, or leave one of two: then the cases are others, though nobody has
changed anything.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions
from annotations.review.cases import CLASH, Case, Content, Difference, Item, content, meet
from annotations.review.decisions import BOTH, NEITHER, OTHER, TAKE, gold_id
from annotations.review.founded import Footing
from annotations.review.standing import Standing, keys
from annotations.sets import Decision
from annotations.spans import derived_id

ROUNDS = 3  # what is decided can make facts follow, and so cases of them


def carried_on(was: Standing, now: Standing, said: Mapping[str, Decision | None]) -> Standing:
    """Return the review `now`, after a change, with what was decided before it: `said` by the ids it had then.

    Decisions whose case is no more go; what they said is said of the cases that took its place.  Of one that
    something open is part of, they are what was decided before.
    """
    stood = [new for one in was.decided.values() if (new := said.get(one.id))]
    was_open = {(who, item.id) for case in was.open for who, item in case.sides.items()}
    known = keys(now)
    lost = [new for new in stood if new.case and new.case not in known]
    held = decisions.decisions(now.gold)
    now = replace(now, gold=now.gold.lacking(*(new for new in lost if held.get(new.id) == new)))
    outcome = {content(item, now.comparison.ordered) for new in stood for item in new.made}
    outcome |= {
        content(one.item, now.comparison.ordered)
        for one in now.founded
        if one.how is Footing.AGREED and not one.said
    }
    for _ in range(ROUNDS):
        made = [
            _decided(case, lost, outcome)
            for case in now.open
            if not was_open & {(who, item.id) for who, item in case.sides.items()}
        ]
        fresh = [one for one in made if one]
        if not fresh:
            break
        now = replace(now, gold=now.gold.having(*fresh))
    left = [said for said in lost if any(_saw_of(said, case) for case in now.open)]
    return replace(now, gold=now.gold.having(*left)) if left else now


def _decided(case: Case, lost: Collection[Decision], outcome: Collection[Content]) -> Decision | None:
    """Return the decision on the case that those which lost theirs make; None where none was about its items."""
    is_clash = case.difference is Difference.CLASH
    mine = [said for said in lost if said.case.startswith(CLASH) is is_clash and _is_about(said, case)]
    if not mine:
        return None
    if is_clash:  # what clashes was decided, too; which of it stands was said there
        outcome = {content(item, case.ordered) for said in mine for item in said.made}
    latest = max(mine, key=lambda said: (said.at, said.id))
    choice = _choice(case, mine, outcome)
    return replace(
        latest,
        id=derived_id("decision", case.key, latest.by),
        choice=choice.word,
        case=case.key,
        saw=tuple((who, case.sides.get(who)) for who in case.of),
        made=choice.made,
        settles=(),
    )


@dataclass(frozen=True)
class _Choice:
    word: str
    made: tuple[Item, ...] = ()


def _choice(case: Case, mine: Collection[Decision], outcome: Collection[Content]) -> _Choice:
    """Return what is chosen: the sides that say what was decided, else what nobody says, else nothing."""
    taken = {who: item for who, item in case.sides.items() if content(item, case.ordered) in outcome}
    if len(taken) == len(case.sides) and len(case.readings()) > 1 and len(taken) > 1:
        return _Choice(BOTH, tuple(case.sides.values()))
    for who, item in taken.items():
        return _Choice(f"{TAKE} {who}", (item,))
    sides = {content(item, case.ordered) for item in case.sides.values()}
    for item in (item for said in mine for item in said.made):
        if content(item, case.ordered) not in sides and _meets(item, case):
            return _Choice(f"{OTHER} {gold_id(case.article, item)}", (item,))
    absent = next((who for who in case.of if who not in case.sides), None)
    return _Choice(f"{TAKE} {absent}" if absent else NEITHER)


def _is_about(said: Decision, case: Case) -> bool:
    return _saw_of(said, case) or any(
        _meets(item, case) for item in (*(item for _, item in said.saw if item), *said.made)
    )


def _saw_of(said: Decision, case: Case) -> bool:
    """Return whether the decision saw an item of the case."""
    saw = {(who, item.id) for who, item in said.saw if item}
    return bool(saw & {(who, item.id) for who, item in case.sides.items()})


def _meets(item: Item, case: Case) -> bool:
    return any(meet(item, other) for other in case.sides.values())
