"""The gaps between the visual lines in view, in which rails run, and the lines that no rail may cross.

A line is named by its chunk and its number there; coordinates are those of the article.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QRegion

from ui.article.article_layout import ArticleLayout
from ui.article.chunk_lines import Line
from ui.facts.fact_chips import DOWN, HEIGHT, room

Row = tuple[int, int]  # chunk, line in it
_DROP = 4.0  # units from what stands above down to a rail
_FAR = 1e4


class Gaps:
    """The gaps as they are now; `tops` has the chunks in view, which have their lines."""

    def __init__(self, layout: ArticleLayout, tops: dict[int, float]) -> None:
        self._layout, self._tops, self._unit = layout, tops, layout.measures.unit

    def below(self, row: Row) -> float:
        """Return the y of the rail in the gap below a line and its chips."""
        floor, following = self._floor(row), self._beside(row, 1)
        deep = self.ceiling(following) - floor if following else _FAR
        return floor + min(_DROP * self._unit, deep / 2)

    def above(self, row: Row) -> float:
        """Return the y of the rail in the gap above a line."""
        before = self._beside(row, -1)
        return self.below(before) if before else self.ceiling(row) - _DROP * self._unit

    def ceiling(self, row: Row) -> float:
        """Return the top of the boxes and badges of a line."""
        line = self._line(row)
        return self._tops[row[0]] + line.top - line.over

    def at_edge(self, window: QRectF, *, up: bool) -> float:
        """Return the y of the first or the last gap of which the window shows enough for an arrow."""
        least, most = window.top() + _DROP * self._unit, window.bottom() - _DROP * self._unit
        rows = [(index, n) for index in sorted(self._tops) for n in range(len(self._chunk_lines(index)))]
        for row in rows if up else reversed(rows):
            y = self.above(row) if up else self.below(row)
            if least <= y <= most:
                return y
        return least if up else most

    def free(self, window: QRectF) -> QRegion:
        """Return the window without the words of its lines, their boxes and their badges."""
        region = QRegion(window.toAlignedRect())
        for index, top in self._tops.items():
            for line in self._chunk_lines(index):
                words = line.qt.naturalTextRect()
                if (
                    words.width() > 0
                    and top + line.bottom > window.top()
                    and top + line.top < window.bottom()
                ):
                    y, bottom = round(top + line.top - line.over), round(top + line.bottom + line.rise)
                    left, right = round(words.left() - 6.0), round(words.right() + 6.0)
                    region -= QRegion(QRect(left, y, right - left, bottom - y))
        return region

    def _floor(self, row: Row) -> float:
        """Return the bottom of a line's chips, else of its boxes."""
        line = self._line(row)
        under = (DOWN + HEIGHT) * self._unit + line.under - room(self._unit) if line.under else line.rise
        return self._tops[row[0]] + line.bottom + under

    def _beside(self, row: Row, step: int) -> Row | None:
        """Return the line before (-1) or after (1); None when it is not in view."""
        index, n = row[0], row[1] + step
        if 0 <= n < len(self._chunk_lines(index)):
            return index, n
        index += step
        if index not in self._tops:
            return None
        return index, (0 if step > 0 else len(self._chunk_lines(index)) - 1)

    def _line(self, row: Row) -> Line:
        return self._chunk_lines(row[0])[row[1]]

    def _chunk_lines(self, index: int) -> list[Line]:
        return self._layout.chunk(index).lines
