"""The drawing of a plot by pyqtgraph, which is loaded when the first one is made.

Nothing there moves by itself or by the mouse: the axes are as wide as what is drawn.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotations.text.controls import unturned
from ui.look.fonts import font
from ui.look.layouts import column
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plots.plots import Plot, PlotBand, described
from ui.plots.styles import MARKER, LineStyle, draw_key, style

LEAST = 120, 96  # pixels at 100 %
HEAD = 48  # pixels at 100 %: the room for title and names over what is saved
SHARP = 2  # pixels of a saved picture for one of the window's
AXES = ("left", "bottom")
TINT = 48  # of 255: how much a band covers
WHOLE = 12  # across so many whole numbers each has its tick, and nothing between
EMPTY = Plot("", "", "")


class PlotCanvas(QWidget):
    """The drawing of one plot, in the colours in force."""

    def __init__(self) -> None:
        import pyqtgraph

        super().__init__()
        pyqtgraph.setConfigOption("antialias", True)
        self._made: Any = pyqtgraph
        self._plot = EMPTY
        self._drawn: Any = pyqtgraph.PlotWidget()
        self._drawn.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._drawn.setFrameShape(self._drawn.Shape.NoFrame)
        self._drawn.setMenuEnabled(False)
        self._drawn.setMouseEnabled(False, False)
        self._drawn.hideButtons()
        self._drawn.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lines = column(gap=0)
        lines.add(self._drawn, 1)
        self.setLayout(lines)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        follow(self)

    def show_plot(self, plot: Plot) -> None:
        """Draw the plot."""
        self._plot = plot
        for one in (self, self._drawn):
            one.setAccessibleName(plot.title)
            one.setAccessibleDescription(described(plot))
        self._draw()

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self.setMinimumSize(*map(px, LEAST))
        self._draw()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(200))

    # --- what is drawn

    def _draw(self) -> None:
        plot, r = self._plot, roles()
        self._drawn.setBackground(QColor(r.card))
        item = self._drawn.getPlotItem()
        item.clear()
        self._dress(item)
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
        self._fit(item)

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

    def _dress(self, item: Any) -> None:
        """Give the axes their words, type and colours."""
        r, words = roles(), dict(zip(AXES, (self._plot.up, self._plot.across), strict=True))
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

    def _fit(self, item: Any) -> None:
        """Have the axes hold all that is drawn, with the bounds that are fixed."""
        plot = self._plot
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

    # --- what is saved

    @property
    def saved_size(self) -> QSize:
        """Return the size of what is saved: the drawing below its title and the names of its lines."""
        size: QSize = self._drawn.size()
        return size + QSize(0, px(HEAD))

    def png(self) -> bytes:
        """Return the drawing as a PNG, twice as sharp as the window."""
        image = QImage(self.saved_size * SHARP, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.scale(SHARP, SHARP)
        self._paint(painter)
        painter.end()
        made = QByteArray()
        buffer = QBuffer(made)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want the format as bytes
        return bytes(made.data())

    def svg(self) -> bytes:
        """Return the drawing as SVG: pyqtgraph's own exporter fails on markers that are paths."""
        from PySide6.QtSvg import QSvgGenerator

        made, size = QByteArray(), self.saved_size
        buffer = QBuffer(made)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(size)
        generator.setResolution(
            self._drawn.logicalDpiX()
        )  # else the axes, kept as pictures, have another size
        generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
        generator.setTitle(self._plot.title)
        generator.setDescription(described(self._plot))
        painter = QPainter(generator)
        self._paint(painter)
        painter.end()
        buffer.close()
        return bytes(made.data())

    def _paint(self, painter: QPainter) -> None:
        """Paint title, names and drawing."""
        size, head = self.saved_size, px(HEAD)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(roles().card))
        painter.setPen(QColor(roles().text))
        painter.setFont(font(14, 600))
        painter.drawText(QPointF(px(8), px(20)), unturned(self._plot.title))
        left = float(px(8))
        for place, name in enumerate(self._plot.names):
            left += draw_key(painter, QPointF(left, px(36)), unturned(name), style(place))
        box = QRectF(0, head, size.width(), size.height() - head)
        self._drawn.render(painter, box, self._drawn.rect())
