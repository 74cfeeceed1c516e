"""Values of wordings in other languages than English: numbers in figures, and days with a month's name.

Marks and names are CLDR's (babel): a German 1.234,5 is 1234.5.  Words for numbers, scales ("Millionen") and bounds are
not read: a scale stays in the unit.  What is not fully understood has no value, so that a person types it.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any
from unicodedata import decimal

from babel import Locale, UnknownLocaleError

from annotations.facts import Date, Number
from annotations.values.calendar_words import days_of, nearest_year
from annotations.values.grouped_numbers import GROUPED, ungrouped

WIDTHS = ("wide", "abbreviated")
LONGEST = 200  # code points of a wording that are read
_FIGURE = rf"(?:{GROUPED}|[0-9]{{1,15}}(?![0-9]))(?:\.[0-9]{{1,9}})?"
_MONEY = r"US\$|[$£€¥₹₽₺₴₩₪%٪]"
_NUMBER = re.compile(
    rf"(?<![\w.,])(?P<money>{_MONEY})?\s?(?P<figure>{_FIGURE})(?:\s?[-–—]\s?(?P<upper>[0-9][0-9.,]*))?(?![.,]*[0-9])"
    r"(?P<dot>\.(?=\s|\Z))?\s?(?P<unit>[^,;:!?()]*)"
)
_SWAPPED = re.compile(r"[0-9][0-9.,]*[0-9]")
_OTHER_DIGIT = re.compile(r"[^\W\D0-9]|[٫٬]")
_DIGIT = re.compile("[0-9]")
_POINTS = str.maketrans(".,", ",.")
_YEAR = r"(?P<year>1[5-9][0-9]{2}|20[0-9]{2})"
_BY_FIGURES = (
    re.compile(r"(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    re.compile(rf"(?P<day>[0-9]{{1,2}})(?P<mark>[./])(?P<month>[0-9]{{1,2}})(?P=mark){_YEAR}"),
    re.compile(rf"{_YEAR}年(?:(?P<month>[0-9]{{1,2}})月(?:(?P<day>[0-9]{{1,2}})日)?)?"),
    re.compile(_YEAR),
)
_LINK = r"(?:\s+[^\W\d_]{1,3})?"  # de, del, d’


def number_elsewhere(text: str, language: str) -> Number | None:
    """Return the number in figures, with its unit; of a range the lower end as >=; None for none or several.

    >>> number_elsewhere("1.234,5 Tonnen", "de")
    Number(number=1234.5, comparison='=', unit='Tonnen')
    """
    found = _NUMBER.search(_with_points(text[:LONGEST], language))
    if found is None or found["dot"] or _DIGIT.search(found["unit"]):  # 3. is the third
        return None
    number = float(ungrouped(found["figure"]))
    unit = found["unit"].strip(" .-–/")
    return Number(number, ">=" if found["upper"] else "=", found["money"] or unit or None)


def date_elsewhere(text: str, language: str, published: date | None, by: str) -> Date | None:
    """Return the day, month or year that the whole wording states, None when it states none.

    Without a year it is the one nearest to `published`, else open (XXXX).

    >>> date_elsewhere("3. Oktober 2024", "de", None, "rule").earliest
    '2024-10-03'
    """
    plain = _with_digits(text[:LONGEST]).strip(" .").casefold()
    for pattern in (*_BY_FIGURES, *_by_name(language)):
        if found := pattern.fullmatch(plain):
            try:
                return _date(found.groupdict(), language, published, by)
            except ValueError:
                return None
    return None


def _date(said: dict[str, str | None], language: str, published: date | None, by: str) -> Date:
    """Return the date of the parts of a wording.  ValueError when there is no such day."""
    name, day, year = said.get("month") or "0", int(said.get("day") or 0), said.get("year")
    month = int(name) if name.isdigit() else _months(language, *WIDTHS)[name]
    precision = "day" if day else "month" if month else "year"
    if year is None and published is None:
        days_of(2000, month, day)
        open_year = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
        return Date(open_year, open_year, precision, None, by)
    chosen = int(year) if year else nearest_year(published or date.min, month, day or 15)
    first, last = days_of(chosen, month, day)
    against = published.isoformat() if published and not year else None
    return Date(first.isoformat(), last.isoformat(), precision, against, by)


def _with_digits(text: str) -> str:
    """Return the text with the digits and marks of other scripts as ASCII has them; as long as it was."""
    marks = {"٫": ".", "٬": ","}
    return _OTHER_DIGIT.sub(lambda one: marks.get(one[0]) or str(decimal(one[0], one[0])), text)


def _with_points(text: str, language: str) -> str:
    """Return the text with figures as English writes them, for a language that has a decimal comma."""
    plain = _with_digits(text)
    return _SWAPPED.sub(lambda one: one[0].translate(_POINTS), plain) if _has_comma(language) else plain


@cache
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


@cache
def _has_comma(language: str) -> bool:
    locale = _locale(language)
    symbols: Any = locale.number_symbols.get("latn", {}) if locale else {}
    return bool(symbols.get("decimal") == ",")


@cache
def _months(language: str, *widths: str) -> dict[str, int]:
    """Return the numbers of the months by their names of these widths, in lower case, of three letters or more."""
    locale = _locale(language)
    tables: Any = (
        (locale.months[use][width] for use in ("format", "stand-alone") for width in widths) if locale else ()
    )
    named = {name.casefold().strip("."): month for table in tables for month, name in table.items()}
    return {name: month for name, month in named.items() if len(name) > 2 and not name[0].isdigit()}


@cache
def _by_name(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns with a month's name; it is not short for something else beside a day alone."""
    with_day, alone = (
        "|".join(map(re.escape, sorted(_months(language, *widths), key=len, reverse=True)))
        for widths in (WIDTHS, WIDTHS[:1])
    )
    if not alone:
        return ()
    year = rf"{_LINK},?\s+{_YEAR}"
    return (
        re.compile(
            rf"(?:\w{{1,3}}\s+)?(?P<day>[0-9]{{1,2}})(?:\.|er|º)?{_LINK}\s+(?P<month>{with_day})\.?(?:{year})?"
        ),
        re.compile(rf"(?P<month>{alone})(?:{year})?"),
    )
