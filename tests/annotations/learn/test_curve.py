"""The learning curve's forecasts, and what is said of them."""

from __future__ import annotations

import math

import pytest

from annotations.learn.curve import curve
from annotations.learn.shapes import CurvePoint

AT = (40, 80, 120, 160)


def points(*fs: float) -> list[CurvePoint]:
    return [CurvePoint(n, f) for n, f in zip(AT, fs, strict=True)]


def test_a_straight_line_is_forecast_by_both() -> None:
    made = curve([CurvePoint(n, 0.1 * math.log(n)) for n in AT], 200)
    assert made.then == 320
    assert made.low == pytest.approx(0.1 * math.log(320), abs=0.01)
    assert made.high == pytest.approx(0.1 * math.log(320), abs=0.01)
    assert made.words.startswith("Likely: 160 more articles would add about")


def test_a_power_law_is_forecast_within_the_band() -> None:
    made = curve([CurvePoint(n, 0.6 - 2 * n**-0.8) for n in AT], 200)
    assert made.low is not None
    assert made.high is not None
    assert made.low <= 0.6 - 2 * 320**-0.8 <= made.high


def test_a_flat_curve_says_that_more_would_hardly_help() -> None:
    assert curve(points(0.70, 0.71, 0.705, 0.71), 200).words.startswith("Little: 160 more articles")


def test_a_falling_curve_forecasts_no_fall() -> None:
    made = curve(points(0.74, 0.73, 0.73, 0.72), 200)
    assert made.low is not None
    assert made.low >= 0.72
    assert made.words.startswith("Little")


def test_below_fifty_articles_nothing_is_forecast() -> None:
    made = curve(points(0.1, 0.2, 0.3, 0.4), 49)
    assert (made.low, made.high) == (None, None)
    assert "Too early to say: 49 articles" in made.words
    assert curve(points(0.1, 0.2, 0.3, 0.4), 50).low is not None


def test_a_forecast_is_a_share() -> None:
    made = curve(points(0.2, 0.6, 0.85, 0.99), 200)
    assert made.high == 1.0
