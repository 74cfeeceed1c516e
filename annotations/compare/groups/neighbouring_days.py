"""Neighbouring days: two clocks make one event two days, but not where an article tells two events on both days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from annotations.compare.groups.read_facts import ReadFact

Day = tuple[str, int]  # "day" of a leap year, or "weekday", 0 for Monday


class NeighbouringDays:
    """Pairs of days on which an article tells two events of one type and of one thing."""

    def __init__(self, facts: Iterable[ReadFact]) -> None:
        told: defaultdict[tuple[int, str], defaultdict[Day, set[str]]] = defaultdict(lambda: defaultdict(set))
        for fact in facts:
            for day in _days(fact):
                told[fact.article, fact.type][day].update(_things(fact))
        self._told_apart: defaultdict[tuple[str, Day], set[str]] = defaultdict(set)
        for (_, type_), things in told.items():
            for day, mine in things.items():
                if both := mine & things.get(_next(day), set()):
                    self._told_apart[type_, day] |= both

    def part(self, one: ReadFact, other: ReadFact) -> bool:
        """Return whether the facts, of one type, are of two days that an article tells apart."""
        if not self._told_apart or not (one.days or one.weekdays) or not (other.days or other.weekdays):
            return False
        mine, theirs = _days(one), _days(other)
        if mine & theirs:
            return False
        earlier = [day for day in mine if _next(day) in theirs] + [
            day for day in theirs if _next(day) in mine
        ]
        apart = (self._told_apart.get((one.type, day)) for day in earlier)
        return any(things and things & (_things(one) | _things(other)) for things in apart)


def _next(day: Day) -> Day:
    kind, number = day
    return (kind, (number + 1) % 7) if kind == "weekday" else (kind, number + 1)


def _days(fact: ReadFact) -> set[Day]:
    """Return the single days of a fact: one article says the year or the date, and another does not."""
    days: set[Day] = {("day", one.in_any_year) for one in fact.days if one.is_day}
    return days | {("weekday", one) for one in fact.weekdays}


def _things(fact: ReadFact) -> set[str]:
    return {key for keys in (fact.where, *fact.parts.values()) for key in keys if key[0] in "ecw"}
