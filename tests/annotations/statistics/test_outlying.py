"""Values that lie far from the others."""

from __future__ import annotations

import pytest

from annotations.statistics.outlying import outlying


def test_a_value_far_away_stands_out_on_either_side() -> None:
    values = {n: 10.0 + n % 5 for n in range(50)} | {"high": 40.0, "low": -30.0}
    measure, far = outlying(values, "seconds")
    assert [key for key, _, _ in far] == ["low", "high"]
    assert (measure.median, measure.deviation, measure.articles) == (12.0, 1.0, 52)
    assert far[1][2] == pytest.approx(0.6745 * 28)


def test_few_values_or_equal_ones_have_no_outliers_and_say_why() -> None:
    assert outlying(dict.fromkeys(range(9), 1.0), "x")[0].why == "Too few to tell: 9 articles; it takes 10."
    measure, far = outlying(dict.fromkeys(range(20), 1.0) | {"other": 99.0}, "x")
    assert (measure.why, far) == ("More than half of the articles have the same value.", [])
