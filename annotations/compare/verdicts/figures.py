"""Figures: the numbers of a role as they are compared, with the bounds they leave and what they count.

A filler's own value goes first; its words say more where they are what the value was read from ("several",
"400 to 500"), and without a value they are read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf, isfinite

from annotations.compare.verdicts.shapes import PlacedFact
from annotations.compare.verdicts.units import BEHIND, CountedUnit, people_unit, unit_in
from annotations.compare.verdicts.vocabulary import (
    FRACTIONS,
    MEASURES,
    ORDINALS,
    SCALED,
    SEVERAL_OF,
    TIMES_WORDS,
    VAGUE,
)
from annotations.facts import Filler, Number
from annotations.processes.quick_dataclass import dataclass
from annotations.values.numbers import BOUNDS, SCALES, SPELLED, number_in

OF = frozenset(["couple", "handful", "dozens", "scores", "tens", "hundreds", "thousands", "millions"]) | {
    "a couple",
    "a handful",
    "a number",
    "a group",
    "a series",
    "a lot",
}
NEAR = 0.1  # how far from a number what is about it may be
NEXT = 12  # code points behind a filler that tell what its last word means
LONGEST = 200  # code points of a filler that are read
SAID = {">": "over ", ">=": "at least ", "<": "under ", "<=": "up to ", "~": "about "}
_ORDINAL = re.compile(
    r"\s*(?:(?:the|an?)\s+)?(?:(?P<figure>\d{1,6})(?:st|nd|rd|th)|(?P<word>[a-z]+))\b", re.IGNORECASE
)
_LEAD = r"\s*(?P<ahead>(?:[a-z]+\s+){0,3}?)"  # "just over"
_FRACTION = re.compile(
    rf"{_LEAD}(?P<part>half|(?:{'|'.join(set(FRACTIONS) - {'half'})})(?=\s+(?:of|the)\b|\W*$))\b"
    r"(?!\s+(?:an?|million|billion|trillion|dozen)\b)",
    re.IGNORECASE,
)
_TIMES = re.compile(rf"{_LEAD}(?P<part>{'|'.join(TIMES_WORDS)})\s*$", re.IGNORECASE)
_LOOSE = re.compile(rf"\s*({'|'.join(sorted(VAGUE, key=len, reverse=True))})\b", re.IGNORECASE)
_TWO = re.compile(r"\s*(?:both|(?:a|the)?\s*pair)\b", re.IGNORECASE)
_SCALE = r"(?P<scale>hundred|thousand|million|billion|dozen)s?"
_SCALED = re.compile(rf"\s*(?:an?\s+)?(?P<many>{'|'.join(SCALED)})\s+(?:of\s+)?{_SCALE}\b", re.IGNORECASE)
_SEVERAL_OF = re.compile(rf"\s*(?P<many>{'|'.join(SEVERAL_OF)})\s+of\s+{_SCALE}\b", re.IGNORECASE)
_FEW = re.compile(rf"\b(?:{'|'.join([*SCALED, *SEVERAL_OF])})\s+(?:of\s+)?$", re.IGNORECASE)
_JUST_BELOW = re.compile(r"(?:nearly|almost|not quite|just under|just below|close to)\s", re.IGNORECASE)
_UPPER = re.compile(
    r"[\d.,]*\d\s*(?:[a-z]{1,8}\s*)??(?:to|or|and|-|–|—)\s*(?=\W?\d)|\b(?:to|or)\s", re.IGNORECASE
)
_AHEAD = [
    (re.compile(rf"\b(?:{words})\s+$", re.IGNORECASE), sign)
    for words, sign in BOUNDS
    if sign != "=" and "between" not in words
] + [(re.compile(r"\b(?:at least|no (?:fewer|less) than|not less than)\s+$", re.IGNORECASE), ">=")]


@dataclass(frozen=True, slots=True)
class BoundedFigure:
    """A number between two bounds, and what it counts, None where nothing tells.

    `sign` is one of = > >= < <= ~, "" for a range or a vague word; `is_ordinal`: a place in a row, which is no count.
    """

    low: float
    high: float
    sign: str = "="
    unit: CountedUnit | None = None
    is_ordinal: bool = False
    word: str = ""

    @property
    def number(self) -> float:
        return self.high if self.sign in ("<", "<=") else self.low

    @property
    def shown(self) -> str:
        unit = self.unit.shown if self.unit else ""
        if self.word:
            return _joined(f"{self.word} of" if unit and self.word in OF else self.word, unit)
        if not self.sign:
            return _joined(f"{number_words(self.low)} to {number_words(self.high)}", unit)
        figure = number_words(self.number) if self.high or self.low else "no" if unit else "none"
        said = "nearly " if self.sign == "<" and isfinite(self.low) else SAID.get(self.sign, "")
        if unit.casefold() in MEASURES and not unit[-1].isalnum() and unit != "%":
            return f"{said}{unit}{number_words(self.number)}"
        return said + _joined(figure, unit)

    @property
    def key(self) -> tuple[object, ...]:
        """Return what two figures that say the very same have in common."""
        unit = self.unit and (self.unit.noun, self.unit.narrowing, self.unit.dimension, self.unit.factor)
        return (self.low, self.high, self.sign, self.is_ordinal, unit)


@dataclass(frozen=True, slots=True)
class FigureList:
    """The figures that one fact gives for a role: several where it counts this and that."""

    figures: tuple[BoundedFigure, ...]

    @property
    def shown(self) -> str:
        return ", ".join(one.shown for one in self.figures)

    @property
    def key(self) -> frozenset[tuple[object, ...]]:
        return frozenset(one.key for one in self.figures)


def figures_of(
    placed: PlacedFact, fillers: Sequence[Filler], beside: Sequence[Filler], *, people: bool = False
) -> FigureList | None:
    """Return the figures of a role's fillers, None where none has a number.

    `beside`: fillers that may name what is counted.  `people`: who is counted is people unless more is said.
    """
    lone = len(fillers) == 1 and len(beside) == 1
    found = []
    for filler in fillers:
        near = [one for one in beside if lone or -3 <= one.start - filler.end <= BEHIND // 2]
        if figure := _figure(placed, filler, near, people=people):
            found.append(figure)
    return FigureList(tuple(found)) if found else None


def _figure(
    placed: PlacedFact, filler: Filler, beside: Sequence[Filler], *, people: bool
) -> BoundedFigure | None:
    words = placed.words(filler)[:LONGEST]
    read = _read(placed, filler, words)
    if read is None or read.unit is not None:
        return read
    said = filler.value.unit if isinstance(filler.value, Number) else None
    own = number_in(words)
    behind = _behind(placed, filler)
    candidates = [said, own.unit if own else None, behind, *(placed.words(one) for one in beside)]
    units = (unit_in(text[:LONGEST], people=people) for text in candidates if text)
    unit = next(filter(None, units), people_unit() if people and not read.is_ordinal else None)
    return BoundedFigure(read.low, read.high, read.sign, unit, read.is_ordinal, read.word)


def _read(placed: PlacedFact, filler: Filler, words: str) -> BoundedFigure | None:
    """Return the figure, with its unit only where the number word itself has it ("twice", "half")."""
    value = filler.value if isinstance(filler.value, Number) else None
    own = number_in(words)
    behind = placed.article.text[filler.end : filler.end + NEXT]
    said = _in_words(_few_ahead(placed, filler) + words, behind)
    if value is not None and not isfinite(value.number):
        return None
    if value is None or (own is not None and own.number == value.number):
        return said or _from_number(placed, filler, value or own, words)
    return said if said and said.low == value.number else _bounded(value.number, value.comparison)


def _few_ahead(placed: PlacedFact, filler: Filler) -> str:
    """Return "a few", "several" and the like right ahead of a filler, which may be "hundred"."""
    found = _FEW.search(placed.article.text[max(0, filler.start - 20) : filler.start])
    return found[0] if found else ""


def _in_words(words: str, behind: str) -> BoundedFigure | None:
    """Return the figure of words that are no plain number: "twice", "the 26th", "half", "several".

    `behind` is the text after them: a third of something is no third thing.
    """
    own = number_in(words)
    found = _FRACTION.match(words + behind)
    if found and (own is None or found["part"].lower().split()[0] in SPELLED):
        return _part(found, FRACTIONS, CountedUnit("share", frozenset(), "share", 1.0, "%"))
    if found := _TIMES.match(words):
        return _part(found, TIMES_WORDS, CountedUnit("times", frozenset(), "times", 1.0, "times"))
    if (
        own is None
        and (nth := _ORDINAL.match(words))
        and (place := nth["figure"] or ORDINALS.get((nth["word"] or "").lower()))
    ):
        return BoundedFigure(float(place), float(place), "=", None, True, nth[0].strip().removeprefix("the "))
    return _loose(words)


def _part(found: re.Match[str], table: Mapping[str, float], unit: CountedUnit) -> BoundedFigure:
    """Return the figure of a word of the table, with the bound that stands ahead of it."""
    sign = next((sign for pattern, sign in _AHEAD if pattern.search(found["ahead"])), "=")
    return replace(_bounded(table[found["part"].lower()], sign), unit=unit)


def _loose(words: str) -> BoundedFigure | None:
    """Return the figure of vague words: "several", "a few hundred", "tens of thousands"."""
    for pattern, table in ((_SCALED, SCALED), (_SEVERAL_OF, SEVERAL_OF)):
        if found := pattern.match(words):
            low, high = table[found["many"].lower()]
            scale = SCALES[found["scale"].lower().removesuffix("s")]
            return BoundedFigure(low * scale, high * scale, "", None, False, found[0].strip().lower())
    if found := _TWO.match(words):
        return _bounded(2.0, "=")
    if found := _LOOSE.match(words):
        bounds = VAGUE[found[1].lower()]
        rest = number_in(words[found.end() :])
        return None if rest else BoundedFigure(*bounds, "", None, False, found[1].lower())
    return None


def _from_number(
    placed: PlacedFact, filler: Filler, number: Number | None, words: str
) -> BoundedFigure | None:
    if number is None or not isfinite(number.number):
        one = re.match(r"\s*an?\b(?!.*\sand\s)", words, re.IGNORECASE)
        return _bounded(1.0, "=") if one else None
    if number.comparison == ">=" and (upper := _UPPER.search(words)):
        high = number_in(words[upper.end() :])
        if high and high.number > number.number:
            return BoundedFigure(number.number, high.number, "")
    sign = number.comparison
    ahead = placed.article.text[max(0, filler.start - 30) : filler.start]
    if sign == "=":
        sign = next((known for pattern, known in _AHEAD if pattern.search(ahead)), sign)
    figure = _bounded(number.number, sign)
    if sign == "<" and _JUST_BELOW.search(ahead + words):
        return BoundedFigure(number.number - NEAR * abs(number.number), number.number, sign)
    return figure


def _bounded(number: float, sign: str) -> BoundedFigure:
    low = -inf if sign in ("<", "<=") else number
    high = inf if sign in (">", ">=") else number
    if sign == "~":
        low, high = number, number
    return BoundedFigure(low, high, sign if sign in SAID else "=")


def _behind(placed: PlacedFact, filler: Filler) -> str:
    """Return the text behind a filler in which its noun may stand: up to the trigger."""
    end = filler.end + BEHIND
    trigger = placed.fact.trigger
    if trigger and filler.end <= trigger[0] < end:
        end = trigger[0]
    return placed.article.text[filler.end : end]


def _joined(figure: str, unit: str) -> str:
    return f"{figure}{'' if unit in ('', '%') else ' '}{unit}"


def number_words(number: float) -> str:
    """Return a number as short text.

    >>> number_words(3.4e9), number_words(1500)
    ('3.4 billion', '1,500')
    """
    for scale, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if scale <= abs(number) < 1e15 and float(f"{number / scale:.4g}") * scale == number:
            return f"{number / scale:.4g} {word}"
    if abs(number) >= 1e15 or not isfinite(number):
        return f"{number:g}"
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,.4g}"
