"""Decisions of before version 14, made anew in today's form from what there was when they were made.

Such a decision says by its id which items its case was of; what these said then is read from the log.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotations.facts import Fact
from annotations.review import decisions, founded, old_decisions
from annotations.review.cases import Case, Item, Ordered, case_key
from annotations.review.comparing import alone, cases_of_agreed, compare
from annotations.review.decisions import ADDED, OTHER, gold_id
from annotations.sets import AnnotationSet, Decision, State
from annotations.spans import derived_id

UNDER_REVIEW = (State.IN_REVIEW, State.REVIEWED)
Past = Callable[[Item], Sequence[Item]]  # an item under the names that it had before


@dataclass(frozen=True)
class Then:
    """The time of the event that wrote a decision, and everybody's sets after it, under today's names."""

    number: int
    at: str
    sets: tuple[AnnotationSet, ...]

    @property
    def sides(self) -> tuple[AnnotationSet, ...]:
        return tuple(made for made in self.sets if made.state in UNDER_REVIEW)


@dataclass
class Rebuilding:
    """The gold of one article with its old decisions made anew; those of which nothing is known stay as they are.

    `then` is by the decisions' ids; `past` gives the names that gold's items may have had.
    """

    gold: AnnotationSet
    then: Mapping[str, Then]
    ordered: Ordered
    past: Past = lambda item: ()
    _cases: dict[tuple[int, ...], dict[str, Case]] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """Return whose work is reviewed: that which was when it was decided last."""
        latest = max(self.then.values(), key=lambda then: then.number, default=None)
        return sorted(made.annotator for made in latest.sides) if latest else []

    def rebuilt(self, *, only: bool) -> AnnotationSet:
        """Return the gold with what could be made anew, the same gold where nothing could; `only`: see `of_sides`."""
        old = decisions.decisions(self.gold)
        gone: set[str] = set()
        made: list[Decision] = []
        for id_, said in old.items():
            if id_ in gone or said.case or id_ not in self.then:
                continue
            if said.choice == ADDED:
                new, ids = self._added(said), {id_}
            else:
                new, ids = self._on_case(said)
            if new:
                made.append(new)
                gone |= ids
        if not made:
            return self.gold
        marks = [said for said in founded.marks(self.gold) if not self._is_made_by_review(said.made[0])]
        gold = self.gold.lacking(*(old[id_] for id_ in gone)).having(*marks, *made)
        return decisions.of_sides(gold, self.names, only=only)

    def _added(self, said: Decision) -> Decision | None:
        for item in old_decisions.old_added(self.gold, said):
            key = derived_id(ADDED, self.gold.article, item.kind, gold_id(self.gold.article, item))
            return replace(said, id=key, case=key, at=self.then[said.id].at, made=(item,))
        return None

    def _on_case(self, said: Decision) -> tuple[Decision | None, set[str]]:
        """Return the decision as it is made today, with the ids of all that stood for it; None where it cannot be."""
        then = self.then[said.id]
        case = self._cases_then(then).get(said.id)
        if case is None or sorted(case.of) != self.names:
            return None, set()
        found = old_decisions.with_items(said, case, self.gold)
        if found.choice.startswith(f"{OTHER} "):
            if not found.made:
                return None, set()
            found = replace(found, choice=f"{OTHER} {gold_id(case.article, found.made[0])}")
        new = replace(
            found,
            id=derived_id("decision", case.key, said.by),
            at=then.at,
            case=case.key,
            saw=tuple((who, case.sides.get(who)) for who in case.of),
        )
        return new, {said.id, *self._copies(said, case, new.made)}

    def _copies(self, said: Decision, case: Case, made: Sequence[Item]) -> list[str]:
        """Return the ids under which the decision lay once more, for each item that it overruled or added."""
        old = decisions.decisions(self.gold)
        ids = [item.id for item in (*case.sides.values(), *made)]
        for item in made:
            for one in (item, *self.past(item)):
                ids.append(gold_id(case.article, one))
                if isinstance(one, Fact):
                    ids.append(old_decisions.old_gold_id(case.article, one))
        keys = {case_key(case.article, [id_]) for id_ in ids}
        return [key for key in keys if key in old and replace(old[key], id=said.id) == said]

    def _cases_then(self, then: Then) -> dict[str, Case]:
        """Return what could be decided on then by the ids that decisions had: cases, and what all agreed on."""
        sides = then.sides
        found = tuple(map(id, sides))
        if found not in self._cases:
            if len(sides) > 1:
                compared = compare(sides, ordered=self.ordered)
                cases = [*compared.cases, *compared.following, *cases_of_agreed(sides, compared)]
            else:
                cases = [case for made in sides for case in alone(made, ordered=self.ordered).cases]
            self._cases[found] = {old_decisions.old_key(case): case for case in cases}
        return self._cases[found]

    def _is_made_by_review(self, item: Item) -> bool:
        """Return whether the item has the id that a review gave it, under a name that it had then."""
        article = self.gold.article
        return any(item.id == gold_id(article, one) for one in self.past(item))
