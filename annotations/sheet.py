"""The sheet: an article as one annotator sees it, with their own items and the undecided suggestions.

The pool belongs to nobody; a suggestion is undecided for an annotator while their set neither has its id,
nor a span with its bounds and label, nor a confirmed span that crosses it or has its bounds, and while it
lies outside what is boilerplate to them.  A suggested fact is undecided while the set has neither its id nor
a fact of its type on its trigger, and while its trigger is no boilerplate.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from annotations.edits import Change
from annotations.fact_index import FactIndex
from annotations.facts import Fact, Filler, in_text_order
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import AnnotationSet, Boilerplate, Item
from annotations.span_index import SpanIndex
from annotations.spans import Hint, Rival, Span, Status, in_order

Bounds = tuple[int, int, str]
Said = tuple[str, tuple[int, int] | None]  # a fact's type and trigger
Pooled = Span | Fact | Boilerplate | Hint | Rival  # what lies in a pool


@dataclass(frozen=True)
class Seen:
    """The spans and facts that a change took off and put on the sheet; an altered span is in both."""

    removed: tuple[str, ...]
    added: tuple[Span, ...]
    boilerplate: bool = False  # whether the boilerplate is another now
    facts: tuple[str, ...] = ()  # ids of those that came, went or may show as something else now


class Sheet:
    """One annotator's view of an article, updated edit by edit at a cost independent of its length."""

    def __init__(self, pool: Iterable[Pooled], annotation_set: AnnotationSet) -> None:
        self.set = annotation_set
        items = list(pool)
        self.pool = SpanIndex(item for item in items if isinstance(item, Span))
        self._found = [item for item in items if isinstance(item, Boilerplate)]
        self._hints = [item for item in items if isinstance(item, Hint)]
        self._pooled_facts = FactIndex(item for item in items if isinstance(item, Fact))
        self.boilerplate = self._ranges()  # disjoint, in text order
        spans = annotation_set.spans.values()
        self.confirmed = SpanIndex(span for span in spans if span.status is Status.CONFIRMED)
        self._decided: Counter[Bounds] = Counter(map(_bounds, spans))
        self.undecided = SpanIndex(span for span in self.pool if self._is_undecided(span))
        own = annotation_set.facts.values()
        self._said: Counter[Said] = Counter(map(_said, own))
        ids = {fact.id: None for fact in (*own, *self._pooled_facts)}
        self._facts = FactIndex(filter(None, map(self._fact_now, ids)))
        self._left: tuple[object, object, list[Fact]] = None, None, []  # `undecided_facts`, and of what

    def __iter__(self) -> Iterator[Span]:
        yield from self.confirmed
        yield from self.undecided

    def get(self, id_: str) -> Span | None:
        """Return the span of that id as the annotator sees it, None when they do not see it."""
        return self.confirmed.get(id_) or self.undecided.get(id_)

    def shows_as(self, other: Sheet) -> bool:
        """Return whether the two sheets look the same to the annotator."""
        same = self.set == other.set and list(self.pool) == list(other.pool)
        facts = list(self._pooled_facts) == list(other._pooled_facts)
        return same and facts and (self.boilerplate, self._hints) == (other.boilerplate, other._hints)

    def facts(self) -> list[Fact]:
        """Return the annotator's confirmed facts and the undecided ones of the pool, in text order.

        The fillers of an undecided one are the spans that are seen now, bare ranges where there is none.
        """
        return self._facts.listed()

    def fact(self, id_: str) -> Fact | None:
        """Return the fact of that id among `facts`, None when it is not there."""
        return self._facts.get(id_)

    def facts_at(self, at: int, span: str | None = None) -> list[Fact]:
        """Return the facts at a character, or filled by the span with that id, in text order.

        A fact is at `at` when its trigger or a filler holds that character.
        """
        here = {fact.id for fact in self._facts.overlapping(at, at + 1)}
        here |= {fact.id for fact in self._facts.filled_by(span)} if span else set()
        return sorted(filter(None, map(self.fact, here)), key=in_text_order)

    def undecided_facts(self) -> list[Fact]:
        """Return the suggested facts that the annotator has not decided on; the same list until a fact changes."""
        listed, own = self.facts(), self.set.items.get(Fact.kind)
        if self._left[0] is not listed or self._left[1] is not own:
            self._left = listed, own, [fact for fact in listed if not own or fact.id not in own]
        return self._left[2]

    def fillers_of(self, fact: Fact) -> list[Span]:
        """Return the undecided spans that fill the fact: confirming it confirms them."""
        filling = (self.undecided.get(id_) for id_ in fact.span_ids())
        return sorted((span for span in filling if span), key=in_order)

    def hints(self) -> list[tuple[int, int]]:
        """Return the ranges where a span may have been missed: those with neither a span nor boilerplate."""
        return [
            (hint.start, hint.end)
            for hint in self._hints
            if not self.confirmed.overlapping(hint.start, hint.end)
            and not touches(self.boilerplate, hint.start, hint.end)
        ]

    def labels(self) -> Counter[str]:
        """Return how many spans of each label are seen."""
        return self.confirmed.labels() + self.undecided.labels()

    def apply(self, change: Change) -> Seen:
        """Apply the change to the set; return what changed on the sheet.

        StaleEdit when the set is not what it was made against.
        """
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
        before, self.boilerplate = self.boilerplate, self._ranges()
        moved = [i for i in (*change.removed, *change.added) if isinstance(i, Boilerplate)]
        self._weigh_again([*gone, *come, *moved], seen)
        facts = self._weigh_facts_again(
            change, [*(span.id for span in (*gone, *come)), *seen.gone, *seen.come]
        )
        return Seen(tuple(seen.gone), tuple(seen.come.values()), before != self.boilerplate, facts)

    def marks(self) -> list[Boilerplate]:
        """Return the boilerplate as the annotator sees it: found and not refused, or marked."""
        own = self.set.boilerplate
        found = (mark for mark in self._found if mark.id not in own)
        return [*found, *(mark for mark in own.values() if mark.status is Status.CONFIRMED)]

    def _ranges(self) -> list[tuple[int, int]]:
        return united((mark.start, mark.end) for mark in self.marks())

    def _weigh_again(self, touched: list[Span | Boilerplate], seen: _Tally) -> None:
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

    def _weigh_facts_again(self, change: Change, spans: list[str]) -> tuple[str, ...]:
        """Return the ids of the facts that the change touched, or the coming and going of these spans."""
        near: dict[str, None] = {}
        for item in (*change.removed, *change.added):
            if isinstance(item, Fact):
                near[item.id] = None
            at = item.trigger if isinstance(item, Fact) else _place(item)
            near |= {fact.id: None for fact in (self._pooled_facts.overlapping(*at) if at else ())}
        for id_ in spans:
            filled = (*self._pooled_facts.filled_by(id_), *self._facts.filled_by(id_))
            near |= {fact.id: None for fact in filled}
        self._said.subtract(_said(item) for item in change.removed if isinstance(item, Fact))
        self._said.update(_said(item) for item in change.added if isinstance(item, Fact))
        for id_ in near:
            now, before = self._fact_now(id_), self._facts.get(id_)
            if now is None:
                self._facts.drop(id_)
            elif now != before:
                self._facts.put(now)
        return tuple(near)

    def _fact_now(self, id_: str) -> Fact | None:
        """Return the fact of that id as the annotator sees it, None when they do not see it."""
        if own := self.set.facts.get(id_):
            return own if own.status is Status.CONFIRMED else None
        found = self._pooled_facts.get(id_)
        return self._refilled(found) if found and self._is_open(found) else None

    def _is_open(self, fact: Fact) -> bool:
        held = fact.place
        return self._said[fact.type, held] <= 0 and not touches(self.boilerplate, *held)

    def _refilled(self, fact: Fact) -> Fact:
        """Return the fact with its fillers as they are seen.

        A span with a filler's bounds replaces one gone.
        """
        if all(_is_in(filler, self.get(filler.span)) for filler in fact.fillers() if filler.span):
            return fact
        here = {id_: self.get(id_) for id_ in fact.span_ids()}
        for filler in fact.fillers():
            if filler.span and here[filler.span] is None:
                near = self.confirmed.overlapping(filler.start, filler.end)
                twins = (span for span in near if (span.start, span.end) == (filler.start, filler.end))
                here[filler.span] = next(twins, None)
        return fact.with_fillers(here)

    def _is_undecided(self, span: Span) -> bool:
        return not (
            span.id in self.set.spans
            or self._decided[_bounds(span)] > 0
            or any(not span.nests(other) for other in self.confirmed.overlapping(span.start, span.end))
            or touches(self.boilerplate, span.start, span.end)
        )


class _Tally:
    """The spans that left and came during one change, an id at most once in each."""

    def __init__(self) -> None:
        self.gone: dict[str, None] = {}
        self.come: dict[str, Span] = {}

    def add(self, span: Span) -> None:
        self.come[span.id] = span

    def remove(self, id_: str) -> None:
        self.gone[id_] = None


def _is_in(filler: Filler, span: Span | None) -> bool:
    return span is not None and (span.start, span.end) == (filler.start, filler.end)


def _bounds(span: Span) -> Bounds:
    return (span.start, span.end, span.label)


def _said(fact: Fact) -> Said:
    return fact.type, fact.trigger


def _place(item: Item) -> tuple[int, int] | None:
    return (item.start, item.end) if isinstance(item, Span | Boilerplate) else None


def united(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges in order, those that overlap or meet made one.

    >>> united([(4, 6), (0, 2), (5, 9)])
    [(0, 2), (4, 9)]
    """
    done: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if done and start <= done[-1][1]:
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((start, end))
    return done


def touches(ranges: list[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether [start, end) shares a character with one of the disjoint, sorted ranges."""
    at = bisect_left(ranges, (end,))
    return at > 0 and ranges[at - 1][1] > start
