"""The dates of facts as days, months or years, as exactly as each says; and which of these a timeline counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from annotations.statistics.shapes import DatedFacts, TimelinePart

DAYS, MONTHS = 92, 120  # that a timeline has at most in days, in months
YEAR, MONTH, DAY = 4, 7, 10  # characters of an ISO 8601 date that says no more
WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
KEPT = 4_096  # dates that are known again
GRAINS = {DAY: "day", MONTH: "month", YEAR: "year"}


@lru_cache(KEPT)
def dated(earliest: str, latest: str) -> str:
    """Return the day, month or year in which both ends of a date lie, as ISO 8601; "" when not even the year is known.

    >>> dated("2024-01-23T08:00", "2024-01-23T12:00"), dated("2024-01-01", "2024-01-31"), dated("XXXX-01-24", "XXXX-01-24")
    ('2024-01-23', '2024-01', '')
    """
    if not (_is_day(earliest[:DAY]) and _is_day(latest[:DAY])):
        return ""
    same = (earliest[:length] for length in GRAINS if earliest[:length] == latest[:length])
    return next(same, "")


def timeline(dates: Iterable[tuple[str, str]]) -> TimelinePart:
    """Return when facts happened; `dates`: of each the date as `dated` has it, and its type."""
    counts = Counter(dates)
    length = _grain(counts)
    found = Counter[tuple[str, str]]()
    for (when, type_), count in counts.items():
        if len(when) >= length:
            found[when[:length], type_] += count
    return TimelinePart(
        GRAINS[length],
        tuple(DatedFacts(*key, count) for key, count in sorted(found.items())),
        sum(count for (when, _), count in counts.items() if 0 < len(when) < length),
        sum(count for (when, _), count in counts.items() if not when),
    )


def _grain(counts: Counter[tuple[str, str]]) -> int:
    """Return the finest grain that at least half of the dated facts are exact to and that is not too fine for them."""
    exact = Counter[int]()
    for (when, _), count in counts.items():
        exact[len(when)] += count
    half = (exact.total() - exact[0]) / 2
    days = sorted(when for when, _ in counts if len(when) == DAY)
    months = sorted(when[:MONTH] for when, _ in counts if len(when) >= MONTH)
    if days and exact[DAY] >= half and _far(days[0], days[-1]) < DAYS:
        return DAY
    is_fine = months and exact[DAY] + exact[MONTH] >= half and _months(months[0], months[-1]) < MONTHS
    return MONTH if is_fine else YEAR


def _is_day(said: str) -> bool:
    try:
        return bool(WRITTEN.fullmatch(said)) and date.fromisoformat(said) is not None
    except ValueError:
        return False


def _far(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def _months(one: str, other: str) -> int:
    (year, month), (later, at) = (map(int, when.split("-")) for when in (one, other))
    return (later - year) * 12 + at - month
