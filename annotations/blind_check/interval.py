"""The interval of a share that a random draw shows, and how many to draw for one that is narrow enough.

Wilson's (1927), of 95 %.  A draw of more than a tenth of all leaves less to chance: then it counts as a draw of
n (N - 1) / (N - n), by which its variance is the hypergeometric one; nothing is left to chance when all were drawn.
"""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
SMALL = 0.1  # the share of the pool up to which the draw counts as one of endlessly many
SHARES, MARGINS = (0.7, 0.8, 0.9, 0.95), (0.10, 0.05, 0.03)


def wilson(right: int, of: int, pool: int = 0) -> tuple[float, float]:
    """Return the interval of the share, 0..1, when `right` of `of` drawn are; `pool`: how many there are, 0 for no end.

    >>> [round(end, 3) for end in wilson(41, 50)], wilson(41, 50, 50), wilson(0, 0)
    ([0.692, 0.902], (0.82, 0.82), (0.0, 1.0))
    """
    if not of:
        return 0.0, 1.0
    share = right / of
    if pool and of >= pool:
        return share, share
    count = of * (pool - 1) / (pool - of) if of > SMALL * pool > 0 else of
    low, high = _wilson(share, count)
    return (max(low, right / pool), min(high, 1 - (of - right) / pool)) if pool else (low, high)


def to_draw(share: float, margin: float) -> int:
    """Return how many to draw for an interval of about `margin` to either side, when about `share` are right.

    >>> [to_draw(share, 0.10) for share in SHARES]
    [78, 60, 37, 25]
    """
    few, many = 1, 1
    while _half(share, many) > margin:
        few, many = many, many * 2
    while few < many:
        middle = (few + many) // 2
        few, many = (few, middle) if _half(share, middle) <= margin else (middle + 1, many)
    return many


def _wilson(share: float, count: float) -> tuple[float, float]:
    if share in (0.0, 1.0):  # that end is sure, whatever rounding makes of it
        return (0.0, 2 * _half(share, count)) if share == 0.0 else (1.0 - 2 * _half(share, count), 1.0)
    middle = (share + Z * Z / (2 * count)) / (1 + Z * Z / count)
    return max(0.0, middle - _half(share, count)), min(1.0, middle + _half(share, count))


def _half(share: float, count: float) -> float:
    """Return half the width of Wilson's interval."""
    return Z / (1 + Z * Z / count) * sqrt(share * (1 - share) / count + Z * Z / (4 * count * count))
