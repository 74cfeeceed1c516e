"""Values of a search's fields that are more than a name: scores, days, values of roles, and words.

Each is read from the text of one value, without its quotes; SearchMistake, at no place yet, when it is none.
"""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from math import inf, isfinite
from typing import Any

from annotations.facts import Date, Number
from annotations.processes.quick_dataclass import dataclass
from annotations.search.mistakes import SearchMistake, cited
from annotations.search.query import ANY, Term, TermKind
from annotations.values.calendar_words import OPEN, days_of

SIGNS: Mapping[str, Callable[[Any, Any], bool]] = {
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    "=": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
}
_SIGN = "|".join(SIGNS)
_TYPED = str.maketrans({"≥": ">=", "≤": "<=", "≠": "!="})
BESIDE = {">": 1, "<": -1}  # on which side of its figure a number lies that is more or less than that
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_DAYS = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SIGNED = re.compile(rf"(.*?)\s*({_SIGN})\s*(.*)", re.DOTALL)
_BARE = re.compile(r"(.*\S)\s+(\S+)", re.DOTALL)
NONE = "none"

# --- scores


@dataclass(frozen=True)
class ScoreRange:
    """The scores from `low` to `high`; `above`, `below`: without that end.  `is_none`: those without a score."""

    low: float = 0.0
    high: float = 1.0
    above: bool = False
    below: bool = False
    is_none: bool = False

    def holds(self, score: float | None) -> bool:
        """Return whether the score is one of these."""
        if score is None or self.is_none:
            return score is None and self.is_none
        is_high = score > self.low if self.above else score >= self.low
        return is_high and (score < self.high if self.below else score <= self.high)


def score_range(text: str) -> ScoreRange:
    """Return the scores that a value of the field *score* names.

    >>> score_range("<0.6")
    ScoreRange(low=-inf, high=0.6, above=False, below=True, is_none=False)
    """
    said = _typed(text)
    if said == NONE:
        return ScoreRange(is_none=True)
    if match := re.fullmatch(rf"({_SIGN})\s*(.+)", said, re.DOTALL):
        sign, score = match[1], _score(match[2], text)
        if sign in ("<", "<="):
            return ScoreRange(-inf, score, below=sign == "<")
        if sign in (">", ">="):
            return ScoreRange(score, inf, above=sign == ">")
    low, between, high = said.partition(OPEN)
    if not between:
        raise _no_score(text)
    found = ScoreRange(_score(low, text), _score(high, text))
    if found.low > found.high:
        raise SearchMistake(f"The score {cited(text)} ends before it begins; write the lower one first.")
    return found


def _score(text: str, whole: str) -> float:
    number = _number(text)
    if number is None:
        raise _no_score(whole)
    if not 0 <= number <= 1:
        raise SearchMistake(f"Scores lie between 0 and 1, so {cited(whole)} asks for none.")
    return number


def _no_score(text: str) -> SearchMistake:
    return SearchMistake(f"{cited(text)} is no range of scores; write <0.6, >=0.9, 0.5..0.7 or none.")


def _typed(text: str) -> str:
    """Return the text with the signs of one character as they are read here."""
    return text.strip().translate(_TYPED)


def _number(text: str) -> float | None:
    """Return the number that is written with digits, None where that is none."""
    said = text.strip()
    number = float(said) if _NUMBER.fullmatch(said) else inf
    return number if isfinite(number) else None


