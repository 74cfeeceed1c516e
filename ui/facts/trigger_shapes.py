"""The shapes of the triggers' marks in one chunk, made once and painted by kind: every paint draws them all."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.facts.inks import Inks, dashes, diamond
from ui.facts.trigger_marks import SIDE, TriggerMark

_THICK, _DASH, _BLANK = 1.25, 2.5, 2.0  # units
_ROUND, _ARM, _STROKE = 5.0, 2.6, 1.6  # of a cross: its disc, half an arm across, and the pen


class Shapes:
    """Lines, diamonds and crosses in the chunk's coordinates.

    `key`: the fact in focus, how often lines opened, and the facts that other articles contradict.
    """

    def __init__(self, key: tuple[str | None, int, frozenset[str]]) -> None:
        self.key = key
        self._crosses: list[tuple[QPointF, bool]] = []
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

    def cross(self, mark: TriggerMark, judged: Collection[str], unit: float) -> None:
        """Add a cross at the end of the mark's line, if a fact of it is contradicted; in a disc where a person said so.

        None for the fact in focus, whose chips are there.
        """
        ids = [id_ for id_, _ in mark.trigger.facts if id_ != self.key[0]]
        if mark.begins and any(id_ in self.key[2] for id_ in ids):
            way, side = (-1.0, mark.left) if mark.right_to_left else (1.0, mark.right)
            at = QPointF(side - way * _ROUND * unit, mark.y)
            self._crosses.append((at, any(id_ in judged for id_ in ids)))

    def paint(self, painter: QPainter, colours: Inks, unit: float) -> None:
        for rects, colour in ((self._lines, colours.ink), (self._dashes, colours.faint)):
            if rects:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawRects(rects)
        self._paint_diamonds(painter, self._solid, colours.ink, colours.ink, unit)
        self._paint_diamonds(painter, self._hollow, colours.faint, colours.page, unit)
        for at, is_solid in self._crosses:
            _paint_cross(painter, at, unit, colours, is_solid=is_solid)

    def _paint_diamonds(
        self, painter: QPainter, diamonds: list[QPolygonF], edge: QColor, fill: QColor, unit: float
    ) -> None:
        if diamonds:
            painter.setPen(QPen(edge, _THICK * unit))
            painter.setBrush(fill)
            for one in diamonds:
                painter.drawPolygon(one)


def _paint_cross(painter: QPainter, at: QPointF, unit: float, colours: Inks, *, is_solid: bool) -> None:
    """Paint a cross on a disc: of the page's colour while the verdict is computed, else filled."""
    painter.setPen(QPen(colours.bad, _THICK * unit))
    painter.setBrush(colours.bad if is_solid else colours.page)
    painter.drawEllipse(at, _ROUND * unit, _ROUND * unit)
    painter.setPen(QPen(colours.page if is_solid else colours.bad, _STROKE * unit))
    arm = _ARM * unit
    for slope in (1.0, -1.0):
        painter.drawLine(QLineF(at.x() - arm, at.y() - slope * arm, at.x() + arm, at.y() + slope * arm))
