"""The interval holds the true share as often as it says."""

from __future__ import annotations

from math import comb
from random import Random

import pytest

from annotations.blind_check.interval import MARGINS, SHARES, to_draw, wilson

DRAWS = 10_000
PRECISIONS = [0.6 + 0.05 * n for n in range(8)]


def _coverage(of: int, precision: float, pool: int, random: Random) -> float:
    """How often the interval of `of` spans drawn from `pool` holds the share that is right there."""
    right = round(precision * pool)
    counts = range(max(0, of - pool + right), min(of, right) + 1)
    often = [comb(right, k) * comb(pool - right, of - k) / comb(pool, of) for k in counts]
    held = [
        low - 1e-9 <= right / pool <= high + 1e-9
        for low, high in (wilson(k, of, pool) for k in range(of + 1))
    ]
    return sum(held[count] for count in random.choices(counts, often, k=DRAWS)) / DRAWS


@pytest.mark.parametrize("of", [50, 141])
def test_95_of_100_intervals_hold_the_precision_of_a_large_pool(of):
    random = Random(19)
    found = [_coverage(of, precision, 20_000, random) for precision in PRECISIONS]
    assert 0.94 <= sum(found) / len(found) <= 0.97
    assert min(found) > 0.92


@pytest.mark.parametrize(("of", "pool"), [(50, 200), (141, 300)])
def test_they_hold_it_too_where_much_of_a_small_pool_is_drawn(of, pool):
    random = Random(19)
    found = [_coverage(of, precision, pool, random) for precision in PRECISIONS]
    assert 0.94 <= sum(found) / len(found) <= 0.97


def test_a_draw_of_a_tenth_counts_as_one_of_endlessly_many_and_a_larger_one_is_surer():
    assert wilson(41, 50, 500) == wilson(41, 50) == wilson(41, 50, 100_000)
    low, high = wilson(41, 50, 120)
    assert wilson(41, 50)[0] < low < 0.82 < high < wilson(41, 50)[1]
    assert wilson(41, 50, 50) == (0.82, 0.82)


def test_nothing_outside_of_what_was_seen_is_held_possible():
    low, high = wilson(55, 60, 61)
    assert low >= 55 / 61
    assert high <= 56 / 61
    assert wilson(0, 10)[0] == 0.0
    assert wilson(10, 10)[1] == 1.0


def test_the_table_says_how_many_make_an_interval_so_narrow():
    table = [[to_draw(share, margin) for share in SHARES] for margin in MARGINS]
    assert table == [[78, 60, 37, 25], [320, 245, 141, 83], [894, 682, 388, 215]]
    for share, margin in ((0.8, 0.10), (0.9, 0.05)):
        many = to_draw(share, margin)
        low, high = wilson(round(share * many), many)
        assert high - low == pytest.approx(2 * margin, rel=0.05)
