"""Review across articles: where annotators' entities, groups and verdicts differ, and what they agree on.

Annotators are held against each other by place, since their spans and facts may have different ids.  A case is
decided by a ruling in gold's own project set, for as long as the annotators say what they said then; what all agree
on is a case as well where gold says otherwise.  `deciding` makes gold of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, cast

from annotations.compare.across.voices import (
    Mark,
    One,
    PairEnds,
    Place,
    Places,
    Voice,
    marks,
    outside_of,
    places,
    settled,
    sort_of,
)
from annotations.compare.comparison import ComparedGroup, JudgedRow
from annotations.compare.items import Ruling, Verdict
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import derived_id

What = Literal["entity", "group", "verdict"]
WHATS: tuple[What, ...] = ("entity", "group", "verdict")
Reading = frozenset[tuple[Places, str]]


@dataclass(frozen=True)
class AcrossSide:
    """One annotator's side of a case: entities or groups, or a verdict on a role of one group."""

    parts: tuple[One, ...] = ()
    row: JudgedRow | None = None

    @property
    def verdict(self) -> Verdict | None:
        return self.row.verdict if self.row else None


@dataclass(frozen=True)
class AcrossCase:
    """A difference of annotators, or of all of them and gold.

    `sides` by annotator, also of those who say nothing there; `role` of a verdict.  `gold` is what gold says there,
    of a verdict only a judged one.  `saw` is what the annotators say, in short.
    """

    what: What
    key: str
    name: str
    sides: Mapping[str, AcrossSide]
    marks: frozenset[Mark]
    saw: str
    gold: AcrossSide
    is_decided: bool = False
    role: str = ""
    was_decided: bool = False  # by a ruling that saw something else

    @property
    def is_open(self) -> bool:
        return not self.is_decided

    @property
    def is_agreed(self) -> bool:
        """Return whether the annotators say the same, and gold otherwise."""
        if self.what == "verdict":
            return len({side.verdict for side in self.sides.values()}) == 1
        return len({_reading(side.parts) for side in self.sides.values()}) == 1


@dataclass(frozen=True)
class AcrossReview:
    """Findings of a review across articles: the cases, and what all agree on as each of them has it, in their order."""

    voices: tuple[Voice, ...]
    gold: Voice
    cases: tuple[AcrossCase, ...] = ()
    agreed: tuple[tuple[One, ...], ...] = ()

    @property
    def open(self) -> tuple[AcrossCase, ...]:
        return tuple(case for case in self.cases if case.is_open)

    def agreed_cases(self) -> list[AcrossCase]:
        """Return what is agreed on as cases: to be shown, not to be decided."""
        sides = (
            {v.who: AcrossSide((one,)) for v, one in zip(self.voices, ones, strict=True)}
            for ones in self.agreed
        )
        return [_case(what_of(its), its, self.gold) for its in sides]

    def voice(self, who: str) -> Voice:
        return next(voice for voice in self.voices if voice.who == who)


def review(voices: Sequence[Voice], gold: Voice) -> AcrossReview:
    """Hold annotators against each other, and gold against them.  One who says nothing of a place differs there."""
    differing: list[tuple[What, Mapping[str, AcrossSide]]] = []
    agreed: list[tuple[One, ...]] = []
    lists: tuple[tuple[What, Callable[[Voice], Sequence[One]]], ...] = (
        ("entity", lambda voice: voice.stands.entities),
        ("group", lambda voice: voice.stands.groups),
    )
    for what, ones_of in lists:
        held = {(n, one.id): one for n, voice in enumerate(voices) for one in ones_of(voice) if settled(one)}
        for ids in _touching(held):
            sides = {
                voice.who: AcrossSide(tuple(held[id_] for id_ in ids if id_[0] == n))
                for n, voice in enumerate(voices)
            }
            ones = tuple(held[id_] for id_ in ids)
            is_agreed = len(ones) == len(voices) and _is_agreed(sides) and _fits(gold, ones)
            if is_agreed and not _was_ruled_on(what, ones, gold):
                agreed.append(ones)
            else:
                differing.append((what, sides))
    against = PairEnds(ones[0] for ones in agreed).against(gold.held.apart)
    for number in sorted(against):
        sides = {voice.who: AcrossSide((one,)) for voice, one in zip(voices, agreed[number], strict=True)}
        differing.append((what_of(sides), sides))
    agreed = [ones for number, ones in enumerate(agreed) if number not in against]
    cases = [_case(what, sides, gold) for what, sides in differing]
    for ones in [*agreed, *_said_alike(cases, gold)]:
        cases += _verdicts(voices, ones, gold)
    cases = [_decided(case, gold) for case in cases]
    cases.sort(key=lambda case: (WHATS.index(case.what), case.name, case.key))
    return AcrossReview(tuple(voices), gold, tuple(cases), tuple(agreed))


def what_of(sides: Mapping[str, AcrossSide]) -> What:
    """Return what the parts of the sides are."""
    parts = (one for side in sides.values() for one in side.parts)
    return "group" if any(isinstance(one, ComparedGroup) for one in parts) else "entity"


def _touching(held: Mapping[tuple[int, str], One]) -> list[list[tuple[int, str]]]:
    """Return the ids by which of them share a mention or fact, also through others; in their order."""
    at: dict[Mark, tuple[int, str]] = {}
    joined: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for id_, one in held.items():
        joined[id_] = [id_]
        for other in {at.setdefault(mark, id_) for mark in marks(one)}:
            less, more = sorted((joined[id_], joined[other]), key=len)
            if less is not more:
                more += less
                joined |= dict.fromkeys(less, more)
    return list({id(ids): sorted(ids) for ids in joined.values()}.values())


