"""The painter of one fact in the article: words underlined, role names and lines between them in the gaps.

No word is covered: names and lines run in the gap below a line and in the margin.  What is no mark of the
fact is a number: what a digit would take.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen

from ui.article.article_layout import ArticleLayout
from ui.article.measures import BOX

TRUNK = -13.0  # where in the margin the line runs that joins the marks of several lines
LEAST = 7.0  # pixels of a gap in which a name can be read


@dataclass(frozen=True)
class FactMark:
    """A range of words of the fact, its name in the fact, and whether it is the trigger."""

    start: int
    end: int
    name: str
    is_trigger: bool = False


@dataclass(frozen=True)
class Shown:
    """A fact's marks, and the ranges that are numbered from 1; `dashed`: nobody has decided on it."""

    marks: Sequence[FactMark] = ()
    numbered: Sequence[tuple[int, int]] = ()
    dashed: bool = False

    def ranges(self) -> list[tuple[int, int]]:
        return sorted([*((mark.start, mark.end) for mark in self.marks), *self.numbered])


@dataclass(slots=True)
class _Row:
    """The marks in one visual line: `bus` is the middle of the gap below it."""

    bus: float
    gap: float
    strips: list[tuple[QRectF, FactMark, bool]] = field(
        default_factory=list
    )  # and whether the mark begins here


