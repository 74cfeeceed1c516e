"""Values that lie far from the others, by median and median absolute deviation, which outliers cannot move.

Iglewicz & Hoaglin, How to Detect and Handle Outliers (1993), chapter 3: a modified z score above 3.5.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from annotations.statistics.shapes import ArticleMeasure
from annotations.statistics.spans import SetKey
from annotations.text.counts import counted

if TYPE_CHECKING:
    from annotations.statistics.columns import Whole, Yes
    from annotations.statistics.events import Events

FAR = 3.5
SCALE = 0.6745  # of a normal distribution, the median absolute deviation in standard deviations
LEAST = 10  # articles
Key = TypeVar("Key")


def outlying(values: Mapping[Key, float], what: str) -> tuple[ArticleMeasure, list[tuple[Key, float, float]]]:
    """Return the measure of the values, and those that lie far: key, value, modified z score; the farthest first."""
    if len(values) < LEAST:
        why = f"Too few to tell: {counted(len(values), 'article')}; it takes {LEAST}."
        return ArticleMeasure(what, len(values), why=why), []
    middle, deviation = _spread(list(values.values()))
    if not deviation:
        why = "More than half of the articles have the same value."
        return ArticleMeasure(what, len(values), middle, deviation, why), []
    each = [(key, value, SCALE * (value - middle) / deviation) for key, value in values.items()]
    far = sorted((one for one in each if abs(one[2]) > FAR), key=lambda one: -abs(one[2]))
    return ArticleMeasure(what, len(values), middle, deviation), far


def _spread(values: Sequence[float]) -> tuple[float, float]:
    middle = median(values)
    return middle, median(abs(value - middle) for value in values)


def seconds_by_set(
    events: Events, is_worked: Yes, touched: Mapping[str, tuple[Whole, Whole]]
) -> Counter[SetKey]:
    """Return the seconds that events worked on each set: events that touched one set alone.

    `touched`: by annotator two arrays of one length, an article's number and the place of an event that touched it.
    """
    import numpy as np

    found = Counter[SetKey]()
    if not touched:
        return found
    count = np.bincount(np.concatenate([at for _, at in touched.values()]), minlength=len(events.number))
    for name, (article, at) in touched.items():
        kept = is_worked[at] & (count[at] == 1)
        sums = np.bincount(article[kept], weights=events.gap[at[kept]])
        found.update({(number, name): float(sums[number]) for number in np.flatnonzero(sums).tolist()})
    return found
