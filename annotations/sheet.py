"""The sheet: what one annotator sees of one article, their own spans and the suggestions still undecided.

The pool belongs to nobody; a suggestion is undecided for an annotator while their set neither has its id,
nor a span with its bounds and label, nor a confirmed span that crosses it or has its bounds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotations.edits import Change
from annotations.index import SpanIndex
from annotations.sets import AnnotationSet
from annotations.spans import Span, Status

Bounds = tuple[int, int, str]


@dataclass(frozen=True)
class Seen:
    """What a change took off and put on the sheet; an altered span is in both."""

    removed: tuple[str, ...]
    added: tuple[Span, ...]


class Sheet:
    """Follows a set edit by edit, at a cost that does not grow with the article."""

    def __init__(self, pool: Iterable[Span], annotation_set: AnnotationSet) -> None:
        self.set = annotation_set
        self.pool = SpanIndex(pool)
        spans = annotation_set.spans.values()
        self.confirmed = SpanIndex(span for span in spans if span.status is Status.CONFIRMED)
        self._decided: Counter[Bounds] = Counter(map(_bounds, spans))
        self.undecided = SpanIndex(span for span in self.pool if self._is_undecided(span))

    def __iter__(self) -> Iterator[Span]:
        yield from self.confirmed
        yield from self.undecided

    def get(self, id_: str) -> Span | None:
        """The span as it is seen, None when it is not."""
        return self.confirmed.get(id_) or self.undecided.get(id_)

    def labels(self) -> Counter[str]:
        """How many spans of each label are seen."""
        return self.confirmed.labels() + self.undecided.labels()

    def apply(self, change: Change) -> Seen:
        """Takes the change in.  StaleEdit when the set is not what it was made against."""
        self.set = change.applied(self.set)
        gone = [item for item in change.removed if isinstance(item, Span)]
        come = [item for item in change.added if isinstance(item, Span)]
        self._decided.subtract(map(_bounds, gone))
        self._decided.update(map(_bounds, come))
        seen = _Tally()
        for span in gone:
            if span.id in self.confirmed:
                self.confirmed.discard(span.id)
                seen.remove(span.id)
        for span in come:
            if span.status is Status.CONFIRMED:
                self.confirmed.add(span)
                seen.add(span)
        self._weigh_again([*gone, *come], seen)
        return seen.as_seen()

    def _weigh_again(self, touched: list[Span], seen: _Tally) -> None:
        near = {s.id: s for span in touched for s in self.pool.overlapping(span.start, span.end)}
        near |= {s.id: s for span in touched if (s := self.pool.get(span.id))}
        for span in near.values():
            if self._is_undecided(span):
                if span.id not in self.undecided:
                    self.undecided.add(span)
                    seen.add(span)
            elif span.id in self.undecided:
                self.undecided.discard(span.id)
                seen.remove(span.id)

    def _is_undecided(self, span: Span) -> bool:
        return not (
            span.id in self.set.spans
            or self._decided[_bounds(span)] > 0
            or any(not span.nests(other) for other in self.confirmed.overlapping(span.start, span.end))
        )


class _Tally:
    """Collects what left and what came, an id at most once in each."""

    def __init__(self) -> None:
        self.gone: dict[str, None] = {}
        self.come: dict[str, Span] = {}

    def add(self, span: Span) -> None:
        self.come[span.id] = span

    def remove(self, id_: str) -> None:
        self.gone[id_] = None

    def as_seen(self) -> Seen:
        return Seen(tuple(self.gone), tuple(self.come.values()))


def _bounds(span: Span) -> Bounds:
    return (span.start, span.end, span.label)
