"""Deciding across articles: gold's project set with one side of a case, with neither, or with all that is agreed.

A side brings what it is made of, its verdicts, what it keeps apart and how it is related, in place of what gold said
there.  Gold's other entities and groups keep their mentions and facts, and no id of theirs is used twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field, replace

from annotations.compare.across.kept_apart import (
    apart_against,
    apart_in,
    apart_of,
    apart_of_all,
    gold_called,
    related_of,
    related_of_all,
)
from annotations.compare.across.reviewing import AcrossCase, AcrossReview, AcrossSide, key_of
from annotations.compare.across.voices import Mark, One, Place, Places, Voice, marks, places, settled
from annotations.compare.comparison import ComparedEntity, ComparedGroup
from annotations.compare.in_force import InForce
from annotations.compare.items import (
    Entity,
    FactGroup,
    Grouped,
    JudgedRole,
    Member,
    Related,
    Ruling,
    United,
    article_of,
)
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import AnnotationSet, Item
from annotations.spans import derived_id


@dataclass
class _Writing:
    """Gold's project set in the making: what leaves it, and what comes."""

    gold: Voice
    gone: list[Item] = field(default_factory=list)
    come: list[Item] = field(default_factory=list)

    def done(self, case: AcrossCase | None = None, parts: Iterable[One] = ()) -> AnnotationSet:
        """Return the set; with a ruling on the case, and on each part that gold has by it."""
        keys = [case.key, *(key_of(case.what, places(one)) for one in parts)] if case else []
        rulings = [Ruling(key, case.saw) for key in keys] if case else []
        return self.gold.held.said.lacking(*self.gone).having(*self.come, *rulings)


def take(found: AcrossReview, case: AcrossCase, who: str) -> AnnotationSet:
    """Return gold's project set with what one annotator says in the case; of one who says nothing there, nothing."""
    if case.what == "verdict":
        return _judged(found, case, case.sides[who])
    voice, parts, made = found.voice(who), case.sides[who].parts, _Writing(found.gold)
    ids, leaving = _put(made, case, parts)
    called = gold_called(voice, found.gold, ids)
    made.gone += [*apart_in(found, case), *apart_against(found.gold, parts)]
    made.come += [*apart_of(voice, parts, called, found.gold, leaving), *related_of(voice, parts, called)]
    return made.done(case, parts)


def take_neither(found: AcrossReview, case: AcrossCase) -> AnnotationSet:
    """Return gold's project set with every mention or fact of the case on its own; a verdict is as computed."""
    made = _Writing(found.gold)
    if case.what == "verdict":
        made.gone += [case.gold.row.judged] if case.gold.row and case.gold.row.judged else []
        return made.done(case)
    parts = (one for side in case.sides.values() for one in side.parts)
    alone: dict[Mark, One] = {}
    for one in (alone_ for part in parts for alone_ in _alone(part)):
        if not any(mark in alone for mark in marks(one)):
            alone |= dict.fromkeys(marks(one), one)
    each = list({one.id: one for one in alone.values()}.values())
    _put(made, case, each)
    made.gone += apart_in(found, case)
    return made.done(case, each)


def keep(found: AcrossReview, case: AcrossCase) -> AnnotationSet:
    """Return gold's project set with the case decided as gold has it."""
    return _Writing(found.gold).done(case, () if case.what == "verdict" else case.gold.parts)


def approve(found: AcrossReview) -> AnnotationSet:
    """Return gold's project set with all that is agreed on and that it does not say as yet."""
    made, used = _Writing(found.gold), set(_used(found.gold.held, frozenset()))
    ruled = {case.key for case in found.cases if case.is_decided}
    of_gold: dict[Places, str] = {}
    for ones in found.agreed:
        of_gold[places(ones[0])] = _agree(made, ones, used, ruled)
    ids = {one.id: of_gold[places(one)] for one, *_ in found.agreed}
    made.come += apart_of_all(found, gold_called(found.voices[0], found.gold, ids))
    made.come += related_of_all(found, of_gold)
    return made.done()


