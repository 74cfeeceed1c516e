"""The stops: what Tab goes to in an article, its undecided spans and facts in one order.

After the undecided spans of a sentence come the undecided facts whose trigger lies in it, or all facts come
after the last span, or facts are no stops.  A place in the text stands before what begins there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from annotations.facts import Fact, in_text_order
from annotations.sheet import Sheet
from annotations.span_index import SpanIndex
from annotations.spans import Span, Status, in_order
from annotations.text.sentences import sentences
from annotations.text.text import paragraphs

FACTS_IN_PATH = AFTER_SENTENCE, AFTER_ARTICLE, NOT = "after each sentence", "after the article", "not"
Stop = Span | Fact
Range = tuple[int, int]
Rank = tuple[Any, ...]


class SentencePlaces:
    """The sentences of a text without gaps between them, found paragraph by paragraph when asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._paragraphs: list[int] = []  # where each starts
        self._starts: dict[int, list[int]] = {}  # of the sentences of a paragraph, by its start

    def at(self, place: int) -> Range:
        """Return the sentence that holds the place, with the white space up to the next one."""
        self._paragraphs = self._paragraphs or [start for start, _ in paragraphs(self.text)]
        at = bisect_right(self._paragraphs, place)
        start, end = self._paragraphs[at - 1], [*self._paragraphs[at : at + 1], len(self.text) + 1][0]
        if start not in self._starts:
            later = [start + low for low, _ in sentences(self.text[start:end])[1:]]
            self._starts[start] = [start, *later]
        starts = self._starts[start]
        after = bisect_right(starts, place)
        return starts[after - 1], starts[after] if after < len(starts) else end


class Stops:
    """The order of stops in one article, as an annotator sees it now; a step is 1 or -1."""

    def __init__(self, sheet: Sheet, places: SentencePlaces, facts_in_path: str = AFTER_SENTENCE) -> None:
        self._sheet, self._places, self._facts_in_path = sheet, places, facts_in_path

    def first(self, step: int = 1) -> Stop | None:
        """Return the first stop; with step -1 the last."""
        facts = self._facts()
        return self._nearest(
            (_end(self._sheet.undecided, step), facts[0 if step > 0 else -1] if facts else None), step
        )

    def beside(self, here: Stop | int, step: int = 1) -> Stop | None:
        """Return the stop after `here`, or with step -1 before it; None at the end.

        `here` is a place in the text, or what has the focus, which need not be a stop.
        """
        if isinstance(here, Fact) and not self._is_stop(here):
            here = place_of(here)
        return self._nearest((self._span_beside(here, step), self._fact_beside(here, step)), step)

    def seen_beside(self, here: Stop | int, step: int = 1) -> Stop | None:
        """Return the next or previous span or fact of any status, in text order; past an end, from the other."""
        sheet = self._sheet
        indexes, facts = (sheet.confirmed, sheet.undecided), sheet.facts()
        if isinstance(here, Span):
            spans = [index.after(here) if step > 0 else index.before(here) for index in indexes]
            fact = _beside(facts, place_of(here), step)
        else:
            behind = place_of(here) + isinstance(here, Fact)  # a span stands before the fact at its place
            spans = [index.from_place(behind) if step > 0 else index.to_place(behind) for index in indexes]
            fact = _beside(facts, here, step)
        ends = (*(_end(index, step) for index in indexes), facts[0 if step > 0 else -1] if facts else None)
        return _best((*spans, fact), step, _in_text) or _best(ends, step, _in_text)

    def up_to(self, here: Fact | int) -> tuple[list[Span], list[Fact]]:
        """Return the undecided spans and facts from the article's start to `here`, that fact with them.

        To a place in the text those with no words behind it; facts that come after the article once no span is behind.
        """
        undecided, facts = list(self._sheet.undecided), self._facts()
        end = here if isinstance(here, int) else self.reached(here)
        spans = [span for span in undecided if span.end <= end]
        if isinstance(here, Fact):
            return spans, [fact for fact in facts if in_text_order(fact) <= in_text_order(here)]
        if self._facts_in_path == AFTER_ARTICLE and len(spans) < len(undecided):
            return spans, []
        return spans, [fact for fact in facts if all(last <= end for _, last in fact.ranges())]

    def span_of_sentence(self, place: int) -> Span | None:
        """Return the first undecided span of the sentence that holds the place, else its first span."""
        start, end = self._places.at(place)
        for index in (self._sheet.undecided, self._sheet.confirmed):
            if (span := index.from_place(start)) and span.start < end:
                return span
        return None

    def _facts(self) -> list[Fact]:
        """Return the facts that are stops, in text order."""
        return [] if self._facts_in_path == NOT else self._sheet.undecided_facts()

    def _is_stop(self, fact: Fact) -> bool:
        return fact.status is Status.SUGGESTED and self._facts_in_path != NOT

    def _span_beside(self, here: Stop | int, step: int) -> Span | None:
        spans = self._sheet.undecided
        if isinstance(here, Span):
            return spans.after(here) if step > 0 else spans.before(here)
        place = here if isinstance(here, int) else self._behind_spans(here)
        return spans.from_place(place) if step > 0 else spans.to_place(place)

    def reached(self, here: Stop | int) -> int:
        """Return the place in the text up to which spans come before `here` in the path."""
        if isinstance(here, Fact) and self._is_stop(here):
            return self._behind_spans(here)
        return place_of(here)

    def _behind_spans(self, fact: Fact) -> int:
        """Return the place behind the spans that come before the fact."""
        if self._facts_in_path == AFTER_ARTICLE:
            return len(self._places.text) + 1
        return self._places.at(place_of(fact))[1]

    def _fact_beside(self, here: Stop | int, step: int) -> Fact | None:
        facts = self._facts()
        if isinstance(here, Fact):
            return _beside(facts, here, step)
        if not facts:
            return None
        if self._facts_in_path == AFTER_ARTICLE:
            return facts[0] if step > 0 else None
        return _beside(facts, self._places.at(place_of(here))[0], step)

    def _nearest(self, found: Sequence[Stop | None], step: int) -> Stop | None:
        return _best(found, step, self._rank)

    def _rank(self, stop: Stop) -> Rank:
        apart = self._facts_in_path == AFTER_SENTENCE
        return (self._places.at(place_of(stop))[0] if apart else 0, isinstance(stop, Fact), _order(stop))


