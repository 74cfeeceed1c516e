"""A figure of agreement: its value, how far it can be trusted, or why there is none.

Every measure is a function of sums over articles, so a resample of the articles is a weighted sum: values and
intervals come from one function.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from math import isnan
from typing import TYPE_CHECKING, Any

from annotations.processes.quick_dataclass import dataclass

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

RESAMPLES, SEED = 1_000, 0
LOW, HIGH = 2.5, 97.5  # per cent: a 95 % interval
FEW = 10  # articles: an interval from fewer is rough
LEAST = 0.5  # the share of resamples in which a figure must be defined to have an interval

Statistic = Callable[["Numbers"], "Numbers"]  # sums (..., k) -> values (...), nan where there is none


@dataclass(frozen=True)
class Figure:
    """A value, or None and `why`; `low` and `high` are the 95 % interval, where one can be given."""

    value: float | None
    why: str = ""
    low: float | None = None
    high: float | None = None
    articles: int = 0  # those that say something about it

    @property
    def interval(self) -> list[float] | None:
        return None if self.low is None or self.high is None else [self.low, self.high]

    @property
    def is_rough(self) -> bool:
        """Return whether the interval rests on so few articles that it is not to be relied on."""
        return self.interval is not None and self.articles < FEW


def resamples(articles: int, *, seed: int = SEED, times: int = RESAMPLES) -> Numbers:
    """Return how often each article is drawn in each resample (times x articles), with replacement.

    Articles, not spans, are drawn: spans of one article are not independent.  The percentile bootstrap of
    Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
    """
    import numpy as np

    chance = random.Random(seed)
    weights = np.zeros((times, articles))
    for row in weights:
        row[:] = np.bincount(chance.choices(range(articles), k=articles), minlength=articles)
    return weights


def measured(rows: Any, statistic: Statistic, weights: Numbers, why: str) -> Figure:
    """Return the statistic of the rows' sum, one row an article; `why` is the reason when it is undefined.

    No interval for fewer than two articles, nor when most resamples leave it undefined.
    """
    import numpy as np

    counts = np.asarray(rows, dtype=np.float64)
    flat = counts.reshape(len(counts), 1, -1)
    return figures_of(drawn(flat, weights), statistic, why)[0]


@dataclass(frozen=True)
class Drawn:
    """Rows summed over the articles: as they are, and over each resample (times first).

    `said`: whether an article (first) says anything.
    """

    sums: Numbers
    spread: Numbers
    said: Any


def drawn(rows: Numbers, weights: Numbers) -> Drawn:
    """Return the rows (articles, ..., k) summed; no resamples of fewer than two articles."""
    articles, *shape = rows.shape
    some = weights if articles > 1 else weights[:0]
    spread = (some @ rows.reshape(articles, -1)).reshape(len(some), *shape)
    return Drawn(rows.sum(axis=0), spread, (rows != 0).any(axis=-1))


def figures_of(of: Drawn, statistic: Statistic, why: str) -> list[Figure]:
    """Return the figures of several things at once, whose numbers are (things, k): as `measured` each."""
    import numpy as np

    with np.errstate(invalid="ignore", divide="ignore"):
        values, spread = statistic(of.sums), statistic(of.spread)
    ordered = np.sort(np.ascontiguousarray(spread.T), axis=-1)
    low, high = (_percentile(ordered, share) for share in (LOW, HIGH))
    said = of.said.sum(axis=0)
    return [
        Figure(None, why)
        if np.isnan(value)
        else Figure(float(value), "", _known(low[n]), _known(high[n]), int(said[n]))
        for n, value in enumerate(values)
    ]


def _known(bound: float) -> float | None:
    return None if isnan(bound) else float(bound)


def _percentile(spread: Numbers, share: float) -> Numbers:
    """Return that percentile of each sorted row, nan being last and left out; nan where most is."""
    import numpy as np

    rows, times = np.arange(spread.shape[0]), spread.shape[1]
    if not times:
        return np.full(len(rows), np.nan)
    known = times - np.isnan(spread).sum(axis=-1)
    last = np.maximum(known - 1, 0)
    place = last * share / 100
    lower = np.floor(place).astype(np.int64)
    one, other = spread[rows, lower], spread[rows, np.minimum(lower + 1, last)]
    found: Numbers = np.where(known >= LEAST * times, one + (other - one) * (place - lower), np.nan)
    return found


def f1(sums: Numbers) -> Numbers:
    """Return F1 of (hit, marked, right, found): the harmonic mean of hit / marked and right / found.

    van Rijsbergen, Information Retrieval (1979), chapter 7.  As agreement between two annotators: Hripcsak &
    Rothschild, J Am Med Inform Assoc 12 (2005) 296-298.  nan when nobody marked anything.
    """
    import numpy as np

    hit, marked, right, found = (sums[..., i] for i in range(4))
    recall, precision = hit / marked, right / found
    value = np.where((hit > 0) & (right > 0), 2 * precision * recall / (precision + recall), 0.0)
    return np.where(marked + found > 0, value, np.nan)


def recall(sums: Numbers) -> Numbers:
    """Return hit / marked, nan when nothing is marked."""
    import numpy as np

    return np.where(sums[..., 1] > 0, sums[..., 0] / sums[..., 1], np.nan)


def precision(sums: Numbers) -> Numbers:
    """Return right / found, nan when nothing is found."""
    import numpy as np

    return np.where(sums[..., 3] > 0, sums[..., 2] / sums[..., 3], np.nan)


def mean_f1(sums: Numbers) -> Numbers:
    """Return macro F1, the mean of the F1 of each label, from four numbers a label.

    Unused labels are left out.
    """
    import numpy as np

    each = f1(sums.reshape(*sums.shape[:-1], sums.shape[-1] // 4, 4))
    known = ~np.isnan(each)
    mean: Numbers = np.where(known, each, 0.0).sum(axis=-1) / known.sum(axis=-1)
    return mean


def kappa(sums: Numbers) -> Numbers:
    """Return Cohen's kappa from (agreed, units, labels of one..., labels of the other...).

    Cohen, Educational and Psychological Measurement 20 (1960) 37-46.  nan without units, and when chance
    alone would give full agreement.
    """
    import numpy as np

    agreed, units = sums[..., 0], sums[..., 1]
    half = (sums.shape[-1] - 2) // 2
    one, other = sums[..., 2 : 2 + half], sums[..., 2 + half :]
    observed, expected = agreed / units, (one * other).sum(axis=-1) / units**2
    return np.where(expected < 1, (observed - expected) / (1 - expected), np.nan)


def light(width: int) -> Statistic:
    """Return the statistic of Light's kappa, from the numbers of `kappa` for each pair, `width` of them each.

    It is the mean of Cohen's kappas of the pairs: Light, Psychological Bulletin 76 (1971) 365-377.  Pairs without
    one are left out; nan when none has one.  Of one pair it is Cohen's.
    """

    def value(sums: Numbers) -> Numbers:
        import numpy as np

        each = kappa(sums.reshape(*sums.shape[:-1], sums.shape[-1] // width, width))
        known = ~np.isnan(each)
        mean: Numbers = np.where(known, each, 0.0).sum(axis=-1) / known.sum(axis=-1)
        return mean

    return value


def fleiss(sums: Numbers) -> Numbers:
    """Return Fleiss' kappa from (units, agreement of the units, how often each label was given).

    Fleiss, Psychological Bulletin 76 (1971) 378-382.  nan without units, and when one label alone occurs.
    """
    import numpy as np

    units, agreed, given = sums[..., 0], sums[..., 1], sums[..., 2:]
    shares = given / given.sum(axis=-1)[..., None]
    expected = (shares**2).sum(axis=-1)
    return np.where(expected < 1, (agreed / units - expected) / (1 - expected), np.nan)


def as_json(figure: Figure, name: str) -> dict[str, Any]:
    """Return the figure as JSON: `name` and `name_interval`, and `name_why` where there is no value;
    `name_rough` where the interval is from fewer than ten articles."""
    interval = figure.interval and [round(bound, 6) for bound in figure.interval]
    said: dict[str, Any] = {name: rounded(figure.value), f"{name}_interval": interval}
    if figure.is_rough:
        said[f"{name}_rough"] = True
    return {**said, f"{name}_why": figure.why} if figure.value is None else said


def rounded(value: float | None) -> float | None:
    """Return the value as it is written."""
    return None if value is None else round(value, 6)
