"""Pairs that annotators keep apart, and relations, told alike whatever ids they have, and named as gold names them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from annotations.compare.across.reviewing import AcrossCase, AcrossReview
from annotations.compare.across.voices import One, PairEnds, Places, Voice, ids_of, marks, pair_of, places
from annotations.compare.comparison import ComparedEntity
from annotations.compare.items import How, KeptApart, Related
from annotations.sets import Item

Called = Callable[[str], str]  # gold's id of an entity


def apart_in(found: AcrossReview, case: AcrossCase) -> list[Item]:
    """Return what gold keeps apart as one of the annotators does in the case."""
    said = set[frozenset[object]]()
    for voice in found.voices:
        ends = PairEnds(case.sides[voice.who].parts) if voice.who in case.sides else PairEnds(())
        said |= {pair_of(item, voice) for item in voice.held.apart if ends.concerns(item, voice)}
    return [item for item in found.gold.held.apart if pair_of(item, found.gold) in said]


def apart_against(voice: Voice, parts: Sequence[One]) -> list[Item]:
    """Return what the annotator keeps apart, in force or not, that is together in one of the parts."""
    ends = PairEnds(parts)
    items = voice.held.said.items.get(KeptApart.kind, {}).values()
    return [item for item in items if isinstance(item, KeptApart) and ends.against([item])]


def apart_of(
    voice: Voice, parts: Sequence[One], called: Called, gold: Voice, leaving: frozenset[str] = frozenset()
) -> list[Item]:
    """Return what the annotator keeps apart from the parts, or one of them from another, with gold's ids.

    Nothing that gold has as one elsewhere; `leaving`: what it has no more.
    """
    left: list[One] = [*gold.stands.entities, *gold.stands.groups]
    ends, together = PairEnds(parts), PairEnds([*parts, *(one for one in left if one.id not in leaving)])
    items = (i for i in voice.held.apart if ends.concerns(i, voice) and not together.against([i]))
    return [made for item in items for made in _named(item, voice, called, gold, leaving)]


def related_of(voice: Voice, parts: Sequence[One], called: Called) -> list[Item]:
    """Return how the annotator relates the parts, with gold's ids."""
    its = {one.id for one in parts if isinstance(one, ComparedEntity)}
    found = list[Item]()
    for one, how, other in _relations(voice):
        if its & {one, other} and called(one) != called(other):
            found.append(Related(called(one), how, called(other)))
    return found


def apart_of_all(found: AcrossReview, called: Called) -> list[Item]:
    """Return what every annotator keeps apart and gold does not as yet, where gold will not have it together."""
    first, *rest = found.voices
    every = [{pair_of(item, voice) for item in voice.held.apart} for voice in (*rest,)]
    known = {pair_of(item, found.gold) for item in found.gold.held.apart}
    agreed = [ones[0] for ones in found.agreed]
    ends = PairEnds([*found.gold.stands.entities, *found.gold.stands.groups, *agreed])
    return [
        made
        for item in first.held.apart
        for pair in [pair_of(item, first)]
        if pair not in known and all(pair in said for said in every) and not ends.against([item])
        for made in _named(item, first, called, found.gold)
    ]


def related_of_all(found: AcrossReview, of_gold: Mapping[Places, str]) -> list[Item]:
    """Return how every annotator relates two entities that gold has, or will have, and does not relate."""

    def known(voice: Voice) -> set[tuple[Places, How, Places]]:
        ends = (
            (voice.stands.entity(one), how, voice.stands.entity(to)) for one, how, to in _relations(voice)
        )
        return {(places(one), how, places(to)) for one, how, to in ends if one and to}

    def called(its: Places) -> str:
        held = found.gold.at(its)
        return of_gold.get(its) or (held[0].id if [*map(places, held)] == [its] else "")

    said = set.intersection(*map(known, found.voices))
    named = ((called(one), how, called(to)) for one, how, to in said)
    ours = {pair for one, _, to in _relations(found.gold) for pair in ((one, to), (to, one))}
    return [
        Related(*it) for it in sorted(named) if it[0] and it[2] and it[0] != it[2] and it[::2] not in ours
    ]


def gold_called(voice: Voice, gold: Voice, ids: Mapping[str, str]) -> Called:
    """Return what tells gold's id of an annotator's entity: of `ids`, else by place; else it keeps its own."""

    def called(id_: str) -> str:
        if id_ in ids:
            return ids[id_]
        one = voice.stands.entity(id_)
        held = gold.at(marks(one)) if one else ()
        return held[0].id if held else id_

    return called


def _relations(voice: Voice) -> list[tuple[str, How, str]]:
    return [(voice.held.now(i.from_), i.how, voice.held.now(i.to)) for i in voice.held.relations]


def _named(
    item: KeptApart, voice: Voice, called: Called, gold: Voice, leaving: frozenset[str] = frozenset()
) -> list[Item]:
    """Return the pair with the ids of gold; nothing where the two are one there."""
    if item.of == "fact":
        return [item]
    ids = ids_of(item, voice)
    (one, a), (other, b) = sorted(zip(map(called, ids), item.said, strict=True))
    now = gold.held.now(one)
    is_one = one == other or (now == gold.held.now(other) and now not in leaving)
    return [] if is_one else [replace(item, one=one, other=other, said=(a, b))]
