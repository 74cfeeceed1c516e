"""Review across articles: where annotators' entities, groups and verdicts differ, and what gold takes of them.

There is no state and no list of decisions: a case is decided when gold's own project set says something of all its
places, and whoever changes that set decides again.  Annotators are held against each other by place, since their
spans and facts may have different ids.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from annotations.compare.comparison import ComparedEntity, ComparedGroup, CrossComparison, JudgedRow
from annotations.compare.items import (
    Entity,
    FactGroup,
    Grouped,
    JudgedRole,
    Member,
    Verdict,
)
from annotations.sets import AnnotationSet, Item
from annotations.spans import derived_id

What = Literal["entity", "group", "verdict"]
Place = tuple[str, int, int, str]  # article, start, end; of a fact its type, of a mention nothing
One = ComparedEntity | ComparedGroup
ABOUT: Mapping[What, str] = {"entity": "Entity", "group": "Group", "verdict": "Verdict"}


@dataclass(frozen=True)
class Side:
    """What one annotator says in a case: entities or groups, or a verdict on a role with its reason."""

    parts: tuple[One, ...] = ()
    verdict: Verdict | None = None
    row: JudgedRow | None = None


@dataclass(frozen=True)
class AcrossCase:
    """A difference of annotators.  `sides` by annotator, also of those who say nothing there; `role` of a verdict.

    `gold` is what gold says of it, None while it does not; the case is open then.
    """

    what: What
    key: str
    name: str
    sides: Mapping[str, Side]
    role: str = ""
    gold: Side | None = None

    @property
    def is_open(self) -> bool:
        return self.gold is None


@dataclass(frozen=True)
class AcrossReview:
    """What a review across articles finds: the cases, and what all who say something agree on, by an annotator."""

    cases: tuple[AcrossCase, ...]
    agreed: tuple[tuple[str, One], ...]

    @property
    def open(self) -> tuple[AcrossCase, ...]:
        return tuple(case for case in self.cases if case.is_open)


def review(sides: Sequence[CrossComparison], gold: CrossComparison) -> AcrossReview:
    """Hold two annotators or more against each other, and gold against the cases; all over the same articles."""
    cases: list[AcrossCase] = []
    agreed: list[tuple[str, One]] = []
    by: tuple[tuple[What, list[tuple[str, Sequence[One]]], Sequence[One]], ...] = (
        ("entity", [(one.annotator, one.entities) for one in sides], gold.entities),
        ("group", [(one.annotator, one.groups) for one in sides], gold.groups),
    )
    for what, lists, of_gold in by:
        held = {
            id_: (who, one)
            for who, ones in lists
            for one in ones
            if places(one)
            for id_ in [f"{who}/{one.id}"]
        }
        in_gold = {place: one for one in of_gold for place in places(one)}
        for ids in _touching({id_: places(one) for id_, (_, one) in held.items()}):
            its = {who: Side(tuple(held[id_][1] for id_ in ids if held[id_][0] == who)) for who, _ in lists}
            if _is_agreed(its):
                agreed.append(held[min(ids)])
            else:
                cases.append(_case(what, its, in_gold))
    cases += _verdicts(sides, gold)
    return AcrossReview(
        tuple(sorted(cases, key=lambda case: (list(ABOUT).index(case.what), case.name, case.key))),
        tuple(agreed),
    )


def places(one: One) -> frozenset[Place]:
    """Return the places of the mentions or facts that a person settled, and that are there."""
    if isinstance(one, ComparedEntity):
        return frozenset(
            (m.article, m.start, m.end, "") for m in one.mentions if m.is_settled and not m.is_gone
        )
    return frozenset(
        (fact.article, *fact.fact.fact.place, fact.type)
        for fact in one.facts
        if fact.is_settled and fact.fact
    )


def take(said: AnnotationSet, case: AcrossCase, side: Side, *, held: Sequence[One] = ()) -> AnnotationSet:
    """Return gold's project set with what one side says in a case, in place of what gold said there.

    `held`: gold's entities or groups as they stand.
    """
    if case.what == "verdict":
        return _judged(said, case, side)
    made = said.lacking(*_said_of(said, case, held))
    for one in side.parts:
        made = made.having(*items_of(one))
    return made


def take_neither(said: AnnotationSet, case: AcrossCase, *, held: Sequence[One] = ()) -> AnnotationSet:
    """Return gold's project set with every mention or fact of the case on its own."""
    made = said.lacking(*_said_of(said, case, held))
    seen: set[Place] = set()
    for item in (item for side in case.sides.values() for one in side.parts for item in items_of(one)):
        place = _place_of(item)
        if place is None or place in seen:
            continue
        seen.add(place)
        id_ = derived_id("alone", *place)
        if isinstance(item, Member):
            made = made.having(
                Entity(id_, "", item.label), Member(item.id, id_, item.start, item.end, item.label)
            )
        elif isinstance(item, Grouped):
            made = made.having(FactGroup(id_, "", item.type), Grouped(item.id, id_, item.type, item.trigger))
    return made


def approve(said: AnnotationSet, found: AcrossReview, gold: CrossComparison) -> AnnotationSet:
    """Return gold's project set with all that is agreed on and that gold says nothing of as yet."""
    held: list[One] = [*gold.entities, *gold.groups]
    taken = {place for one in held for place in places(one)}
    made = said
    for _, one in found.agreed:
        if not places(one) & taken:
            made = made.having(*items_of(one))
            for row in one.verdicts if isinstance(one, ComparedGroup) else ():
                made = made.having(*([row.judged] if row.judged else []))
    return made


