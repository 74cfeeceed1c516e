"""The looks of lines, and of names beside a piece of what they name: each place in a plot has its colour, its dash and its marker, so that no two differ in colour alone."""

from __future__ import annotations

from math import ceil, cos, pi, sin
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotations.processes.quick_dataclass import dataclass
from ui.look.fonts import font
from ui.look.layouts import row
from ui.look.lines import Elided
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px

WIDE, MARKER, SAMPLE = 2, 8, 32  # pixels at 100 %: of a line, of its markers, of a piece of it


@dataclass(frozen=True)
class LineStyle:
    """The look of a line: a role's colour, a dash in widths of the line, and its marker's corners (0: round)."""

    role: str
    dash: tuple[float, ...]
    corners: int
    turn: float = 0.0  # of the first corner, in whole turns from straight up

    def pen(self) -> QPen:
        """Return the pen that draws the line now."""
        pen = QPen(QColor(getattr(roles(), self.role)), px(WIDE))
        pen.setCosmetic(True)
        if self.dash:
            pen.setDashPattern(list(self.dash))
        return pen

    def marker(self) -> QPainterPath:
        """Return the marker, one wide and about the point 0, 0."""
        path = QPainterPath()
        if not self.corners:
            path.addEllipse(QRectF(-0.5, -0.5, 1.0, 1.0))
            return path
        turns = ((self.turn + n / self.corners) * 2 * pi for n in range(self.corners))
        path.addPolygon(QPolygonF([QPointF(0.6 * sin(turn), -0.6 * cos(turn)) for turn in turns]))
        path.closeSubpath()
        return path

    def sample(self, painter: QPainter, at: QPointF) -> float:
        """Draw a piece of the line with its marker, from the point `at` to the right; return its width."""
        painter.save()
        painter.translate(at)
        painter.setPen(self.pen())
        painter.drawLine(QPointF(0, 0), QPointF(px(SAMPLE), 0))
        painter.translate(px(SAMPLE) / 2, 0)
        painter.scale(px(MARKER), px(MARKER))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(roles(), self.role)))
        painter.drawPath(self.marker())
        painter.restore()
        return px(SAMPLE)


class PlotLook(Protocol):
    """A look of which a piece can be drawn."""

    def sample(self, painter: QPainter, at: QPointF) -> float:
        """Draw a piece of it, from the point `at` to the right; return its width."""


STYLES = (
    LineStyle("accent", (), 0),
    LineStyle("text", (5, 3), 4, 0.125),
    LineStyle("warn", (1.5, 2.5), 3),
    LineStyle("good", (7, 3, 1.5, 3), 4),
    LineStyle("bad", (3, 2), 5),
)


def style(place: int) -> LineStyle:
    """Return the look of the line at that place; after the last the first comes again."""
    return STYLES[place % len(STYLES)]


class LookSample(QWidget):
    """A piece of what is drawn in a look."""

    def __init__(self, look: PlotLook) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        blank = QImage(1, 1, QImage.Format.Format_RGB32)
        painter = QPainter(blank)
        self._wide = ceil(self._look.sample(painter, QPointF(0, 0)))
        painter.end()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._wide, px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._look.sample(painter, QPointF(0, self.height() / 2))
        painter.end()


def draw_key(painter: QPainter, at: QPointF, name: str, look: PlotLook) -> float:
    """Draw a piece in the look and its name, about the height of `at`; return the pixels that it takes across."""
    begin = look.sample(painter, at) + px(6)
    painter.setFont(font(12))
    painter.setPen(QColor(roles().text))
    metrics = QFontMetricsF(font(12))
    painter.drawText(QPointF(at.x() + begin, at.y() + metrics.ascent() / 2 - 1), name)
    return begin + metrics.horizontalAdvance(name) + px(16)


class PlotKey(QWidget):
    """A piece in a look, and the name of what looks so."""

    def __init__(self, name: str, look: PlotLook) -> None:
        super().__init__()
        self.name = Elided(name, px=12)
        self.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = row(LookSample(look), gap=6)
        line.add(self.name, 1)
        self.setLayout(line)
