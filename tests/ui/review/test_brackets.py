"""The brackets of a review: each in a lane of its own, where it has words in common with another."""

from __future__ import annotations

import pytest

from ui.review.brackets import TakenRange, laned


@pytest.mark.parametrize(
    ("ranges", "lanes"),
    [
        ([(0, 8), (4, 8)], [0, 1]),
        ([(0, 4), (5, 8)], [0, 0]),
        ([(0, 9), (0, 4), (5, 8)], [0, 1, 1]),
        ([(0, 9), (1, 5), (4, 8)], [0, 1, 2]),
    ],
)
def test_lanes_are_as_few_as_there_are_brackets_over_each_other(
    ranges: list[tuple[int, int]], lanes: list[int]
) -> None:
    brackets = [TakenRange(start, end, 2 * place) for place, (start, end) in enumerate(ranges)]
    assert [lane for _, lane in laned(brackets)] == lanes
