"""Krippendorff's alpha for any number of annotators: nominal for tokens, unitizing for a label's spans."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from annotations.agreement.figures import Statistic
from annotations.agreement.spans import merged

if TYPE_CHECKING:
    from annotations.agreement.figures import Numbers

Range = tuple[int, int]


# --- nominal


def nominal_row(values: Counter[tuple[str, ...]], labels: Sequence[str]) -> list[float]:
    """Return one article's row for `nominal`, from how often its units got which values of the annotators.

    A unit that only one annotator has coded is left out.
    """
    disagreed, totals = 0.0, Counter[str]()
    for said, count in values.items():
        if len(said) > 1:
            each = Counter(said)
            pairs = len(said) ** 2 - sum(n * n for n in each.values())
            disagreed += count * pairs / (len(said) - 1)
            for label, n in each.items():
                totals[label] += n * count
    return [disagreed, *(totals[label] for label in labels)]


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


def units(spans: Sequence[Range]) -> tuple[list[Range], int]:
    """Return one annotator's units of a label, overlapping spans made one; and how many spans were lost."""
    united = merged(spans)
    return united, len(set(spans)) - len(united)


def unitizing_row(annotators: Sequence[Sequence[Range]], length: int, sizes: Sequence[int]) -> list[float]:
    """Return one article's row for `unitizing`; `length` is that of the article in code points.

    `annotators`: the units of each, in order, apart.  `sizes`: every unit length there is in any article.
    """
    lengths = Counter(end - start for units in annotators for start, end in units)
    observed = sum(
        _difference(one, other)
        for i, one in enumerate(annotators)
        for j, other in enumerate(annotators)
        if i != j
    )
    gaps = sorted(gap for units in annotators for gap in _gaps(units, length))
    rest = [0, *accumulate(reversed(gaps))][::-1]  # what the gaps from here on come to
    rooms = [rest[at] - (len(gaps) - at) * (size - 1) for size in sizes for at in (bisect_left(gaps, size),)]
    return [observed, length, *(lengths[size] for size in sizes), *rooms]


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


def _difference(ours: Sequence[Range], theirs: Sequence[Range]) -> int:
    """Return the squared differences of our units from theirs, summed: other bounds, or a unit in a gap."""
    ends, total = [end for _, end in theirs], 0
    for start, end in ours:
        at, met = bisect_left(ends, start + 1), 0
        while at < len(theirs) and theirs[at][0] < end:
            total += (start - theirs[at][0]) ** 2 + (end - theirs[at][1]) ** 2
            at, met = at + 1, met + 1
        total += (
            0 if met else 2 * (end - start) ** 2
        )  # a gap meets the unit too: both orders are counted here
    return total


def _gaps(units: Sequence[Range], length: int) -> list[int]:
    """Return the lengths of the gaps between the units, in code points."""
    starts, ends = [start for start, _ in units], [end for _, end in units]
    gaps = (high - low for low, high in zip([0, *ends], [*starts, length], strict=True))
    return [gap for gap in gaps if gap > 0]
