"""The kinds of plots: one table, of what draws each and how its names look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from annotations.processes.quick_dataclass import dataclass
from ui.plots.bar_plots import BarPlot, ColumnPlot, LanePlot
from ui.plots.fills import Fill, fill_of
from ui.plots.line_plots import CurvePlot, LinePlot
from ui.plots.pair_plots import PairPlot
from ui.plots.plots import Plot
from ui.plots.styles import PlotLook, style

if TYPE_CHECKING:
    from ui.plots.marked_canvas import MarkedCanvas


@dataclass(frozen=True)
class PlotKind:
    """A kind of plot: its canvas, `module:Class`, loaded with the first one; the look of the part at a place.

    `has_keys`: its names stand beside pieces of their looks; else the drawing itself has them.
    """

    drawn_by: str
    look: Callable[[Any, int], PlotLook]
    has_keys: bool = True

    def made(self) -> MarkedCanvas:
        """Return a new canvas."""
        module, maker = self.drawn_by.split(":")
        canvas: MarkedCanvas = getattr(import_module(module), maker)()
        return canvas

    def looks(self, plot: Plot) -> list[PlotLook]:
        """Return the looks of the plot's names, in their order."""
        return [self.look(plot, place) for place in range(len(plot.names))]


def _line(_: Plot, place: int) -> PlotLook:
    return style(place)


def _part(plot: BarPlot, place: int) -> Fill:
    return fill_of(plot.fills, place)


_AXES, _PAINTED = "ui.plots.canvas:PlotCanvas", "ui.plots.painted_canvas:PaintedCanvas"
KINDS: Mapping[type[Plot], PlotKind] = {
    LinePlot: PlotKind(_AXES, _line),
    CurvePlot: PlotKind(_AXES, _line),
    BarPlot: PlotKind(_PAINTED, _part),
    ColumnPlot: PlotKind(_PAINTED, _part),
    LanePlot: PlotKind(_PAINTED, _part, has_keys=False),
    PairPlot: PlotKind(_PAINTED, _part),
}