def items_of(one: One) -> list[Item]:
    """Return the items that make up an entity or group as a person settled it."""
    if isinstance(one, ComparedEntity):
        settled = (m for m in one.mentions if m.is_settled and not m.is_gone)
        return [
            one.item or Entity(one.id, one.name, one.label),
            *(Member(m.key, one.id, m.start, m.end, m.label) for m in settled),
        ]
    facts = (fact for fact in one.facts if fact.is_settled and fact.fact)
    return [
        one.item or FactGroup(one.id, one.name, one.type),
        *(Grouped(f.key, one.id, f.type, f.fact.fact.trigger if f.fact else None) for f in facts),
    ]


def _touching(held: Mapping[str, frozenset[Place]]) -> list[list[str]]:
    """Return the ids by which of them share a place, also through others; in the order of the ids."""
    by_place: dict[Hashable, list[str]] = {}
    joined: dict[str, list[str]] = {}
    for id_ in sorted(held):
        joined[id_] = [id_]
        for place in sorted(held[id_]):
            by_place.setdefault(place, []).append(id_)
    for ids in by_place.values():
        for other in ids[1:]:
            ours, theirs = joined[ids[0]], joined[other]
            if ours is not theirs:
                ours += theirs
                joined |= dict.fromkeys(theirs, ours)
    return list({id(ids): sorted(ids) for ids in joined.values()}.values())


def _is_agreed(sides: Mapping[str, Side]) -> bool:
    """Return whether every annotator says the same: the same places together, under the same label or type."""
    said = [{(places(one), _sort(one)) for one in side.parts} for side in sides.values()]
    return all(one == said[0] for one in said)


def _sort(one: One) -> str:
    return one.label if isinstance(one, ComparedEntity) else one.type


def _case(what: What, sides: Mapping[str, Side], in_gold: Mapping[Place, One]) -> AcrossCase:
    parts = [one for side in sides.values() for one in side.parts]
    every = sorted({place for one in parts for place in places(one)})
    gold = list({in_gold[place].id: in_gold[place] for place in every if place in in_gold}.values())
    is_decided = all(place in in_gold for place in every)
    key = derived_id(what, *(part for place in every for part in place))
    name = max(parts, key=lambda one: (len(places(one)), one.name)).name
    return AcrossCase(what, key, name, sides, gold=Side(tuple(gold)) if is_decided else None)


def _verdicts(sides: Sequence[CrossComparison], gold: CrossComparison) -> list[AcrossCase]:
    """Return the roles of groups with the same facts on which verdicts differ, one of them a person's at least."""
    by: dict[frozenset[Place], dict[str, ComparedGroup]] = {}
    for side in sides:
        for group in side.groups:
            if its := places(group):
                by.setdefault(its, {})[side.annotator] = group
    of_gold = {places(group): group for group in gold.groups}
    found = []
    for its, groups in by.items():
        for role in dict.fromkeys(row.role for group in groups.values() for row in group.verdicts):
            rows = {who: row for who, group in groups.items() for row in group.verdicts if row.role == role}
            if (
                len(rows) > 1
                and any(row.judged for row in rows.values())
                and len({row.verdict for row in rows.values()}) > 1
            ):
                said = {who: Side((groups[who],), row.verdict, row) for who, row in rows.items()}
                mine = (
                    next((row for row in of_gold[its].verdicts if row.role == role), None)
                    if its in of_gold
                    else None
                )
                held = Side((of_gold[its],), mine.verdict, mine) if mine and mine.judged else None
                key = derived_id("verdict", role, *(part for place in sorted(its) for part in place))
                found.append(AcrossCase("verdict", key, next(iter(groups.values())).name, said, role, held))
    return found


def _judged(said: AnnotationSet, case: AcrossCase, side: Side) -> AnnotationSet:
    (group,) = (one for one in side.parts if isinstance(one, ComparedGroup))
    row = side.row
    if row is None or side.verdict is None:
        return said
    reason = row.judged.reason if row.judged else row.computed.reason
    judged = JudgedRole(group.id, case.role, side.verdict, reason, row.computed.shown)
    return said.having(*items_of(group), judged)


def _said_of(said: AnnotationSet, case: AcrossCase, held: Sequence[One]) -> list[Item]:
    """Return what gold says of the places of a case: members or grouped facts, and what is empty without them."""
    every = {place for side in case.sides.values() for one in side.parts for place in places(one)}
    ids = {key for one in held for key, place in _keys(one) if place in every}
    kind = Member.kind if case.what == "entity" else Grouped.kind
    return [item for id_, item in said.items.get(kind, {}).items() if id_ in ids or _place_of(item) in every]


def _keys(one: One) -> Iterable[tuple[str, Place]]:
    if isinstance(one, ComparedEntity):
        return [(m.key, (m.article, m.start, m.end, "")) for m in one.mentions]
    return [(f.key, (f.article, *f.fact.fact.place, f.type)) for f in one.facts if f.fact]


def _place_of(item: Item) -> Place | None:
    if isinstance(item, Member):
        return item.id.rpartition("/")[0], item.start, item.end, ""
    if isinstance(item, Grouped) and item.trigger:
        return item.id.rpartition("/")[0], *item.trigger, item.type
    return None
