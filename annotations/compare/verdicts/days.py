"""Days: the times of a role as they are compared, days and clock times between two ends.

A day of no known year is read in the year of what it is compared with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import inf

from annotations.articles import published_of
from annotations.compare.verdicts.shapes import PlacedFact
from annotations.compare.verdicts.wordings import words_of
from annotations.facts import RULE, Date, Filler
from annotations.processes.quick_dataclass import dataclass
from annotations.values.calendar_words import OPEN, days_of
from annotations.values.dates import date_in

SOME_YEAR = 2000  # with a 29 February, for days of which no year is known
PART_OF_MONTH = 9  # days from the first to the last of an early, mid or late part of a month
MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WIDE = {"month", "year", "season", "decade", "week", "fortnight", "part of year", "part of month"}
_END = re.compile(
    r"(?:(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?)?"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)


@dataclass(frozen=True, slots=True)
class DayEnd:
    """One end of a time: year 0 where none is known, month and day 0 where none is said; the clock in minutes."""

    year: int = 0
    month: int = 0
    day: int = 0
    minute: int | None = None
    zone: int | None = None  # minutes ahead of UTC

    @property
    def has_day(self) -> bool:
        return bool(self.year or self.month)

    def days(self, year: int) -> tuple[int, int]:
        """Return the first and last day it may be, as ordinals, in that year where none is known."""
        first, last = days_of(self.year or year, self.month, self.day)
        return first.toordinal(), last.toordinal()


@dataclass(frozen=True, slots=True)
class ComparedTime:
    """A time between two ends, None where open; as exact as `precision` says."""

    first: DayEnd | None
    last: DayEnd | None
    precision: str = "day"

    @property
    def has_day(self) -> bool:
        return bool((self.first and self.first.has_day) or (self.last and self.last.has_day))

    @property
    def has_clock(self) -> bool:
        return any(end.minute is not None for end in self.ends)

    @property
    def ends(self) -> tuple[DayEnd, ...]:
        return tuple(end for end in (self.first, self.last) if end)

    @property
    def is_open(self) -> bool:
        return self.first is None or self.last is None

    @property
    def is_wide(self) -> bool:
        return self.precision in WIDE

    @property
    def year(self) -> int:
        return next((end.year for end in self.ends if end.year), 0)

    def known_days(self, year: int) -> tuple[float, float]:
        """Return the first and last day, as ordinals, of what is said: of an open time its known end."""
        found = [end.days(year) for end in self.ends if end.has_day]
        low, high = min(days[0] for days in found), max(days[1] for days in found)
        if self.is_open and low == high:
            high = _end_of(date.fromordinal(low), self.precision) if self.first else high
            low = _start_of(date.fromordinal(low), self.precision) if not self.first else low
        return low, high

    def all_days(self, year: int) -> tuple[float, float]:
        """Return the days as `known_days` does, an open end without bound."""
        low, high = self.known_days(year)
        return (low if self.first else -inf), (high if self.last else inf)


@dataclass(frozen=True, slots=True)
class TimeList:
    """The times that one fact gives for a role."""

    times: tuple[ComparedTime, ...]

    @property
    def shown(self) -> str:
        return ", ".join(time_words(one) for one in self.times)

    @property
    def key(self) -> frozenset[ComparedTime]:
        return frozenset(self.times)


def times_of(placed: PlacedFact, fillers: Sequence[Filler]) -> TimeList | None:
    """Return the times of a role's fillers, a day and a clock time as one; None where none can be known."""
    found = [time for filler in fillers if (time := _time(placed, filler))]
    days = [time for time in found if time.has_day]
    clocks = [time for time in found if not time.has_day]
    if len(days) == len(clocks) == 1 and not days[0].has_clock and not days[0].is_open:
        found = [_at(days[0], clocks[0])]
    return TimeList(tuple(dict.fromkeys(found))) if found else None


def _at(day: ComparedTime, clock: ComparedTime) -> ComparedTime:
    """Return the day with the clock time."""
    both = [
        end and at and replace(end, minute=at.minute, zone=at.zone)
        for end, at in ((day.first, clock.first), (day.last, clock.last))
    ]
    return ComparedTime(both[0], both[1], clock.precision)


def _time(placed: PlacedFact, filler: Filler) -> ComparedTime | None:
    published = published_of(placed.article.article)
    value = filler.value if isinstance(filler.value, Date) else None
    if value is not None and value.resolved_against and value.by == RULE and published is None:
        return None
    if value is None:
        ahead = words_of(placed.article.text[max(0, filler.start - 20) : filler.start])
        value = date_in(placed.words(filler), published, before=ahead[-1] if ahead else "")
    return _compared(value) if value else None


