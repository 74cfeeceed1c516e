"""Times: how the times of two facts go together."""

from __future__ import annotations

from math import isfinite

from annotations.compare.items import Verdict
from annotations.compare.verdicts.days import SOME_YEAR, ComparedTime, DayEnd, TimeList
from annotations.compare.verdicts.weighing import ComparedRole, ToldValue, Weighed

DAY = 24 * 60  # minutes


def weigh_times(one: ToldValue[TimeList], other: ToldValue[TimeList], role: ComparedRole) -> Weighed | None:
    """Return how two facts' times go together, the best of those that can be compared; None where none can."""
    found = [
        weighed
        for mine in one.value.times
        for theirs in other.value.times
        if (weighed := weigh_time(mine, theirs, is_total=role.is_total))
    ]
    best = min(found, key=lambda weighed: weighed[0].badness, default=None)
    if best and best[0] == Verdict.SAME and max(len(one.value.times), len(other.value.times)) > 1:
        return Verdict.COMPATIBLE, "one says more"
    return best


def weigh_time(one: ComparedTime, other: ComparedTime, *, is_total: bool = False) -> Weighed | None:
    """Return how two times go together, None where one says only a day and the other only a clock time.

    `is_total`: a total at another time is another total.
    """
    if not (one.has_day and other.has_day):
        if not (one.has_clock and other.has_clock):
            return None
        verdict, why = _clocks(one, other)
        is_fuller = verdict == Verdict.SAME and one.has_day != other.has_day
        return (Verdict.COMPATIBLE, "one says more") if is_fuller else (verdict, why)
    if (moments := (_moment(one), _moment(other))) and None not in moments and moments[0] == moments[1]:
        return Verdict.SAME, "the same moment"
    verdict, why = _days(one, other)
    if is_total and verdict == Verdict.CONTRADICTS and not (one.is_open and other.is_open):
        return Verdict.DIFFERS, "a total at another date"
    return verdict, why


def _days(one: ComparedTime, other: ComparedTime) -> Weighed:
    year, year_too = _years(one, other)
    is_end = one.is_open and other.is_open and (one.first is None) == (other.first is None)
    mine = one.known_days(year) if is_end else one.all_days(year)
    theirs = other.known_days(year_too) if is_end else other.all_days(year_too)
    if mine == theirs:
        return _clocks(one, other)
    gap = max(mine[0], theirs[0]) - min(mine[1], theirs[1])
    if gap <= 0:
        return _overlapping(one, other, mine, theirs)
    if gap == 1 and not (one.is_wide and other.is_wide):
        return Verdict.DIFFERS, "the days are neighbours"
    return Verdict.CONTRADICTS, "the days are apart"


def _overlapping(
    one: ComparedTime, other: ComparedTime, mine: tuple[float, float], theirs: tuple[float, float]
) -> Weighed:
    holds = (mine[0] <= theirs[0] and theirs[1] <= mine[1]) or (theirs[0] <= mine[0] and mine[1] <= theirs[1])
    if holds or one.is_open or other.is_open:
        return Verdict.COMPATIBLE, "one lies within the other"
    return Verdict.DIFFERS, "they have only some days in common"


def _years(one: ComparedTime, other: ComparedTime) -> tuple[int, int]:
    """Return the years to read both in where they have none: those in which they are nearest."""
    known = one.year or other.year
    if not known or (one.year and other.year):
        return known or SOME_YEAR, known or SOME_YEAR
    fixed, loose = (one, other) if one.year else (other, one)
    at = fixed.known_days(known)

    def distance(year: int) -> float:
        try:
            days = loose.known_days(year)
        except ValueError:  # 29 February
            return float("inf")
        return max(at[0] - days[1], days[0] - at[1], 0)

    nearest = min(
        (year for year in (known, known - 1, known + 1) if 0 < year < 9999), key=distance, default=known
    )
    if not isfinite(distance(nearest)):
        nearest = SOME_YEAR
    return (known, nearest) if one.year else (nearest, known)


# --- clock times


def _clocks(one: ComparedTime, other: ComparedTime) -> Weighed:
    """Return how the clock times of one day go together."""
    if not (one.has_clock and other.has_clock):
        if one.has_clock == other.has_clock:
            return Verdict.SAME, "the same days"
        return Verdict.COMPATIBLE, "one says more"
    mine, theirs = _minutes(one, other), _minutes(other, one)
    if mine == theirs:
        return Verdict.SAME, "the same time"
    if (mine[0] <= theirs[0] and theirs[1] <= mine[1]) or (theirs[0] <= mine[0] and mine[1] <= theirs[1]):
        return Verdict.COMPATIBLE, "one lies within the other"
    return Verdict.DIFFERS, "the clock times are not the same"


def _minutes(time: ComparedTime, other: ComparedTime) -> tuple[int, int]:
    """Return the clock times from and to, in UTC where both name a zone."""
    ends = [end for end in time.ends if end.minute is not None]
    both = [end.zone for end in (*time.ends, *other.ends) if end.minute is not None]
    minutes = [(end.minute or 0) - ((end.zone or 0) if None not in both else 0) for end in ends]
    is_bare = not (time.has_day and other.has_day)
    return (
        (minutes[0] % DAY, minutes[-1] % DAY)
        if is_bare and len(set(minutes)) == 1
        else (minutes[0], minutes[-1])
    )


def _moment(time: ComparedTime) -> int | None:
    """Return the minute since the first day in UTC, None where the time is less exact or names no zone."""
    if time.precision != "minute" or time.first != time.last or not isinstance(time.first, DayEnd):
        return None
    end = time.first
    if not (end.year and end.month and end.day) or end.minute is None or end.zone is None:
        return None
    return end.days(end.year)[0] * DAY + end.minute - end.zone
