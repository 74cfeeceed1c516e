"""Places of wordings in a finished article, and how many of them are marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from annotations.sheet import Sheet, touches
from annotations.suggest.mentions import TokenBounds
from annotations.text.wording_index import WordingIndex


class StandCount(NamedTuple):
    """The places of a wording, and how many of them are marked."""

    stands: int
    marked: int

    @property
    def speaks(self) -> bool:
        """Return whether it is marked often enough to be suggested: in half of its places, or it stands nowhere yet."""
        return 2 * self.marked >= self.stands


def standing(text: str, wordings: WordingIndex, sheet: Sheet) -> dict[str, StandCount]:
    """Return for each wording that stands in the text how often it does, and how often a confirmed span has its bounds.

    Places within a longer confirmed span, and in boilerplate, do not count.
    """
    marked = {(span.start, span.end) for span in sheet.confirmed}
    counts: dict[str, list[int]] = {}
    for wording, start, end in _places(text, wordings):
        is_marked = (start, end) in marked
        if not is_marked and (touches(sheet.boilerplate, start, end) or _lies_within(sheet, start, end)):
            continue
        count = counts.setdefault(wording, [0, 0])
        count[0] += 1
        count[1] += is_marked
    return {wording: StandCount(*count) for wording, count in counts.items()}


def _places(text: str, wordings: WordingIndex) -> Iterator[tuple[str, int, int]]:
    """Yield each wording where it stands in the text: its bounds in code points."""
    bounds = TokenBounds.of(text)
    for wording in bounds.wordings(wordings):
        yield from ((wording, *place) for place in bounds.of_wording(wording))


def _lies_within(sheet: Sheet, start: int, end: int) -> bool:
    over = sheet.confirmed.overlapping(start, end)
    return any(span.start <= start and end <= span.end for span in over)