def hint_beside(hints: Sequence[Range], here: int, step: int, before: int | None = None) -> Range | None:
    """Return the next hint that begins at `here` or behind, or with step -1 the last that begins ahead of it.

    `before`: where the next other stop is, which comes first unless the hint lies ahead of it; None for no other.

    >>> hints = [(10, 14), (30, 35)]
    >>> hint_beside(hints, 12, 1), hint_beside(hints, 12, 1, before=20), hint_beside(hints, 12, -1)
    ((30, 35), None, (10, 14))
    """
    if step > 0:
        return next(
            (hint for hint in hints if hint[0] >= here and (before is None or hint[0] < before)), None
        )
    back = (hint for hint in reversed(hints) if hint[0] < here and (before is None or hint[0] > before))
    return next(back, None)


def place_of(stop: Stop | int) -> int:
    """Return where a stop is in the text: a fact at its trigger, else at its first filler, an empty one at the start."""
    if isinstance(stop, Fact):
        return stop.place[0]
    return stop if isinstance(stop, int) else stop.start


def _order(stop: Stop) -> Rank:
    return in_text_order(stop) if isinstance(stop, Fact) else in_order(stop)


def _in_text(stop: Stop) -> Rank:
    return (place_of(stop), isinstance(stop, Fact), _order(stop))


def _best(found: Sequence[Stop | None], step: int, key: Any) -> Stop | None:
    there = [stop for stop in found if stop is not None]
    if len(there) == 1:  # without facts no sentence is looked for
        return there[0]
    return (min if step > 0 else max)(there, key=key) if there else None


def _end(spans: SpanIndex, step: int) -> Span | None:
    """Return the first span; with step -1 the last."""
    return spans.from_place(0) if step > 0 else spans.last()


def _beside(facts: Sequence[Fact], here: Fact | int, step: int) -> Fact | None:
    """Return the fact after `here` in those in text order, or before it; a place is before what stands there."""
    key: Any = in_text_order(here) if isinstance(here, Fact) else ([(here,)],)
    bisect = bisect_right if step > 0 else bisect_left
    at = bisect(facts, key, key=in_text_order) - (step < 0)
    return facts[at] if 0 <= at < len(facts) else None
