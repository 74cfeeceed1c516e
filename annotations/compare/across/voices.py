"""Voices: what each annotator says across articles, told by place and by wording, whatever ids it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from annotations.compare.comparison import ComparedEntity, ComparedGroup, CrossComparison
from annotations.compare.in_force import InForce
from annotations.compare.items import KeptApart, article_of
from annotations.compare.verbs import wordings
from annotations.processes.quick_dataclass import dataclass

Place = tuple[str, int, int, str]  # article, start, end; of a fact its type, of a mention nothing
Places = frozenset[Place]
Mark = Place | str  # a place, or the key of a mention or fact: two may have given one suggestion other bounds
One = ComparedEntity | ComparedGroup
End = object  # of a pair: an entity's id or folded wording, a fact's key or place


@dataclass(frozen=True)
class Voice:
    """One annotator's voice across articles: how it stands, and the statements in force."""

    stands: CrossComparison
    held: InForce

    @property
    def who(self) -> str:
        return self.stands.annotator

    @cached_property
    def _by_mark(self) -> Mapping[Mark, One]:
        ones: tuple[One, ...] = (*self.stands.entities, *self.stands.groups)
        return {mark: one for one in ones for mark in marks(one)}

    def at(self, every: Iterable[Mark]) -> tuple[One, ...]:
        """Return the entities or groups that have settled something at one of the marks, each once."""
        found = {one.id: one for mark in every if (one := self._by_mark.get(mark))}
        return tuple(found[id_] for id_ in sorted(found))


def settled(one: One) -> dict[str, Place]:
    """Return the places of the mentions or facts that a person settled, and that are there, by their keys."""
    if isinstance(one, ComparedEntity):
        there = (m for m in one.mentions if m.is_settled and not m.is_gone)
        return {m.key: (m.article, m.start, m.end, "") for m in there}
    facts = ((f, f.fact.fact.place) for f in one.facts if f.is_settled and f.fact)
    return {f.key: (f.article, *place, f.type) for f, place in facts}


def places(one: One) -> Places:
    """Return the places alone."""
    return frozenset(settled(one).values())


def marks(one: One) -> frozenset[Mark]:
    """Return the places and the keys."""
    its = settled(one)
    return frozenset((*its, *its.values()))


def sort_of(one: One) -> str:
    """Return the label of an entity, the type of a group."""
    return one.label if isinstance(one, ComparedEntity) else one.type


def outside_of(one: One) -> str:
    """Return the id elsewhere that a person gave an entity."""
    return one.item.outside if isinstance(one, ComparedEntity) and one.item else ""


class PairEnds:
    """Some entities or groups, by what names them in pairs that are kept apart."""

    def __init__(self, ones: Iterable[One]) -> None:
        self._of: dict[End, set[int]] = {}
        for number, one in enumerate(ones):
            for end in _ends_of(one):
                self._of.setdefault(end, set()).add(number)

    def concerns(self, item: KeptApart, voice: Voice) -> bool:
        """Return whether one of them is one of the two."""
        return any(end in self._of for end in ids_of(item, voice)) or any(
            end in self._of for end in said_of(item)
        )

    def against(self, items: Iterable[KeptApart]) -> set[int]:
        """Return which of them, by number, have both of what an item keeps apart, by wording or by place."""
        pairs = (said_of(item) for item in items)
        return {n for one, other in pairs if one != other for n in self._at(one) & self._at(other)}

    def _at(self, end: End) -> set[int]:
        return self._of.get(end, set())


def pair_of(item: KeptApart, voice: Voice) -> frozenset[object]:
    """Return what is kept apart as it is the same for every annotator."""
    one, other = said_of(item)
    if one != other:
        return frozenset((one, other))
    ends = (voice.stands.entity(id_) for id_ in ids_of(item, voice))
    return frozenset(places(end) if end else frozenset() for end in ends)


def _ends_of(one: One) -> Iterable[End]:
    if isinstance(one, ComparedEntity):
        return [one.id, *wordings(one)]
    facts = [fact for fact in one.facts if fact.fact]
    triggers = [(f.article, f.type, f.fact.fact.trigger) for f in facts if f.fact and f.fact.fact.trigger]
    return [
        *(fact.key for fact in facts),
        *((article, type_, f"{a}-{b}") for article, type_, (a, b) in triggers),
    ]


def ids_of(item: KeptApart, voice: Voice) -> tuple[str, str]:
    if item.of == "fact":
        return item.one, item.other
    return voice.held.now(item.one), voice.held.now(item.other)


def said_of(item: KeptApart) -> tuple[End, End]:
    """Return both by wording or by place; a fact without trigger by its key."""
    if item.of == "entity":
        return item.said
    ends = ((item.one, item.said[0]), (item.other, item.said[1]))
    one, other = (key if at == "0-0" else (article_of(key), type_, at) for key, (type_, at) in ends)
    return one, other
