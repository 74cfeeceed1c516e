"""The settling of finds that overlap: which stays, by length and origin.

The longer one stays; of two as long, the one whose origin comes first in `ORDER`.  A pipeline that was trained on the
project's own work may have measured that it does better when the wordings seen fill its gaps alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from annotations.suggest import mentions
from annotations.suggest.mentions import PATTERN, Learned, Repeat

RULE, PIPELINE = "rule", "pipeline"
SURE = 0.8  # the least score of a rule that goes by more than a shape
NUMBERS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
ORDER = (PATTERN, mentions.SEEN, "sure rule", PIPELINE, RULE, mentions.REPEAT)
PIPELINE_FIRST, WORDINGS_FIRST = "pipeline first", "wordings first"  # `factmark.order` of a pipeline's meta


def order_of(meta: Mapping[str, Any]) -> str:
    """Return the order that a pipeline asks for; wordings go first where it says nothing."""
    told = meta.get("factmark")
    is_first = isinstance(told, dict) and told.get("order") == PIPELINE_FIRST
    return PIPELINE_FIRST if is_first else WORDINGS_FIRST


def settled(
    places: list[Repeat], text: str, ranges: list[tuple[int, int]], learned: Learned, order: str
) -> tuple[list[Repeat], list[Repeat]]:
    """Return the places that stay, in text order, and those that another took the place of.

    First go those that nobody wants, then overlaps; then repeats of what stayed are added.  `ranges`, disjoint, are
    boilerplate.
    """
    taken = bytearray(len(text))
    for start, end in ranges:
        taken[start:end] = b"\1" * (end - start)
    is_late = order == PIPELINE_FIRST
    wanted = _wanted(places, text, learned)
    kept, lost = _settle([p for p in wanted if not (is_late and _is_seen(p))], taken)
    if is_late:
        stays, goes = _settle([p for p in wanted if _is_seen(p)], taken)
        kept, lost = kept + stays, lost + goes
    again = mentions.repeats(text, ((p.start, p.end, p.label) for p in kept))
    more, lost_again = _settle(_wanted(again, text, learned), taken)
    return sorted(kept + more), lost + lost_again


def _wanted(places: Iterable[Repeat], text: str, learned: Learned) -> list[Repeat]:
    return [p for p in places if not learned.is_stopped(text[p.start : p.end], p.label)]


def _settle(places: list[Repeat], taken: bytearray) -> tuple[list[Repeat], list[Repeat]]:
    """Return the places that stay, and those that overlap them and do not."""
    kept, lost = [], []
    for place in sorted(places, key=_rank):
        if not any(taken[place.start : place.end]):
            taken[place.start : place.end] = b"\1" * (place.end - place.start)
            kept.append(place)
        else:
            lost.append(place)
    return kept, lost


def _rank(place: Repeat) -> tuple[int, int, int]:
    return (place.start - place.end, ORDER.index(_kind(place)), place.start)


def _kind(place: Repeat) -> str:
    if place.origin == RULE:
        return "sure rule" if place.score >= SURE or place.label in NUMBERS else RULE
    first = place.origin.split()[0]
    return first if first in ORDER else PIPELINE


def _is_seen(place: Repeat) -> bool:
    return _kind(place) == mentions.SEEN