# --- days


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both within it, as YYYY-MM-DD; "" is an open end."""

    first: str = ""
    last: str = ""

    def meets(self, first: str, last: str) -> bool:
        """Return whether some day from first to last lies within it; "" is an open end there too."""
        return (not last or self.first <= last) and (not self.last or not first or first <= self.last)


def period(text: str) -> Period:
    """Return the days that a value of the field *date* names.

    >>> period("2024-01..2024-02"), period(">2024-01")
    (Period(first='2024-01-01', last='2024-02-29'), Period(first='2024-02-01', last=''))
    """
    said = _typed(text)
    match = re.match(r">=|<=|=|>|<", said)
    sign, days = (match[0], said[match.end() :].strip()) if match else ("=", said)
    return _compared(sign, days, text)


def _compared(sign: str, said: str, whole: str) -> Period:
    """Return the days that compare so with those said."""
    low, between, high = said.partition(OPEN)
    if between and sign != "=":
        raise SearchMistake(f"{cited(whole)} has a sign before a range of days; write one of the two.")
    first = _ends(low, whole) if low or not high else ("", "")
    last = _ends(high, whole) if high else ("", "") if between else first
    if first[0] and last[1] and first[0] > last[1]:
        raise SearchMistake(f"{cited(whole)} ends before it begins; write the earlier day first.")
    if sign in ("<", ">"):
        return Period("", _next(first[0], -1, whole)) if sign == "<" else Period(_next(last[1], 1, whole), "")
    return Period(first[0] if sign != "<=" else "", last[1] if sign != ">=" else "")


def _ends(text: str, whole: str) -> tuple[str, str]:
    """Return the first and last day of a year, a month or a day."""
    if (match := _DAYS.fullmatch(text.strip())) is None:
        raise SearchMistake(
            f"{cited(whole)} is no date; write 2024, 2024-01, 2024-01-13, 2024-01..2024-02 or >=2024-01-05."
        )
    try:
        first, last = _days_of(match)
    except ValueError:
        raise SearchMistake(f"There is no day {cited(text.strip())} in the calendar.") from None
    return first, last


def _days_of(match: re.Match[str]) -> tuple[str, str]:
    if match[2] == "00" or match[3] == "00":
        raise ValueError
    first, last = days_of(int(match[1]), int(match[2] or 0), int(match[3] or 0))
    return first.isoformat(), last.isoformat()


def _next(day: str, by: int, whole: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
    except OverflowError:
        raise SearchMistake(f"No day answers to {cited(whole)}.") from None


def days_in(text: str) -> tuple[str, str] | None:
    """Return the first and last day of a date as it is kept, ISO 8601 at its beginning; None where it names none.

    >>> days_in("2024-01"), days_in("2024-01-13T10:00"), days_in("XXXX-01-13")
    (('2024-01-01', '2024-01-31'), ('2024-01-13', '2024-01-13'), None)
    """
    match = re.match(_DAYS.pattern + r"(?=\Z|[TZ\s])", text)
    try:
        return _days_of(match) if match else None
    except ValueError:
        return None


# --- values of roles


@dataclass(frozen=True)
class RoleComparison:
    """A comparison of a role's values: with `number`, or by `days`; of a bare year with both.

    `sign` is one of SIGNS.  Of `days` it is taken in, unless it is "!=".  "More than 60" lies just above 60.
    """

    role: str
    sign: str
    number: float | None = None
    days: Period | None = None

    def holds(self, value: object) -> bool:
        """Return whether the value of a filler in that role compares so; one of another kind never does."""
        if isinstance(value, Number):
            place = (value.number, BESIDE.get(value.comparison, 0))
            return self.number is not None and SIGNS[self.sign](place, (self.number, 0))
        if not isinstance(value, Date) or self.days is None:
            return False
        ends = _ends_of(value)
        return ends is not None and self.days.meets(*ends) != (self.sign == "!=")


def _ends_of(value: Date) -> tuple[str, str] | None:
    """Return the first and last day of a date, "" for an open end; None where the year is not known."""
    if value.earliest == value.latest == OPEN:
        return None
    first = ("", "") if value.earliest == OPEN else days_in(value.earliest)
    last = ("", "") if value.latest == OPEN else days_in(value.latest)
    return (first[0], last[1]) if first and last else None


def role_comparison(text: str) -> RoleComparison:
    """Return the comparison that a value of the field *value* names.

    >>> role_comparison("count > 60")
    RoleComparison(role='count', sign='>', number=60.0, days=None)
    """
    said = _typed(text)
    signed = _SIGNED.fullmatch(said)
    bare = None if signed else _BARE.fullmatch(said)
    role, sign, of = signed.groups() if signed else (bare[1], "=", bare[2]) if bare else ("", "", "")
    if not role or not of:
        raise SearchMistake(
            f"{cited(text)} compares nothing; write a role, a sign and a number or a date: count > 60, "
            "time 2024-01."
        )
    number = _number(of)
    if number is not None and not _DAYS.fullmatch(of):
        return RoleComparison(role, sign, number)
    if number is None and not _DAYS.match(of.lstrip(".")):
        raise SearchMistake(f"{cited(of)} is neither a number nor a date like 2024-01-13.")
    return RoleComparison(role, sign, number, _role_days(sign, of, number))


def _role_days(sign: str, of: str, number: float | None) -> Period | None:
    try:
        return _compared("=" if sign == "!=" else sign, of, of)
    except SearchMistake:
        if number is None:  # 0000 is no year, but a number
            raise
        return None


# --- words


def words_value(text: str) -> Term:
    """Return the words that a value of *filler*, *according* or *article* names: a phrase where blanks are in it."""
    said, goes_on = words_said(text)
    kind = TermKind.PHRASE if re.search(r"\s", said) else TermKind.WORD
    return Term(kind, said, goes_on=goes_on)


def words_said(text: str) -> tuple[str, bool]:
    r"""Return the words, and whether the last one may go on: a star at the end, unless it is written `\*`.

    >>> words_said("red se*"), words_said(r"5\*")
    (('red se', True), ('5*', False))
    """
    if not text.strip():
        raise SearchMistake("Nothing stands between the quotes; write the words in them.")
    if not text.endswith(ANY):
        return text, False
    stem = text[:-1]
    if stem.endswith("\\"):
        return stem[:-1] + ANY, False
    if not stem or not _is_of_word(stem[-1]):
        raise SearchMistake(
            f'The star in {cited(text)} has no beginning of a word before it; the star itself is "\\*".'
        )
    return stem, True


def words_written(text: str, goes_on: bool) -> str:
    """Return the words as `words_said` reads them."""
    if goes_on:
        return text + ANY
    return text[:-1] + "\\*" if text.endswith(ANY) else text


def _is_of_word(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LNM" or category == "Co"
