"""Values of a search that are more than a name: scores, days and values of roles."""

from __future__ import annotations

import pytest

from annotations.facts import Date, Number
from annotations.search.mistakes import SearchMistake
from annotations.search.values import Period, days_in, period, role_comparison, score_range


@pytest.mark.parametrize(
    ("text", "held", "not_held"),
    [
        ("<0.6", 0.59, 0.6),
        ("<=0.6", 0.6, 0.61),
        (">0.6", 0.61, 0.6),
        (">= 0.6", 0.6, 0.59),
        ("0.5..0.7", 0.7, 0.71),
        ("0.5..0.7", 0.5, None),
        ("none", None, 0.0),
        (">=0", 1.0, None),
    ],
)
def test_scores_hold_or_not(text: str, held: float | None, not_held: float | None) -> None:
    assert score_range(text).holds(held)
    assert not score_range(text).holds(not_held)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-01-13", "2024-01-13", "2024-01-13"),
        ("2024-01..2024-02", "2024-01-01", "2024-02-29"),
        ("2024-01..", "2024-01-01", ""),
        ("..2024-01", "", "2024-01-31"),
        (">=2024-01", "2024-01-01", ""),
        ("> 2024-01", "2024-02-01", ""),
        ("<2024-01", "", "2023-12-31"),
        ("<=2024-01", "", "2024-01-31"),
    ],
)
def test_days_are_read(text: str, first: str, last: str) -> None:
    assert period(text) == Period(first, last)


@pytest.mark.parametrize(
    "text", ["", "..", "2024-1", "24", ">9999", "<0001", "0000", ">2024..2025", "2024-00", "٢٠٢٤", "!=2024"]
)
def test_what_is_no_date_is_a_mistake(text: str) -> None:
    with pytest.raises(SearchMistake):
        period(text)


def days(first: str, last: str) -> Date:
    return Date(first, last, "day")


JANUARY, LATE = days("2024-01-13T10:00+03:00", "2024-01-13T10:00+03:00"), days("2024-01-20", "2024-02-03")


@pytest.mark.parametrize(
    ("text", "held", "not_held"),
    [
        ("count > 60", Number(61), Number(60)),
        ("count>=60", Number(60), Number(59.5)),
        ("count 60", Number(60), Number(61)),
        ("count != 60", Number(61), Number(60)),
        ("count = -1.5", Number(-1.5), Number(1.5)),
        ("count <= 60", Number(60), JANUARY),
        ("a b < 2", Number(1), None),
        ("time 2024-01", JANUARY, days("2024-02-01", "2024-02-01")),
        ("time 2024-01", LATE, Number(2024)),
        ("time 2024-01-13..2024-01-15", JANUARY, LATE),
        ("time > 2024-01", LATE, JANUARY),
        ("time != 2024-02", JANUARY, LATE),
        ("time >= 2024-03", days("2024-01-01", ".."), LATE),
        ("time < 2024", days("..", "2024-01-01"), JANUARY),
        ("time 2024", Number(2024), Number(2023)),
        ("time 2024", JANUARY, days("2023", "2023")),
        ("time 2024-01", days("2024", "2024"), days("XXXX-01-13", "XXXX-01-13")),
        ("time != 2024-01", days("2023-01-01", "2023-01-01"), days("T10:00", "T10:00")),
        ("count > 9999", Number(10_000), Number(9_999)),
        ("count > 60", Number(60, ">"), Number(60, "~")),
        ("count = 60", Number(60, "~"), Number(60, ">")),
        ("count >= 60", Number(60, ">="), Number(60, "<")),
        ("count < 60", Number(60, "<"), Number(60, "<=")),
        ("count != 60", Number(60, "<"), Number(60, ">=")),
        ("count ≥ 60", Number(60), Number(59)),
        ("count≠60", Number(59), Number(60)),
        ("time ≤ 2024-01-12", days("2024-01-12", "2024-01-12"), JANUARY),
    ],
)
def test_values_of_roles_are_compared(text: str, held: object, not_held: object) -> None:
    assert role_comparison(text).holds(held)
    assert not role_comparison(text).holds(not_held)


@pytest.mark.parametrize(
    "kept", ["", "..", "T10:00", "2024-13-01", "2024/01/02", "20240102", "yesterday", "\ud800"]
)
def test_a_date_that_names_no_day_has_none(kept: str) -> None:
    assert days_in(kept) is None


def test_signs_of_one_character_mean_those_of_two() -> None:
    assert score_range("≥0.9") == score_range(">=0.9")
    assert period("≤ 2024-01") == period("<=2024-01")
