"""The learning curve, and two forecasts of what twice the articles would reach.

A straight line in the logarithm of the articles, and a power law a - b / n^c: neither is right within 1 F, and other
articles or another seed move each point.  So both are drawn as a band, with that on either side, and the answer is given
in words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotations.learn.shapes import Curve, CurvePoint

EARLY = 50  # finished articles below which a curve says nothing
LITTLE = 2.0  # points of F, in per cent, that are worth so many more articles
NOISE = 0.015  # by which other articles and another seed move F, at least
POWERS = [step / 20 for step in range(1, 41)]  # c of the power law, 0.05 to 2


class LeastSquares(NamedTuple):
    """A fitted line: height at 0, slope, and the sum of squared errors."""

    height: float
    slope: float
    error: float


def curve(points: Iterable[CurvePoint], finished: int) -> Curve:
    """Return the curve through the points with its band and its answer.

    `finished`: all articles that are finished, held-out ones with them.
    """
    placed = tuple(sorted(points, key=lambda point: point.articles))
    then = 2 * placed[-1].articles if placed else 0
    if finished < EARLY or len(placed) < 3:
        said = (
            f"Too early to say: {finished:,} articles are finished; the curve says something from {EARLY} on."
        )
        return Curve(placed, then, None, None, said)
    forecasts, noise = (_straight(placed, then), _power_law(placed, then)), _noise(placed)
    low, high = _share(min(forecasts) - noise), _share(max(forecasts) + noise)
    return Curve(placed, then, low, high, _words(placed[-1], then, low, high))


def _noise(points: Sequence[CurvePoint]) -> float:
    """Return how far the points scatter about the straight line, NOISE at least."""
    fit = _fit([math.log(point.articles) for point in points], [point.f for point in points])
    return max(NOISE, math.sqrt(fit.error / max(1, len(points) - 2)))


def _straight(points: Sequence[CurvePoint], then: int) -> float:
    """Return the forecast of the straight line in log n."""
    fit = _fit([math.log(point.articles) for point in points], [point.f for point in points])
    return _share(fit.height + fit.slope * math.log(then))


def _power_law(points: Sequence[CurvePoint], then: int) -> float:
    """Return the forecast of a - b / n^c, by least squares, with b >= 0."""
    values = [point.f for point in points]
    best, power = LeastSquares(0, 0, math.inf), 0.0
    for c in POWERS:
        fit = _fit([-(point.articles**-c) for point in points], values)
        if fit.error < best.error:
            best, power = fit, c
    return _share(best.height - best.slope * then**-power)


def _fit(xs: Sequence[float], ys: Sequence[float]) -> LeastSquares:
    """Return the line by least squares that does not fall: more articles make no pipeline worse."""
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    slope = max(0.0, sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread)
    height = mean_y - slope * mean_x
    return LeastSquares(
        height, slope, sum((y - height - slope * x) ** 2 for x, y in zip(xs, ys, strict=True))
    )


def _share(f: float) -> float:
    return min(1.0, max(0.0, f))


def _words(last: CurvePoint, then: int, low: float, high: float) -> str:
    """Return the answer to whether as many articles again would help."""
    least, most = 100 * (low - last.f), 100 * (high - last.f)
    more = f"{then - last.articles:,} more articles"
    band = f"F {100 * low:.0f} to {100 * high:.0f} then, {100 * last.f:.0f} now"
    if least > LITTLE:
        return f"Likely: {more} would add about {least:.0f} to {most:.0f} points ({band})."
    if most <= LITTLE:
        return f"Little: {more} would hardly help ({band})."
    return f"Perhaps: {more} would add {max(0.0, least):.0f} to {most:.0f} points ({band})."
