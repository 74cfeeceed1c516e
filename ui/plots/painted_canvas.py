"""The canvas of plots with names on their axes, painted shape by shape; how each is laid out is a table."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent

from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plots.bar_plots import BarPlot, ColumnPlot, LanePlot
from ui.plots.bars_drawn import LYING, UPRIGHT
from ui.plots.lanes_drawn import LANES
from ui.plots.marked_canvas import MarkedCanvas
from ui.plots.pair_plots import PairPlot
from ui.plots.pairs_drawn import PAIRS
from ui.plots.plots import Plot
from ui.plots.shapes import PlotLayout, PlotMark, Scene

LAYOUTS: Mapping[type[Plot], PlotLayout] = {
    BarPlot: LYING,
    ColumnPlot: UPRIGHT,
    LanePlot: LANES,
    PairPlot: PAIRS,
}


class PaintedCanvas(MarkedCanvas):
    """The drawing of bars, lanes or pairs."""

    def __init__(self) -> None:
        super().__init__()
        self._scene = Scene()
        follow(self)

    def draw_anew(self) -> None:
        layout = LAYOUTS.get(type(self.plot))
        self._scene = layout.shapes(self.plot, QSizeF(self.size())) if layout else Scene()
        self.setMinimumHeight(px(layout.height(self.plot)) if layout else 0)
        self.update()

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self.setMinimumWidth(px(160))
        self.draw_anew()

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.draw_anew()

    def marks(self) -> list[PlotMark]:
        return self._scene.marks

    @property
    def scene(self) -> Scene:
        """Return what is drawn, as it lies now."""
        return self._scene

    def paint_plot(self, painter: QPainter, box: QRectF) -> None:
        painter.save()
        painter.translate(box.topLeft())
        self._scene.draw(painter)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(roles().card))
        self._scene.draw(painter)
        painter.end()
