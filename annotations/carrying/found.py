"""Hits of a search: the places that it found, as its annotator sees them now, with why nothing can be done at some."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from annotations.carrying.carried import Extent
from annotations.carrying.hits import Hit, Range
from annotations.carrying.placing import Placing, context
from annotations.facts import Fact
from annotations.same_mentions import on_tokens
from annotations.search.hits import FoundPlace
from annotations.search.query import SearchTarget
from annotations.sets import State
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from annotations.text.sentences import sentences
from annotations.text.text import paragraphs

CHANGED = "changed since the search"
WITHIN: dict[Extent, Callable[[str], list[Range]]] = {
    Extent.WORDS: lambda text: [],
    Extent.SENTENCE: sentences,
    Extent.PARAGRAPH: paragraphs,
}
Lacking = Callable[[Fact], Sequence[str]]


def found_hits(
    text: str,
    found: Iterable[FoundPlace],
    sheet: Sheet,
    *,
    title: str = "",
    lacking: Lacking = lambda fact: (),
    extent: Extent = Extent.WORDS,
) -> list[Hit]:
    """Return a hit for each of the places of one article, in their order.

    `lacking` says which needed roles of a fact are open.  `extent`: what of each may be made boilerplate.
    """
    finding = _Finding(text, sheet, title, lacking)
    made = finding.apart([finding.hit(one) for one in dict.fromkeys(found)])
    parts = WITHIN[extent](text) if made else []
    return [_with_stretch(hit, around(parts, hit.start, hit.end), sheet.boilerplate) for hit in made]


class _Finding(Placing):
    """The making of a search's hits in one article."""

    def __init__(self, text: str, sheet: Sheet, title: str, lacking: Lacking) -> None:
        super().__init__(text, sheet, title)
        self._lacking = lacking
        self._said: set[tuple[str, Range | None]] = set()  # types and triggers of undecided facts

    def hit(self, found: FoundPlace) -> Hit:
        """Return the hit of a found place."""
        at = (max(0, found.start), min(found.end, len(self._text)))
        if found.annotator != self._sheet.set.annotator:
            return self._beyond(found, at, f"{found.annotator}’s work")
        if found.target is SearchTarget.WORDS:
            hit = self._of_found_words(found, at)
        else:
            is_fact = found.target is SearchTarget.FACTS
            hit = (self._of_fact if is_fact else self._of_span)(found) or self._beyond(found, at, CHANGED)
        return replace(hit, is_done=self._sheet.set.state is State.DONE)

    def apart(self, hits: list[Hit]) -> list[Hit]:
        """Return the hits; of words without a span that overlap only the longest, then the first, can have one."""
        taken, late = bytearray(len(self._text)), set[int]()
        bare = [n for n, hit in enumerate(hits) if not (hit.item or hit.seen or hit.reason)]
        for number in sorted(bare, key=lambda n: (hits[n].start - hits[n].end, hits[n].start)):
            start, end = hits[number].start, hits[number].end
            if any(taken[start:end]):
                late.add(number)
            else:
                taken[start:end] = b"\1" * (end - start)
        return [
            replace(hit, obstacle="overlaps a longer hit") if n in late else hit for n, hit in enumerate(hits)
        ]

    def _beyond(self, found: FoundPlace, at: Range, reason: str) -> Hit:
        words = context(self._text, *at)
        return Hit(found.article, self._title, *at, words, beyond=reason, item=found.item)

    def _of_found_words(self, found: FoundPlace, at: Range) -> Hit:
        quote = self._text[slice(*at)]
        words = quote.strip()
        if not words:
            return self._beyond(found, at, "nothing but blanks")
        start = at[0] + quote.index(words[0])
        hit = self.of_words((start, start + len(words)))
        is_whole = hit.seen or hit.obstacle or on_tokens(self._text, hit.start, hit.end)
        return hit if is_whole else replace(hit, obstacle="only a part of a word")

    def _of_span(self, found: FoundPlace) -> Hit | None:
        span = self._sheet.get(found.item) or self._sheet.set.spans.get(found.item)
        if span is None or _shown(span, span.label) != _found(found):
            return None
        at = (span.start, span.end)
        near = [other for other in self._clashing(span) if other.id != span.id]
        crossing = [other for other in near if (other.start, other.end) != at and not other.nests(span)]
        hit = Hit(found.article, self._title, *at, context(self._text, *at), (span,), closed=self.closed)
        return replace(
            hit,
            refused=tuple(other for other in self.refused_on(at) if other.id != span.id),
            beside=tuple(other for other in near if (other.start, other.end) == at),
            obstacle=f"crosses {self.named(crossing[0])}" if crossing else "",
            by_hand=self.is_by_hand([span]),
            item=span.id,
        )

    def _clashing(self, span: Span) -> list[Span]:
        """Return what may stand in the span's way; for one that was rejected also the others that were."""
        at = (span.start, span.end)
        return self.near(at) + (self.refused_near(at) if span.status is Status.REJECTED else [])

    def _of_fact(self, found: FoundPlace) -> Hit | None:
        fact = self._sheet.fact(found.item) or self._sheet.set.facts.get(found.item)
        if fact is None or _shown(fact, fact.type) != _found(found):
            return None
        said = (fact.type, fact.trigger)
        is_twice = fact.id not in self._sheet.set.facts and said in self._said
        self._said.add(said)
        twice = f"{fact.type} is on these words twice" if is_twice else ""
        return replace(self.of_fact(fact), lacks=tuple(self._lacking(fact)), obstacle=twice)


def _shown(item: Span | Fact, label: str) -> tuple[int, int, str, str]:
    start, end = item.place if isinstance(item, Fact) else (item.start, item.end)
    return start, end, label, item.status


def _found(place: FoundPlace) -> tuple[int, int, str, str]:
    return place.start, place.end, place.label, place.status


def _with_stretch(hit: Hit, stretch: Range, boilerplate: list[Range]) -> Hit:
    at = bisect_left(boilerplate, (stretch[1],))
    is_covered = at > 0 and boilerplate[at - 1][0] <= stretch[0] and stretch[1] <= boilerplate[at - 1][1]
    return replace(hit, stretch=stretch, is_boilerplate=is_covered)


def around(ranges: list[Range], start: int, end: int) -> Range:
    """Return what [start, end) and those of the ranges, disjoint and in order, that it touches cover together.

    >>> around([(0, 4), (5, 9)], 6, 7), around([(0, 4), (5, 9)], 3, 6), around([(0, 4)], 6, 7)
    ((5, 9), (0, 9), (6, 7))
    """
    first = max(0, bisect_left(ranges, (start + 1,)) - 1)
    last = bisect_left(ranges, (end,))
    touched = [one for one in ranges[first:last] if one[1] > start]
    return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)
