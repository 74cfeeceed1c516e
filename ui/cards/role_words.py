"""The words that fill a role as one line; it knows which filler stands where, for a click on one of several."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from annotations.facts import Filler, Value
from annotations.text.controls import unturned
from annotations.values import kinds

_BESIDE = re.compile(r"[\s,]*(?:\b(?:and|or)\b)?[\s,]*")
ELLIPSIS = "…"


class RoleLine:
    """The fillers of a role in one line: as the article has them where they stand side by side."""

    def __init__(self, text: str, fillers: Sequence[Filler]) -> None:
        self.fillers = tuple(fillers)
        self._starts: list[int] = []  # where each begins in the line
        self.words = ""
        before: Filler | None = None
        for n, filler in enumerate(self.fillers):
            if before is not None:
                self.words += _between(text, before, filler, is_last=n == len(self.fillers) - 1)
            self._starts.append(len(self.words))
            self.words += unturned(" ".join(text[filler.start : filler.end].split()))
            before = filler

    @property
    def values(self) -> str:
        """Return the values of the fillers as short text, "" for none, and for those that repeat the words."""
        made = (_short(f.value) for f in self.fillers if f.value is not None)
        return ", ".join(words for words in made if words != self.words)

    @property
    def told(self) -> str:
        """Return the values with all that is known of them."""
        return "; ".join(kinds.told(f.value) for f in self.fillers if f.value is not None)

    def shown(self, face: QFont, room: float) -> str:
        """Return the words as they fit, elided in the middle."""
        return QFontMetricsF(face).elidedText(self.words, Qt.TextElideMode.ElideMiddle, room)

    def at(self, x: float, face: QFont, room: float) -> int | None:
        """Return the place of the filler that is shown `x` pixels on; None where there are no words."""
        shown, metrics = self.shown(face, room), QFontMetricsF(face)
        if not 0 <= x <= metrics.horizontalAdvance(shown):
            return None
        ends = (metrics.horizontalAdvance(shown[:n]) for n in range(1, len(shown) + 1))
        at = next((n for n, end in enumerate(ends) if x <= end), len(shown) - 1)
        cut = shown.find(ELLIPSIS) if shown != self.words else -1
        if 0 <= cut < at:
            at = len(self.words) - (len(shown) - at)
        return max(0, bisect_right(self._starts, at) - 1)

    def extent(self, place: int, face: QFont, room: float) -> tuple[float, float] | None:
        """Return where that filler begins and ends in pixels; None where part of the line is left out."""
        metrics = QFontMetricsF(face)
        if self.shown(face, room) != self.words:
            return None
        filler_end = self._starts[place + 1] if place + 1 < len(self._starts) else len(self.words)
        start = self._starts[place]
        words = self.words[start:filler_end].rstrip(" ,")
        low = metrics.horizontalAdvance(self.words[:start])
        return low, low + metrics.horizontalAdvance(words)


def _between(text: str, before: Filler, filler: Filler, *, is_last: bool) -> str:
    """Return what stands between two fillers: the article's words if they stand side by side."""
    gap = text[before.end : filler.start] if before.end <= filler.start else None
    if gap and _BESIDE.fullmatch(gap):
        return " ".join(gap.split()).join(("" if gap[0] == "," else " ", " "))
    return " and " if is_last else ", "


def _short(value: Value) -> str:
    return min(kinds.shown(value), kinds.retyped(value), key=len)
