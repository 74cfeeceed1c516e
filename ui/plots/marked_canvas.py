"""The canvas of a plot: one part of it is in hand, by arrows or the mouse, and leads to the places behind it.

A drawing says its numbers to whoever cannot see it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import bindings
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip
from ui.plots.plots import NOTHING, Behind, Plot, described
from ui.plots.shapes import PlotMark, nearest
from ui.plots.styles import PlotLook

NEAR = 6  # pixels at 100 % beside a part that are still it
_STEPS = {"plot_left": (-1, 0), "plot_right": (1, 0), "plot_up": (0, -1), "plot_down": (0, 1)}
STEPS = {code: step for name, step in _STEPS.items() for code in bindings.codes(name)}


class MarkedCanvas(QWidget):
    """The drawing of one plot, in the colours in force.

    `moved`: another part is in hand; `chosen`: somebody wants to see what lies Behind it.
    """

    moved = Signal()
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.plot, self.looks = Plot(""), list[PlotLook]()  # what is drawn, and the looks of its names
        self._hand = (0, 0)  # row and column of the plot's table
        self._pointed: PlotMark | None = None  # under the mouse
        self.ring = HandRing(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_plot(self, plot: Plot, looks: list[PlotLook]) -> None:
        """Draw the plot, its names in those looks; what was in hand stays so, if it is there."""
        self.plot, self.looks = plot, looks
        self.setAccessibleName(plot.title)
        self.draw_anew()
        self._tell()

    def draw_anew(self) -> None:
        """Draw the plot in the colours and size in force."""
        raise NotImplementedError

    def marks(self) -> list[PlotMark]:
        """Return what can be pointed at, where it is now."""
        raise NotImplementedError

    def paint_plot(self, painter: QPainter, box: QRectF) -> None:
        """Paint what is drawn, in the box."""
        raise NotImplementedError

    # --- what is in hand

    def hand(self) -> PlotMark | None:
        """Return the part in hand; None where there is nothing to take."""
        marks = self.marks()
        found = (mark for mark in marks if (mark.row, mark.column) == self._hand)
        return next(found, marks[0] if marks else None)

    def sentence(self) -> str:
        """Return in words what is in hand."""
        return self.plot.told(mark.row, mark.column) if (mark := self.hand()) else ""

    def behind(self) -> Behind:
        """Return what lies behind the part in hand."""
        return self.plot.behind(mark.row, mark.column) if (mark := self.hand()) else NOTHING

    def open(self) -> None:
        """Ask for what lies behind the part in hand, if anything does."""
        if behind := self.behind():
            self.chosen.emit(behind)

    def take(self, row: int, column: int) -> None:
        """Take that cell's part in hand."""
        self._hand = row, column
        self._tell()
        self.moved.emit()

    def _tell(self) -> None:
        said = f"{hand} " if self.hasFocus() and (hand := self.sentence()) else ""
        self.setAccessibleDescription(said + described(self.plot))
        self.ring.update()

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mark = Qt.Key(event.key()), self.hand()
        if mark and key in STEPS:
            to = nearest(self.marks(), mark, STEPS[key])
            self.take(to.row, to.column)
        elif mark and key in bindings.codes("plot_open"):
            self.open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if mark := self._mark_at(event.position()):
            self.take(mark.row, mark.column)
            self.open()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._mark_at(event.position()))

    def leaveEvent(self, event: QEvent | QEnterEvent) -> None:
        self._point(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()
        self.moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ring.setGeometry(self.rect())
        self.ring.raise_()

    def event(self, event: QEvent) -> bool:
        """Say what the mouse is over."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self._mark_at(QPointF(event.pos()))
            QToolTip.showText(
                event.globalPos(), tip(self.plot.told(mark.row, mark.column)) if mark else "", self
            )
            return True
        return super().event(event)

    def _mark_at(self, at: QPointF) -> PlotMark | None:
        """Return the smallest part at the point, else the nearest beside it."""
        marks = self.marks()
        under = [mark for mark in marks if mark.box.contains(at)]
        if under:
            return min(under, key=lambda mark: mark.box.width() * mark.box.height())
        room = float(px(NEAR))
        beside = (mark for mark in marks if mark.box.adjusted(-room, -room, room, room).contains(at))
        return min(beside, key=lambda mark: (mark.box.center() - at).manhattanLength(), default=None)

    def _point(self, mark: PlotMark | None) -> None:
        if mark != self._pointed:
            self._pointed = mark
            leads = mark is not None and self.plot.behind(mark.row, mark.column)
            self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
            self.ring.update()

    def pointed(self) -> PlotMark | None:
        """Return the part under the mouse."""
        return self._pointed


class HandRing(QWidget):
    """The ring around the part in hand, and a line around the one under the mouse; it lies over the drawing."""

    def __init__(self, canvas: MarkedCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        follow(self)

    def restyle(self) -> None:
        """Take the colours in force."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r = QPainter(self), roles()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if (pointed := self._canvas.pointed()) is not None:
            self._frame(painter, pointed.box, QPen(QColor(r.text), 1))
        if self._canvas.hasFocus():
            hand = self._canvas.hand()
            box = hand.box if hand else QRectF(self.rect()).adjusted(2, 2, -2, -2)
            self._frame(painter, box, QPen(QColor(r.accent), 2))
            self._frame(painter, box.adjusted(2, 2, -2, -2), QPen(QColor(r.text), 1))
        painter.end()

    def _frame(self, painter: QPainter, box: QRectF, pen: QPen) -> None:
        """Draw a frame about the box, within the widget, and large enough to be seen."""
        least = float(px(NEAR))
        wide, high = max(0.0, least - box.width()) / 2, max(0.0, least - box.height()) / 2
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-wide, -high, wide, high).intersected(inside))
