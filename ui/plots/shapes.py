"""The shapes of a painted plot: what a kind of plot lays out, and the one painter of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from functools import cache
from typing import Any, NamedTuple

from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from annotations.processes.quick_dataclass import dataclass
from annotations.text.controls import unturned
from ui.look.fonts import font
from ui.look.roles import Roles, roles
from ui.look.theme import contrast, mixed
from ui.plots.fills import Fill

LEGIBLE = 5.0  # contrast of a number on its cell, at least
LEFT, RIGHT, MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


class PlotMark(NamedTuple):
    """A part that can be pointed at: where it is, and the cell of the plot's table that says it."""

    box: QRectF
    row: int
    column: int


@dataclass(frozen=True)
class FilledPart:
    """A filled rectangle."""

    box: QRectF
    fill: Fill

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        self.fill.draw(painter, self.box)


@dataclass(frozen=True)
class Shade:
    """A cell with a number: the stronger, the more of the accent, but never more than the number can be read on."""

    box: QRectF
    strength: float  # 0 to 1
    words: str

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        r = roles()
        ground = shade(r, self.strength)
        painter.setPen(QPen(QColor(r.line), 1))
        painter.setBrush(ground)
        painter.drawRect(self.box)
        painter.setPen(QColor(r.text))
        painter.setFont(font(11, 600 if self.strength else 400, tabular=True))
        painter.drawText(self.box, Qt.AlignmentFlag.AlignCenter, self.words)


@cache
def shade(of: Roles, strength: float) -> QColor:
    """Return the ground of a cell of that strength, 0 to 1: the strongest is the last on which text is legible."""
    card, accent, text = (QColor(colour) for colour in (of.card, of.accent, of.text))
    shares = (step / 50 for step in range(40, 0, -1))
    most = next((share for share in shares if contrast(mixed(card, accent, share), text) >= LEGIBLE), 0.0)
    return mixed(card, accent, most * strength)


@dataclass(frozen=True)
class Stroke:
    """A hair line."""

    line: QLineF
    role: str = "line"

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        painter.setPen(QPen(QColor(getattr(roles(), self.role)), 1))
        painter.drawLine(self.line)


@dataclass(frozen=True)
class Lettering:
    """Words in a box, elided where they do not fit; `turned`: they run upwards."""

    box: QRectF
    words: str
    face: QFont
    role: str = "text"
    side: Qt.AlignmentFlag = LEFT
    turned: bool = False

    def shown(self) -> str:
        """Return the words as they fit."""
        room = self.box.height() if self.turned else self.box.width()
        return QFontMetricsF(self.face).elidedText(
            " ".join(unturned(self.words).split()), Qt.TextElideMode.ElideRight, room + 1
        )

    def draw(self, painter: QPainter) -> None:
        """Draw them."""
        painter.setFont(self.face)
        painter.setPen(QColor(getattr(roles(), self.role)))
        flags = int((self.side | Qt.AlignmentFlag.AlignVCenter).value) | int(Qt.TextFlag.TextSingleLine.value)
        flags |= int(Qt.AlignmentFlag.AlignAbsolute.value)
        if not self.turned:
            painter.drawText(self.box, flags, self.shown())
            return
        painter.save()
        painter.translate(self.box.bottomLeft())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, self.box.height(), self.box.width()), flags, self.shown())
        painter.restore()


PlotShape = FilledPart | Shade | Stroke | Lettering


@dataclass
class Scene:
    """The shapes of a plot in the order in which they are drawn, and what can be pointed at."""

    shapes: list[PlotShape] = field(default_factory=list)
    marks: list[PlotMark] = field(default_factory=list)

    def draw(self, painter: QPainter) -> None:
        """Draw all of it."""
        for shape in self.shapes:
            shape.draw(painter)


@dataclass(frozen=True)
class PlotLayout:
    """How a kind of plot is laid out: the shapes in a room of that size, and the least height at 100 % that it needs."""

    shapes: Callable[[Any, QSizeF], Scene]
    height: Callable[[Any], int]


def width_of(words: str, face: QFont) -> float:
    """Return the width of the words, in pixels."""
    return QFontMetricsF(face).horizontalAdvance(unturned(words))


def widest(words: Sequence[str], face: QFont, most: float) -> float:
    """Return the width of the widest of them, no more than `most`."""
    return min(most, max((width_of(one, face) for one in words), default=0.0))


def nearest(marks: Sequence[PlotMark], at: PlotMark, step: tuple[int, int]) -> PlotMark:
    """Return the mark that comes next in a direction (right, down); the same where there is none.

    What lies in the same row or column comes before what is nearer, but aside.
    """
    here = at.box.center()

    def far(mark: PlotMark) -> tuple[bool, float]:
        there = mark.box.center() - here
        along = there.x() * step[0] + there.y() * step[1]
        aside = abs(there.x() * step[1]) + abs(there.y() * step[0])
        low, high = ("top", "bottom") if step[0] else ("left", "right")
        shared = min(getattr(mark.box, high)(), getattr(at.box, high)()) - max(
            getattr(mark.box, low)(), getattr(at.box, low)()
        )
        return shared <= 1, along + (4 * aside if shared <= 1 else 0)

    ahead = [
        mark
        for mark in marks
        if (mark.box.center().x() - here.x()) * step[0] + (mark.box.center().y() - here.y()) * step[1] > 1
    ]
    return min(ahead, key=far, default=at)
