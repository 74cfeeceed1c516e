"""A figure of agreement: its value, how far it can be trusted, or why there is none.

Every measure is a function of sums over articles, so a resample of the articles is a weighted sum: values and
intervals come from one function.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

RESAMPLES, SEED = 1_000, 0
LOW, HIGH = 2.5, 97.5  # per cent: a 95 % interval
LEAST = 0.5  # the share of resamples in which a figure must be defined to have an interval

Statistic = Callable[["Numbers"], "Numbers"]  # sums (..., k) -> values (...), nan where there is none


@dataclass(frozen=True)
class Figure:
    """A value, or None and `why`; `low` and `high` are the 95 % interval, where one can be given."""

    value: float | None
    why: str = ""
    low: float | None = None
    high: float | None = None

    @property
    def interval(self) -> list[float] | None:
        return None if self.low is None or self.high is None else [self.low, self.high]


def resamples(articles: int, *, seed: int = SEED, times: int = RESAMPLES) -> Numbers:
    """Return how often each article is drawn in each resample (times x articles), with replacement.

    Articles, not spans, are drawn: spans of one article are not independent.  The percentile bootstrap of
    Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
    """
    import numpy as np

    chance = random.Random(seed)
    weights = np.zeros((times, articles))
    for row in weights:
        for article, count in Counter(chance.choices(range(articles), k=articles)).items():
            row[article] = count
    return weights


def measured(rows: Sequence[Sequence[float]], statistic: Statistic, weights: Numbers, why: str) -> Figure:
    """Return the statistic of the rows' sum, one row an article; `why` is the reason when it is undefined.

    No interval for fewer than two articles, nor when most resamples leave it undefined.
    """
    import numpy as np

    counts = np.asarray(rows, dtype=np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = float(statistic(counts.sum(axis=0))) if len(rows) else float("nan")
        if np.isnan(value):
            return Figure(None, why)
        spread = statistic(weights @ counts) if len(rows) > 1 and len(weights) else np.empty(0)
    known = spread[~np.isnan(spread)]
    if not len(known) or len(known) < LEAST * len(spread):
        return Figure(value)
    low, high = np.percentile(known, [LOW, HIGH])
    return Figure(value, low=float(low), high=float(high))


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


def mean_f1(sums: Numbers) -> Numbers:
    """Return macro F1, the mean of the F1 of each label, from four numbers a label.

    Unused labels are left out.
    """
    import numpy as np

    each = f1(sums.reshape(*sums.shape[:-1], -1, 4))
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


def kappa_row(pairs: Counter[tuple[str, str]], labels: Sequence[str]) -> list[float]:
    """Return one article's row for `kappa` from the counts of pairs of labels, the one annotator's first."""
    agreed = sum(count for (one, other), count in pairs.items() if one == other)
    ones, others = Counter[str](), Counter[str]()
    for (one, other), count in pairs.items():
        ones[one] += count
        others[other] += count
    marginals = [side[label] for side in (ones, others) for label in labels]
    return [agreed, pairs.total(), *marginals]


def as_json(figure: Figure, name: str) -> dict[str, Any]:
    """Return the figure as JSON: `name` and `name_interval`, and `name_why` where there is no value."""
    rounded = None if figure.value is None else round(figure.value, 6)
    interval = figure.interval and [round(bound, 6) for bound in figure.interval]
    said: dict[str, Any] = {name: rounded, f"{name}_interval": interval}
    return {**said, f"{name}_why": figure.why} if figure.value is None else said
