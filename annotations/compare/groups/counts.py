"""Counts: the numbers of a fact, each with the noun that it counts; a number without its noun is no evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotations.compare.groups.stems import COMMON, WORD, stem
from annotations.facts import Number
from annotations.processes.quick_dataclass import dataclass
from annotations.text.word_forms import PLURALS
from annotations.values.grouped_numbers import GROUPED
from annotations.values.numbers import SCALES, SEVERAL, SPELLED, number_in

MONEY = {
    "$": "dollar",
    "us$": "dollar",
    "c$": "dollar",
    "a$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₹": "rupee",
    "eur": "euro",
    "usd": "dollar",
    "gbp": "pound",
    "jpy": "yen",
    "cny": "yuan",
    "rmb": "yuan",
    "inr": "rupee",
    "rs": "rupee",
    "chf": "franc",
    **dict.fromkeys(("dkk", "nok", "kroner", "krone"), "krone"),
    **dict.fromkeys(("sek", "kronor", "krona"), "krona"),
}
SAID = "|".join(
    sorted({*SPELLED, *SEVERAL, "hundred", "thousand", "dozen"} - {"one", "zero"}, key=len, reverse=True)
)
_STARTS = re.compile(rf"(?<![\w.,])(?:[$£€¥₹]?\d|(?:{SAID})\b)", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(\d{1,4})(?:st|nd|rd|th)\s+(?:[^\W\d_]+\s+){0,2}?$", re.IGNORECASE)
ONE = frozenset(("a", "an", "the", "this", "that", "one", "another", "its", "his", "her", "their"))
_PLURALS = frozenset(PLURALS.values())
_SCALES = "|".join(SCALES)
_WHOLE = re.compile(
    rf"(?:[$£€¥₹]?(?:{GROUPED}|\d[\d.,]*)|(?:{SAID}|{_SCALES})\b|[\s-]+(?:and\s+)?(?=(?:{SAID}|{_SCALES})\b))+",
    re.IGNORECASE,
)
NUMBERS = frozenset(map(stem, (*SPELLED, *SCALES, *SEVERAL)))  # stems of the words for numbers
VICTIMS = "victims"  # the unit of whatever counts who was hurt
PERCENT = "percent"
BEFORE = 20  # code points before a number in which "more than" stands
FAR = 60  # code points behind a number in which its noun stands
CLOSE = 0.1  # two numbers of which one is about so much may differ by this share


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of one unit, which is a stem; `told` unless it is but the form of a noun: "a depot", "depots"."""

    unit: str
    number: float
    comparison: str = "="
    told: bool = True

    def agrees(self, other: Counted) -> bool:
        """Return whether both say the same number; two nouns in one form say none."""
        return (self.number == other.number or self._is_rounded(other)) and self.told and other.told

    def clashes(self, other: Counted) -> bool:
        """Return whether no number can be meant by both."""
        low, high = sorted((self, other), key=lambda one: one.number)
        if (
            low.number == high.number
            or self._is_rounded(other)
            or low.comparison in (">", ">=")
            or high.comparison in ("<", "<=")
        ):
            return False
        about = "~" in (low.comparison, high.comparison)
        return not (about and high.number - low.number <= CLOSE * high.number)

    def _is_rounded(self, other: Counted) -> bool:
        """Return whether one is the other without its digits behind the point: 51 and 51.3 percent."""
        whole = (self.number % 1 == 0) != (other.number % 1 == 0)
        return whole and self.unit == other.unit == PERCENT and abs(self.number - other.number) < 0.5

    def distance(self, other: Counted) -> float:
        """Return 0 where both can be meant, else the share of the larger by which they differ: 0.25 for 3 and 4."""
        low, high = sorted((self.number, other.number))
        return (high - low) / high if high > 0 and self.clashes(other) else 0.0

    def said(self) -> str:
        return f"{self.number:,.0f}" if self.number == int(self.number) else f"{self.number:,}"


def counted(value: Number, unit: str = "") -> Counted | None:
    """Return the number with its unit, else with the one given; None without either.  A currency comes before all."""
    found = head_of(value.unit or "") or unit
    return Counted(found, value.number, value.comparison) if found else None


def head_of(unit: str) -> str:
    """Return the stem of the noun in the words behind a number; "" when there is none.

    >>> head_of("oil sites hit by rebels"), head_of("$"), head_of("of them")
    ('sit', 'dollar', '')
    """
    if money := MONEY.get(unit.strip().lower()):
        return money
    if unit.strip().lower().startswith(("%", "per cent", "percent")):
        return PERCENT
    words: list[str] = []
    for word in WORD.findall(unit[:FAR].lower()):
        if word in MONEY:
            return MONEY[word]
        if word in COMMON or len(words) == 3:
            break
        words.append(word)
    plural = next(filter(is_plural, words), None)
    found = plural or (words[-1] if words else "")
    return stem(found) if found else ""


def currency_in(words: str) -> str:
    """Return the currency whose code stands in the words: "EUR 500,000" has no unit behind its number; else ""."""
    return next((MONEY[word] for word in WORD.findall(words.lower()) if word in MONEY), "")


def counts_in(words: str) -> Iterator[Counted]:
    """Yield the numbers of the wording that have a noun: "three depots", "more than $3.4 billion"."""
    done = 0
    for start in _STARTS.finditer(words):
        if start.start() < done:
            continue
        begin, done = max(done, start.start() - BEFORE), _end_of_number(words, start.start())
        found = number_in(words[begin : start.start() + FAR])
        if found and (one := counted(found)):
            yield one


def by_form(words: str, before: str) -> Counted | None:
    """Return one, or more than one, by the form of the last noun; None when neither is told.

    `before` is the word in front: "a depot" is one, "depots" are more, bare "depot" may be either.
    """
    found = WORD.findall(words.lower())
    if not found or any(word in SPELLED for word in found):
        return None
    if is_plural(found[-1]):
        return Counted(stem(found[-1]), 2.0, ">=", told=False)
    one = before.lower() in ONE or found[0] in ONE
    return Counted(stem(found[-1]), 1.0, "=", told=False) if one else None


def is_plural(word: str) -> bool:
    return word in _PLURALS or (word[-1:] == "s" and word[-2:] not in ("ss", "us", "is"))


def ordinal_before(text: str, start: int) -> int | None:
    """Return the number of an ordinal that stands right before a trigger: "the 26th attack"."""
    found = _ORDINAL.search(text[max(0, start - 40) : start])
    return int(found[1]) if found else None


def _end_of_number(words: str, at: int) -> int:
    found = _WHOLE.match(words, at)
    return found.end() if found else at + 1
