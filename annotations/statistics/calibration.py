"""The reliability of scores: the share of suggestions that were right, by their score; and how far both are apart.

Expected calibration error over bins of equal width: Naeini, Cooper & Hauskrecht, AAAI (2015) 2901-2907.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from annotations.agreement.figures import FEW, Figure
from annotations.blind_check.interval import wilson
from annotations.statistics.resampling import bounds, resampled
from annotations.statistics.shapes import Reliability, ScoreBin
from annotations.text.counts import counted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Reals = NDArray[np.float64]

BINS = 10
EDGES = [n / BINS for n in range(1, BINS)]
LEAST = 50  # suggestions that an error is told from
ALL = "all"


def reliabilities(kinds: Sequence[str], kind: Any, article: Any, score: Any, right: Any) -> list[Reliability]:
    """Return the reliability of all suggestions together, then of each kind that has any.

    Arrays of one length, an element a suggestion: place in `kinds`, article, score 0..1, and whether it was right.
    """
    import numpy as np

    _, articles = np.unique(article, return_inverse=True)
    of = np.searchsorted(EDGES, score, side="right")
    masks = {ALL: np.ones(len(kind), dtype=bool)} | {name: kind == n for n, name in enumerate(kinds)}
    found = {name: mask for name, mask in masks.items() if mask.any()}
    rows = {name: _rows(articles, of, score, right, mask) for name, mask in found.items()}
    errors = _errors(rows)
    return [
        Reliability(name, int(mask.sum()), _bins(rows[name]), errors[name]) for name, mask in found.items()
    ]


def _rows(articles: Any, of: Any, score: Any, right: Any, mask: Any) -> Reals:
    """Return count, those right, and the sum of scores by article and bin: articles x BINS x 3."""
    import numpy as np

    size = int(articles.max()) + 1
    code = articles[mask] * BINS + of[mask]
    weights = (np.ones(len(code)), right[mask].astype(np.float64), score[mask])
    sums = [np.bincount(code, weights=each, minlength=size * BINS).astype(np.float64) for each in weights]
    return np.stack(sums, axis=-1).reshape(size, BINS, 3)


def _bins(rows: Reals) -> tuple[ScoreBin, ...]:
    found = []
    for n, (count, right, scores) in enumerate(rows.sum(axis=0).tolist()):
        low, high = n / BINS, (n + 1) / BINS
        if count:
            share = Figure(right / count, "", *wilson(int(right), int(count)))
            found.append(ScoreBin(low, high, int(count), int(right), scores / count, share))
        else:
            found.append(ScoreBin(low, high, share=Figure(None, "No suggestion has such a score.")))
    return tuple(found)


def _errors(rows: dict[str, Reals]) -> dict[str, Figure]:
    """Return the expected calibration errors, all from the same resamples of articles."""
    import numpy as np

    each = [
        np.concatenate([one[..., 1] - one[..., 2], one[..., 0].sum(axis=1)[:, None]], axis=1)
        for one in rows.values()
    ]
    if not each:
        return {}
    spread = np.concatenate(list(resampled(np.concatenate(each, axis=1))))
    found = {}
    for n, (name, one) in enumerate(rows.items()):
        count, articles = int(one[..., 0].sum()), int((one[..., 0].sum(axis=1) > 0).sum())
        drawn = spread[:, n * (BINS + 1) : (n + 1) * (BINS + 1)]
        with np.errstate(invalid="ignore", divide="ignore"):
            values = np.abs(drawn[:, :BINS]).sum(axis=1) / drawn[:, BINS]
        value = float(np.abs(each[n][:, :BINS].sum(axis=0)).sum() / count)
        found[name] = _told(value, values[~np.isnan(values)], count, articles)
    return found


def _told(value: float, spread: Any, count: int, articles: int) -> Figure:
    if count < LEAST or articles < FEW:
        have = f"{counted(count, 'decided suggestion')} with a score in {counted(articles, 'article')}"
        return Figure(None, f"Too few to tell: {have}; it takes {LEAST} in {FEW}.")
    return Figure(value, "", *bounds(spread), articles)