def _reading(parts: Iterable[One]) -> Reading:
    return frozenset((places(one), sort_of(one)) for one in parts)


def _is_agreed(sides: Mapping[str, AcrossSide]) -> bool:
    """Return whether all say the same: the same places together, under one label, and no two ids elsewhere."""
    outside: dict[Places, set[str]] = {}
    for one in (one for side in sides.values() for one in side.parts):
        outside.setdefault(places(one), set()).add(outside_of(one))
    return len({_reading(side.parts) for side in sides.values()}) == 1 and all(
        len(ids - {""}) < 2 for ids in outside.values()
    )


def _fits(gold: Voice, ones: Sequence[One]) -> bool:
    """Return whether gold says nothing against what all agree on: at most a part of it, under the same label."""
    every = frozenset(mark for one in ones for mark in marks(one))
    said = gold.at(every)
    return not said or (
        len(said) == 1
        and all(key in every or place in every for key, place in settled(said[0]).items())
        and sort_of(said[0]) == sort_of(ones[0])
        and len({*map(outside_of, ones), outside_of(said[0]), ""}) < 3
    )


def key_of(what: What, its: Iterable[Place], role: str = "") -> str:
    """Return the key of a case on what is at those places, of a verdict on a role of it."""
    return derived_id(what, *([role] if role else ()), ascii(sorted(its)))


def _was_ruled_on(what: What, ones: Sequence[One], gold: Voice) -> bool:
    """Return whether gold was decided to be otherwise than all say now: as much of it as gold has, or all of it."""
    there: set[Mark] = {
        mark for one in gold.at(mark for one in ones for mark in marks(one)) for mark in marks(one)
    }
    if all({key, place} & there for key, place in settled(ones[0]).items()):
        return False
    said = [ones[0], *gold.at(there)]
    rulings = gold.held.said.items.get(Ruling.kind, {})
    return any(key_of(what, places(one)) in rulings for one in said)


def _case(what: What, sides: Mapping[str, AcrossSide], gold: Voice) -> AcrossCase:
    parts = [one for side in sides.values() for one in side.parts]
    every = frozenset(mark for one in parts for mark in marks(one))
    key = key_of(what, {place for one in parts for place in places(one)})
    said = {
        ascii(sorted((sorted(places(one)), sort_of(one), outside_of(one)) for one in side.parts))
        for side in sides.values()
        if side.parts
    }
    saw = derived_id(*sorted(said))
    name = max(parts, key=lambda one: (len(places(one)), one.name)).name
    return AcrossCase(what, key, name, sides, every, saw, AcrossSide(gold.at(every)))


def _decided(case: AcrossCase, gold: Voice) -> AcrossCase:
    """Return the case with whether gold has a ruling on it, on what is said now or on something else."""
    said = cast("Ruling | None", gold.held.said.items.get(Ruling.kind, {}).get(case.key))
    is_decided = said is not None and said.saw == case.saw
    return replace(case, is_decided=is_decided, was_decided=said is not None and not is_decided)


def _said_alike(cases: Iterable[AcrossCase], gold: Voice) -> list[tuple[One, ...]]:
    """Return the groups of gold that two annotators or more have as well, though not all; as each of those has them."""
    found = []
    for case in cases:
        if case.what == "group":
            for its in map(places, case.gold.parts):
                parts = [one for side in case.sides.values() for one in side.parts if places(one) == its]
                found += [tuple(parts)] if len(parts) > 1 else []
    return found


def _verdicts(voices: Sequence[Voice], ones: Sequence[One], gold: Voice) -> list[AcrossCase]:
    """Return the roles of one group on which verdicts differ, one of them a person's at least; or gold's from all."""
    found = []
    whose = {id(one): voice.who for voice in voices for one in voice.stands.groups}
    groups = {whose[id(one)]: one for one in ones if isinstance(one, ComparedGroup)}
    held = next((one for one in gold.at(marks(ones[0])) if isinstance(one, ComparedGroup)), None)
    rulings = gold.held.said.items.get(Ruling.kind, {})
    of_gold = {row.role: row for row in held.verdicts if row.judged} if held else {}
    for role in dict.fromkeys(row.role for group in groups.values() for row in group.verdicts):
        rows = {who: row for who, group in groups.items() for row in group.verdicts if row.role == role}
        said = {row.verdict for row in rows.values()}
        mine = of_gold.get(role)
        key, saw = key_of("verdict", places(ones[0]), role), derived_id(*sorted(said))
        ruling = cast("Ruling | None", rulings.get(key))
        is_against = ruling is not None and ruling.saw == saw  # neither, or gold's verdict was kept
        is_other = {mine.verdict} != said if mine else is_against
        if any(row.judged for row in rows.values()) and (len(said) > 1 or is_other):
            sides = {who: AcrossSide((groups[who],), row) for who, row in rows.items()}
            side = AcrossSide((held,), mine) if held and mine else AcrossSide()
            name = next(iter(groups.values())).name
            every = frozenset(mark for one in ones for mark in marks(one))
            found.append(AcrossCase("verdict", key, name, sides, every, saw, side, role=role))
    return found
