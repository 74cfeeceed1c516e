"""The words of a sentence in rows, with room for the signs: ahead of a box, behind the words of a bracket.

Tokens are placed one by one: those without a blank between them stay together.  Where the sentence runs from right
to left a row does too, and words of the other direction in it stay in their own order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field

from annotations.fact_draft import Range
from annotations.fact_signs import SignedWords
from annotations.processes.quick_dataclass import dataclass
from annotations.text.graphemes import inside_grapheme
from annotations.text.tokens import has_ideographs, tokens
from ui.building.levels import levels

WIDEST = 16  # code points of a token that is kept in one piece
_DRAWN = dict.fromkeys((*range(9, 14), *range(28, 32), 0x85, 0x2028, 0x2029), " ") | {0: "␀"}


@dataclass(slots=True)
class Item:
    """A stretch of text in its place, or the room for a sign or at the other end of a candidate, which have none."""

    start: int
    end: int
    width: float
    glued: bool  # to the item before it
    candidate: int | None = None  # whose sign or other end it is
    is_sign: bool = False
    line: int = 0
    x: float = 0.0

    @property
    def is_text(self) -> bool:
        return self.candidate is None


@dataclass(frozen=True)
class FlowRoom:
    """The widths, in pixels: of a row, a blank, a box's sign with what is beside it and its end, a bracket's sign."""

    row: float
    blank: float
    sign: float
    end: float
    behind: float


@dataclass
class Flow:
    """The items of a sentence in their rows."""

    items: list[Item] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)  # of the candidates: see `levels`
    rows: int = 0
    right_to_left: bool = False

    def tokens(self) -> list[Item]:
        """Return the stretches of text in text order."""
        return [item for item in self.items if item.is_text]

    def strips(self, start: int, end: int) -> list[tuple[int, float, float]]:
        """Return row, left and right of each stretch of text in the range."""
        return _strips(
            item for item in self.items if item.is_text and start <= item.start and item.end <= end
        )

    def boxes(self, candidates: Sequence[SignedWords]) -> list[list[tuple[int, float, float]]]:
        """Return for each candidate the strips of its box or bracket: its words with the sign, from end to end."""
        bounds: list[list[int]] = [[] for _ in candidates]
        for place, item in enumerate(self.items):
            if item.candidate is not None:
                bounds[item.candidate].append(place)
        return [_strips(self.items[min(b) : max(b) + 1]) if b else [] for b in bounds]

    def at(self, row: int, x: float) -> Item | None:
        """Return the stretch of text nearest to a place."""
        there = [item for item in self.items if item.is_text and item.line == row]
        return min(there, key=lambda item: max(item.x - x, x - item.x - item.width, 0.0), default=None)

    def text_of(self, item: Item, text: str) -> str:
        """Return the words as they are drawn."""
        return text[item.start : item.end].translate(_DRAWN)


def flowing(
    text: str,
    bounds: Range,
    candidates: Sequence[SignedWords],
    measure: Callable[[str, int], float],
    room: FlowRoom,
) -> Flow:
    """Return the sentence in rows; `measure` gives the width of words that start at an offset."""
    found = levels(candidates)
    flow = Flow(_items(text, bounds, candidates, found, measure, room), found)
    flow.right_to_left = _runs_left(text[slice(*bounds)])
    flow.rows = _break(flow.items, room)
    for row in range(flow.rows):
        _place(
            [item for item in flow.items if item.line == row], text, room, right_to_left=flow.right_to_left
        )
    return flow


def _items(
    text: str,
    bounds: Range,
    candidates: Sequence[SignedWords],
    found: Sequence[int],
    measure: Callable[[str, int], float],
    room: FlowRoom,
) -> list[Item]:
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for n, one in enumerate(candidates):
        starts.setdefault(one.start, []).append(n)
        ends.setdefault(one.end, []).insert(0, n)
    cuts = sorted({*starts, *ends})
    items: list[Item] = []
    before = -1  # where the text before ended
    for start, end in _pieces(text, bounds, cuts):
        glued = start == before and not _may_break(text, start)
        before = end
        for n in starts.get(start, ()):
            width = 0.0 if found[n] else room.sign if candidates[n].sign else room.end
            items.append(Item(start, start, width, glued, n, is_sign=not found[n]))
            glued = True
        items.append(Item(start, end, measure(text[start:end].translate(_DRAWN), start), glued))
        for n in ends.get(end, ()):
            width = room.end if not found[n] else room.behind if candidates[n].sign else 0.0
            items.append(Item(end, end, width, glued=True, candidate=n, is_sign=found[n] > 0))
    return items


def _pieces(text: str, bounds: Range, cuts: Sequence[int]) -> Iterable[Range]:
    """Return the tokens, cut where candidates begin or end, and long ones where there is room for a break."""
    waiting = [cut for cut in cuts if bounds[0] <= cut <= bounds[1]]
    for token in tokens(text, *bounds):
        start, end = token
        while waiting and waiting[0] <= start:
            waiting.pop(0)
        while start < end:
            stop = min(end, start + WIDEST) if end - start > WIDEST * 2 else end
            while stop < end and inside_grapheme(text, stop):
                stop += 1
            if waiting and start < waiting[0] < stop:
                stop = waiting.pop(0)
            yield start, stop
            start = stop


def _may_break(text: str, at: int) -> bool:
    """Return whether a row may end between two tokens without a blank: in a script without blanks, in a long token."""
    around = text[max(0, at - 1) : at + 1]
    return has_ideographs(around) or not any(c.isspace() for c in text[max(0, at - WIDEST) : at + WIDEST])


def _break(items: list[Item], room: FlowRoom) -> int:
    """Give each item its row; return how many there are."""
    row, used = 0, 0.0
    for first, last in _groups(items):
        width = sum(item.width for item in items[first:last])
        blank = room.blank if used and _is_parted(items, first) else 0.0
        if used and used + blank + width > room.row:
            row, used, blank = row + 1, 0.0, 0.0
        for item in items[first:last]:
            item.line = row
        used += blank + width
    return row + 1 if items else 0


def _groups(items: Sequence[Item]) -> Iterable[Range]:
    """Return the places of the items that stay together."""
    first = 0
    for n in range(1, len(items) + 1):
        if n == len(items) or not items[n].glued:
            yield first, n
            first = n


def _is_parted(items: Sequence[Item], n: int) -> bool:
    """Return whether there is a blank before an item."""
    return n > 0 and items[n].start > items[n - 1].end


def _place(row: list[Item], text: str, room: FlowRoom, *, right_to_left: bool) -> None:
    """Give the items of a row their x."""
    x = 0.0
    order = _visual(row, text) if right_to_left else row
    for n, item in enumerate(order):
        if n and abs(order[n - 1].end - item.start) and abs(order[n - 1].start - item.end):
            x += room.blank
        item.x = x
        x += item.width
    if right_to_left:
        for item in row:
            item.x += room.row - x


def _visual(row: Sequence[Item], text: str) -> list[Item]:
    """Return the items of a row that runs from right to left, from left to right."""
    turned: list[Item] = []
    run: list[Item] = []
    for item in row:
        if _is_left_to_right(text[item.start : item.end]) or (run and not item.is_text and not item.is_sign):
            run.append(item)
        else:
            turned = [item, *run, *turned]
            run = []
    return [*run, *turned]


def _is_left_to_right(words: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("L", "EN") for c in words) and not _runs_left(words)


def _runs_left(words: str) -> bool:
    """Return whether the first character with a direction runs from right to left."""
    strong = (kind for c in words if (kind := unicodedata.bidirectional(c)) in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def _strips(items: Iterable[Item]) -> list[tuple[int, float, float]]:
    found: dict[int, tuple[float, float]] = {}
    for item in items:
        left, right = found.get(item.line, (item.x, item.x + item.width))
        found[item.line] = min(left, item.x), max(right, item.x + item.width)
    return [(row, *reach) for row, reach in sorted(found.items())]