def _compared(value: Date) -> ComparedTime | None:
    """Return the value to compare; None where it says no day or time that there is."""
    ends = [None if end in (OPEN, "") else _end(end) for end in (value.earliest, value.latest)]
    if not any(ends) or any(
        end is None and said not in (OPEN, "")
        for end, said in zip(ends, (value.earliest, value.latest), strict=True)
    ):
        return None
    return ComparedTime(ends[0], ends[1], value.precision)


def _end(text: str) -> DayEnd | None:
    found = _END.fullmatch(text)
    if found is None or not text:
        return None
    year = 0 if found["year"] in (None, "XXXX") else int(found["year"])
    month, day = int(found["month"] or 0), int(found["day"] or 0)
    minute = int(found["hour"]) * 60 + int(found["minute"]) if found["hour"] else None
    try:
        if year or month:
            days_of(year or SOME_YEAR, month, day)
    except ValueError:
        return None
    if found["year"] == "XXXX" and not month:
        return None
    return DayEnd(year, month, day, minute, _zone(found["zone"]))


def _zone(text: str | None) -> int | None:
    if not text:
        return None
    if text == "Z":
        return 0
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return -minutes if text[0] == "-" else minutes


def _end_of(day: date, precision: str) -> int:
    """Return the last day, as ordinal, of the month, year and so on that begins there."""
    if precision == "month":
        return days_of(day.year, day.month)[1].toordinal()
    if precision in ("year", "decade"):
        return days_of(min(9999, day.year + (9 if precision == "decade" else 0)))[1].toordinal()
    longer = {"part of month": PART_OF_MONTH, "week": 6, "season": 89, "part of year": 121}.get(precision, 0)
    return min(date.max.toordinal(), day.toordinal() + longer)


def _start_of(day: date, precision: str) -> int:
    """Return the first day, as ordinal, of the month, year and so on that ends there."""
    if precision == "month":
        return day.replace(day=1).toordinal()
    if precision in ("year", "decade"):
        return date(max(1, day.year - (9 if precision == "decade" else 0)), 1, 1).toordinal()
    longer = {"part of month": PART_OF_MONTH, "week": 6, "season": 89, "part of year": 121}.get(precision, 0)
    return max(1, day.toordinal() - longer)


# --- in words


def time_words(time: ComparedTime) -> str:
    """Return a time as short text: "12 Jan 2024, 02:30", "since Mar 2024", "3 to 9 May"."""
    first, last = time.first, time.last
    if first is None or last is None:
        end = first or last
        return f"{'since' if first else 'until'} {_end_words(end, time.precision)}" if end else ""
    if time.is_wide and (whole := _whole_words(first, last)):
        return whole
    one, other = _end_words(first, time.precision), _end_words(last, time.precision)
    if one == other:
        return one
    if (first.year, first.month, first.day) == (last.year, last.month, last.day):
        return f"{one} to {_clock_words(last)}" if last.minute is not None else one
    if (first.year, first.minute) == (last.year, last.minute) and first.day and last.day:
        part = replace(first, year=0, month=0 if first.month == last.month else first.month)
        return f"{_end_words(part, time.precision)} to {other}"
    return f"{one} to {other}"


def _whole_words(first: DayEnd, last: DayEnd) -> str:
    """Return the year or month that the two ends are the whole of, "" where they are of none."""
    if not (first.day and last.day and first.year == last.year):
        return ""
    year = first.year or SOME_YEAR
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year or "")
    if first.month == last.month and first.day == 1 and last.day == days_of(year, last.month)[1].day:
        return " ".join(filter(None, (MONTH_NAMES[first.month - 1], str(first.year or ""))))
    return ""


def _end_words(end: DayEnd, precision: str) -> str:
    month = MONTH_NAMES[end.month - 1] if end.month else ""
    day = str(end.day or "") if precision not in ("month", "year", "decade") else ""
    month = month if precision not in ("year", "decade") else ""
    said = " ".join(filter(None, (day, month, str(end.year or ""))))
    return ", ".join(filter(None, (said, _clock_words(end))))


def _clock_words(end: DayEnd) -> str:
    return "" if end.minute is None else f"{end.minute // 60:02}:{end.minute % 60:02}"