def _agree(made: _Writing, ones: Sequence[One], used: set[str], ruled: AbstractSet[str]) -> str:
    """Add what all agree on and gold does not say, but verdicts that are ruled on; return gold's id of it."""
    keys = _keys(ones[0], _names(ones))
    held = made.gold.at(mark for one in ones for mark in marks(one))
    there: set[Mark] = {mark for one in held for its in settled(one).items() for mark in its}
    id_ = held[0].id if held else _free(ones[0].id, used)
    used.add(id_)
    fresh = {place: key for place, key in keys.items() if place not in there and key not in there}
    if fresh:
        item, *its = _items_of(_together(ones), id_, fresh)
        made.come += its if held and held[0].item else [item, *its]
    judged = {
        row.role for one in held if isinstance(one, ComparedGroup) for row in one.verdicts if row.judged
    }
    fresh_ones = (item for item in _verdict_of_all(ones) if item.role not in judged)
    its_places = places(ones[0])
    made.come += [
        replace(item, group=id_)
        for item in fresh_ones
        if key_of("verdict", its_places, item.role) not in ruled
    ]
    return id_


def _together(ones: Sequence[One]) -> One:
    """Return what all agree on, with the name of most and every note and id elsewhere that one of them gave."""
    one, items = ones[0], [item for item in (other.item for other in ones) if item]
    name = Counter(other.name for other in ones).most_common(1)[0][0]
    note = next((item.note for item in items if item.note), "")
    if isinstance(one, ComparedEntity):
        outside = next((i.outside for i in items if isinstance(i, Entity) and i.outside), "")
        return replace(one, name=name, item=Entity(one.id, name, one.label, outside, note))
    return replace(one, name=name, item=FactGroup(one.id, name, one.type, note))


def _verdict_of_all(ones: Sequence[One]) -> list[JudgedRole]:
    """Return the verdicts of a person that all who see the role agree on."""
    by_role: dict[str, list[tuple[str, JudgedRole | None]]] = {}
    for one in ones:
        for row in one.verdicts if isinstance(one, ComparedGroup) else ():
            by_role.setdefault(row.role, []).append((row.verdict, row.judged))
    alike = (rows for rows in by_role.values() if len({verdict for verdict, _ in rows}) == 1)
    found = (next((judged for _, judged in rows if judged), None) for rows in alike)
    return [judged for judged in found if judged]


def _judged(found: AcrossReview, case: AcrossCase, side: AcrossSide) -> AnnotationSet:
    """Return gold with the side's verdict on its own group of these facts, which it has from now on if it had none."""
    made, (group,) = _Writing(found.gold), side.parts
    held = [one for one in found.gold.at(case.marks) if isinstance(one, ComparedGroup)]
    id_ = held[0].id if held else _free(group.id, set(_used(found.gold.held, frozenset())))
    made.come += [] if held else _items_of(group, id_, _keys(group, {}))
    if row := side.row:
        reason = row.judged.reason if row.judged else row.computed.reason
        made.come.append(JudgedRole(id_, case.role, row.verdict, reason, row.computed.shown))
    return made.done(case)


# --- items of gold


def _put(made: _Writing, case: AcrossCase, parts: Sequence[One]) -> tuple[dict[str, str], frozenset[str]]:
    """Put parts in place of what gold says in the case; return gold's id of each, and the ids that left with all."""
    leaving = _clear(made, case)
    used = set(_used(made.gold.held, leaving))
    names = _names([one for side in case.sides.values() for one in side.parts])
    ids: dict[str, str] = {}
    for one in parts:
        ids[one.id] = _free(one.id, used)
        used.add(ids[one.id])
        made.come += _items_of(one, ids[one.id], _keys(one, names))
        if isinstance(one, ComparedGroup):
            made.come += [replace(row.judged, group=ids[one.id]) for row in one.verdicts if row.judged]
    return ids, leaving


