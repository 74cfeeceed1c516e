from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.article.heights import Heights

SOME = st.lists(st.integers(1, 40), min_size=1, max_size=700)


@given(SOME, st.data())
def test_tops_and_places_are_those_of_the_plain_sums(values: list[int], data: st.DataObject) -> None:
    heights = Heights(map(float, values), before=5.0)
    for _ in range(4):
        index = data.draw(st.integers(0, len(values) - 1))
        values[index] = data.draw(st.integers(1, 40))
        heights[index] = float(values[index])
        tops = list(accumulate(values, initial=5))
        seen = data.draw(st.integers(0, len(values) - 1))
        assert heights.top(seen) == tops[seen]
        assert heights.index_at(tops[seen] + 0.5) == seen
        assert heights.bottom == pytest.approx(tops[-1])


def test_above_and_below_the_article_the_nearest_chunk_counts() -> None:
    heights = Heights([10.0, 10.0], before=5.0)
    assert (heights.index_at(-3.0), heights.index_at(999.0)) == (0, 1)
