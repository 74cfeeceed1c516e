"""One chunk laid out: its lines, the boxes and badges of its spans, and the place of each.

Everything outside counts in code points of the chunk; coordinates are pixels from the chunk's own top left.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF

from annotations.text.graphemes import inside_grapheme
from ui.article.boxes import Box, boxes
from ui.article.chunk_lines import ChunkLines, Line
from ui.article.measures import BOX, LANE, Measures
from ui.article.pieces import Piece

GRIP = 3.5  # pixels left and right of a box's side where it can be taken


class ChunkLayout:
    """The layout of a chunk, made once, then asked, or opened below some lines: an edit makes a new one."""

    def __init__(
        self,
        text: str,
        pieces: list[Piece],
        dimmed: Iterable[tuple[int, int]],
        measures: Measures,
        width: float,
    ) -> None:
        self.text, self.dimmed = text, list(dimmed)
        self.opened = 0  # how many times: what is drawn beside the lines lies elsewhere then
        self._measures = measures
        self.flow = ChunkLines(text, pieces, self.dimmed, measures, width)
        self.lines = self.flow.lines
        self.boxes = boxes(self.flow, pieces, measures, width)
        self.height = self._place()

    def open(self, rooms: Mapping[int, float]) -> None:
        """Give these lines more room below, in pixels, and the others none; nothing is wrapped anew."""
        for index, line in enumerate(self.lines):
            line.under = rooms.get(index, 0.0)
        self.opened += 1
        self.height = self._place()

    def offset_at(self, x: float, y: float, *, between: bool = False) -> int:
        """Return the code point drawn at a point, or, with `between`, the nearest bound between two.

        It never lies inside a cluster, also where a font draws the parts of one side by side.
        """
        found = self.flow.offset_in(self.flow.line_at(y), x, between=between)
        while inside_grapheme(self.text, found):
            found -= 1
        return found

    def caret(self, i: int) -> QRectF:
        """Return the place of a caret before code point `i`; it has no width."""
        line = self.lines[self.flow.line_of(i)]
        return QRectF(self.flow.x_of(line, self.flow.map.to16(i)), line.top, 0.0, line.height)

    def badge_at(self, x: float, y: float) -> Box | None:
        """Return the box whose badge is drawn at a point."""
        height = self._measures.badge_height
        hit = (box for box in self.boxes if box.badge_rect(self.lines[box.line], height).contains(x, y))
        return next(hit, None)

    def side_at(self, x: float, y: float) -> tuple[Box, bool] | None:
        """Return the box with a span's side at a point, inner ones first; True if it is the span's start."""
        for box in self.boxes:
            rect = box.rect(self.lines[box.line])
            if rect.top() <= y <= rect.bottom():
                for side, is_start in ((box.start_x, True), (box.end_x, False)):
                    if side is not None and abs(x - side) <= GRIP:
                        return box, is_start
        return None

    def strips(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles that the text of a range covers, without the room behind it."""
        flow, found = self.flow, []
        first, last = flow.map.to16(start), flow.map.to16(end)
        for line in self.lines[flow.line_of(start) :]:
            if line.start >= last:
                break
            for left, right in flow.reach(line, max(first, line.start), min(last, line.end)):
                found.append(QRectF(left, line.top, max(right - left, 3.0), line.height))
        return found

    def _place(self) -> float:
        """Set the lines as far apart as boxes and badges ask; return the height of all in whole pixels."""
        if not self.text:
            return self._place_blank(self.lines[0])
        lanes, rows = [0] * len(self.lines), [0] * len(self.lines)
        for box in self.boxes:
            lanes[box.line] = max(lanes[box.line], box.piece.lane)
            rows[box.line] = max(rows[box.line], box.row + 1)
        y, least = 0.0, self._measures.line_height
        for line, lane, row in zip(self.lines, lanes, rows, strict=True):
            line.rise = BOX + LANE * lane
            line.over = line.rise + row * (self._measures.badge_height + 1)
            aside = max(self._measures.leading / 2, line.rise + 0.5)
            line.top = y + aside + row * (self._measures.badge_height + 1)
            line.qt.setPosition(QPointF(0.0, line.top))
            y = line.top + max(least, line.height) + aside + line.under
        return float(math.ceil(y))

    def _place_blank(self, line: Line) -> float:
        """Set a blank line no higher than the gap between paragraphs, which it stands for."""
        line.height = self._measures.paragraph_gap
        return line.height + line.under
