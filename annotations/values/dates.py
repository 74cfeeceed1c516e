"""Dates and times: wordings read as values, resolved against the publication date only when there is one.

The two ends are ISO 8601; parts that the wording leaves open stay open: X for a digit nobody knows
("XXXX-01-24", as in ISO 8601-2), ".." for an open end ("since"), "T00:15" for a time without day.  A wording
that says nothing without a reference ("Tuesday") has no value then.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from annotations.errors import UserError
from annotations.facts import RULE, Date, Number
from annotations.processes.quick_dataclass import dataclass
from annotations.values.calendar_words import (
    EDGES,
    MONTHS,
    OPEN,
    PARTS,
    SEASONS,
    WEEKDAYS,
    clock,
    days_of,
    month_ends,
    nearest_year,
    shifted,
    third,
)
from annotations.values.numbers import number_in

LONGEST = 200  # code points of a wording that are read

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_WHICH = r"(?P<which>last|past|previous|next|coming|this|current)"
_UNIT = r"(?P<unit>minute|hour|day|week|fortnight|month|year|decade)s?"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_NUMBER = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"


@dataclass(frozen=True)
class DateRange:
    """The first and last day a wording may mean, each "" or ISO 8601; `leans` when a reference was needed."""

    first: str
    last: str
    precision: str
    leans: bool = False


def date_in(wording: str, published: date | None = None, *, before: str = "", by: str = RULE) -> Date | None:
    """Return the date that the wording states, None when it states none or lacks a reference.

    `before` is the word before it ("since", "until"), `published` a trusted date to refer to.

    >>> date_in("Jan. 24", date(2024, 2, 8)).earliest
    '2024-01-24'
    """
    text = " ".join(wording[:LONGEST].lower().split())
    lead = re.match(r"(since|until|till|from|by|after|before|on|in|at|about|around|approximately)\s+", text)
    opener = lead[1] if lead else before.lower()
    text = text[lead.end() :] if lead else text
    found = _day_found(text, published) or _bare_clock(text)
    if found is None:
        return None
    found = _with_time(found, text)
    first, last = found.first, found.last
    first, last = {
        "since": (first, OPEN),
        "after": (last, OPEN),
        "until": (OPEN, last),
        "till": (OPEN, last),
        "before": (OPEN, first),
        "by": (OPEN, last),
    }.get(opener, (first, last))
    against = published.isoformat() if published and found.leans else None
    return Date(first, last, found.precision, against, by)


def date_typed(text: str, *, by: str, published: date | None = None) -> Date:
    """Return the date that a person typed.  UserError when it is none.

    ISO 8601 (2024, 2024-01, 2024-01-24T00:15), two of them with ".." or "to" between, or a wording.
    """
    ends = (
        re.split(r"\s*\.\.\s*|\s+to\s+", text.strip()) if re.search(r"\.\.|\sto\s", text) else [text.strip()]
    )
    try:
        found = [_iso(end) for end in ends]
    except ValueError as error:
        raise UserError(f"There is no day {text.strip()}; type one like 2024-01-24.") from error
    if len(found) == 2 and all(end or not said for end, said in zip(found, ends, strict=True)) and any(found):
        low, high = found
        exact = low or high
        return Date(
            low.first if low else OPEN,
            high.last if high else OPEN,
            exact.precision if exact else "",
            None,
            by,
        )
    if found[0] and len(found) == 1:
        return Date(found[0].first, found[0].last, found[0].precision, None, by)
    said = date_in(text, published, by=by)
    if said is None:
        raise UserError(
            f"“{text.strip()}” is no date; type one like 2024-01-24, 2024-01 or 2024-01-24T00:15."
        )
    return said


def date_shown(value: Date) -> str:
    """Return the date as short text, with the date that it was resolved against.

    >>> date_shown(Date("2024-01-23", "2024-01-23", "day", "2024-02-08", "rule"))
    '2024-01-23 (against 2024-02-08)'
    """
    first, last = value.earliest, value.latest
    shown = first if first == last else f"{first} to {last}"
    if OPEN in (first, last) and first != last:
        shown = f"until {last}" if first == OPEN else f"since {first}"
    return f"{shown} (against {value.resolved_against})" if value.resolved_against else shown


def _day_found(text: str, published: date | None) -> DateRange | None:
    """Return the days of the first pattern that matches the wording; None when there is no such day."""
    for pattern, read in READERS:
        if match := pattern.search(text):
            try:
                return read(match, published)
            except ValueError:
                return None
    return None


def _bare_clock(text: str) -> DateRange | None:
    at = clock(text)
    return DateRange(f"T{at}", f"T{at}", "minute") if at else None


def _with_time(found: DateRange, text: str) -> DateRange:
    """Return the day found with the clock time of the wording, else with its part of the day."""
    if found.precision != "day" or found.first != found.last:
        return found
    if at := clock(text):
        return replace(found, first=f"{found.first}T{at}", last=f"{found.last}T{at}", precision="minute")
    for part, (start, end) in PARTS.items():
        if re.search(rf"\b{part}\b|\b{part}$", text):
            return replace(
                found, first=f"{found.first}T{start}", last=f"{found.last}T{end}", precision="part of day"
            )
    return found


def _iso(text: str) -> DateRange | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ](\d\d:\d\d)(Z|[+-]\d\d:\d\d)?)?", text)
    if match is None or (match[4] and not match[3]):
        return None
    days = days_of(int(match[1]), int(match[2] or 0), int(match[3] or 0))
    first, last = (day.isoformat() for day in days)
    if match[4]:
        at = f"T{match[4]}{match[5] or ''}"
        return DateRange(first + at, last + at, "minute")
    return DateRange(first, last, "day" if match[3] else "month" if match[2] else "year")


def _days(first: date, last: date, precision: str, leans: bool = False) -> DateRange:
    return DateRange(first.isoformat(), last.isoformat(), precision, leans)


# --- readers: each takes the match and the reference


def _full(match: re.Match[str], published: date | None) -> DateRange | None:
    """Return the range for a month with a day or two, with a year or without."""
    month, day = MONTHS[match["month"]], int(match["day"])
    low, high = int(match["from"] or day), int(match["to"] or day)
    if not match["year"] and published is None:
        first, last = date(2000, month, low), date(2000, month, high)
        return DateRange(f"XXXX-{first:%m-%d}", f"XXXX-{last:%m-%d}", "day")
    year = int(match["year"]) if match["year"] else nearest_year(published or date.min, month, day)
    return _days(date(year, month, low), date(year, month, high), "day", not match["year"])


def _month(match: re.Match[str], published: date | None) -> DateRange | None:
    month, edge = MONTHS[match["month"]], match["edge"]
    year = int(match["year"]) if match["year"] else None
    if year is None and published is None:
        days = EDGES[edge] if edge else ("", "")
        low, high = (f"XXXX-{month:02}{day}" for day in days)
        return DateRange(low, high, "part of month" if edge else "month")
    chosen = year or nearest_year(published or date.min, month, 15)
    first, last = month_ends(chosen, month)
    if edge:
        first, last = third(edge, first, last)
    return _days(first, last, "part of month" if edge else "month", year is None)


def _year(match: re.Match[str], _: date | None) -> DateRange | None:
    first, last = date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)
    if match["edge"]:
        first, last = third(match["edge"], first, last)
    return _days(first, last, "part of year" if match["edge"] else "year")


def _season(match: re.Match[str], published: date | None) -> DateRange | None:
    if not match["year"] and published is None:
        return None
    months = SEASONS[match["season"]]
    year = int(match["year"]) if match["year"] else nearest_year(published or date.min, months[0], 15)
    first = date(year, months[0], 1)
    last = month_ends(year + (months[1] < months[0]), months[1])[1]
    return _days(first, last, "season", not match["year"])


def _decade(match: re.Match[str], _: date | None) -> DateRange | None:
    start = int(match["decade"])
    return _days(date(start, 1, 1), date(start + 9, 12, 31), "decade")


def _weekday(match: re.Match[str], published: date | None) -> DateRange | None:
    """Return the latest such weekday up to publication; "last" is before it, "next" and "coming" after it."""
    if published is None:
        return None
    back = (published.weekday() - WEEKDAYS[match["weekday"]]) % 7
    which = match["which"]
    if which in ("next", "coming"):
        day = published + timedelta(days=7 - back)
    else:
        day = published - timedelta(days=back or 7 * (which in ("last", "past", "previous")))
    return _days(day, day, "day", True)


def _near(match: re.Match[str], published: date | None) -> DateRange | None:
    away = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}.get(match[0], 0)
    if published is None:
        return None
    day = published + timedelta(days=away)
    return _days(day, day, "day", True)


def _ago(match: re.Match[str], published: date | None) -> DateRange | None:
    count = Number(1) if match["count"] in ("a", "an", "one") else number_in(match["count"])
    if published is None or count is None or count.number > 3000 or match["unit"] in ("minute", "hour"):
        return None
    return _whole(shifted(published, -int(count.number), match["unit"]), match["unit"], exact=True)


def _which(match: re.Match[str], published: date | None) -> DateRange | None:
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(match["which"], 0)
    if published is None or match["unit"] in ("minute", "hour"):
        return None
    return _whole(shifted(published, step, match["unit"]), match["unit"])


def _whole(day: date, unit: str, exact: bool = False) -> DateRange:
    """Return the calendar day, week, month, year or decade that the day lies in."""
    if unit == "day" or (exact and unit in ("week", "fortnight")):
        return _days(day, day, "day" if unit == "day" else "week", True)
    if unit in ("week", "fortnight"):
        start = day - timedelta(days=day.weekday())
        return _days(start, start + timedelta(days=6), "week", True)
    if unit == "month":
        return _days(*month_ends(day.year, day.month), "month", True)
    start_year = day.year - day.year % 10 if unit == "decade" else day.year
    return _days(
        date(start_year, 1, 1), date(start_year + (9 if unit == "decade" else 0), 12, 31), unit, True
    )


_RANGE = r"\s*(?:-|–|to|and)\s*"
_EDGE = r"(?:(?P<edge>early|mid|late)[\s-]*)?"
_COMMA_YEAR = rf"(?:,?\s+{_YEAR}\b)?"
Reader = Callable[[re.Match[str], date | None], DateRange | None]
READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"\b(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})\b", lambda m, _: _iso(m[0])),
        (
            rf"\b(?P<month>{_MONTH})\.?\s+{_NUMBER}(?P<from>(?!))?(?:{_RANGE}(?P<to>[0-9]{{1,2}}))?\b(?!:){_COMMA_YEAR}",
            _full,
        ),
        (
            rf"\b(?:(?P<from>[0-9]{{1,2}}){_RANGE})?{_NUMBER}(?P<to>(?!))?\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?{_COMMA_YEAR}",
            _full,
        ),
        (rf"\b{_EDGE}(?P<month>{_MONTH})\b\.?{_COMMA_YEAR}", _month),
        (rf"\b(?P<season>{'|'.join(SEASONS)})\b(?:\s+of)?(?:\s+{_YEAR})?", _season),
        (r"\b(?P<decade>[12][0-9]{2}0)s\b", _decade),
        (r"\bthe day before yesterday\b|\b(?:yesterday|today|tomorrow|tonight|last night)\b", _near),
        (r"\bthis (?:morning|afternoon|evening)\b", _near),
        (rf"(?:\b{_WHICH}\s+)?\b(?P<weekday>{_DAY})\b", _weekday),
        (rf"^(?P<count>.{{1,40}}?)[\s-]+{_UNIT}\s+ago\b", _ago),
        (rf"\b{_WHICH}\s+{_UNIT}\b", _which),
        (rf"\b{_EDGE}{_YEAR}\b(?!:)", _year),
    )
)
