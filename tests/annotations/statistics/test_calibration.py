"""The reliability of scores, beside a count by hand."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.blind_check.interval import wilson
from annotations.statistics.calibration import reliabilities
from tests.strategies import examples

SCORED = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 5), st.integers(0, 100), st.booleans()),
    min_size=1,
    max_size=80,
)


def measured(rows: list) -> list:
    kind, article, hundredth, right = (np.array(column) for column in zip(*rows, strict=True))
    return reliabilities(["model", "rule"], kind, article, hundredth / 100, right)


@settings(max_examples=examples(60))
@given(SCORED)
def test_bins_are_those_of_a_plain_count(rows: list) -> None:
    for found in measured(rows):
        mine = [one for one in rows if found.kind == "all" or ["model", "rule"][one[0]] == found.kind]
        assert found.count == len(mine) == sum(one.count for one in found.bins)
        for n, one in enumerate(found.bins):
            inside = [row for row in mine if min(row[2] // 10, 9) == n]
            assert (one.count, one.right) == (len(inside), sum(row[3] for row in inside))
            if inside:
                assert one.score == pytest.approx(sum(row[2] for row in inside) / 100 / len(inside))
                assert (one.share.low, one.share.high) == wilson(one.right, one.count)


def test_the_error_is_the_distance_of_shares_and_scores() -> None:
    chance = random.Random(1)
    rows = [(0, n % 20, 80, chance.random() < 0.6) for n in range(400)]
    [whole, _] = measured(rows)
    share = sum(row[3] for row in rows) / 400
    assert whole.error.value == pytest.approx(0.8 - share)
    assert whole.error.low < whole.error.value < whole.error.high
    assert measured(rows)[0].error == whole.error


def test_few_numbers_have_no_error_and_say_so() -> None:
    few = [(0, n % 20, 80, True) for n in range(49)]
    assert "49 decided suggestions with a score in 20 articles" in measured(few)[0].error.why
    narrow = [(0, n % 9, 80, True) for n in range(400)]
    assert measured(narrow)[0].error.value is None
