"""Days as files name them."""

from __future__ import annotations

import pytest

from annotations.formats.reading.dates import day_of


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2024-01-23", "2024-01-23"),
        ("2024-01-23T10:00:00+01:00", "2024-01-23"),
        ("Tue, 23 Jan 2024 23:00:00 -0800", "2024-01-23"),
        ("24.02.2024", "2024-02-24"),
        ("24.2.2024 um 10:30", "2024-02-24"),
        ("02/24/2024", "2024-02-24"),
        ("24-02-2024", "2024-02-24"),
        ("5/5/2024", "2024-05-05"),
        (20240224, "2024-02-24"),
        (1708732800, "2024-02-24"),
        ("1708732800000", "2024-02-24"),
        ("Published 24 February 2024", "2024-02-24"),
        ("03/04/2024", ""),
        ("30.02.2024", ""),
        ("May 2024", ""),
        ("12", ""),
        (True, ""),
        (None, ""),
        ([2024], ""),
        ("Tue, 23 Jan 99999999999 10:00", ""),
        ("Tue, 99999999999999999999999 Jan 2024", ""),
        ("9" * 5_000, ""),
        (9_999_999_999_999, "2286-11-20"),
        ("x" * 1_000_000, ""),
    ],
)
def test_a_day_is_taken_as_it_is_written_and_only_where_it_is_sure(given: object, day: str) -> None:
    assert day_of(given) == day
