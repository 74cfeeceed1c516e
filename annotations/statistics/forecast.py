"""The working days until all articles are done, told from those that were worked."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.agreement.figures import Figure
from annotations.statistics.resampling import bounds, resampled
from annotations.statistics.shapes import Forecast
from annotations.text.counts import counted

LEAST_DAYS = 5


def forecast(left: int, finished: Sequence[int]) -> Forecast:
    """Return the forecast for `left` articles; `finished`: how many were on each day that was worked, 0 on some.

    The days left are `left` by the mean of `finished`, their range the 95 % interval of that over resamples of the
    days.  An end that is open, since too many resamples finish nothing, is None.
    """
    import numpy as np

    days = len(finished)
    if not left:
        return Forecast(0, days, Figure(0.0, "", 0.0, 0.0))
    if days < LEAST_DAYS:
        why = f"Too few to tell: {counted(days, 'working day')}; it takes {LEAST_DAYS}."
        return Forecast(left, days, Figure(None, why))
    if not sum(finished):
        return Forecast(left, days, Figure(None, "No article has been finished yet."))
    sums = np.concatenate(list(resampled(np.array(finished, dtype=np.float64)[:, None])))[:, 0]
    with np.errstate(divide="ignore"):
        low, high = bounds(left * days / sums)
    known = [None if end == float("inf") else end for end in (low, high)]
    return Forecast(left, days, Figure(left * days / sum(finished), "", known[0], known[1]))
