"""Scores of two facts of one type: what speaks for one event, what against it, and what rules it out.

Each piece of evidence has a weight and, where a person would name it, a short reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotations.compare.groups.article_words import cosine
from annotations.compare.groups.days import ZONES
from annotations.compare.groups.fact_reading import Keys, Part, ReadFact
from annotations.compare.groups.stems import are_opposed

WEIGHTS: Mapping[Part, float] = {"agents": 0.20, "objects": 0.30, "means": 0.15, "places": 0.12}
OTHER_PLACE = 0.25
SAME_DAY, SAME_SENSE, WORDING, NUMBER, OTHER_NUMBER, ORDINAL = 0.25, 0.08, 0.6, 0.15, 0.2, 0.3
TOLD = 0.2  # cosine of what is said, from which it is of one thing
ALIKE = 0.35  # cosine of two sentences, from which the likeness is a reason
WITHIN = 0.6  # of the score, in one article
ACROSS = 1.2  # of the score times closeness, across articles


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of evidence: its weight, and the reason for a person, "" for none."""

    weight: float
    reason: str = ""


def score(one: ReadFact, other: ReadFact, closeness: float) -> float | None:
    """Return the score of two facts of one type, None when they are never of one event.

    `closeness` is of their articles; within one article it does not matter.
    """
    if is_ruled_out(one, other):
        return None
    within = one.article == other.article
    total = sum(found.weight for found in evidence(one, other))
    if one.speech and not _says_the_same(one, other):
        total /= 2
    return round(total * (WITHIN if within else ACROSS * closeness), 6)


def is_ruled_out(one: ReadFact, other: ReadFact) -> bool:
    """Return whether two facts are never of one event, whatever else they have in common."""
    if are_opposed(one.sense, other.sense) or one.running != other.running:
        return True
    if one.ordinal != other.ordinal and one.ordinal and other.ordinal:
        return True
    if one.pinned != other.pinned and not one.speech:
        return True
    if one.days and other.days and all(a.gap(b) > ZONES for a in one.days for b in other.days):
        return not one.running
    if one.speech and _names_others(one.parts["agents"], other.parts["agents"]):
        return True
    return one.article == other.article and (
        _clash(one, other) or _are_other_places(one.parts["places"], other.parts["places"])
    )


def evidence(one: ReadFact, other: ReadFact) -> Iterator[Evidence]:
    """Yield what speaks for one event and what against it."""
    yield from _of_parts(one, other)
    yield from _of_days(one, other)
    if one.sense and one.sense == other.sense:
        yield Evidence(SAME_SENSE)
    likeness = cosine(one.words, other.words)
    yield Evidence(WORDING * likeness, "like wording" if likeness >= ALIKE else "")
    if agreed := [a for a in one.counts if any(a.unit == b.unit and a.agrees(b) for b in other.counts)]:
        yield Evidence(NUMBER, f"{agreed[0].said()} in both")
    elif _clash(one, other):
        yield Evidence(-OTHER_NUMBER)
    if one.ordinal and one.ordinal == other.ordinal:
        yield Evidence(ORDINAL, f"number {one.ordinal} in both")


def _of_parts(one: ReadFact, other: ReadFact) -> Iterator[Evidence]:
    for part, weight in WEIGHTS.items():
        mine, theirs = one.parts[part], other.parts[part]
        if part == "places":
            mine, theirs = _places(one, other)
        if not (mine and theirs):
            continue
        if common := [key for key in mine if key in theirs]:
            share = sum(min(mine[key], theirs[key]) for key in common)
            least = min(sum(mine.values()), sum(theirs.values()))
            written = one.names.get(max(common, key=lambda key: mine[key]), "")
            yield Evidence(weight * min(1.0, share / least), f"{part}: {written}" if written else "")
        elif part == "places" and _are_other_places(mine, theirs):
            yield Evidence(-OTHER_PLACE)
        elif part != "places" and _are_comparable(mine, theirs):
            yield Evidence(-weight / 2)


def _places(one: ReadFact, other: ReadFact) -> tuple[Keys, Keys]:
    """Return the places of two facts: where one is hit, the other may be hit at."""
    mine, theirs = one.parts["places"], other.parts["places"]
    if mine and not theirs:
        theirs = {key: weight for key, weight in other.parts["objects"].items() if key in mine}
    elif theirs and not mine:
        mine = {key: weight for key, weight in one.parts["objects"].items() if key in theirs}
    return mine, theirs


def _of_days(one: ReadFact, other: ReadFact) -> Iterator[Evidence]:
    same = next((a for a in one.days for b in other.days if a.is_like(b)), None)
    if same is not None and (same.is_day or same.since):
        yield Evidence(SAME_DAY, f"{'since' if same.since else 'same day:'} {same.said()}")
    elif same is not None and same.last - same.first <= 31:
        yield Evidence(SAME_DAY / 2, "same month")


def _says_the_same(one: ReadFact, other: ReadFact) -> bool:
    """Return whether two statements have wording, topic or a number in common: one speaker says many things."""
    if any(key in other.parts["means"] for key in one.parts["means"]):
        return True
    if any(a.unit == b.unit and a.agrees(b) for a in one.counts for b in other.counts):
        return True
    return cosine(one.words, other.words) >= TOLD


def _clash(one: ReadFact, other: ReadFact) -> bool:
    """Return whether the numbers of one unit in both are others, and none agrees."""
    pairs = [(a, b) for a in one.counts for b in other.counts if a.unit == b.unit]
    return bool(pairs) and all(a.clashes(b) for a, b in pairs)


def _are_comparable(mine: Keys, theirs: Keys) -> bool:
    """Return whether nothing in common means something: a name is no other thing than a noun."""
    return _entities(mine) == _entities(theirs)


def _entities(keys: Keys) -> bool:
    return any(key[0] != "w" for key in keys)


def _names_others(mine: Keys, theirs: Keys) -> bool:
    """Return whether both name things, and none is in both."""
    return _entities(mine) and _entities(theirs) and not any(key in theirs for key in mine)


def _are_other_places(mine: Keys, theirs: Keys) -> bool:
    """Return whether both name places, none in common; a country and a town in it may be one place."""
    return _names_others(mine, theirs) and _has_country(mine) == _has_country(theirs)


def _has_country(keys: Keys) -> bool:
    return any(key[0] == "c" for key in keys)
