"""Plots of counts by name: stacked bars, upright ones, and lanes along a time."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.processes.quick_dataclass import dataclass
from ui.plots.plots import NOTHING, Behind, Plot, Row


@dataclass(frozen=True)
class PlotBar:
    """A bar: its name, a count for each part, and what is said at its end.

    `drawn` stands there in the drawing, if other words than the table's are plain there.
    `behind`: what lies behind the whole, then behind each part; what lacks has nothing behind it.
    """

    name: str
    counts: tuple[float, ...]
    said: str = ""
    behind: tuple[Behind, ...] = ()
    drawn: str = ""

    @property
    def end(self) -> str:
        """Return what is drawn at its end."""
        return self.drawn or self.said

    @property
    def whole(self) -> float:
        """Return all that it counts."""
        return sum(self.counts)


@dataclass(frozen=True)
class BarPlot(Plot):
    """Bars that lie: `of` says what their names are, `last` what is said at their ends; `fills` are looks of the parts.

    `has_sums`: each bar's sum stands at its end as well.
    """

    of: str
    parts: tuple[str, ...] = ()
    bars: tuple[PlotBar, ...] = ()
    last: str = ""
    fills: tuple[str, ...] = ("taken", "corrected", "rejected")
    has_sums: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """Return the parts."""
        return self.parts

    @property
    def is_empty(self) -> bool:
        """Return whether no bar has any length."""
        return not any(bar.whole for bar in self.bars)

    @property
    def header(self) -> tuple[str, ...]:
        """Return the name, the parts and their sum, and what is said of it."""
        all_of = ("together",) if len(self.parts) > 1 else ()
        return (self.of, *self.parts, *all_of, *((self.last,) if self.last else ()))

    def rows(self) -> Iterator[Row]:
        """Yield a row for each bar."""
        for bar in self.bars:
            whole = (bar.whole,) if len(self.parts) > 1 else ()
            yield (bar.name, *bar.counts, *whole, *((bar.said,) if self.last else ()))

    def behind(self, row: int, column: int) -> Behind:
        """Return what lies behind a bar or, in a part's column, behind that part."""
        there = self.bars[row].behind
        place = column if column <= len(self.parts) else 0
        return there[place] if place < len(there) else NOTHING


@dataclass(frozen=True)
class ColumnPlot(BarPlot):
    """Bars that stand, in the order of a time."""

    fills: tuple[str, ...] = ("spans", "facts")


@dataclass(frozen=True)
class LanePlot(BarPlot):
    """A lane for each part, in which each bar's count of it stands over the same place: events of each type along a time."""

    fills: tuple[str, ...] = ("spans",)
