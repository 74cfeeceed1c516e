"""The places of cards one below the other, with captions over some of them; lengths in pixels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence


class CardPlaces:
    """The upper edges of the cards; a caption stands `room` high over the card whose place it has."""

    def __init__(self) -> None:
        self.tops: list[int] = []
        self.heights: Sequence[int] = ()
        self.captions: Mapping[int, str] = {}
        self.end = self._room = 0

    def lay(self, heights: Sequence[int], captions: Mapping[int, str], *, gap: int, room: int) -> None:
        """Put cards of these heights one below the other."""
        tops, y = [], 0
        for place, height in enumerate(heights):
            if place in captions:
                y += room
            tops.append(y)
            y += height + gap
        self.tops, self.heights, self.captions, self.end = tops, heights, captions, y
        self._room = room

    def top(self, place: int) -> int:
        """Return where a card begins, its caption included."""
        return self.tops[place] - (self._room if place in self.captions else 0)

    def between(self, low: int, high: int) -> range:
        """Return the places of the cards that are seen from `low` to `high`."""
        first = max(0, bisect_right(self.tops, low) - 1)
        return range(first, bisect_left(self.tops, high))

    def at(self, y: int) -> int | None:
        """Return the place of the card there; None between two."""
        place = bisect_right(self.tops, y) - 1
        return place if place >= 0 and y < self.tops[place] + self.heights[place] else None
