from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.article.lanes import LANES, lanes

RANGES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair))), max_size=5
)


@given(RANGES)
def test_overlapping_ranges_never_share_a_lane(ranges: list[tuple[int, int]]) -> None:
    found = lanes(ranges)
    for one in range(len(ranges)):
        for other in range(one):
            overlap = ranges[one][0] < ranges[other][1] and ranges[other][0] < ranges[one][1]
            assert not overlap or found[one] != found[other]


@given(RANGES)
def test_a_range_lies_outside_of_the_shorter_ones_it_covers(ranges: list[tuple[int, int]]) -> None:
    found = lanes(ranges)
    for (start, end), lane in zip(ranges, found, strict=True):
        inner = [
            o
            for o, r in zip(found, ranges, strict=True)
            if start <= r[0] and r[1] <= end and r != (start, end)
        ]
        assert all(lane > other for other in inner)


def test_a_thousand_overlapping_ranges_are_capped() -> None:
    found = lanes([(n, 2000 - n) for n in range(1000)])
    assert max(found) == LANES - 1
