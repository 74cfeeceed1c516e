"""The learning curve's forecasts, and what is said of them."""

from __future__ import annotations

import math
from random import Random

import pytest

from annotations.learn.curve import curve
from annotations.learn.shapes import CurvePoint

AT = (40, 80, 120, 160)


def points(*fs: float) -> list[CurvePoint]:
    return [CurvePoint(n, f) for n, f in zip(AT, fs, strict=True)]


def test_a_straight_line_is_forecast_by_both_with_the_noise_of_a_training() -> None:
    made = curve([CurvePoint(n, 0.1 * math.log(n)) for n in AT], 200)
    assert made.then == 320
    assert made.low == pytest.approx(0.1 * math.log(320) - 0.015, abs=0.01)
    assert made.high == pytest.approx(0.1 * math.log(320) + 0.015, abs=0.01)
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
    assert made.low >= 0.71
    assert made.words.startswith(("Little", "Perhaps: 160 more articles would add 0 to"))


def test_below_fifty_articles_nothing_is_forecast() -> None:
    made = curve(points(0.1, 0.2, 0.3, 0.4), 49)
    assert (made.low, made.high) == (None, None)
    assert "Too early to say: 49 articles" in made.words
    assert curve(points(0.1, 0.2, 0.3, 0.4), 50).low is not None


def test_points_that_scatter_give_a_wide_band() -> None:
    wide, narrow = curve(points(0.5, 0.6, 0.5, 0.6), 200), curve(points(0.54, 0.55, 0.55, 0.56), 200)
    widths = [
        made.high - made.low for made in (wide, narrow) if made.low is not None and made.high is not None
    ]
    assert widths[0] > 2 * widths[1]


def test_four_of_five_noisy_curves_reach_what_the_band_says() -> None:
    rng, held = Random(5), 0
    for _ in range(200):
        top, c, gap = rng.uniform(0.45, 0.85), rng.choice((0.3, 0.5, 0.8)), rng.uniform(0.05, 0.3)
        measured = [top - gap * (n / 160) ** -c + rng.gauss(0, 0.01) for n in (*AT, 320)]
        made = curve(points(*measured[:4]), 200)
        assert made.low is not None
        assert made.high is not None
        held += made.low - 0.015 <= measured[4] <= made.high + 0.015
    assert held >= 160


def test_a_forecast_is_a_share() -> None:
    made = curve(points(0.2, 0.6, 0.85, 0.99), 200)
    assert made.high == 1.0
