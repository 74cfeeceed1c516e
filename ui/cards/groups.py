"""The captions over cards: by where their sentences lie to that of the caret, or by what is incomplete."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from ui.cards.fact_card import Bounds, FactCard

BEFORE, HERE, NEXT, AFTER = "Before", "In this sentence", "In the next", "After"
INCOMPLETE, COMPLETE = "Incomplete", "Complete"


def grouped(
    cards: Sequence[FactCard], here: Bounds, after: Bounds | None
) -> tuple[Mapping[int, str], int | None]:
    """Return the captions by the place of the card below each, and the first card that is not before.

    `cards` in text order; `here` is the sentence of the caret, `after` the one that follows.
    """
    low = bisect_left(cards, here, key=lambda card: card.at)
    high = bisect_right(cards, here, lo=low, key=lambda card: card.at)
    last = bisect_right(cards, after, lo=high, key=lambda card: card.at) if after else high
    runs = ((BEFORE, 0, low), (HERE, low, high), (NEXT, high, last), (AFTER, last, len(cards)))
    captions = {start: words for words, start, end in runs if start < end}
    return captions, low if low < len(cards) else None


def halved(cards: Sequence[FactCard]) -> Mapping[int, str]:
    """Return the captions by the place of the card below each; `cards` with the incomplete ones first."""
    cut = sum(bool(card.missing) for card in cards)
    runs = ((INCOMPLETE, 0, cut), (COMPLETE, cut, len(cards)))
    return {start: words for words, start, end in runs if start < end}
