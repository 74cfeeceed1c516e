"""Search for words in a text, with or without regard to case and accents.

A blank in the words stands for any white space, so that words are found over a line's end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from unicodedata import combining, normalize


class Searched:
    """A text folded once, to be searched many times.  `case` and `accents`: whether they must match."""

    def __init__(self, text: str, *, case: bool = False, accents: bool = False) -> None:
        self._case, self._accents = case, accents
        table = {sign: self._fold(sign) for sign in set(text)}
        self._folded = text.translate({ord(sign): folded for sign, folded in table.items()})
        self._ends: list[int] = []  # ends of the text's characters, folded; empty when each folds to one
        if any(len(folded) != 1 for folded in table.values()):
            lengths = {sign: len(folded) for sign, folded in table.items()}
            self._ends = list(accumulate(map(lengths.__getitem__, text)))

    def find(self, wanted: str) -> list[tuple[int, int]]:
        """Return the ranges of the words in text order, no two overlapping; code points.

        Blank words have none.
        """
        words = ["".join(map(self._fold, word)) for word in wanted.split()]
        if not any(words):
            return []
        pattern = r"\s+".join(re.escape(word) for word in words if word)
        hits: list[tuple[int, int]] = []
        for hit in re.finditer(pattern, self._folded):
            start, end = self._placed(*hit.span())
            if not hits or start >= hits[-1][1]:  # two hits may lie in one character, as s in ß
                hits.append((start, end))
        return hits

    def _fold(self, sign: str) -> str:
        if not self._accents:
            sign = "".join(part for part in normalize("NFD", sign) if not combining(part)) or sign
            sign = "" if combining(sign[0]) else sign
        return sign if self._case else sign.casefold()

    def _placed(self, start: int, end: int) -> tuple[int, int]:
        """Return the bounds in the text: whole characters, with the accents that belong to the last."""
        if not self._ends:
            return start, end
        last = max(bisect_left(self._ends, end) + 1, bisect_right(self._ends, end))
        return bisect_right(self._ends, start), last
