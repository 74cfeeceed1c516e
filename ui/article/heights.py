"""Heights of the chunks of an article, and the top of each.

Sums are kept only as far down as somebody asked, so that a changed height costs nothing below the window.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

_BLOCK = 256


class Heights:
    """The heights in pixels, from the top of the article; `before` is the room above the first chunk."""

    def __init__(self, heights: Iterable[float] = (), *, before: float = 0.0) -> None:
        self._heights = list(heights)
        self._tops = [before]
        self._sum = sum(self._heights) + before

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> float:
        return self._heights[index]

    def __setitem__(self, index: int, height: float) -> None:
        self._sum += height - self._heights[index]
        self._heights[index] = height
        del self._tops[index + 1 :]

    @property
    def bottom(self) -> float:
        return self._sum

    def top(self, index: int) -> float:
        self._reach(index)
        return self._tops[index]

    def index_at(self, y: float) -> int:
        """Return the chunk at a height; the nearest one above or below the article."""
        while self._tops[-1] <= y and len(self._tops) < len(self._heights):
            self._reach(len(self._tops) + _BLOCK)
        return max(0, min(bisect_right(self._tops, y), len(self._heights)) - 1)

    def _reach(self, index: int) -> None:
        known = len(self._tops) - 1
        if index > known:
            more = accumulate(self._heights[known:index], initial=self._tops[-1])
            next(more)
            self._tops.extend(more)
