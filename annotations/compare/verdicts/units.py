"""Units: what a number counts, from its own unit, the words behind it, or the role beside it.

Two counts go together by what they count: the same, some of the same, other things, or other measures.
"""

from __future__ import annotations

import re
from enum import StrEnum

from annotations.compare.verdicts.vocabulary import ALIKE, ENDS, MEASURES, PERSON, PERSONS, STATES
from annotations.compare.verdicts.wordings import is_number, singular, words_of, written_words
from annotations.processes.quick_dataclass import dataclass

BEHIND = 60  # code points behind a number in which its noun is looked for
MOST_WORDS = 6
THING = ""  # the dimension of what is no measure
_STOP = re.compile(r"[.,;:!?()\[\]\"“”\n–—]")


@dataclass(frozen=True, slots=True)
class CountedUnit:
    """A counted noun and what narrows it, or a measure with how many of its first unit it has."""

    noun: str
    narrowing: frozenset[str] = frozenset()
    dimension: str = THING
    factor: float = 1.0
    shown: str = ""


class Kinship(StrEnum):
    """How what two numbers count goes together."""

    SAME = "the same is counted"
    CONVERTED = "the same is measured in other units"
    NARROWER = "one counts only some of what the other counts"
    OTHER = "other things are counted"
    INCOMPARABLE = "other kinds of things are counted"


def unit_in(words: str, *, people: bool = False) -> CountedUnit | None:
    """Return the unit that the words begin with, None where they name none.

    `people`: words that say only in what state somebody is, as "dead", stand for people.

    >>> unit_in("its fighters had been killed").noun
    'fighter'
    """
    if measure := _measure(words):
        return measure
    kept = _counted_words(words)
    nouns = [word for word in kept if not _says_state(word.casefold())]
    if len(nouns) > 1 and nouns[-1].casefold() in ("member", "members"):
        nouns.pop()
    if not nouns:
        return people_unit() if people and any(word.casefold() in PERSONS for word in kept) else None
    ones = [singular(word.casefold()) for word in nouns]
    alike = [ALIKE.get(word, word) for word in ones]
    is_person = alike[-1] in PERSONS or (people and alike[-1] == "member")
    narrowing = frozenset(alike[:-1]) - PERSONS
    return CountedUnit(PERSON if is_person else alike[-1], narrowing, shown=" ".join(nouns))


def _counted_words(words: str) -> list[str]:
    """Return the words up to where a counted noun must have ended."""
    kept: list[str] = []
    for word in written_words(_STOP.split(words.strip(), maxsplit=1)[0]):
        folded = word.casefold()
        if folded == "of" and not kept:
            continue
        if (
            (folded in ENDS and folded not in STATES)
            or (kept and is_number(folded))
            or len(kept) == MOST_WORDS
        ):
            break
        kept.append(word)
    return kept


def _says_state(word: str) -> bool:
    """Return whether the word says of what is counted only how it is."""
    return word in STATES or (len(word) > 4 and word.endswith("ed")) or is_number(word)


def people_unit() -> CountedUnit:
    """Return the unit of people of whom nothing more is said."""
    return CountedUnit(PERSON)


def kinship(one: CountedUnit, other: CountedUnit) -> Kinship:
    """Return how two units go together, whichever is first."""
    if one.dimension != other.dimension:
        return Kinship.INCOMPARABLE
    if one.dimension != THING:
        return Kinship.SAME if one.factor == other.factor else Kinship.CONVERTED
    if one.noun == other.noun:
        if one.narrowing == other.narrowing:
            return Kinship.SAME
        nested = one.narrowing <= other.narrowing or other.narrowing <= one.narrowing
        return Kinship.NARROWER if nested else Kinship.OTHER
    return Kinship.OTHER


def _measure(words: str) -> CountedUnit | None:
    found = words_of(words[:BEHIND])
    while found and found[0] in ("of", "u.s", "us") and found[1:2] != ["$"]:
        found = found[1:]
    if words[:3].casefold() in ("us$",):
        return _measured("us$", "$")
    if words[:2].casefold() in ("c$", "a$"):
        return _measured(words[:2].casefold(), words[:2])
    for length in (2, 1):
        said = " ".join(found[:length])
        name = " ".join([*found[: length - 1], singular(found[length - 1])]) if len(found) >= length else ""
        for known in (said, name):
            if known in MEASURES and not _is_adjective(words, known):
                return _measured(known, " ".join(found[:length]))
    return None


def _measured(known: str, shown: str) -> CountedUnit:
    dimension, factor = MEASURES[known]
    return CountedUnit(dimension, frozenset(), dimension, factor, shown)


def _is_adjective(words: str, known: str) -> bool:
    """Return whether the measure is part of another word: "30-mile", "minute-long"."""
    at = words.casefold().find(known[:-1])
    return at > 0 and words[at - 1] == "-"
