"""The shapes of the triggers' marks in one chunk, made once and painted by kind: every paint draws them all."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.facts.inks import Inks, dashes, diamond
from ui.facts.trigger_marks import SIDE, TriggerMark

_THICK, _DASH, _BLANK = 1.25, 2.5, 2.0  # units


class Shapes:
    """Lines and diamonds in the chunk's coordinates; `key`: the fact in focus, and how often lines opened."""

    def __init__(self, key: tuple[str | None, int]) -> None:
        self.key = key
        self._lines: list[QRectF] = []
        self._dashes: list[QRectF] = []
        self._solid: list[QPolygonF] = []
        self._hollow: list[QPolygonF] = []

    def add(self, mark: TriggerMark, focus: str | None, unit: float) -> None:
        """Add a mark: its line is solid when all facts of it are confirmed, the one in focus left out."""
        facts = [is_solid for id_, is_solid in mark.trigger.facts if id_ != focus]
        if not facts:
            return
        left, right = mark.stretch(len(facts), unit)
        line = QRectF(left, mark.y - _THICK * unit / 2, right - left, _THICK * unit)
        if all(facts):
            self._lines.append(line)
        else:
            self._dashes += dashes(line, _DASH * unit, _BLANK * unit)
        for at, is_solid in zip(mark.diamonds(len(facts), unit), facts, strict=False):
            (self._solid if is_solid else self._hollow).append(diamond(at, SIDE / 2 * unit))

    def paint(self, painter: QPainter, colours: Inks, unit: float) -> None:
        for rects, colour in ((self._lines, colours.ink), (self._dashes, colours.faint)):
            if rects:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawRects(rects)
        self._paint_diamonds(painter, self._solid, colours.ink, colours.ink, unit)
        self._paint_diamonds(painter, self._hollow, colours.faint, colours.page, unit)

    def _paint_diamonds(
        self, painter: QPainter, diamonds: list[QPolygonF], edge: QColor, fill: QColor, unit: float
    ) -> None:
        if diamonds:
            painter.setPen(QPen(edge, _THICK * unit))
            painter.setBrush(fill)
            for one in diamonds:
                painter.drawPolygon(one)
