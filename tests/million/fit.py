"""How costs grow: a cost at several sizes, and the exponent of the power that fits them best."""

from __future__ import annotations

import math
from collections.abc import Mapping

GOAL, FLAGGED = 1.1, 1.2
LEAST = 0.0005  # seconds: what is less is the clock's and SQLite's, not the project's


def exponent(costs: Mapping[int, float]) -> float | None:
    """Return the exponent of size, by least squares of the logarithms; None with fewer than two sizes.

    >>> round(exponent({10: 2.0, 100: 20.0, 1000: 200.0}) or 0, 3)
    1.0
    >>> round(exponent({10: 1.0, 100: 100.0}) or 0, 3)
    2.0
    """
    if len(costs) < 2:
        return None
    points = [(math.log(size), math.log(max(cost, LEAST))) for size, cost in costs.items()]
    mean_x, mean_y = (sum(values) / len(points) for values in zip(*points, strict=True))
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread


def verdict(found: float | None) -> str:
    """Return a word for the exponent: it is as wanted, above the goal, or to be explained."""
    if found is None:
        return ""
    return "" if found <= GOAL else "above the goal" if found <= FLAGGED else "OVER 1.2"
