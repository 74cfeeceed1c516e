"""Hits made of places: what stands there on the sheet of their annotator, and what is in the way.

The sheet need only hold what touches one of the places.
"""

from __future__ import annotations

from collections.abc import Iterable

from annotations.carrying.hits import Hit, Range
from annotations.edits import CLOSED
from annotations.facts import Fact
from annotations.same_mentions import on_tokens
from annotations.sheet import Sheet, touches
from annotations.span_index import SpanIndex
from annotations.spans import Span, Status
from annotations.text.text import crosses_paragraph

CONTEXT = 80  # code points shown before a hit and behind it


def hits(text: str, at: Iterable[Range], sheet: Sheet, *, title: str = "") -> list[Hit]:
    """Return a hit for each of the places that is a span or lies on token bounds."""
    placing = Placing(text, sheet, title)
    return [placing.of_words(bounds) for bounds in at if on_tokens(text, *bounds) or placing.on(bounds)]


def context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return what stands before, there and behind, white space as single blanks."""
    before, behind = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return " ".join(before.split()), " ".join(text[start:end].split()), " ".join(behind.split())


def closed(sheet: Sheet) -> str:
    """Return why nothing is done in the article, "" when something can be."""
    progress = sheet.set.progress
    if progress.machine:
        return f"{sheet.set.annotator} is a machine"
    return f"the article is {progress.state}" if progress.state in CLOSED else ""


class Placing:
    """The making of hits in one article."""

    def __init__(self, text: str, sheet: Sheet, title: str = "") -> None:
        self._text, self._sheet, self._title = text, sheet, title
        self.closed = closed(sheet)
        self._refused = SpanIndex(s for s in sheet.set.spans.values() if s.status is Status.REJECTED)

    def of_words(self, at: Range) -> Hit:
        """Return the hit of words, with the spans that have just these bounds."""
        near = self.near(at)
        seen = tuple(_with_bounds(near, at))
        return Hit(
            self._sheet.set.article,
            self._title,
            *at,
            context(self._text, *at),
            seen,
            self.refused_on(at),
            closed=self.closed,
            obstacle="" if seen else self._obstacle(at, near),
            by_hand=self.is_by_hand(seen),
        )

    def of_fact(self, fact: Fact) -> Hit:
        """Return the hit of a fact, with the undecided spans that fill it."""
        return Hit(
            self._sheet.set.article,
            self._title,
            *fact.place,
            context(self._text, *fact.place),
            fact=fact,
            filling=tuple(self._sheet.fillers_of(fact)),
            by_hand=fact.origin == self._sheet.set.annotator,
            closed=self.closed,
            item=fact.id,
        )

    def near(self, at: Range) -> list[Span]:
        """Return the spans that touch the place, as the annotator sees them: confirmed, then undecided ones."""
        return self._sheet.confirmed.overlapping(*at) + self._sheet.undecided.overlapping(*at)

    def on(self, at: Range) -> list[Span]:
        """Return those of them that have just these bounds."""
        return _with_bounds(self.near(at), at)

    def refused_on(self, at: Range) -> tuple[Span, ...]:
        """Return the spans with just these bounds that the annotator rejected."""
        return tuple(_with_bounds(self.refused_near(at), at))

    def refused_near(self, at: Range) -> list[Span]:
        """Return the spans that touch the place and that the annotator rejected."""
        return self._refused.overlapping(*at)

    def is_by_hand(self, spans: Iterable[Span]) -> bool:
        """Return whether there are spans, and the annotator made all of them."""
        origins = {span.origin for span in spans}
        return origins == {self._sheet.set.annotator}

    def named(self, span: Span) -> str:
        """Return the span in words: ORG “Acme Bank”."""
        return f"{span.label} “{' '.join(self._text[span.start : span.end].split())}”"

    def _obstacle(self, at: Range, near: list[Span]) -> str:
        """Return the reason why no span can be made there, "" when one can."""
        if near:
            return f"{self.named(near[0])} is there"
        if touches(self._sheet.boilerplate, *at):
            return "boilerplate"
        return "over a paragraph’s end" if crosses_paragraph(self._text, *at) else ""


def _with_bounds(spans: Iterable[Span], at: Range) -> list[Span]:
    return [span for span in spans if (span.start, span.end) == at]
