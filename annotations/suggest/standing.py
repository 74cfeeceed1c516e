"""Where wordings stand in a finished article, and in how many of these places they are marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from annotations.sheet import Sheet, touches
from annotations.suggest.mentions import TokenBounds
from annotations.text.tokens import is_run_on, tokens


class StandCount(NamedTuple):
    """The places of a wording, and how many of them are marked."""

    stands: int
    marked: int

    @property
    def speaks(self) -> bool:
        """Return whether it is marked often enough to be suggested: in half of its places, or it stands nowhere yet."""
        return 2 * self.marked >= self.stands


class WordingIndex:
    """Wordings by their first token, so that a text is asked only for those that may stand in it."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = defaultdict(list)
        self._run_on: list[str] = []  # of scripts without blanks between words: they begin within a token
        for wording in wordings:
            if first := _first_token(wording):
                self._by_first[first].append(wording)
            elif wording.strip():
                self._run_on.append(wording)

    def places(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield each wording where it stands in the text: its bounds in code points."""
        bounds = TokenBounds.of(text)
        wordings = [
            wording for first in bounds.words & self._by_first.keys() for wording in self._by_first[first]
        ]
        wordings += [wording for wording in self._run_on if wording.strip() in text]
        for wording in wordings:
            yield from ((wording, *place) for place in bounds.of_wording(wording))


def standing(text: str, wordings: WordingIndex, sheet: Sheet) -> dict[str, StandCount]:
    """Return for each wording that stands in the text how often it does, and how often a confirmed span has its bounds.

    Places within a longer confirmed span, and in boilerplate, do not count.
    """
    marked = {(span.start, span.end) for span in sheet.confirmed}
    counts: dict[str, list[int]] = {}
    for wording, start, end in wordings.places(text):
        is_marked = (start, end) in marked
        if not is_marked and (touches(sheet.boilerplate, start, end) or _lies_within(sheet, start, end)):
            continue
        count = counts.setdefault(wording, [0, 0])
        count[0] += 1
        count[1] += is_marked
    return {wording: StandCount(*count) for wording, count in counts.items()}


def _lies_within(sheet: Sheet, start: int, end: int) -> bool:
    over = sheet.confirmed.overlapping(start, end)
    return any(span.start <= start and end <= span.end for span in over)


@lru_cache(100_000)
def _first_token(wording: str) -> str:
    """Return the first token, "" where the wording may begin within one."""
    words = wording.split()
    if not words or is_run_on(wording):
        return ""
    return words[0][slice(*tokens(words[0])[0])]
