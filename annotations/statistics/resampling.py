"""Resamples of many articles or days, drawn quickly: the percentile bootstrap of `annotations.agreement.figures`.

What is drawn depends on the count and the seed alone, on every machine.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from annotations.agreement.figures import HIGH, LOW, RESAMPLES, SEED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Reals = NDArray[np.float64]

AT_ONCE = 50  # resamples


def resampled(rows: Reals, *, seed: int = SEED, times: int = RESAMPLES) -> Iterator[Reals]:
    """Yield the sums of the rows (things x k) over resamples of the things, with replacement: some at a time (n x k)."""
    import numpy as np

    chance, count = random.Random(seed), len(rows)
    for begin in range(0, times, AT_ONCE):
        weights = np.zeros((min(AT_ONCE, times - begin), count))
        for row in weights:
            drawn = np.frombuffer(chance.randbytes(4 * count), dtype="<u4").astype(np.uint64)
            row[:] = np.bincount((drawn * count >> 32).astype(np.int64), minlength=count)
        yield weights @ rows


def bounds(values: Any) -> tuple[float, float]:
    """Return the ends of the 95 % interval of resampled values; infinity where so many are."""
    import numpy as np

    low, high = np.percentile(values, (LOW, HIGH), method="inverted_cdf")
    return float(low), float(high)
