"""The connectors of a fact: from the trigger's chip to each filler, by rails in the gaps and over no word.

In one line they go from chip to chip.  Else a rail with round corners lies in the gap below the upper line or
above the lower one, and the way down is at the trigger's x; it ends in a dot over the lower words.  What is out
of the window has an arrow in the last gap before its edge.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from annotations.processes.quick_dataclass import dataclass
from ui.facts.fact_chips import FactMark
from ui.facts.gaps import Gaps, Row

_WIDTH, _ROUND, _DOT, _HEAD = 1.25, 4.0, 1.75, 4.0  # units
_IN = 18.0  # units from the words' beginning to the dot over them, at most


@dataclass(frozen=True, slots=True)
class Stop:
    """A chip in the article, the words above it and their line; the dot of a rail is at `dot`."""

    marks: tuple[FactMark, ...]
    row: Row
    chip: QRectF
    words: QRectF
    dot: QPointF


def dot_over(words: QRectF, ceiling: float, unit: float, *, right_to_left: bool, is_hub: bool) -> QPointF:
    """Return where a rail ends over words: in the middle of a trigger, near the beginning of a filler."""
    inside = words.width() / 2 if is_hub else min(_IN * unit, words.width() / 2)
    x = words.right() - inside if right_to_left else words.left() + inside
    return crisp(QPointF(x, ceiling - unit))


class Connectors:
    """The connectors of one fact in one painting, collected first: rails lie under the dots and arrows."""

    def __init__(self, gaps: Gaps, window: QRectF, unit: float) -> None:
        self._gaps, self._window, self._unit = gaps, window, unit
        self._rails, self._dots = QPainterPath(), list[QPointF]()
        self._heads: dict[tuple[float, bool], QPolygonF] = {}

    def join(self, hub: FactMark, stops: Sequence[Stop], away: Iterable[FactMark]) -> None:
        """Collect the connectors between the hub and the other marks: stops in view, and those that are not."""
        at_hub = next((stop for stop in stops if hub in stop.marks), None)
        for stop in stops:
            if stop is at_hub:
                continue
            if at_hub is None:
                self._reach_out(stop, up=hub.start < stop.marks[0].start)
            elif stop.row == at_hub.row:
                self._join_beside(at_hub, stop)
            else:
                self._join_lines(at_hub, stop)
        if at_hub:
            for up in {mark.start < hub.start for mark in away}:
                self._reach_out(at_hub, up=up)

    def paint(self, painter: QPainter, colour: QColor) -> None:
        """Paint the rails where no words are, then dots and arrows."""
        painter.save()
        painter.setClipRegion(self._gaps.free(self._window))
        painter.setPen(QPen(colour, _WIDTH * self._unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._rails)
        painter.restore()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for dot in self._dots:
            painter.drawEllipse(dot, _DOT * self._unit, _DOT * self._unit)
        for head in self._heads.values():
            painter.drawPolygon(head)

    def _join_beside(self, hub: Stop, stop: Stop) -> None:
        """Join two chips below one line; one in a row further down is come to from above."""
        upper, lower = sorted((hub.chip, stop.chip), key=QRectF.top)
        y, x = lower.center().y(), upper.center().x()
        if upper.top() == lower.top():
            left, right = sorted((upper, lower), key=QRectF.left)
            self._rails.moveTo(crisp(QPointF(left.right(), y)))
            self._rails.lineTo(crisp(QPointF(right.left(), y)))
        elif lower.left() <= x <= lower.right():
            self._rails.moveTo(crisp(QPointF(x, upper.bottom())))
            self._rails.lineTo(crisp(QPointF(x, lower.top())))
        else:
            end = QPointF(lower.left() if x < lower.left() else lower.right(), y)
            self._rails.addPath(bent(QPointF(x, upper.bottom()), end, y, _ROUND * self._unit))

    def _join_lines(self, hub: Stop, stop: Stop) -> None:
        is_below = stop.words.top() > hub.words.top()
        upper, lower = (hub, stop) if is_below else (stop, hub)
        start = QPointF(upper.chip.center().x(), upper.chip.bottom())
        y = self._gaps.above(stop.row) if is_below else self._gaps.below(stop.row)
        self._rails.addPath(bent(start, lower.dot, y, _ROUND * self._unit))
        self._dots.append(lower.dot)

    def _reach_out(self, stop: Stop, *, up: bool) -> None:
        """Lead from a chip in view to the edge beyond which the other end lies."""
        y = self._gaps.at_edge(self._window, up=up)
        start = crisp(stop.dot if up else QPointF(stop.chip.center().x(), stop.chip.bottom()))
        y = min(y, start.y()) if up else max(y, start.y() + _HEAD * self._unit)
        self._rails.moveTo(start)
        self._rails.lineTo(start.x(), y)
        if up:
            self._dots.append(start)
        self._heads[start.x(), up] = self._head(QPointF(start.x(), y), -1.0 if up else 1.0)

    def _head(self, at: QPointF, step: float) -> QPolygonF:
        size = _HEAD * self._unit
        corners = ((0.0, step * size / 2), (-size, -step * size / 2), (size, -step * size / 2))
        return QPolygonF([at + QPointF(x, y) for x, y in corners])


def crisp(at: QPointF) -> QPointF:
    """Return the middle of the pixel at a point: lines through it are sharp, and no darker where two meet."""
    return QPointF(math.floor(at.x()) + 0.5, math.floor(at.y()) + 0.5)


def bent(start: QPointF, end: QPointF, y: float, most: float) -> QPainterPath:
    """Return the way down to a rail at `y`, along it, and down to the end, with round corners.

    `most` is the corners' radius where there is room for it.
    """
    start, end, y = crisp(start), crisp(end), crisp(QPointF(0.0, y)).y()
    path, across = QPainterPath(start), end.x() - start.x()
    side = 1.0 if across > 0 else -1.0
    for x, at, until, turned in ((start.x(), start.y(), y, True), (end.x(), y, end.y(), False)):
        round_ = max(0.0, min(most, abs(across) / 2, until - at))
        if turned:
            path.lineTo(x, y - round_)
            path.quadTo(QPointF(x, y), QPointF(x + side * round_, y))
        else:
            path.lineTo(x - side * round_, y)
            path.quadTo(QPointF(x, y), QPointF(x, y + round_))
    path.lineTo(end)
    return path
