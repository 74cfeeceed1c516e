"""Chunks: the stretches of an article that are laid out one at a time.

A chunk is a paragraph without its separator; a long paragraph is cut at sentences, because laying out a chunk
costs as much as it is long.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter

from annotations.spans import Span
from annotations.text.graphemes import inside_grapheme
from annotations.text.sentences import sentences
from annotations.text.text import paragraphs

LONGEST = 8_000  # code points; a longer paragraph is cut ...
NEAR = 4_000  # ... at the last sentence before this many


class Chunks:
    """The bounds of the chunks in code points, and the spans that touch each."""

    def __init__(self, text: str = "", spans: Iterable[Span] = ()) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in paragraphs(text) or [(0, 0)]:
            for cut in _cuts(text, start, end):
                self.starts.append(start)
                self.ends.append(cut)
                start = cut
            self.starts.append(start)
            self.ends.append(end)
        self._spans: defaultdict[int, list[Span]] = defaultdict(list)
        self._sort_in(spans)

    def __len__(self) -> int:
        return len(self.starts)

    def index_of(self, i: int) -> int:
        """Return the chunk that holds code point `i`; a separator belongs to the chunk before it."""
        return max(0, bisect_right(self.starts, i) - 1)

    def touching(self, start: int, end: int) -> range:
        """Return the indexes of the chunks that the range reaches into."""
        return range(self.index_of(start), self.index_of(max(start, end - 1)) + 1)

    def ends_paragraph(self, index: int) -> bool:
        return index + 1 == len(self.starts) or self.starts[index + 1] != self.ends[index]

    def is_blank(self, index: int) -> bool:
        """Return whether the chunk is a blank line; False beyond the last."""
        return index < len(self.starts) and self.starts[index] == self.ends[index]

    def spans(self, index: int) -> list[Span]:
        return self._spans.get(index, [])

    def counts(self) -> list[int]:
        """Return how many spans touch each chunk."""
        return [len(self._spans.get(index, ())) for index in range(len(self.starts))]

    def add(self, span: Span) -> range:
        """Add a span; return the chunks touched."""
        touched = self.touching(span.start, span.end)
        for index in touched:
            self._spans[index].append(span)
        return touched

    def remove(self, span: Span) -> range:
        """Take a span out; return the chunks touched."""
        touched = self.touching(span.start, span.end)
        for index in touched:
            self._spans[index].remove(span)
        return touched

    def _sort_in(self, spans: Iterable[Span]) -> None:
        """Add all spans in one sweep."""
        index, last = 0, len(self.starts) - 1
        following = [*self.starts[1:], float("inf")]
        for span in sorted(spans, key=attrgetter("start")):
            while following[index] <= span.start:
                index += 1
            self._spans[index].append(span)
            beyond = index
            while beyond < last and following[beyond] < span.end:
                beyond += 1
                self._spans[beyond].append(span)


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Return the cuts of a long paragraph: before a sentence, else after a blank, else between clusters."""
    cuts = []
    while end - start > LONGEST:
        near = start + NEAR
        window = near - NEAR // 4
        found = sentences(text[window:near])
        sentence = window + found[-1][0] if len(found) > 1 else 0
        start = sentence or text.rfind(" ", window, near) + 1 or _between(text, near)
        cuts.append(start)
    return cuts


def _between(text: str, i: int) -> int:
    """Return the cluster bound at or shortly before `i`."""
    return next((j for j in range(i, i - 64, -1) if not inside_grapheme(text, j)), i)
