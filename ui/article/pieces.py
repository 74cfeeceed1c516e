"""Pieces: the parts of spans that lie in one chunk, and the room their boxes and badges need there.

Room is made by widening the cluster before a span's bound, so no character is ever inserted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from unicodedata import category

from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Span
from annotations.text.graphemes import grapheme_step, inside_grapheme
from ui.article.lanes import LANES, lanes
from ui.article.measures import GAP, PAD, TIGHT, Measures

_TAKES_NO_ROOM = "\t\u2028"


@dataclass(slots=True)
class Piece:
    """The part of a span in a chunk, in its code points; `begins`, `ends`: whether the span does so here.

    `inset` is the distance of the box's side from the text where it begins, `outset` where it ends.
    """

    span: Span
    start: int
    end: int
    begins: bool
    ends: bool
    lane: int = 0
    badge: float = 0.0
    badge_offset: float = 0.0
    inset: float = PAD
    outset: float = PAD


def pieces(text: str, spans: Iterable[Span], start: int, end: int) -> list[Piece]:
    """Return the visible pieces in the chunk `[start, end)` of the text, innermost lane first."""
    found = list(_pieces(text, spans, start, end))
    for piece, lane in zip(
        found, lanes([(piece.span.start, piece.span.end) for piece in found]), strict=True
    ):
        piece.lane = lane
    found.sort(key=lambda piece: (piece.lane, piece.span.end - piece.span.start, piece.span.id))
    return found


def _pieces(text: str, spans: Iterable[Span], start: int, end: int) -> Iterator[Piece]:
    for span in spans:
        left, right = _shown(text, span)
        first, last = max(left, start), min(right, end)
        if first < last:
            yield Piece(span, first - start, last - start, left >= start, right <= end)


def _shown(text: str, span: Span) -> tuple[int, int]:
    """Return the bounds less outer white space (it may lie in another chunk), widened to whole clusters."""
    start, end = span.start, min(span.end, len(text))
    if text[start:end].isspace():
        return start, end
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    while inside_grapheme(text, start):
        start -= 1
    while inside_grapheme(text, end):
        end += 1
    return start, end


@dataclass(frozen=True, slots=True)
class Room:
    """The room by which the cluster before a position is widened: for what ends there, and what begins."""

    ending: float = 0.0
    beginning: float = 0.0

    @property
    def width(self) -> float:
        return self.ending + self.beginning


def rooms(found: Iterable[Piece], measures: Measures, width: float) -> dict[int, Room]:
    """Return the room at each position of a chunk of that width.

    Set insets, outsets and badges of the pieces, too.
    """
    beginning: defaultdict[int, list[Piece]] = defaultdict(list)
    ending: defaultdict[int, list[Piece]] = defaultdict(list)
    for piece in found:
        if piece.begins:
            beginning[piece.start].append(piece)
        if piece.ends:
            ending[piece.end].append(piece)
    before = {position: _begin(there) for position, there in beginning.items()}
    after = {position: _end(there, measures, width) for position, there in ending.items()}
    return {
        position: Room(after.get(position, 0.0), before.get(position, 0.0))
        for position in before.keys() | after.keys()
    }


def tight(found: Iterable[Piece]) -> dict[int, Room]:
    """Return the rooms in text of mixed direction: none, since they would open on the wrong side."""
    for piece in found:
        piece.inset = piece.outset = TIGHT
    return {}


def _begin(there: list[Piece]) -> float:
    for index, piece in enumerate(there):
        piece.inset = PAD * (1 + min(index, LANES - 1))
    return there[-1].inset + 1


def _end(there: list[Piece], measures: Measures, width: float) -> float:
    """Put badges side by side, inner ones first, narrower if too many for a line; return the room needed."""
    inline = measures.badges == "inline"
    widths = [measures.badge_width(piece.span.label) if inline else 0.0 for piece in there]
    gap = GAP if inline else 0.0
    share = min(1.0, width * 0.85 / (sum(widths) + len(there) * (gap + PAD)))
    x = 0.0
    for piece, natural in zip(there, widths, strict=True):
        piece.badge, piece.badge_offset = natural * share, x + gap * share
        x += (gap + natural + PAD) * share
        piece.outset = x
    return x + 2


def cluster_before(text: str, position: int) -> int | None:
    """Return the start of the printed cluster before a position; None when widening it has no effect."""
    if position == 0 or text[position - 1] in _TAKES_NO_ROOM:
        return None
    before = position - 1
    if text[before].isascii():
        return before
    before = grapheme_step(text, position, -1)
    while before > 0 and category(text[before]) == "Cf":
        before = grapheme_step(text, before, -1)
    return before
