"""Doubt: how much speaks against a suggestion, or for a span that somebody missed, 0..1 with the reasons.

Each reason has a weight, as though it alone made the suggestion wrong that often; the doubt is
1 - (1 - w1)(1 - w2)...: every reason raises it, their order says nothing, and it never passes 1.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import prod
from typing import NamedTuple

from annotations.facts import Fact
from annotations.sheet import Pooled
from annotations.span_index import SpanIndex
from annotations.spans import Hint, Rival, Span
from annotations.text.text import quoted, trim

UNSCORED = 0.5  # of a suggestion whose origin gives no score
RIVAL, ELSEWHERE, IN_TWO_WAYS, ODD_BOUNDS = 0.5, 0.6, 0.4, 0.3
PAIRS = ("()", "[]", "{}", "«»")  # what has two halves in every language


class Reason(NamedTuple):
    """A reason to doubt: its weight, 0..1, and a sentence."""

    weight: float
    sentence: str


class Weighing:
    """The pool of one article, in which each suggestion and hint is weighed."""

    def __init__(self, text: str, pool: Iterable[Pooled]) -> None:
        self.text = text
        items = list(pool)
        spans = [item for item in items if isinstance(item, Span)]
        self._labels: dict[str, Counter[str]] = defaultdict(Counter)
        for span in spans:
            self._labels[text[span.start : span.end]][span.label] += 1
        self._rivals: dict[str, list[Rival]] = defaultdict(list)
        rivals = [item for item in items if isinstance(item, Rival)]
        index = SpanIndex(spans if rivals else ())
        for rival in rivals:
            for span in index.overlapping(rival.start, rival.end):
                self._rivals[span.id].append(rival)

    def rivals(self, span: Span) -> list[Rival]:
        """Return what other origins found in the span's place."""
        return self._rivals.get(span.id, [])

    def other_label(self, span: Span) -> str | None:
        """Return the other label with which its words are suggested as often in the article, if any."""
        return contesting(span.label, self._labels[self.text[span.start : span.end]])

    def odd_bounds(self, span: Span) -> list[str]:
        """Return sentences on what is odd about the span's bounds."""
        return _odd_bounds(self.text, span)

    def reasons(self, item: Span | Hint | Fact) -> list[Reason]:
        """Return why the item is doubtful, going by this article alone; the heaviest reason first.

        Of a fact that is its score.
        """
        if isinstance(item, Fact):
            return [_of_score(item)]
        if isinstance(item, Hint):
            return [
                Reason(item.score, f"A span may be missing here: the pipeline gives it {item.score:.2f}.")
            ]
        found = [_of_score(item), *(self._of_rival(item, rival) for rival in self.rivals(item))]
        if other := self.other_label(item):
            words = quoted(self.text, item.start, item.end)
            found.append(Reason(IN_TWO_WAYS, f"{words} is suggested as {other} elsewhere in the article."))
        found += (Reason(ODD_BOUNDS, sentence) for sentence in _odd_bounds(self.text, item))
        return in_order(found)

    def _of_rival(self, span: Span, rival: Rival) -> Reason:
        said = [
            f"{one.origin or 'one'} says {one.label}"
            + ("" if (rival.start, rival.end) == (span.start, span.end) else f" for {self._words(one)}")
            for one in (span, rival)
        ]
        return Reason(RIVAL, f"Found in two ways: {said[0]}, {said[1]}.")

    def _words(self, item: Span | Rival) -> str:
        return quoted(self.text, item.start, item.end)


def elsewhere(wording: str, label: str, decided: Mapping[str, int]) -> list[Reason]:
    """Return the reason to doubt that people's decisions on the same wording give.

    `decided`: label -> how often the wording was confirmed with it.
    """
    other = contesting(label, decided)
    words = quoted(wording, 0, len(wording))
    return [Reason(ELSEWHERE, f"{words} was confirmed as {other} elsewhere.")] if other else []


def doubt(reasons: Iterable[Reason]) -> float:
    """Return the doubt that the reasons add up to, by the formula above.

    >>> doubt([Reason(0.5, "One."), Reason(0.5, "Other.")])
    0.75
    """
    return 1 - prod(1 - reason.weight for reason in reasons)


def in_order(reasons: Iterable[Reason]) -> list[Reason]:
    """Return the reasons, the heaviest first."""
    return sorted(reasons, key=lambda reason: -reason.weight)


def _of_score(item: Span | Fact) -> Reason:
    if item.score is None:
        return Reason(UNSCORED, "What found it does not say how sure it is.")
    return Reason(1 - item.score, f"Its score is {'low: ' if item.score < 0.6 else ''}{item.score:.2f}.")


def contesting(label: str, counts: Mapping[str, int]) -> str | None:
    """Return another label that is at least as frequent as this one, the most frequent of them; else None."""
    others = ((count, other) for other, count in counts.items() if other != label and count > 0)
    count, other = max(others, default=(0, ""))
    return other if other and count >= counts.get(label, 0) else None


def _odd_bounds(text: str, span: Span) -> list[str]:
    words = text[span.start : span.end]
    if words != words.strip():
        return ["It begins or ends with white space."]
    start, end = span.start, span.end
    if not (words[:1].isalnum() and words[-1:].isalnum()):
        start, end = trim(text, start, end) or (start, end)
    found = []
    if start > span.start:
        found.append(f"It begins with “{words[0]}”.")
    if end < span.end:
        found.append(f"It ends with “{words[-1]}”.")
    inner = text[start:end]
    if not inner.isalnum() and any(inner.count(pair[0]) != inner.count(pair[1]) for pair in PAIRS):
        found.append("It holds half of a pair of brackets.")
    return found
