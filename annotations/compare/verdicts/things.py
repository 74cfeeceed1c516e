"""Things: places, people, bodies, means and subjects as they are compared, by entity and by word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import IntEnum

from annotations.compare.items import Verdict, key_of
from annotations.compare.verdicts.kinds_apart import are_opposed, size_of
from annotations.compare.verdicts.shapes import KnownEntities, PlacedFact
from annotations.compare.verdicts.vocabulary import DEFINITE, ENDS, HOLDS
from annotations.compare.verdicts.weighing import ComparedRole, ToldValue, Weighed
from annotations.compare.verdicts.wordings import NounWording, noun_wording, words_of, written_words
from annotations.facts import Filler
from annotations.processes.quick_dataclass import dataclass

LONGEST_SHOWN = 60  # code points
MEANS = frozenset({"instrument", "purpose", "other"})  # kinds of which one or several is a difference
SUBJECTS = frozenset({"topic", "action", "cause"})  # kinds that are often told in clauses
SHORT_CLAUSE = 2  # words but for articles: more can be said in many ways
SHARED = 0.5  # of the words of two clauses that tell one thing


class Likeness(IntEnum):
    """How two fillers go together."""

    OTHER = 0
    NUMBER = 1  # one or several of the same
    RELATED = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A filler as it is compared: its entity, or None; its words; and the entities named inside bare words.

    `is_back`: it only points back, as "the group" does, and so says nothing of who it is.
    """

    entity: str | None
    wording: NounWording
    shown: str
    inside: frozenset[str] = frozenset()
    is_back: bool = False
    is_common: bool = False  # an entity that is written as a common noun, as "navy"
    described: frozenset[str] = frozenset()  # nouns right ahead of a name, as "the tanker" Ora
    size: str | None = None  # of a place

    @property
    def is_name(self) -> bool:
        return self.entity is not None or self.shown.rpartition(" ")[2][:1].isupper()

    @property
    def key(self) -> tuple[object, ...]:
        if self.entity:
            return (self.entity,)
        return (None, self.wording.words, self.wording.is_many)


@dataclass(frozen=True, slots=True)
class ThingList:
    """The fillers of a role in one fact that say something."""

    things: tuple[NamedThing, ...]

    @property
    def shown(self) -> str:
        said = ", ".join(thing.shown for thing in self.things)
        return said if len(said) <= LONGEST_SHOWN else said[: LONGEST_SHOWN - 1].rstrip() + "…"

    @property
    def key(self) -> frozenset[tuple[object, ...]]:
        return frozenset(thing.key for thing in self.things)


def things_of(placed: PlacedFact, fillers: Sequence[Filler], known: KnownEntities) -> ThingList | None:
    """Return the things that fill a role, None where no filler says more than a pronoun does."""
    found: dict[tuple[object, ...], NamedThing] = {}
    for filler in fillers:
        thing = _thing(placed, filler, known)
        if thing.entity or thing.wording.words:
            found.setdefault(thing.key, thing)
    return ThingList(tuple(found.values())) if found else None


def _thing(placed: PlacedFact, filler: Filler, known: KnownEntities) -> NamedThing:
    words = placed.words(filler)
    mention = placed.mention(filler)
    entity = known.of.get(mention) if mention else None
    wording = noun_wording(words)
    shown = " ".join(words.split())
    if entity:
        is_name = words != words.lower()
        described = _described(placed, filler) if is_name else frozenset({wording.head})
        span = placed.article.by_id.get(filler.span or "")
        size = size_of(span.label, words) if span else None
        return NamedThing(entity, wording, shown, described=described, is_common=not is_name, size=size)
    inside = set(_entities_inside(placed, filler, known))
    whole = [one for one in inside if noun_wording(known.names.get(one, "")).words == wording.words]
    if whole:
        return NamedThing(min(whole), wording, shown, described=_described(placed, filler))
    is_back = _points_back(placed, filler, wording)
    described = _described(placed, filler)
    return NamedThing(None, wording, shown, frozenset(inside), is_back, described=described)


