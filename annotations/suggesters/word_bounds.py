"""The bounds of a text's tokens, found once for the many spans of an answer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from annotations.text.tokens import tokens


class WordBounds:
    """The tokens of a text; they are found when they are first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None
        self._ends = list[int]()

    def around(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the smallest run of tokens that covers all words of the range; None when there are none in it."""
        if self._starts is None:
            bounds = tokens(self._text)
            self._starts, self._ends = [left for left, _ in bounds], [right for _, right in bounds]
        first, behind = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return (self._starts[first], self._ends[behind - 1]) if first < behind else None