class FactPainter:
    """A layer of the article view, in the colours of the palette that it is painted with."""

    def __init__(self) -> None:
        self.shown = Shown()

    def area(self, layout: ArticleLayout) -> QRectF:
        """Return the area from the first chunk with a mark to the end of the last; null if there is none."""
        ranges = self.shown.ranges()
        if not ranges:
            return QRectF()
        top = layout.top(layout.index_of(ranges[0][0]))
        bottom = layout.bottom(layout.index_of(max(end for _, end in ranges) - 1))
        aside = layout.measures.line_height
        return QRectF(-1e4, top - aside, 2e4, bottom - top + 2 * aside)

    def paint(self, painter: QPainter, layout: ArticleLayout, window: QRectF, page: QPalette) -> None:
        """Paint the marks; `window` is all that is in view, whose chunks have their lines."""
        if not self.shown.marks and not self.shown.numbered:
            return
        tops = dict(layout.visible(window.top(), window.height()))
        rows = self._rows(layout, tops)
        ink = QPen(page.color(QPalette.ColorRole.Link), 1.0)
        if self.shown.dashed:
            ink.setDashPattern((3.0, 2.0))
        painter.save()
        self._paint_trunk(painter, ink, layout, tops, rows)
        for row in rows:
            self._paint_row(painter, ink, row, len(rows) > 1 or self._reaches_out(layout, tops))
        for row in rows:
            self._paint_names(painter, row, layout, page)
        for n, bounds in enumerate(self.shown.numbered, 1):
            self._paint_number(painter, layout, tops, n, bounds, page)
        painter.restore()

    def _rows(self, layout: ArticleLayout, tops: dict[int, float]) -> list[_Row]:
        """Return the marked lines in view, from top to bottom."""
        found: defaultdict[tuple[int, float], _Row] = defaultdict(lambda: _Row(0.0, 0.0))
        gap = layout.measures.leading
        for mark in self.shown.marks:
            for index, strip, begins in _strips(layout, tops, mark.start, mark.end):
                row = found[index, strip.top()]
                row.bus, row.gap = strip.bottom() + max(gap / 2, BOX + 0.5), gap
                row.strips.append((strip, mark, begins))
        return [found[key] for key in sorted(found)]

    def _reaches_out(self, layout: ArticleLayout, tops: dict[int, float]) -> bool:
        return any(layout.index_of(mark.start) not in tops for mark in self.shown.marks)

    def _paint_trunk(
        self,
        painter: QPainter,
        ink: QPen,
        layout: ArticleLayout,
        tops: dict[int, float],
        rows: list[_Row],
    ) -> None:
        """Paint the line in the margin; it runs out of the window if marks lie above or below."""
        if not tops:
            return
        places = [layout.index_of(mark.start) for mark in self.shown.marks]
        ends = [row.bus for row in rows]
        if any(place < min(tops) for place in places):
            ends.append(min(tops.values()))
        if any(place > max(tops) for place in places):
            ends.append(layout.bottom(max(tops)))
        if len(ends) > 1:
            painter.setPen(ink)
            painter.drawLine(QPointF(TRUNK, min(ends)), QPointF(TRUNK, max(ends)))

    def _paint_row(self, painter: QPainter, ink: QPen, row: _Row, joined: bool) -> None:
        """Paint the underlines, and the line below that joins them, and goes to the trunk if there is one."""
        painter.setPen(ink)
        lefts = [strip.left() + 3.0 for strip, *_ in row.strips]
        if joined or len(lefts) > 1:
            painter.drawLine(QPointF(TRUNK if joined else min(lefts), row.bus), QPointF(max(lefts), row.bus))
        for strip, mark, _ in row.strips:
            painter.drawLine(
                QPointF(strip.left() + 3.0, strip.bottom()), QPointF(strip.left() + 3.0, row.bus)
            )
            thick = 2.5 if mark.is_trigger else 1.5
            painter.fillRect(QRectF(strip.left(), strip.bottom(), strip.width(), thick), ink.color())

    def _paint_names(self, painter: QPainter, row: _Row, layout: ArticleLayout, page: QPalette) -> None:
        """Paint each name below its words, a little on if another is in the way; none if there is no room."""
        if row.gap < LEAST:
            return
        end = -1e4
        for strip, mark, begins in sorted(row.strips, key=lambda found: found[0].left()):
            if not begins:
                continue
            font = _small(layout.measures.font, row.gap, bold=mark.is_trigger)
            metrics = QFontMetricsF(font)
            left = max(strip.left() + 6.0, end + 4.0)
            name = metrics.elidedText(mark.name, Qt.TextElideMode.ElideRight, max(12.0, layout.width - left))
            end = left + metrics.horizontalAdvance(name) + 2.0
            room = QRectF(left, row.bus - row.gap / 2 + 2.5, end - left, row.gap - 2.5)
            painter.fillRect(room, page.color(QPalette.ColorRole.Base))
            painter.setFont(font)
            painter.setPen(page.color(QPalette.ColorRole.Text))
            base = room.center().y() + (metrics.capHeight() / 2)
            painter.drawText(QPointF(left + 1.0, base), name)

    def _paint_number(
        self,
        painter: QPainter,
        layout: ArticleLayout,
        tops: dict[int, float],
        number: int,
        bounds: tuple[int, int],
        page: QPalette,
    ) -> None:
        """Paint a small plate in the gap above the words' first letter."""
        strip = next((strip for _, strip, begins in _strips(layout, tops, *bounds) if begins), None)
        if strip is None:
            return
        side = max(11.0, layout.measures.leading + 2.0)
        plate = QRectF(strip.left() - side / 2, strip.top() - side + 2.0, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(page.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(plate, 3.0, 3.0)
        painter.setFont(_small(layout.measures.font, side - 1.0, bold=True))
        painter.setPen(QColor(page.color(QPalette.ColorRole.HighlightedText)))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, str(number))


def _strips(
    layout: ArticleLayout, tops: dict[int, float], start: int, end: int
) -> Iterable[tuple[int, QRectF, bool]]:
    """Yield the range's rectangles in laid-out chunks: chunk, rectangle, whether the range begins there."""
    for index in range(layout.index_of(start), layout.index_of(max(start, end - 1)) + 1):
        if index in tops:
            chunk, first = layout.chunk(index), layout.start(index)
            inside = max(start, first) - first, min(end, first + len(chunk.text)) - first
            for n, strip in enumerate(chunk.strips(*inside)):
                yield index, strip.translated(0.0, tops[index]), n == 0 and start >= first


def _small(font: QFont, pixels: float, *, bold: bool) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(6, round(pixels)))
    made.setBold(bold)
    return made
