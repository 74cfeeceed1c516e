"""Days: when a fact was, as far as its words tell, and whether two facts can be of one day.

A relative day that no trusted date resolved has no value, and so is never here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from annotations.facts import Date
from annotations.processes.quick_dataclass import dataclass
from annotations.values.calendar_words import OPEN, days_of

_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")
LEAP = 2000  # stands for a year that is not said
ZONES = 1  # days by which two clocks differ at most


@dataclass(frozen=True, slots=True)
class DaySpan:
    """The days that a wording means, as ordinals; `yearless` when it says no year, `since` when it is open at the end."""

    first: int
    last: int
    yearless: bool = False
    since: bool = False

    def gap(self, other: DaySpan) -> int:
        """Return by how many days the two miss each other; 0 where they meet."""
        if self.yearless or other.yearless:
            one, two = self._in_any_year(), other._in_any_year()
            apart = max(one[0], two[0]) - min(one[1], two[1])
            return max(0, min(apart, 366 - apart)) if apart > 0 else 0
        return max(0, max(self.first, other.first) - min(self.last, other.last))

    @property
    def is_day(self) -> bool:
        return self.first == self.last and not self.since

    @property
    def weekday(self) -> int | None:
        """Return the day of the week, 0 for Monday; None unless it is one day of a known year."""
        return date.fromordinal(self.first).weekday() if self.is_day and not self.yearless else None

    @property
    def in_any_year(self) -> int:
        """Return the first day as if it were in a leap year."""
        return self._in_any_year()[0]

    def said(self) -> str:
        """Return the day as text: 2024-01-12, or 12 January."""
        day = date.fromordinal(self.first)
        return f"{day.day} {day:%B}" if self.yearless else day.isoformat()

    def is_like(self, other: DaySpan) -> bool:
        """Return whether both are the same day or the same month; one without a year fits any."""
        if self.yearless or other.yearless:
            return self._in_any_year() == other._in_any_year()
        return (self.first, self.last) == (other.first, other.last)

    def _in_any_year(self) -> tuple[int, int]:
        if self.last - self.first >= 366:
            return (date(LEAP, 1, 1).toordinal(), date(LEAP, 12, 31).toordinal())
        low, high = (date.fromordinal(day).replace(year=LEAP).toordinal() for day in (self.first, self.last))
        return (low, high) if low <= high else (low, high + 366)


def days_in(values: Iterable[object]) -> tuple[DaySpan, ...]:
    """Return the days of the values that are dates, in order."""
    return tuple(found for value in values if isinstance(value, Date) and (found := _span(value)))


def _span(value: Date) -> DaySpan | None:
    since = value.latest == OPEN
    first = _ends(value.earliest)
    last = first if since else _ends(value.latest)
    if first is None or last is None:
        return None
    low, high = first[0], last[1]
    return (
        DaySpan(low, low if since else high, value.earliest.startswith("X"), since) if low <= high else None
    )


def _ends(text: str) -> tuple[int, int] | None:
    """Return the first and the last day of an ISO 8601 wording; None for a clock alone or an open end."""
    found = _DAY.fullmatch(text)
    if found is None or (found[1] == "XXXX" and not found[2]):
        return None
    year = LEAP if found[1] == "XXXX" else int(found[1])
    try:
        first, last = days_of(year, int(found[2] or 0), int(found[3] or 0))
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()
