"""A visual line as it is drawn, in text of mixed direction. Positions in UTF-16 units.

Qt's cursorToX and xToCursor count the blanks at a line's end that find no room in it. These are not drawn, so in
mixed text other characters are drawn elsewhere than Qt says; here the glyphs alone tell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property

from PySide6.QtGui import QTextLayout, QTextLine

from ui.article.cells import DrawnCell, glyphs

_INDEXED = QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
_NEAR = 4  # UTF-16 units on each side of a position: more than a ligature has


class DrawnLine:
    """The places in a line; undrawn blanks behind it count as `blank` wide, in the text's own direction.

    `find` returns the cells of the line; it is not called while a few glyphs tell enough, since that is slow.
    `in_word` tells whether a position has no blank beside it. `tabs`: whether there may be tabs, which have no glyphs.
    """

    def __init__(
        self,
        qt: QTextLine,
        find: Callable[[], list[DrawnCell]],
        in_word: Callable[[int], bool],
        *,
        right_to_left: bool,
        tabs: bool,
        blank: float,
    ) -> None:
        self._qt, self._find, self._in_word, self._tabs = qt, find, in_word, tabs
        self._start, self._end = qt.textStart(), qt.textStart() + qt.textLength()
        self._right_to_left, self._blank = right_to_left, blank

    def x_of(self, position: int) -> float:
        """Return the x of a caret before a position: at a bound of directions on the side of the text's own."""
        if not self._cuts(position):
            for run in self._qt.glyphRuns(position, self._end - position, _INDEXED):
                if run.isRightToLeft() == self._right_to_left and position in run.stringIndexes():
                    rect = run.boundingRect()
                    return rect.right() if self._right_to_left else rect.left()
        if position > self._drawn_end:
            out = (position - self._drawn_end) * self._blank
            return min(max(0.0, self._side(out)), self._qt.width())
        index = bisect_left(self._cells, position, key=_start_of)
        after = self._cells[index] if index < len(self._cells) else None
        before = self._cells[index - 1] if index else None
        if after and (before is None or after.right_to_left == self._right_to_left):
            return after.edge(leading=True)
        if before and (after is None or before.right_to_left == self._right_to_left):
            return before.edge(leading=False)
        return after.edge(leading=True) if after else self._side(0.0)

    def reach(self, first: int, last: int) -> list[tuple[float, float]]:
        """Return left and right of each stretch in which a range is drawn, from left to right."""
        merged: list[tuple[float, float]] = []
        for left, right in sorted(self._stretches(first, last)):
            if merged and left - merged[-1][1] <= self._blank * 1.5:
                merged[-1] = merged[-1][0], max(merged[-1][1], right)
            else:
                merged.append((left, right))
        return merged

    def position_at(self, x: float, *, between: bool) -> int:
        """Return the position of the cluster drawn at `x`, or, with `between`, the nearest bound.

        Before the line that is its start, behind it a blank or its end.
        """
        out = (self._side(0.0) - x) if self._right_to_left else (x - self._side(0.0))
        if out >= 0 or not self._visual:
            return min(self._end, self._drawn_end + int(out / self._blank + between / 2))
        if not self._visual[0].left <= x <= self._visual[-1].right:
            return self._start
        index = max(0, bisect_right(self._visual, x, key=_left_of) - 1)
        cell = min(self._visual[index : index + 2], key=lambda cell: max(cell.left - x, x - cell.right, 0.0))
        if not between:
            return cell.start
        is_leading = abs(x - cell.edge(leading=True)) <= abs(x - cell.edge(leading=False))
        return cell.start if is_leading else cell.end

    def _stretches(self, first: int, last: int) -> list[tuple[float, float]]:
        """Return left and right of each run of glyphs: as Qt says, which is wrong for a part of a ligature."""
        if self._tabs or self._cuts(first) or self._cuts(last):
            begin = max(0, bisect_right(self._cells, first, key=_start_of) - 1)
            inside = self._cells[begin : bisect_left(self._cells, last, key=_start_of)]
            return [(cell.left, cell.right) for cell in inside if cell.end > first]
        rects = (run.boundingRect() for run in self._qt.glyphRuns(first, last - first))
        return [(rect.left(), rect.right()) for rect in rects]

    def _cuts(self, position: int) -> bool:
        """Return whether a position lies inside what is one glyph, so that its parts have more in sum."""
        if not self._start < position < self._end or not self._in_word(position):
            return False
        start, end = max(self._start, position - _NEAR), min(self._end, position + _NEAR)
        parts = glyphs(self._qt, start, position) + glyphs(self._qt, position, end)
        return parts > glyphs(self._qt, start, end)

    def _side(self, out: float) -> float:
        """Return the x so far behind the side of the drawn text at which the line ends."""
        if self._right_to_left:
            return (self._visual[0].left if self._visual else self._qt.width()) - out
        return (self._visual[-1].right if self._visual else 0.0) + out

    @cached_property
    def _cells(self) -> list[DrawnCell]:
        return self._find()

    @cached_property
    def _drawn_end(self) -> int:
        return self._cells[-1].end if self._cells else self._start

    @cached_property
    def _visual(self) -> list[DrawnCell]:
        """The cells that have a width, from left to right."""
        return sorted((cell for cell in self._cells if cell.left < cell.right), key=_left_of)


def _left_of(cell: DrawnCell) -> float:
    return cell.left


def _start_of(cell: DrawnCell) -> int:
    return cell.start
