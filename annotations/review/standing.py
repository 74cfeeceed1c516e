"""A review as it stands today: its cases, the outcome of each, and the gold that follows from them.

Gold is what all agree on, what standing decisions say, what a reviewer added, and what was imported as gold;
nothing else.  All of it is computed from the annotators' sets and the decisions, whatever the stored gold
holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions, founded, old_decisions
from annotations.review.cases import (
    CLASH,
    Case,
    Comparison,
    Difference,
    Item,
    Ordered,
    content,
    in_text,
    same,
)
from annotations.review.comparing import compare_sides
from annotations.review.fillers import FillerMoves, still_following
from annotations.review.founded import Footing, Founded
from annotations.review.lapsed import with_lapsed
from annotations.review.seals import sealed
from annotations.sets import AnnotationSet, Boilerplate, Decision, Progress, State, Topic
from annotations.spans import Span
from annotations.text.counts import counted

DERIVED = (Span.kind, Fact.kind, Boilerplate.kind, Topic.kind)  # the kinds of gold's items that are computed


@dataclass(frozen=True)
class Standing:
    """The review of one article as it stands: computed from the sides' comparison, their sets and the gold."""

    sets: tuple[AnnotationSet, ...]
    gold: AnnotationSet
    comparison: Comparison

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """Return all cases in the order to decide them, clashes last; agreed ones only where they were decided otherwise."""
        found = [*self._before_clashes, *self._plain[1]]
        return tuple(sorted(found, key=lambda case: (case.is_fact, case.difference is Difference.CLASH)))

    @cached_property
    def open(self) -> tuple[Case, ...]:
        """Return the cases that are still to be decided, in order."""
        return tuple(case for case in self.cases if case.key not in self.decided)

    @cached_property
    def decided(self) -> dict[str, Decision]:
        """Return the decisions that stand, by key of the case; one on which reviewers differ has none."""
        found = ((case, self._ruling(case)) for case in self._may_be_decided)
        return {case.key: said for case, said in found if said}

    @cached_property
    def conflicts(self) -> dict[str, list[Decision]]:
        """Return the decisions on which reviewers differ, by key of the case."""
        found = ((case, self.said_on(case)) for case in self._may_be_decided)
        return {case.key: said for case, said in found if decisions.differ(said)}

    @property
    def _may_be_decided(self) -> tuple[Case, ...]:
        return (*self.cases, *(self.comparison.agreed_cases if self._is_on_agreed else ()))

    def _ruling(self, case: Case) -> Decision | None:
        """Return the decision that stands on the case; None while it is open, or reviewers differ."""
        said = self.said_on(case)
        return said[-1] if said and not decisions.differ(said) else None

    def _outcome_of(self, case: Case) -> tuple[Item, ...] | None:
        """Return what is decided on the case; None while it is open."""
        said = self._ruling(case)
        return said.made if said else None

    def said_on(self, case: Case) -> list[Decision]:
        """Return the decisions of every reviewer on the case as it is, but for those that another has settled."""
        if case.difference is Difference.AGREED and not self._is_on_agreed:
            return []
        return self._by_case.get(case.key) or [
            old_decisions.with_items(said, case, self.gold)
            for said in self._old
            if said.id == old_decisions.old_key(case)
        ]

    @cached_property
    def _by_case(self) -> dict[str, list[Decision]]:
        return decisions.by_case(self.gold)

    @cached_property
    def _old(self) -> list[Decision]:
        """Return the decisions of before version 14, which do not say what they saw."""
        return [said for said in decisions.all_of(self.gold) if not said.case and decisions.is_on_case(said)]

    @cached_property
    def _elsewhere(self) -> list[Decision]:
        """Return the decisions that are on no case of what is compared: on what all agree on, or lapsed."""
        now = {case.key for case in (*self.comparison.cases, *self.comparison.following)}
        lost = (said for key, said in self._by_case.items() if not key.startswith(CLASH) and key not in now)
        return decisions.in_time(one for said in lost for one in said)

    @cached_property
    def _is_on_agreed(self) -> bool:
        """Return whether a decision may be on what all agree on: of most articles none is."""
        return bool(self._elsewhere or self._old)

    @cached_property
    def _before_clashes(self) -> list[Case]:
        """Return the comparison's cases, those that follow no decision, and what has changed since it was decided."""
        compared = [*still_following(self.comparison.cases, self._outcome_of), *self._unfollowed]
        if not self._elsewhere:
            return sorted(compared, key=_to_decide)
        now = {case.key for case in self.comparison.agreed_cases}
        lapsed = [said for said in self._elsewhere if said.case not in now]
        found, rest = with_lapsed(compared, lapsed)
        agreed, rest = with_lapsed(self.comparison.agreed_cases, rest)
        agreed = [case for case in agreed if case.before and not _is_as_decided(case)]
        gone = (_gone(self.comparison, said) for said in rest if said.made)
        gone_cases = {case.key: case for case in gone if not _is_held(self.comparison, case.before[-1])}
        return [*sorted([*found, *agreed], key=_to_decide), *gone_cases.values()]

    @cached_property
    def _unfollowed(self) -> list[Case]:
        """Return the facts that all have but for a filler whose span was decided as no one span."""
        return [case for case in self.comparison.following if self._outcomes_of(case) == "none"]

    def _outcomes_of(self, fact: Case) -> str:
        """Return what the span cases that the fact follows say: "one" span each, "none", or still "open"."""
        made = [self._outcome_of(self.comparison.by_key[key]) for key in self.comparison.follows[fact.key]]
        if any(items is None for items in made):
            return "open"
        return "one" if all(items is not None and len(items) == 1 for items in made) else "none"

    # --- gold

    @cached_property
    def founded(self) -> list[Founded]:
        """Return gold's items, each with what it rests on."""
        plain, _ = self._plain
        moves = FillerMoves.of(self._before_clashes, self.comparison.agreed_cases, self._outcome_of, plain)
        following = [case for case in self.comparison.following if self._outcomes_of(case) == "one"]
        facts = [
            *self._from_agreed(facts=True),
            *(
                Founded(case.sides[who := case.of[0]], Footing.AGREED, case.of, side=who)
                for case in following
            ),
            *self._from(facts=True),
            *self._apart(facts=True),
        ]
        return founded.united(
            self.gold.article, [*plain, *(moves.founded(self.gold.article, one) for one in facts)]
        )

    @cached_property
    def _plain(self) -> tuple[list[Founded], list[Case]]:
        """Return gold's items but facts, with what they rest on, and the clashes among them as cases."""
        found = [*self._from_agreed(facts=False), *self._from(facts=False), *self._apart(facts=False)]
        return self._unclashed(founded.united(self.gold.article, found))

    def _from_agreed(self, *, facts: bool) -> Iterable[Founded]:
        agreed = (case for case in self._before_clashes if case.difference is Difference.AGREED)
        reopened = {case.key for case in agreed}
        for case in self.comparison.agreed_cases:
            if case.is_fact is facts and not (reopened and case.key in reopened):
                if said := self._ruling(case):
                    yield from founded.decided(self.gold.article, case, said)
                elif not self.said_on(case):
                    item = case.sides[who := case.of[0]]
                    made = item if facts else founded.copy(self.gold.article, item)
                    yield Founded(made, Footing.AGREED, case.of, side=who)

    def _from(self, *, facts: bool) -> Iterable[Founded]:
        for case in self._before_clashes:
            if case.is_fact is facts and (said := self._ruling(case)):
                yield from founded.decided(self.gold.article, case, said)

    def _apart(self, *, facts: bool) -> Iterable[Founded]:
        """Yield what was added and what was imported."""
        return (one for one in founded.apart(self.gold) if isinstance(one.item, Fact) is facts)

    def _unclashed(self, found: list[Founded]) -> tuple[list[Founded], list[Case]]:
        """Return what is left when spans of equal bounds are decided on, and the cases of those that differ."""
        clashes: list[Case] = []
        # what is decided on one may have the bounds of others: then that is a case too
        while groups := [group for group in founded.alike(found) if not founded.is_one_choice(group)]:
            gone = {id(one) for group in groups for one in group}
            found = [one for one in found if id(one) not in gone]
            for group in groups:
                sides = founded.voices(group)
                case = Case(self.gold.article, Difference.CLASH, sides, tuple(sides), self.comparison.ordered)
                clashes.append(case)
                if (said := self._ruling(case)) and said.made:
                    found += founded.decided(self.gold.article, case, said)
            found = founded.united(self.gold.article, found)
        return found, sorted(clashes, key=in_text)

    # --- the stored gold

    def settled(self) -> AnnotationSet:
        """Return the gold set with just the items that follow, and the marks of what was imported.

        It is reviewed as long as what was approved is what there is.
        """
        gold = self.gold.having(*founded.marks(self.gold))
        gold = gold.lacking(*(item for kind in DERIVED for item in gold.items.get(kind, {}).values()))
        gold = gold.having(*(one.item for one in self.founded))
        if self.is_approved:
            gold = gold.having(Progress(State.REVIEWED))
        elif gold.state is State.REVIEWED:
            gold = gold.having(Progress(State.STARTED))
        return self.gold if gold == self.gold else gold

    @cached_property
    def is_approved(self) -> bool:
        """Return whether what was approved is what there is, with no case open; of an old approval whether it is there."""
        said = decisions.approval(self.gold)
        if said is None:
            return self.gold.state is State.REVIEWED and not self.open
        return not self.open and said.case == self.seal

    @cached_property
    def seal(self) -> str:
        """Return a value that changes when a side says something else, or gold would, or the article goes back."""
        return sealed(self.sets, (one.item for one in self.founded), self.gold)

    def wrong(self) -> list[str]:
        """Return what is wrong with the stored gold, a clause each: none, in a gold that follows."""
        now = self.settled()
        stored = {(kind, id_) for kind in DERIVED for id_ in self.gold.items.get(kind, {})}
        due = {(kind, id_) for kind in DERIVED for id_ in now.items.get(kind, {})}
        said = []
        if self.gold.state is State.REVIEWED:
            approval = decisions.approval(self.gold)
            if approval and approval.case != self.seal:
                said.append("work on it has changed since")
            if left := len(self.open):
                said.append("1 case is open" if left == 1 else f"{left:,} cases are open")
        if rest := len(stored - due):
            said.append(
                f"{counted(rest, 'item')} of it {'rests' if rest == 1 else 'rest'} on nothing any more"
            )
        if lack := len(due - stored):
            said.append(f"{counted(lack, 'item')} of it {'is' if lack == 1 else 'are'} missing")
        return said


