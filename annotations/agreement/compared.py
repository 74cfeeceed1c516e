"""The material of agreement: an article's tokens and the items that each annotator confirmed on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from annotations.facts import Fact
from annotations.sets import AnnotationSet
from annotations.spans import Span, Status
from annotations.text.tokens import tokens

OUTSIDE = "O"  # the label of a token without one


@dataclass(frozen=True)
class Compared:
    """An article and the sets on it, by annotator; only confirmed items are compared."""

    article: str
    text: str
    sets: Mapping[str, AnnotationSet]

    @cached_property
    def tokens(self) -> list[tuple[int, int]]:
        return tokens(self.text)

    @cached_property
    def spans(self) -> dict[str, list[Span]]:
        return {who: [s for s in made.spans.values() if _counts(s)] for who, made in self.sets.items()}

    @cached_property
    def facts(self) -> dict[str, list[Fact]]:
        return {who: [f for f in made.facts.values() if _counts(f)] for who, made in self.sets.items()}

    @cached_property
    def token_labels(self) -> dict[str, list[str]]:
        """Return the labels of all tokens by annotator: that of the outermost span, O without one."""
        return {who: token_labels(self.tokens, spans) for who, spans in self.spans.items()}


def token_labels(bounds: Sequence[tuple[int, int]], spans: Iterable[Span]) -> list[str]:
    """Return each token's label: that of the longest span with a character in it, the earlier of equals."""
    starts, ends = [start for start, _ in bounds], [end for _, end in bounds]
    labels = [OUTSIDE] * len(bounds)
    for span in sorted(spans, key=lambda s: (s.end - s.start, -s.start, s.label)):
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        labels[first:last] = [span.label] * max(0, last - first)
    return labels


def _counts(item: Span | Fact) -> bool:
    return item.status is Status.CONFIRMED
