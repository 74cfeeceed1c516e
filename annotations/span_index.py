"""Spans in text order, for questions about a place in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator

from annotations.spans import Span, in_order

Key = tuple[int, int, str, str]


class SpanIndex:
    """A sorted list of spans with one entry an id."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = {span.id: span for span in spans}
        self._order: list[Key] = sorted(map(in_order, self._spans.values()))
        self._longest = max((span.end - span.start for span in self._spans.values()), default=0)
        self._labels: Counter[str] | None = None  # counted when somebody asks, and followed from then on
        self._scores: list[float] | None = None

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[Span]:
        return (self._spans[key[3]] for key in self._order)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._spans

    def get(self, id_: str) -> Span | None:
        return self._spans.get(id_)

    def add(self, span: Span) -> None:
        self.discard(span.id)
        self._spans[span.id] = span
        insort(self._order, in_order(span))
        self._longest = max(self._longest, span.end - span.start)
        if self._labels is not None:
            self._labels[span.label] += 1
        if self._scores is not None and span.score is not None:
            insort(self._scores, span.score)

    def discard(self, id_: str) -> None:
        if span := self._spans.pop(id_, None):
            del self._order[bisect_left(self._order, in_order(span))]
            if self._labels is not None:
                self._labels[span.label] -= 1
            if self._scores is not None and span.score is not None:
                del self._scores[bisect_left(self._scores, span.score)]

    def overlapping(self, start: int, end: int) -> list[Span]:
        """Return the spans that share a character with [start, end), in text order."""
        low = bisect_left(self._order, (start - self._longest,))
        high = bisect_left(self._order, (end,))
        return [self._spans[key[3]] for key in self._order[low:high] if -key[1] > start]

    def after(self, span: Span) -> Span | None:
        """Return the first span after this one, which need not be in the index."""
        at = bisect_right(self._order, in_order(span))
        return self._spans[self._order[at][3]] if at < len(self._order) else None

    def before(self, span: Span) -> Span | None:
        """Return the last span before this one, which need not be in the index."""
        at = bisect_left(self._order, in_order(span))
        return self._spans[self._order[at - 1][3]] if at else None

    def from_place(self, place: int) -> Span | None:
        """Return the first span that starts at or after the place."""
        at = bisect_left(self._order, (place,))
        return self._spans[self._order[at][3]] if at < len(self._order) else None

    def to_place(self, place: int) -> Span | None:
        """Return the last span that starts before the place."""
        at = bisect_left(self._order, (place,))
        return self._spans[self._order[at - 1][3]] if at else None

    def last(self) -> Span | None:
        """Return the span that comes last."""
        return self._spans[self._order[-1][3]] if self._order else None

    def least_score(self) -> float | None:
        """Return the lowest score of all spans, None when no span has one."""
        if self._scores is None:
            self._scores = sorted(span.score for span in self._spans.values() if span.score is not None)
        return self._scores[0] if self._scores else None

    def labels(self) -> Counter[str]:
        """Return how many spans have each label."""
        if self._labels is None:
            self._labels = Counter(span.label for span in self._spans.values())
        return self._labels
