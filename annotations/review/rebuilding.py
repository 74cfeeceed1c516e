"""Decisions of before version 14, made anew in today's form from what there was when they were made.

Such a decision says by its id which items its case was of; what these said then is read from the log.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions, founded, old_decisions
from annotations.review.cases import Case, Comparison, Item, Ordered, case_key
from annotations.review.comparing import compare_sides
from annotations.review.decisions import ADDED, OTHER, gold_id
from annotations.sets import AnnotationSet, Boilerplate, Decision, State, Topic
from annotations.spans import Span, derived_id

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
    _compared: dict[object, Comparison] = field(default_factory=dict)
    _agreed: dict[object, list[Case]] = field(default_factory=dict)

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
        for is_agreed in (False, True):  # most are on cases; only then what all agree on is gone through
            for id_, said in old.items():
                if id_ not in gone and id_ in self.then:
                    new, ids = self._added(said) if said.choice == ADDED else self._on_case(said, is_agreed)
                    made += [new] if new else []
                    gone |= ids
        if not made:
            return self.gold
        marks = [said for said in founded.marks(self.gold) if not self._is_made_by_review(said.made[0])]
        gold = self.gold.lacking(*(old[id_] for id_ in gone)).having(*marks, *made)
        return decisions.of_sides(gold, self.names, only=only)

    def compared(self, sides: Sequence[AnnotationSet]) -> Comparison:
        """Return the comparison of the sets; of such as say the same it is made once."""
        key = _key(sides)
        if key not in self._compared:
            self._compared[key] = compare_sides(sides, ordered=self.ordered)
        return self._compared[key]

    def _added(self, said: Decision) -> tuple[Decision | None, set[str]]:
        for item in old_decisions.old_added(self.gold, said):
            key = derived_id(ADDED, self.gold.article, item.kind, gold_id(self.gold.article, item))
            new = replace(said, id=key, case=key, at=self.then[said.id].at, made=(item,))
            return new, {said.id}
        return None, set()

    def _on_case(self, said: Decision, is_agreed: bool) -> tuple[Decision | None, set[str]]:
        """Return the decision as it is made today, with the ids of all that stood for it; None where it cannot be."""
        then = self.then[said.id]
        case = self._case(said, then.sides, is_agreed) if then.sides else None
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

    def _case(self, said: Decision, sides: Sequence[AnnotationSet], is_agreed: bool) -> Case | None:
        """Return what was decided on: a case of those sides, or with `is_agreed` something that they agreed on."""
        found = self.compared(sides)
        cases: Sequence[Case] = (*found.cases, *found.following)
        if is_agreed:
            key = _key(sides)
            if key not in self._agreed:
                self._agreed[key] = [*found.agreed_cases]
            cases = self._agreed[key]
        return next((case for case in cases if old_decisions.old_key(case) == said.id), None)

    def _is_made_by_review(self, item: Item) -> bool:
        """Return whether the item has the id that a review gave it, under a name that it had then."""
        article = self.gold.article
        return any(item.id == gold_id(article, one) for one in self.past(item))


def _key(sides: Sequence[AnnotationSet]) -> object:
    """Return a value that is the same for sets whose items but for their state are the same objects."""
    kinds = (Span.kind, Fact.kind, Boilerplate.kind, Topic.kind)
    return tuple((made.annotator, *(id(made.items.get(kind)) for kind in kinds)) for made in sides)