def of_sets(sets: Sequence[AnnotationSet], gold: AnnotationSet, ordered: Ordered) -> Standing:
    """Return what stands of a review of those sets; of one alone every item is a case."""
    return Standing(tuple(sets), gold, compare_sides(sets, ordered=ordered))


def keys(now: Standing) -> set[str]:
    """Return the keys of the cases on which a decision would stand: also of agreed items, and facts that follow."""
    found = (*now.comparison.cases, *now.comparison.following, *now.comparison.agreed_cases, *now.cases)
    return {case.key for case in found}


def _is_as_decided(case: Case) -> bool:
    """Return whether all say by now what was decided once."""
    item = next(iter(case.sides.values()))
    return len(case.before[-1].made) == 1 and same(case.before[-1].made[0], item, case.ordered)


def _is_held(found: Comparison, said: Decision) -> bool:
    """Return whether all have, elsewhere, what that decision gave."""
    held = {content(item, found.ordered) for item in found.agreed}
    return all(content(item, found.ordered) in held for item in said.made)


def _gone(found: Comparison, said: Decision) -> Case:
    return Case(found.article, Difference.GONE, {}, found.annotators, found.ordered, (said,))


def _to_decide(case: Case) -> tuple[bool, int, int]:
    return case.is_fact, *case.place  # what is compared is in order already
