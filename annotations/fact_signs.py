"""The signs of a sentence: a digit or letter for each stretch of words that can fill a role.

They are dealt once per sentence, in text order, and mean the same in every role; what comes later gets the
next that is free.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotations.fact_draft import Draft, Nearby, Range
from annotations.fact_verbs import filler_of
from annotations.facts import Fact, Filler
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import RoleType
from annotations.spans import Span
from annotations.text.text import quoted

SIGNS = "1234567890abcdefghijklmnopqrstuvwxyz"
MOST = 100  # stretches of one sentence; of more, the nearest


@dataclass(frozen=True)
class SignedWords:
    """A stretch of words with its sign, "" when all were dealt, and the spans that have its bounds."""

    start: int
    end: int
    spans: tuple[Span, ...] = ()
    sign: str = ""

    @property
    def bounds(self) -> Range:
        return self.start, self.end

    def fits(self, role: RoleType | None) -> bool:
        """Return whether the role, or the trigger for None, takes it: words without a label always."""
        return not self.spans or self._fitting(role) is not None

    def filler(self, role: RoleType | None) -> Filler:
        """Return a filler for the role: the span that it takes, else the first there, else the bare words."""
        span = self._fitting(role) or next(iter(self.spans), None)
        return filler_of(span) if span and role else Filler(self.start, self.end)

    def _fitting(self, role: RoleType | None) -> Span | None:
        return next((s for s in self.spans if role and (not role.labels or s.label in role.labels)), None)


def found_in(
    nearby: Nearby, bounds: Range, fact: Fact, phrases: Iterable[Range] = (), by_hand: Iterable[Range] = ()
) -> list[SignedWords]:
    """Return the candidates of the sentence in text order, outer ones first, without signs.

    Those are its spans, these noun phrases less any with the trigger in it, the fact's fillers, and the words
    that were selected by hand.
    """
    low, high = bounds
    spans: dict[Range, tuple[Span, ...]] = {}
    for span in nearby.spans:
        place = span.start, span.end
        spans[place] = (*spans.get(place, ()), span)
    told = [phrase for phrase in phrases if not _meet(phrase, fact.trigger)]
    filling = [(filler.start, filler.end) for filler in fact.fillers()]
    places = {place for place in (*spans, *told, *filling, *by_hand) if low <= place[0] and place[1] <= high}
    return [SignedWords(*p, spans.get(p, ())) for p in sorted(places, key=lambda p: (p[0], -p[1]))]


def dealt(found: Sequence[SignedWords], near: Range, before: Iterable[SignedWords] = ()) -> list[SignedWords]:
    """Return the candidates with signs, no more than `MOST`, those nearest to that place.

    What had a sign `before` keeps it.  The others get the free ones in text order; where signs run out, the
    far ones have none.
    """
    kept = {old.bounds: old.sign for old in before if old.sign}
    ordered = sorted(found, key=lambda one: (one.bounds not in kept, _away(one.bounds, near), one.start))[
        :MOST
    ]
    free = [sign for sign in SIGNS if sign not in kept.values()]
    new = [one for one in ordered if one.bounds not in kept][: len(free)]
    new.sort(key=lambda one: (one.start, -one.end))
    signs = kept | {one.bounds: sign for one, sign in zip(new, free, strict=False)}
    chosen = sorted(ordered, key=lambda one: (one.start, -one.end))
    return [replace(one, sign=signs.get(one.bounds, "")) for one in chosen]


def words_taken(nearby: Nearby, bounds: Range, role: RoleType | None) -> Filler:
    """Return the filler for words selected by hand: the span with those bounds that the role takes, else bare."""
    spans = tuple(span for span in nearby.spans if (span.start, span.end) == bounds)
    made = SignedWords(*bounds, spans)
    return made.filler(role) if made.fits(role) else Filler(*bounds)


def refusal(draft: Draft, candidate: SignedWords, text: str) -> str:
    """Return the sentence that says why the role in hand does not take it; "" when it does.

    What is there already can always be given back.
    """
    role = draft.role
    if candidate.fits(role) or candidate.bounds in taken(draft):
        return ""
    words, labels = quoted(text, *candidate.bounds), " and ".join(span.label for span in candidate.spans)
    takes = (
        f"{role.name} takes {', '.join(role.labels)}" if role else "the trigger takes words without a label"
    )
    again = f" {candidate.sign} again takes it anyway." if candidate.sign else " Once more takes it anyway."
    return f"{takes}; {words} is {_article(labels)} {labels}.{again}"


def taken(draft: Draft) -> set[Range]:
    """Return the bounds of what is in the role in hand."""
    return {(filler.start, filler.end) for filler in draft.there}


def _article(label: str) -> str:
    return "an" if label[:1].lower() in {*"aeiou"} else "a"


def _meet(one: Range, other: Range | None) -> bool:
    return other is not None and one[0] < other[1] and other[0] < one[1]


def _away(bounds: Range, at: Range) -> int:
    return max(bounds[0] - at[1], at[0] - bounds[1], 0)