def _entities_inside(placed: PlacedFact, filler: Filler, known: KnownEntities) -> Iterator[str]:
    spans = placed.article.spans
    for at in range(bisect_left(spans, filler.start, key=lambda span: span.start), len(spans)):
        if spans[at].start >= filler.end:
            return
        key = key_of(placed.article.id, spans[at].id)
        if spans[at].end <= filler.end and key in known.of:
            yield known.of[key]


def _described(placed: PlacedFact, filler: Filler) -> frozenset[str]:
    """Return the last common noun right ahead of a name, in the singular; nothing for other words."""
    if not placed.words(filler)[:1].isupper():
        return frozenset()
    ahead = placed.article.text[max(0, filler.start - 30) : filler.start]
    last = re.search(r"\b([a-z]{4,})\s$", ahead)
    return frozenset({noun_wording(last[1]).head}) if last and last[1] not in ENDS else frozenset()


def _points_back(placed: PlacedFact, filler: Filler, wording: NounWording) -> bool:
    """Return whether the filler is a single common noun behind a definite article or the like."""
    words = placed.words(filler)
    said = written_words(words)
    if len(wording.words) != 1 or said[-1][:1].isupper():
        return False
    ahead = words_of(placed.article.text[max(0, filler.start - 20) : filler.start])
    first = words_of(words)[0]
    return first in DEFINITE or bool(ahead and ahead[-1] in DEFINITE)


# --- how they go together


def weigh_things(
    one: ToldValue[ThingList], other: ToldValue[ThingList], role: ComparedRole
) -> Weighed | None:
    """Return how two facts' fillers go together, None where one of them only points back."""
    mine, theirs = one.value.things, other.value.things
    grid = [[likeness(a, b, role) for b in theirs] for a in mine]
    best_mine = [max(row) for row in grid]
    best_theirs = [max(column) for column in zip(*grid, strict=True)]
    if min(best_mine) == min(best_theirs) == Likeness.SAME:
        return Verdict.SAME, "the same"
    best = max(best_mine)
    if best >= Likeness.RELATED:
        return Verdict.COMPATIBLE, _why_compatible(best_mine, best_theirs)
    if best == Likeness.OTHER and _is_told_apart(one.value, other.value):
        return Verdict.COMPATIBLE, "one says more"
    if best == Likeness.NUMBER:
        return Verdict.DIFFERS, "one or several are meant"
    if _cannot_be_held_together(mine, theirs, role):
        return None
    if role.has_one:
        return Verdict.CONTRADICTS, "only one of them can be right"
    return Verdict.DIFFERS, "none is in both"


def _cannot_be_held_together(
    mine: Sequence[NamedThing], theirs: Sequence[NamedThing], role: ComparedRole
) -> bool:
    """Return whether other words say nothing of other things.

    So it is with places of other sizes, of which one may lie in the other, with victims called by plural nouns that
    go together, where one only points back, with longer clauses, which tell one thing in many ways, and with a name
    beside a description, which it may fit.
    """
    is_clause = any(len(one.wording.content) > SHORT_CLAUSE for one in (*mine, *theirs))
    points_back = [all(one.is_back for one in side) for side in (mine, theirs)]
    if (role.kind in SUBJECTS and is_clause) or points_back[0] != points_back[1]:
        return True
    if role.kind == "place" and {one.size for one in mine}.isdisjoint(one.size for one in theirs):
        return True
    everybody = [one.wording for one in (*mine, *theirs)]
    if (
        role.kind == "victim"
        and all(one.is_many for one in everybody)
        and not any(one.is_name for one in (*mine, *theirs))
    ):
        return not any(are_opposed(one.head, other.head) for one in everybody for other in everybody)
    names, others = ([one.is_name for one in side] for side in (mine, theirs))
    return (all(names) and not any(others)) or (all(others) and not any(names))


