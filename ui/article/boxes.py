"""Boxes: the rectangles round the spans of one chunk, and the places of their badges."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict

from PySide6.QtCore import QRectF

from annotations.processes.quick_dataclass import dataclass
from ui.article.chunk_lines import ChunkLines, Line
from ui.article.measures import BOX, LANE, PAD, TIGHT, Measures
from ui.article.pieces import Piece

_ROWS = 6  # of badges above a line


@dataclass(slots=True)
class Box:
    """The part of a piece that lies in one visual line, from `left` to `right`.

    `start_x`, `end_x`: the side at which the span itself starts, ends; None when that is another box's.
    `badge` is the left and the width of its badge, or None; `row` counts from the line upwards when badges
    stand above it, else -1.
    """

    piece: Piece
    line: int
    left: float
    right: float
    start_x: float | None = None
    end_x: float | None = None
    badge: tuple[float, float] | None = None
    row: int = -1

    def rect(self, line: Line) -> QRectF:
        out = BOX + LANE * self.piece.lane
        return QRectF(self.left, line.top - out, self.right - self.left, line.height + 2 * out)

    def badge_rect(self, line: Line, height: float) -> QRectF:
        """Return the rectangle of the badge; null when the box has none."""
        if self.badge is None:
            return QRectF()
        x, width = self.badge
        if self.row < 0:
            return QRectF(x, line.top + (line.height - height) / 2, width, height)
        return QRectF(x, line.top - line.rise - (self.row + 1) * (height + 1), width, height)


def boxes(chunk: ChunkLines, pieces: list[Piece], measures: Measures, width: float) -> list[Box]:
    """Return all boxes, the innermost first; the heights of the lines need not be known yet."""
    found = [box for piece in pieces for box in _of_piece(chunk, piece)]
    if chunk.mixed or measures.badges == "above":
        _stack_badges(found, measures, width)
        return found
    for box in found:
        if box.end_x is not None and box.piece.badge:
            x = box.right - box.piece.outset + box.piece.badge_offset
            box.badge = (min(x, width - box.piece.badge), box.piece.badge)
    return found


def _of_piece(chunk: ChunkLines, piece: Piece) -> list[Box]:
    first, last = chunk.map.to16(piece.start), chunk.map.to16(piece.end)
    found: list[Box] = []
    for index in range(chunk.line_of(piece.start), len(chunk.lines)):
        line = chunk.lines[index]
        if line.start >= last:
            break
        start, end = max(first, line.start), min(last, line.end)
        begins, ends = piece.begins and start == first, piece.ends and end == last
        aside = TIGHT if chunk.mixed else PAD
        behind = piece.outset if ends else max(aside, chunk.room_of_endings(end) if end != last else 0.0)
        before = piece.inset if begins else aside
        runs = chunk.reach(line, start, end)
        here = [Box(piece, index, left - before, right + behind) for left, right in runs]
        if here and begins:
            first_box, side = _nearest_side(here, chunk.x_of(line, start))
            first_box.start_x = side
        if here and ends:
            last_box, side = _nearest_side(here, chunk.x_of(line, end) + behind)
            last_box.end_x = side
        found += here
    return found


def _nearest_side(found: list[Box], x: float) -> tuple[Box, float]:
    """Return the box with the side nearest to `x`, and that side; a line of one direction has just one."""
    sides = ((box, side) for box in found for side in (box.left, box.right))
    return min(sides, key=lambda pair: abs(pair[1] - x))


def _stack_badges(found: list[Box], measures: Measures, width: float) -> None:
    """Stack the badges above the line: each over its box's left, a row higher where another is in the way."""
    taken: defaultdict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for box in found:
        if box.end_x is None:
            continue
        size = min(measures.badge_width(box.piece.span.label), width)
        x = max(-PAD, min(box.left, width - size))
        box.badge, box.row = (x, size), 0
        while box.row < _ROWS - 1 and _meets(taken[box.line, box.row], x, x + size):
            box.row += 1
        insort(taken[box.line, box.row], (x, x + size))


def _meets(row: list[tuple[float, float]], left: float, right: float) -> bool:
    """Return whether the stretch meets one of the row, which is in order from left to right."""
    before = bisect_left(row, (right,))
    return before > 0 and row[before - 1][1] > left
