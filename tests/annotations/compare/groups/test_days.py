"""Days that times mean, and by how much two of them miss each other."""

from __future__ import annotations

import pytest

from annotations.compare.groups.days import DaySpan, days_in
from annotations.facts import Date


def day(first: str, last: str = "") -> DaySpan:
    (found,) = days_in([Date(first, last or first, "day")])
    return found


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        ("2024-01-12", "2024-01-12", 0),
        ("2024-01-12", "2024-01-13", 1),
        ("2024-01-12T23:00Z", "2024-01-13T02:00+03:00", 1),
        ("2024-01-12", "2024-01", 0),
        ("2024-01-12", "2024-02", 20),
        ("XXXX-01-12", "2024-01-12", 0),
        ("XXXX-12-31", "2024-01-01", 1),
        ("XXXX-02-29", "2023-03-01", 1),
        ("2019", "2022", 732),
        ("2019", "XXXX-03", 0),
    ],
)
def test_days_miss_each_other_by_days(one: str, other: str, gap: int) -> None:
    assert day(one).gap(day(other)) == day(other).gap(day(one)) == gap


def test_what_goes_on_has_a_first_day_alone() -> None:
    since = day("2023-05-01", "..")
    assert since.since
    assert not since.is_day
    assert since.is_like(day("2023-05-01", ".."))


def test_a_clock_alone_and_an_unknown_date_are_no_days() -> None:
    clocks = Date("T04:00", "T04:00", "minute"), Date("..", "2024-01-01", "day"), Date("XXXX", "XXXX", "year")
    assert days_in([*clocks, Date("2024-02-31", "2024-02-31", "day"), None, "Tuesday"]) == ()


def test_a_day_is_said_as_far_as_it_is_known() -> None:
    assert day("2024-01-12").said() == "2024-01-12"
    assert day("XXXX-01-12").said() == "12 January"


def test_the_day_of_the_week_is_known_with_the_year() -> None:
    assert day("2024-01-12").weekday == 4
    assert day("XXXX-01-12").weekday is None
    assert day("2024-01").weekday is None
