"""The drawing of plots over two axes of numbers by pyqtgraph, which is loaded when the first one is made.

Nothing there moves by itself or by the mouse: the axes are as wide as what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent

from annotations.text.controls import unturned
from ui.look.fonts import font
from ui.look.layouts import column
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plots.line_plots import CurvePlot, LinePlot, PlotBand, ScorePoint
from ui.plots.marked_canvas import MarkedCanvas
from ui.plots.plots import brief
from ui.plots.shapes import PlotMark
from ui.plots.styles import MARKER, LineStyle, style

WIDE, HIGH, CURVE = 120, 150, 260  # pixels at 100 %, at least; the height of a reliability curve
AXES = ("left", "bottom")
TINT = 48  # of 255: how much a band covers
WHOLE = 12  # across so many whole numbers each has its tick, and nothing between
POINT = 16  # pixels at 100 %: of what can be pointed at
BESIDE = 0.045, 0.07  # of the axes: counts nearer to one another than this would lie over one another
HONEST = "dashed: right as often as the score says"


class PlotCanvas(MarkedCanvas):
    """The drawing of lines with bands, or of a reliability curve."""

    def __init__(self) -> None:
        import pyqtgraph

        super().__init__()
        pyqtgraph.setConfigOption("antialias", True)
        self._made: Any = pyqtgraph
        self._drawn: Any = pyqtgraph.PlotWidget()
        self._drawn.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._drawn.setFrameShape(self._drawn.Shape.NoFrame)
        self._drawn.setMenuEnabled(False)
        self._drawn.setMouseEnabled(False, False)
        self._drawn.hideButtons()
        for part in (self._drawn, self._drawn.viewport()):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lines = column(gap=0)
        lines.add(self._drawn, 1)
        self.setLayout(lines)
        follow(self)

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self.setMinimumWidth(px(WIDE))
        self.draw_anew()

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ring.update()

    # --- what is drawn

    def draw_anew(self) -> None:
        self.setMinimumHeight(px(CURVE if isinstance(self.plot, CurvePlot) else HIGH))
        self._drawn.setBackground(QColor(roles().card))
        item = self._drawn.getPlotItem()
        item.clear()
        if isinstance(self.plot, CurvePlot):
            self._draw_curves(item, self.plot)
        elif isinstance(self.plot, LinePlot):
            self._draw_lines(item, self.plot)

    def _draw_lines(self, item: Any, plot: LinePlot) -> None:
        self._dress(item, plot.up, plot.across)
        names = {name: style(place) for place, name in enumerate(plot.names)}
        for band in plot.bands:
            self._draw_band(item, band, names[band.name])
        for line in plot.lines:
            look = names[line.name]
            item.plot(
                [point.x for point in line.points],
                [point.y for point in line.points],
                pen=look.pen(),
                **self._marked(look),
            )
        self._fit(item, plot)

    def _marked(self, look: LineStyle) -> dict[str, Any]:
        """Return the options of a line's markers."""
        colour = QColor(getattr(roles(), look.role))
        return {
            "symbol": look.marker(),
            "symbolSize": px(MARKER),
            "symbolPen": None,
            "symbolBrush": colour,
            "useCache": False,  # else a marker is a picture, which a drawing for SVG has no place for
        }

    def _dress(self, item: Any, up: str, across: str) -> None:
        """Give the axes their words, type and colours."""
        r, words = roles(), dict(zip(AXES, (up, across), strict=True))
        for name in AXES:
            axis = item.getAxis(name)
            axis.setPen(QColor(r.edge))
            axis.setTextPen(QColor(r.text2))
            axis.setStyle(tickFont=font(11, tabular=True), tickTextOffset=px(4), tickLength=-px(4))
            axis.enableAutoSIPrefix(False)
            axis.label.setFont(font(11, 500))
            axis.setLabel(words[name], color=r.text2)
        item.showGrid(x=False, y=True, alpha=0.18)

    def _draw_band(self, item: Any, band: PlotBand, look: LineStyle) -> None:
        """Draw both edges with their markers, and tint what is between: a tint alone would not be seen by all."""
        xs = [point.x for point in band.points]
        edges = []
        for side in ("low", "high"):
            ys = [getattr(point, side) for point in band.points]
            edges.append(self._made.PlotDataItem(xs, ys, pen=look.pen(), **self._marked(look)))
            item.addItem(edges[-1])
        colour = QColor(getattr(roles(), look.role))
        colour.setAlpha(TINT)
        item.addItem(self._made.FillBetweenItem(*edges, brush=colour))

    def _fit(self, item: Any, plot: LinePlot) -> None:
        """Have the axes hold all that is drawn, with the bounds that are fixed."""
        xs = [at.x for line in plot.lines for at in line.points]
        xs += [at.x for band in plot.bands for at in band.points]
        xs = xs or [0.0, 1.0]
        ys = [at.y for line in plot.lines for at in line.points]
        ys += [edge for band in plot.bands for at in band.points for edge in (at.low, at.high)]
        low, high = plot.bounds or (min([*ys, 0.0]), max([*ys, 0.0]) or 1.0)
        left, right = plot.reach or (min(xs), max(xs))
        few = right - left <= WHOLE and all(x == round(x) for x in xs)
        item.getAxis("bottom").setTickSpacing(*((1, 1) if few else (None, None)))
        room = (right - left or 1.0) * 0.04
        item.setXRange(left - room, right + room, padding=0)
        item.setYRange(low, high + (high - low or 1.0) * 0.04, padding=0)

    def _draw_curves(self, item: Any, plot: CurvePlot) -> None:
        """Draw the diagonal, and each origin's points with their intervals and counts."""
        self._dress(item, plot.up, plot.across)
        item.getAxis("bottom").setTickSpacing(None, None)
        item.setXRange(-0.03, 1.03, padding=0)
        item.setYRange(-0.03, 1.1, padding=0)
        honest = QPen(QColor(roles().text2), px(1), Qt.PenStyle.DashLine)
        honest.setCosmetic(True)
        item.plot([0, 1], [0, 1], pen=honest)
        self._say(item, HONEST, QPointF(1.0, 0.0), "text2", anchor=(1, 1))
        taken = [QPointF(at.x, at.y) for _, at in plot.points]  # where no words may lie
        for place, curve in enumerate(plot.curves):
            look = style(place)
            bars = QPen(QColor(getattr(roles(), look.role)), px(1))
            bars.setCosmetic(True)
            ends = [(at.x, end) for at in curve.points for end in (at.low, at.high)]
            item.plot([x for x, _ in ends], [y for _, y in ends], pen=bars, connect="pairs")
            xs, ys = [at.x for at in curve.points], [at.y for at in curve.points]
            item.plot(xs, ys, pen=look.pen(), **self._marked(look))
            for at in curve.points:
                self._count(item, at, taken)

    def _count(self, item: Any, at: ScorePoint, taken: list[QPointF]) -> None:
        """Write how many a point stands for over its interval or below it, where there is room; all are in the table."""
        for end, way, side in ((at.high, 1, 1), (at.low, -1, 0)):
            middle = QPointF(at.x, end + way * BESIDE[1] / 2)
            if all(
                abs(middle.x() - x) > BESIDE[0] or abs(middle.y() - y) > BESIDE[1]
                for x, y in map(QPointF.toTuple, taken)
            ):
                taken.append(middle)
                self._say(item, brief(at.number), QPointF(at.x, end), "text2", anchor=(0.5, side))
                return

    def _say(self, item: Any, words: str, at: QPointF, role: str, *, anchor: tuple[float, float]) -> None:
        """Write words at a point."""
        said = self._made.TextItem(unturned(words), color=QColor(getattr(roles(), role)), anchor=anchor)
        said.setFont(font(11, tabular=True))
        said.setPos(at)
        item.addItem(said)

    # --- what can be pointed at

    def marks(self) -> list[PlotMark]:
        """Return a mark for each point, where it lies now."""
        box, side = self._drawn.getPlotItem().getViewBox(), float(px(POINT))
        found = []
        for at, line, place in self._points():
            there = self._drawn.mapFromScene(box.mapViewToScene(at))
            found.append(
                PlotMark(QRectF(there.x() - side / 2, there.y() - side / 2, side, side), line, place)
            )
        return found

    def _points(self) -> Iterator[tuple[QPointF, int, int]]:
        """Yield each point, with the cell of the table that says it."""
        if isinstance(self.plot, CurvePlot):
            for row, (_, at) in enumerate(self.plot.points):
                yield QPointF(at.x, at.y), row, 0
        elif isinstance(self.plot, LinePlot):
            for row, values in enumerate(self.plot.rows()):
                for column, value in enumerate(values[1:], 1):
                    if isinstance(value, int | float) and isinstance(values[0], int | float):
                        yield QPointF(values[0], value), row, column

    def paint_plot(self, painter: QPainter, box: QRectF) -> None:
        self._drawn.render(painter, box, self._drawn.rect())