def _is_told_apart(one: ThingList, other: ThingList) -> bool:
    """Return whether all words of one list are among those of the other: "radar sites", "radar and drone sites"."""
    if any(thing.is_name for thing in (*one.things, *other.things)):
        return False
    mine, theirs = (frozenset().union(*(t.wording.content for t in both.things)) for both in (one, other))
    return mine <= theirs or theirs <= mine


def _why_compatible(mine: list[Likeness], theirs: list[Likeness]) -> str:
    if min(min(mine), min(theirs)) >= Likeness.RELATED:
        return "one says more, or belongs to the other"
    if Likeness.OTHER in mine and Likeness.OTHER in theirs:
        return "some are in both"
    return "one holds the other"


def likeness(one: NamedThing, other: NamedThing, role: ComparedRole) -> Likeness:
    """Return how two fillers go together, whichever is first."""
    if one.entity and other.entity:
        if one.entity == other.entity:
            return Likeness.SAME
        if role.known.relation(one.entity, other.entity):
            return Likeness.RELATED
        if one.is_common and other.is_common:
            return _by_words(one, other, role)
        holds = _holds(one, other) if role.kind == "place" else _is_described(one, other)
        return Likeness.RELATED if holds else Likeness.OTHER
    if _is_inside(one, other, role.known) or _is_inside(other, one, role.known):
        return Likeness.RELATED
    if one.entity or other.entity:
        if one.wording.words == other.wording.words or _is_short_for(one, other):
            return Likeness.SAME
        return Likeness.RELATED if _goes_with(one, other) else Likeness.OTHER
    return _by_words(one, other, role)


def _by_words(one: NamedThing, other: NamedThing, role: ComparedRole) -> Likeness:
    mine, theirs = one.wording.content, other.wording.content
    if _is_short_for(one, other):
        return Likeness.SAME
    if mine == theirs:
        is_number = role.kind in MEANS and one.wording.is_many != other.wording.is_many
        return Likeness.NUMBER if is_number else Likeness.SAME
    if _goes_with(one, other):
        return Likeness.RELATED
    if role.kind in SUBJECTS and len(mine & theirs) >= SHARED * len(mine | theirs):
        return Likeness.RELATED
    return Likeness.OTHER


def _is_inside(one: NamedThing, other: NamedThing, known: KnownEntities) -> bool:
    """Return whether the first is an entity that the other's words name, or that goes with one they name."""
    return one.entity is not None and any(
        one.entity == inside or known.relation(one.entity, inside) for inside in other.inside
    )


def _is_short_for(one: NamedThing, other: NamedThing) -> bool:
    """Return whether one is the initials of the other, as "CEO" is of "chief executive officer"."""
    for short, long in ((one, other), (other, one)):
        initials = "".join(word[0] for word in long.wording.words)
        said = "".join(short.shown.split()).replace(".", "")
        if 2 < len(said) == len(initials) and said.isupper() and said.lower() == initials:
            return True
    return False


def _holds(one: NamedThing, other: NamedThing) -> bool:
    """Return whether one's words are among the other's."""
    mine, theirs = one.wording.content, other.wording.content
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _goes_with(one: NamedThing, other: NamedThing) -> bool:
    """Return whether one says less than the other, by its words, its noun or how the other is described."""
    is_general = one.wording.is_general or other.wording.is_general
    return is_general or _holds(one, other) or _is_described(one, other) or _is_wider(one, other)


def _is_described(one: NamedThing, other: NamedThing) -> bool:
    """Return whether one is a common noun with which the other is described, or that means such a one."""
    return any(
        noun.wording.head == word or word in HOLDS.get(noun.wording.head, ())
        for name, noun in ((one, other), (other, one))
        for word in name.described
    )


def _is_wider(one: NamedThing, other: NamedThing) -> bool:
    """Return whether one's noun, without more, may mean the other's."""
    return any(
        narrow.wording.head in HOLDS.get(wide.wording.head, ()) and len(wide.wording.content) == 1
        for wide, narrow in ((one, other), (other, one))
    )
