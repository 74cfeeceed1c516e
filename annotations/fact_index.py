"""Facts in text order, for questions about a place in the text or a span; updated fact by fact."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator

from annotations.facts import Fact, in_text_order

Key = tuple[list[tuple[int, int]], str, str]


class FactIndex:
    """A sorted list of facts with one entry an id; each has a trigger or a filler."""

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        self._facts: dict[str, Fact] = {}
        self._filling: defaultdict[str, dict[str, None]] = defaultdict(dict)  # ids of facts by that of a span
        for fact in facts:
            self._facts[fact.id] = fact
        self._order: list[Key] = sorted(map(in_text_order, self._facts.values()))
        self._places: list[tuple[int, int, str]] = sorted(
            (start, end, fact.id) for fact in self._facts.values() for start, end in fact.ranges()
        )
        self._longest = max((end - start for start, end, _ in self._places), default=0)
        for fact in self._facts.values():
            self._fill(fact)
        self._listed: list[Fact] | None = None  # until one comes or goes

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.listed())

    def __len__(self) -> int:
        return len(self._facts)

    def listed(self) -> list[Fact]:
        """Return all facts in text order; the same list until one comes or goes."""
        if self._listed is None:
            self._listed = [self._facts[key[2]] for key in self._order]
        return self._listed

    def get(self, id_: str) -> Fact | None:
        return self._facts.get(id_)

    def put(self, fact: Fact) -> None:
        """Add the fact, in place of the one with its id."""
        self.drop(fact.id)
        self._facts[fact.id], self._listed = fact, None
        insort(self._order, in_text_order(fact))
        for start, end in fact.ranges():
            insort(self._places, (start, end, fact.id))
            self._longest = max(self._longest, end - start)
        self._fill(fact)

    def drop(self, id_: str) -> None:
        if fact := self._facts.pop(id_, None):
            self._listed = None
            del self._order[bisect_left(self._order, in_text_order(fact))]
            for start, end in fact.ranges():
                del self._places[bisect_left(self._places, (start, end, id_))]
            for span in fact.span_ids():
                self._filling[span].pop(id_, None)

    def overlapping(self, start: int, end: int) -> list[Fact]:
        """Return the facts whose trigger or a filler shares a character with [start, end), in text order."""
        low = bisect_left(self._places, (start - self._longest,))
        high = bisect_left(self._places, (end,))
        ids = {id_ for _, until, id_ in self._places[low:high] if until > start}
        return sorted((self._facts[id_] for id_ in ids), key=in_text_order)

    def filled_by(self, span: str) -> list[Fact]:
        """Return the facts that the span with that id fills."""
        return [self._facts[id_] for id_ in self._filling.get(span, ())]

    def _fill(self, fact: Fact) -> None:
        for span in fact.span_ids():
            self._filling[span][fact.id] = None
