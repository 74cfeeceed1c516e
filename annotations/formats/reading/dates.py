"""Days as files name them: ISO 8601, RFC 2822, seconds since 1970, and dates in plain words."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate
from typing import Any

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
DATE_SHAPES = (
    re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/](?P<number>[01]\d)[-/](?P<day>[0-3]\d)(?!\d)"),
    re.compile(rf"\b(?P<day>[0-3]?\d)\s+{MONTH},?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(
        rf"\b{MONTH}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
    ),
)
ORDERED = re.compile(
    r"(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?!\d)"
)
PACKED = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<number>[01]\d)(?P<day>[0-3]\d)(?:T?\d{4,6}Z?)?")
EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")
LONGEST = 100  # code points of a date


def iso_date(line: str) -> str:
    """Return the first full date in the line, as YYYY-MM-DD, or ""."""
    for shape in DATE_SHAPES:
        if (match := shape.search(line)) and (found := _of_parts(match.groupdict())):
            return found
    return ""


def day_of(value: Any) -> str:
    """Return the day that a field names, as YYYY-MM-DD, where it is written; "" when it names none for sure.

    A day and month that could be meant either way are none, unless the date has full stops or its day is above 12.

    >>> day_of("Tue, 23 Jan 2024 10:00:00 +0100"), day_of("24.2.2024"), day_of("03/04/2024")
    ('2024-01-23', '2024-02-24', '')
    """
    said = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    if not said or len(said) > LONGEST:
        return ""
    if match := PACKED.fullmatch(said):
        return _of_parts(match.groupdict())
    if EPOCH.fullmatch(said):
        seconds = float(said) / (1000 if len(said.partition(".")[0]) > 10 else 1)
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date().isoformat()
    return iso_date(said) or _ordered(said) or _of_mail(said)


def _ordered(said: str) -> str:
    if not (match := ORDERED.match(said)):
        return ""
    first, second = int(match["first"]), int(match["second"])
    day, month = (second, first) if second > 12 else (first, second)
    if match["sign"] == "." or first == second or max(first, second) > 12:
        return _day(int(match["year"]), month, day)
    return ""


def _of_mail(said: str) -> str:
    with suppress(ValueError, LookupError, TypeError):  # which the library raises for some that are none
        found = parsedate(said)
        return _day(*found[:3]) if found else ""
    return ""


def _of_parts(parts: dict[str, str]) -> str:
    month = int(parts.get("number") or 0) or MONTHS.index((parts.get("month") or "").lower()[:3]) + 1
    return _day(int(parts["year"]), month, int(parts["day"]))


def _day(year: int, month: int, day: int) -> str:
    with suppress(ValueError, OverflowError):  # 30 February is none
        return date(year, month, day).isoformat()
    return ""
