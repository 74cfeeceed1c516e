"""Dates of facts on a timeline."""

from __future__ import annotations

import pytest

from annotations.statistics.dating import dated, timeline
from annotations.statistics.shapes import DatedFacts


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ("2024-01-23", "2024-01-23", "2024-01-23"),
        ("2024-01-23T08:00", "2024-01-23T09:00", "2024-01-23"),
        ("2024-01-08", "2024-01-14", "2024-01"),
        ("2024-01-29", "2024-02-04", "2024"),
        ("2023-12-30", "2024-01-02", ""),
        ("2024-01-01", "..", ""),
        ("XXXX-01-24", "XXXX-01-24", ""),
        ("T00:15", "T00:15", ""),
        ("2024-W03-1", "2024-W03-1", ""),
        ("2024-02-31", "2024-02-31", ""),
        ("", "", ""),
    ],
)
def test_a_date_is_as_exact_as_both_ends_are(earliest: str, latest: str, said: str) -> None:
    assert dated(earliest, latest) == said


def test_days_that_lie_close_are_shown_as_days() -> None:
    found = timeline(
        [
            ("2024-01-23", "ATTACK"),
            ("2024-01-23", "ATTACK"),
            ("2024-03-01", "DAMAGE"),
            ("2024-01", "X"),
            ("", "X"),
        ]
    )
    assert found.grain == "day"
    assert found.dates == (DatedFacts("2024-01-23", "ATTACK", 2), DatedFacts("2024-03-01", "DAMAGE", 1))
    assert (found.coarser, found.undated) == (1, 1)


def test_days_far_apart_become_months_and_months_years() -> None:
    assert timeline([("2024-01-23", "A"), ("2024-09-23", "A")]).dates[1].date == "2024-09"
    assert [one.date for one in timeline([("1914-07-28", "A"), *[("2024", "A")] * 2]).dates] == [
        "1914",
        "2024",
    ]
    assert [one.date for one in timeline([("1914-07-28", "A"), ("2024-01-01", "A")]).dates] == [
        "1914",
        "2024",
    ]


def test_nothing_makes_an_empty_timeline() -> None:
    assert timeline([]).dates == ()
