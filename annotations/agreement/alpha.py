"""Krippendorff's alpha for any number of annotators: nominal for tokens, unitizing for a label's spans."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import TYPE_CHECKING, Any

from annotations.agreement.figures import Statistic
from annotations.processes.quick_dataclass import dataclass

if TYPE_CHECKING:
    from annotations.agreement.figures import Numbers


# --- nominal


def nominal_rows(shared: Numbers) -> Numbers:
    """Return the rows for `nominal` of those of `TokenLabels.shared_rows`: (disagreed, times of each label).

    An article that only one annotator has counts for nothing.
    """
    import numpy as np

    many, units, agreed = shared[:, 0], shared[:, 1], shared[:, 2]
    disagreed = many * units - 2 * agreed / np.maximum(many - 1, 1)
    rows = np.concatenate([disagreed[:, None], shared[:, 3:]], axis=1)
    return rows * (many > 1)[:, None]


def fleiss_rows(shared: Numbers) -> Numbers:
    """Return the rows for `figures.fleiss`: (units, agreement of the units, times of each label)."""
    import numpy as np

    many, units, agreed = shared[:, 0], shared[:, 1], shared[:, 2]
    agreement = 2 * agreed / np.maximum(many * (many - 1), 1)
    return np.concatenate([units[:, None], agreement[:, None], shared[:, 3:]], axis=1)


def nominal(sums: Numbers) -> Numbers:
    """Return alpha with the nominal difference: 1 - (n - 1) * disagreed / (n^2 - sum of n_c^2).

    Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C; n_c is how often value c was
    given.  nan when only one value occurs: then nothing could have differed.
    """
    import numpy as np

    disagreed, totals = sums[..., 0], sums[..., 1:]
    n = totals.sum(axis=-1)
    chance = n**2 - (totals**2).sum(axis=-1)
    return np.where(chance > 0, 1 - (n - 1) * disagreed / chance, np.nan)


# --- unitizing


@dataclass(frozen=True)
class Units:
    """One annotator's units of a label over many articles, in text order and apart: arrays of one length."""

    article: Any
    start: Any  # within the article; code points
    end: Any

    @classmethod
    def of(cls, article: Any, start: Any, end: Any) -> tuple[Units, int]:
        """Return marks as units, those that share a character made one; and how many were lost by that."""
        import numpy as np

        wide = int(end.max(initial=0)) + 1  # no article reaches into the next
        marks = np.unique((article * wide + start) * wide + end)
        base, end = np.divmod(marks, wide)
        article, start = np.divmod(base, wide)
        reach = np.maximum.accumulate(article * wide + end)
        first = np.flatnonzero(np.concatenate([[True], base[1:] >= reach[:-1]])[: len(marks)])
        joined = np.maximum.reduceat(end, first) if len(marks) else end
        return cls(article[first], start[first], joined), len(marks) - len(first)


def unitizing_rows(annotators: Sequence[Units], lengths: Sequence[int], sizes: Sequence[int]) -> Numbers:
    """Return the rows for `unitizing`; `lengths` are those of the articles in code points.

    `sizes`: every unit length there is in any article.
    """
    import numpy as np

    many, wide = np.asarray(lengths, dtype=np.int64), int(max(lengths, default=0)) + 1
    observed = np.zeros(len(many))
    for one, other in permutations(annotators, 2):
        observed += np.bincount(one.article, _difference(one, other, wide), len(many))
    cells = [each.article * len(sizes) + np.searchsorted(sizes, each.end - each.start) for each in annotators]
    counts = np.bincount(np.concatenate(cells), minlength=len(many) * len(sizes)).reshape(len(many), -1)
    article, gap = (
        np.concatenate(part) for part in zip(*(_gaps(each, many) for each in annotators), strict=True)
    )
    rooms = [np.bincount(article, np.maximum(gap - size + 1, 0), len(many)) for size in sizes]
    return np.column_stack([observed, many, counts, *rooms])


def unitizing(annotators: int, sizes: Sequence[int]) -> Statistic:
    """Return the statistic of unitizing alpha for one label and that many annotators.

    Krippendorff, On the reliability of unitizing continuous data, Sociological Methodology 25 (1995) 47-76;
    Content Analysis (2nd ed. 2004), section 11.6.  Articles stand end to end in one continuum of code points,
    but no gap crosses from one to the next, since no unit can.  nan when nobody used the label.
    """

    def value(sums: Numbers) -> Numbers:
        import numpy as np

        size = np.asarray(sizes, dtype=np.float64)
        observed, length = sums[..., 0], sums[..., 1]
        counts, rooms = sums[..., 2 : 2 + len(sizes)], sums[..., 2 + len(sizes) :]
        units = counts.sum(axis=-1)[..., None]
        among_units = (units - 1) / 3 * (2 * size**3 - 3 * size**2 + size)
        expected = 2 / length * (counts * (among_units + size**2 * rooms)).sum(axis=-1)
        whole = annotators * length
        expected /= whole * (whole - 1) - (counts * size * (size - 1)).sum(axis=-1)
        observed = observed / (annotators * (annotators - 1) * length**2)
        return np.where(expected > 0, 1 - observed / expected, np.nan)

    return value


def _difference(ours: Units, theirs: Units, wide: int) -> Any:
    """Return each of our units' squared differences from theirs, summed: other bounds, or a unit in a gap."""
    import numpy as np

    base, their_base = ours.article * wide, theirs.article * wide
    low = np.searchsorted(their_base + theirs.end, base + ours.start, side="right")
    high = np.searchsorted(their_base + theirs.start, base + ours.end, side="left")
    total = 0
    for mine, other in ((ours.start, theirs.start), (ours.end, theirs.end)):
        sums, squares = (np.concatenate([[0], np.cumsum(other**power)]) for power in (1, 2))
        total += (high - low) * mine**2 - 2 * mine * (sums[high] - sums[low]) + squares[high] - squares[low]
    alone = 2 * (ours.end - ours.start) ** 2  # a gap meets the unit too: both orders are counted here
    return np.where(high > low, total, alone)


def _gaps(units: Units, lengths: Any) -> tuple[Any, Any]:
    """Return the article and the length of each gap between the units, in code points."""
    import numpy as np

    places, none = np.arange(len(lengths)), np.zeros(len(lengths), dtype=np.int64)
    article = np.concatenate([places, units.article, places])
    start = np.concatenate([none, units.start, lengths])
    end = np.concatenate([none, units.end, lengths])
    order = np.lexsort((end, start, article))
    article, start, end = article[order], start[order], end[order]
    gap = start[1:] - end[:-1]
    kept = (article[1:] == article[:-1]) & (gap > 0)
    return article[1:][kept], gap[kept]
