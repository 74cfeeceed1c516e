"""Values in words: what is shown, and that what is offered to be typed over reads back."""

from __future__ import annotations

import pytest

from annotations.facts import Date, Number
from annotations.values.kinds import Reference, meaning, retyped, told, told_unsigned, typed

WEEK = Date("2024-01-15", "2024-01-21", "week", "2024-01-24", "rule")
ANNA = Reference(by="anna")
DAY = Date("2024-01-23", "2024-01-23", "day", "2024-01-24", "anna")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (Number(60, ">"), "> 60"),
        (Number(2500, ">=", "troops"), "≥ 2,500 troops"),
        (DAY, "2024-01-23, day, against 2024-01-24 by anna"),
        (WEEK, "2024-01-15 to 2024-01-21, week, against 2024-01-24 by rule"),
        (Date("2024-01-01", "..", "day"), "since 2024-01-01, day"),
    ],
)
def test_a_value_is_shown_with_what_is_known_of_it(value: Number | Date | None, words: str) -> None:
    assert told(value) == words


def test_a_value_is_told_without_who_typed_it() -> None:
    assert told_unsigned(DAY) == "2024-01-23, day, against 2024-01-24"
    assert [told_unsigned(value) for value in (None, Number(60, ">"))] == ["", "> 60"]


@pytest.mark.parametrize("value", [Number(60, ">"), Number(0), Number(2.5, "~", "km"), Number(1e6, "=", "$")])
def test_a_number_that_is_typed_over_reads_back(value: Number) -> None:
    assert typed(retyped(value), "number", ANNA) == value


@pytest.mark.parametrize(
    "value", [DAY, WEEK, Date("2024-01-01", "..", "day"), Date("..", "2024-01-01", "day")]
)
def test_the_days_of_a_date_that_is_typed_over_read_back(value: Date) -> None:
    back = typed(retyped(value), "date", ANNA)
    assert isinstance(back, Date)
    assert (back.earliest, back.latest) == (value.earliest, value.latest)


def test_nothing_typed_is_no_value() -> None:
    assert typed("  ", "number", ANNA) is None
    assert retyped(None) == ""


ALIKE = [
    (DAY, Date("2024-01-23", "2024-01-23", "day", "2024-01-25", "ben")),
    (WEEK, Date("2024-01-15", "2024-01-21", "day", None, "ben")),
    (
        Date("2024-01-23T09:00Z", "2024-01-23T09:00Z", "minute"),
        Date(*["2024-01-23T09:00+00:00"] * 2, "minute"),
    ),
    (Number(2), Number(2.0)),
    (Number(2.5, "~", "km"), Number(2.5, "~", " KM ")),
    (Number(2, "=", ""), Number(2)),
]
OTHER = [
    (DAY, Date("2024-01-24", "2024-01-24", "day", "2024-01-24", "anna")),
    (DAY, Date("2024-01-23", "2024-01-23", "week", "2024-01-24", "anna")),
    (DAY, Date("2024-01-23", "..", "day", "2024-01-24", "anna")),
    (Number(2), Number(2, ">=")),
    (Number(2, "=", "km"), Number(2)),
    (Number(2), None),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_values_mean_the_same_whoever_typed_them(one: Number | Date, other: Number | Date) -> None:
    assert (meaning(one), str(meaning(one))) == (meaning(other), str(meaning(other)))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_values_that_say_something_else_mean_something_else(one: Number | Date, other: Number | None) -> None:
    assert meaning(one) != meaning(other)
