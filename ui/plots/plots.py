"""A plot as values: lines and bands over one pair of axes, and the same as a table and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from annotations.agreement.tables import Cell, Table


class PlotPoint(NamedTuple):
    """A point of a line, as the axes count."""

    x: float
    y: float


class BandPoint(NamedTuple):
    """The lower and upper edge of a band at one place."""

    x: float
    low: float
    high: float


@dataclass(frozen=True)
class PlotLine:
    """A line through points in the order of their `x`; a line and a band of one name have one colour and marker."""

    name: str
    points: tuple[PlotPoint, ...]


@dataclass(frozen=True)
class PlotBand:
    """A band between two edges, in the order of their `x`."""

    name: str
    points: tuple[BandPoint, ...]


@dataclass(frozen=True)
class Plot:
    """A plot.  `says`: what is to be seen there, in words; `bounds`, `reach`: the ends of the upright axis and of the
    one across, if they are fixed.

    `digits`: those behind the point that the table shows.
    """

    title: str
    across: str
    up: str
    lines: tuple[PlotLine, ...] = ()
    bands: tuple[PlotBand, ...] = ()
    says: str = ""
    bounds: tuple[float, float] | None = None
    reach: tuple[float, float] | None = None
    digits: int = 1

    @property
    def parts(self) -> tuple[PlotLine | PlotBand, ...]:
        """Return the lines, then the bands."""
        lines: tuple[PlotLine | PlotBand, ...] = self.lines
        return lines + self.bands

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to draw."""
        return not any(part.points for part in self.parts)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of lines and bands, each once."""
        return tuple(dict.fromkeys(part.name for part in self.parts))


def described(plot: Plot) -> str:
    """Return in words where each line and band begins and ends, for whoever cannot see it."""
    said = [
        f"{line.name}: from {_shown(line.points[0].y, plot.digits)} at {line.points[0].x:,g} to "
        f"{_shown(line.points[-1].y, plot.digits)} at {line.points[-1].x:,g}."
        for line in plot.lines
        if line.points
    ]
    said += [
        f"{band.name}: {_shown(band.points[-1].low, plot.digits)} to {_shown(band.points[-1].high, plot.digits)} at "
        f"{band.points[-1].x:,g}."
        for band in plot.bands
        if band.points
    ]
    return " ".join(filter(None, [plot.says, *said]))


def as_table(plot: Plot) -> Table:
    """Return all that is drawn as a table, a row for each place on the axis across."""
    rows = tuple(
        tuple(Cell(_shown(value, plot.digits if n else 0)) for n, value in enumerate(row))
        for row in _rows(plot)
    )
    return Table("", plot.title, _header(plot), rows)


def as_csv(plot: Plot) -> str:
    """Return the same as CSV, numbers as they are."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_safe(name) for name in _header(plot)])
    writer.writerows(["" if value is None else f"{value:g}" for value in row] for row in _rows(plot))
    return out.getvalue()


def _header(plot: Plot) -> tuple[str, ...]:
    bands = (f"{band.name}, {edge}" for band in plot.bands for edge in ("lower", "upper"))
    return (plot.across, *(line.name for line in plot.lines), *bands)


def _rows(plot: Plot) -> Iterator[tuple[float | None, ...]]:
    lines = [dict(line.points) for line in plot.lines]
    bands = [{point.x: point for point in band.points} for band in plot.bands]
    for x in sorted({at[0] for part in plot.parts for at in part.points}):
        edges = ((at.low, at.high) if (at := band.get(x)) else (None, None) for band in bands)
        yield (x, *(line.get(x) for line in lines), *(edge for pair in edges for edge in pair))


def _shown(value: float | None, digits: int) -> str:
    if value is None:
        return "–"
    return f"{value:,.{digits}f}" if digits else f"{value:,g}"


def _safe(name: str) -> str:
    """Return a name that no spreadsheet runs."""
    return f"'{name}" if name[:1] in tuple("=+-@\t\r") else name