def _clear(made: _Writing, case: AcrossCase) -> frozenset[str]:
    """Take out what gold says in the case, with all that tells of what is empty then; return the ids of that."""
    held, kind = made.gold.held, Member.kind if case.what == "entity" else Grouped.kind
    keys = {key for one in case.gold.parts for key, at in settled(one).items() if {key, at} & case.marks}
    every = list(held.said.items.get(kind, {}).values())
    its = [item for item in every if {item.id, _place_of(item)} & (keys | case.marks)]
    gone = {item.id for item in its}
    left = {held.now(id_) for item in every if item.id not in gone for id_ in _ids_in(item)}
    empty = frozenset(held.now(id_) for item in its for id_ in _ids_in(item)) - left
    made.gone += its
    sort = "entity" if case.what == "entity" else "fact"
    made.gone += [
        i for i in held.said if _sort(i) == sort and any(held.now(id_) in empty for id_ in _ids_in(i))
    ]
    return empty


def _sort(item: Item) -> str:
    if isinstance(item, United):
        return item.of
    if isinstance(item, Entity | Related | Member):
        return "entity"
    return "fact" if isinstance(item, FactGroup | JudgedRole | Grouped) else ""


def _ids_in(item: Item) -> list[str]:
    """Return the ids of entities or groups that the item is about."""
    if isinstance(item, United):
        return [item.one, item.other]
    if isinstance(item, Related):
        return [item.from_, item.to]
    if isinstance(item, Member):
        return [item.entity]
    if isinstance(item, Grouped | JudgedRole):
        return [item.group]
    return [item.id] if isinstance(item, Entity | FactGroup) else []


def _used(held: InForce, leaving: frozenset[str]) -> Iterable[str]:
    """Yield the ids that something in gold is about, but what is leaving."""
    return (id_ for item in held.said for id_ in _ids_in(item) if held.now(id_) not in leaving)


def _free(id_: str, used: set[str]) -> str:
    """Return the id, or where gold has something else under it one that follows from it."""
    while id_ in used:
        id_ = derived_id("gold", id_)
    return id_


def _place_of(item: Item) -> Place | None:
    if isinstance(item, Member):
        return article_of(item.id), item.start, item.end, ""
    if isinstance(item, Grouped) and item.trigger:
        return article_of(item.id), *item.trigger, item.type
    return None


def _names(ones: Sequence[One]) -> dict[Place, str]:
    """Return a key of each place, the same whoever takes it; none where every key has other bounds with somebody."""
    at: dict[str, set[Place]] = {}
    for key, place in (its for one in ones for its in settled(one).items()):
        at.setdefault(key, set()).add(place)
    return {min(its): key for key, its in sorted(at.items(), reverse=True) if len(its) == 1}


def _keys(one: One, names: Mapping[Place, str]) -> dict[Place, str]:
    """Return the keys that the mentions or facts have in gold."""
    return {place: names.get(place, key) for key, place in settled(one).items()}


def _items_of(one: One, id_: str, keys: Mapping[Place, str]) -> list[Item]:
    """Return the item of an entity or group under that id, then those of its mentions or facts at those places."""
    if isinstance(one, ComparedEntity):
        labels = {place: m.label for m in one.mentions for place in [(m.article, m.start, m.end, "")]}
        entity = replace(one.item or Entity(id_, one.name), id=id_, label=one.label)
        return [entity, *(Member(key, id_, at[1], at[2], labels.get(at, "")) for at, key in keys.items())]
    facts = {(f.article, *f.fact.fact.place, f.type): f.fact.fact for f in one.facts if f.fact}
    group = replace(one.item or FactGroup(id_, one.name, one.type), id=id_)
    return [group, *(Grouped(key, id_, at[3], facts[at].trigger) for at, key in keys.items() if at in facts)]


def _alone(one: One) -> list[One]:
    """Return each settled mention or fact as one of its own."""
    its = settled(one)
    ids = {key: derived_id("alone", ascii(place)) for key, place in its.items()}
    if isinstance(one, ComparedEntity):
        there = (m for m in one.mentions if m.key in its and not m.is_gone)
        return [ComparedEntity(ids[m.key], m.text, m.label, (m,)) for m in there]
    return [ComparedGroup(ids[f.key], one.name, f.type, (f,)) for f in one.facts if f.key in its]
