"""Agreement of groups of articles, from what two marked in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from annotations.agreement.figures import Figure, f1
from annotations.agreement.section import NO_SPANS
from annotations.statistics.resampling import bounds, resampled
from annotations.statistics.shapes import AgreementPoint

HitRow = tuple[int, int, int, int]  # hit, marked, right, found of an article: as `f1` takes them


def agreed(counted: Mapping[int, HitRow], names: Mapping[int, str]) -> Iterator[AgreementPoint]:
    """Yield the agreement of each group of articles that has a name, in their order."""
    groups: dict[str, list[HitRow]] = {}
    for article, row in counted.items():
        if name := names.get(article, ""):
            groups.setdefault(name, []).append(row)
    for name, its in sorted(groups.items()):
        yield AgreementPoint(name, len(its), _f1(its))


def _f1(its: Sequence[HitRow]) -> Figure:
    import numpy as np

    numbers = np.array(its, dtype=np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = float(f1(numbers.sum(axis=0)))
        if np.isnan(value):
            return Figure(None, NO_SPANS)
        spread = f1(np.concatenate(list(resampled(numbers)))) if len(its) > 1 else np.zeros(0)
    spread = spread[~np.isnan(spread)]
    low, high = bounds(spread) if len(spread) else (None, None)
    return Figure(value, "", low, high, len(its))
