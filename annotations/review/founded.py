"""Gold's items, each with what it rests on: agreement, a decision, a reviewer's addition, or an import."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions, old_decisions
from annotations.review.cases import Case, Difference, Item, content
from annotations.review.comparing import confirmed
from annotations.sets import AnnotationSet, Decision
from annotations.spans import Span, Status, derived_id


class Footing(StrEnum):
    """The footing of an item of gold: what it rests on."""

    AGREED = "agreed"
    DECIDED = "decided"
    ADDED = "added"
    IMPORTED = "imported"


@dataclass(frozen=True)
class Founded:
    """An item of gold, as gold has it, and what it rests on.

    `agreed` are the annotators who all have it, `said` the decision that gives it; `side` is the annotator
    whose spans its fillers refer to, "" for a reviewer's own.
    """

    item: Item
    how: Footing
    agreed: tuple[str, ...] = ()
    said: Decision | None = None
    side: str = ""

    @property
    def voice(self) -> str:
        """Return the name under which it stands in a clash."""
        return self.said.by if self.said and self.said.by else self.how.value


def copy(article: str, item: Item) -> Item:
    """Return the item as gold has it: its id depends on its content alone, so that equal decisions agree.

    A fact's fillers are left as they are.
    """
    if isinstance(item, Span):
        return Span(
            decisions.gold_id(article, item),
            item.start,
            item.end,
            item.label,
            Status.CONFIRMED,
            item.origin,
            item.score,
            None,
            item.entity,
        )
    if isinstance(item, Fact):
        return replace(item, id=decisions.gold_id(article, item), status=Status.CONFIRMED)
    return item


def decided(article: str, case: Case, said: Decision) -> list[Founded]:
    """Return what the decision on the case gives gold."""
    kind, _, who = said.choice.partition(" ")
    if kind == decisions.TAKE and who in case.sides and case.difference is not Difference.CLASH:
        return [Founded(copy(article, case.sides[who]), Footing.DECIDED, said=said, side=who)]
    if kind == decisions.BOTH:
        return [
            Founded(copy(article, item), Footing.DECIDED, said=said, side=who)
            for who, item in case.sides.items()
        ]
    return [Founded(copy(article, item), Footing.DECIDED, said=said) for item in said.made]


def apart(gold: AnnotationSet) -> list[Founded]:
    """Return what was added by a reviewer and what was imported."""
    found = []
    for said in decisions.all_of(gold):
        if said.choice == decisions.ADDED:
            items = said.made or old_decisions.old_added(gold, said)
            found += [Founded(copy(gold.article, item), Footing.ADDED, said=said) for item in items]
    return [*found, *(Founded(item, Footing.IMPORTED) for item in imported(gold))]


def imported(gold: AnnotationSet) -> list[Item]:
    """Return the items that came as gold from a file: those marked so, or all where no review has begun.

    Of a review begun before version 14: those that are not as a review makes them.
    """
    steps = decisions.all_of(gold)
    own = confirmed(gold)
    if marked := [said for said in steps if said.choice == decisions.IMPORTED]:
        return [item for said in marked for item in said.made]
    if any(said.case for said in steps):
        return []
    if steps:
        return [item for item in own if not _is_made_by_review(gold.article, item)]
    return own


def _is_made_by_review(article: str, item: Item) -> bool:
    if isinstance(item, Fact) and item.id == old_decisions.old_gold_id(article, item):
        return True
    return not isinstance(item, Span | Fact) or copy(article, item).id == item.id


def marks(gold: AnnotationSet) -> list[Decision]:
    """Return the marks of what was imported, where a review begins."""
    if any(said.case or said.choice == decisions.IMPORTED for said in decisions.all_of(gold)):
        return []
    return [
        Decision(derived_id(decisions.IMPORTED, item.kind, item.id), decisions.IMPORTED, made=(item,))
        for item in imported(gold)
    ]


def united(article: str, found: Iterable[Founded]) -> list[Founded]:
    """Return the items, each once: what all agree on goes before a decision, that before an addition."""
    order = {how: place for place, how in enumerate(Footing)}
    kept: dict[tuple[str, str], Founded] = {}
    for one in sorted(found, key=lambda one: order[one.how]):
        id_ = one.item.id if one.how is not Footing.IMPORTED else decisions.gold_id(article, one.item)
        kept.setdefault((one.item.kind, id_), one)
    return list(kept.values())


def alike(found: Iterable[Founded]) -> list[list[Founded]]:
    """Return the items in groups: spans of equal bounds together, everything else by itself."""
    groups: dict[object, list[Founded]] = {}
    for number, one in enumerate(found):
        key = (one.item.start, one.item.end) if isinstance(one.item, Span) else number
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def is_one_choice(group: list[Founded]) -> bool:
    """Return whether spans of equal bounds may stand side by side: somebody chose so, or all agree on them."""
    if len(group) == 1 or all(one.how is Footing.AGREED for one in group):
        return True
    if all(one.how is Footing.IMPORTED for one in group):
        return True
    keys = {one.said.case for one in group if one.said}
    return len(keys) == 1 and all(one.said and one.said.choice == decisions.BOTH for one in group)


def voices(group: list[Founded]) -> dict[str, Item]:
    """Return what gold would say of the same words, by who says so: a second voice of one reviewer is numbered."""
    said: dict[str, Item] = {}
    for one in sorted(group, key=lambda one: repr(content(one.item))):  # not by what the sides are called
        name, number = one.voice, 2
        while name in said:
            name, number = f"{one.voice} {number}", number + 1
        said[name] = one.item
    return said
