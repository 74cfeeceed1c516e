"""Plots over two axes of numbers: lines with bands, and reliability curves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from annotations.processes.quick_dataclass import dataclass
from ui.plots.plots import NOTHING, Behind, Plot, Row, shown


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
class LinePlot(Plot):
    """Lines and bands.  `bounds`, `reach`: the ends of the upright axis and of the one across, if they are fixed."""

    across: str
    up: str
    lines: tuple[PlotLine, ...] = ()
    bands: tuple[PlotBand, ...] = ()
    bounds: tuple[float, float] | None = None
    reach: tuple[float, float] | None = None

    @property
    def parts(self) -> tuple[PlotLine | PlotBand, ...]:
        """Return the lines, then the bands."""
        lines: tuple[PlotLine | PlotBand, ...] = self.lines
        return lines + self.bands

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of lines and bands, each once."""
        return tuple(dict.fromkeys(part.name for part in self.parts))

    @property
    def header(self) -> tuple[str, ...]:
        """Return the axis across, each line, and both edges of each band."""
        bands = (f"{band.name}, {edge}" for band in self.bands for edge in ("lower", "upper"))
        return (self.across, *(line.name for line in self.lines), *bands)

    def rows(self) -> Iterator[Row]:
        """Yield a row for each place on the axis across."""
        lines = [dict(line.points) for line in self.lines]
        bands = [{point.x: point for point in band.points} for band in self.bands]
        for x in sorted({at[0] for part in self.parts for at in part.points}):
            edges = ((at.low, at.high) if (at := band.get(x)) else (None, None) for band in bands)
            at_x = int(x) if x == int(x) else x
            values = (*(line.get(x) for line in lines), *(edge for pair in edges for edge in pair))
            yield (at_x, *(None if value is None else float(value) for value in values))

    def sentences(self) -> list[str]:
        """Return in words where each line and band begins and ends."""
        said = [self._course(line) for line in self.lines if line.points]
        return said + [
            f"{band.name}: {shown(float(band.points[-1].low), self.digits)} to {shown(float(band.points[-1].high), self.digits)} at "
            f"{band.points[-1].x:,g}."
            for band in self.bands
            if band.points
        ]

    def _course(self, line: PlotLine) -> str:
        """Return where a line begins and ends; of one point, where it is."""
        first, last = (
            f"{shown(float(at.y), self.digits)} at {at.x:,g}" for at in (line.points[0], line.points[-1])
        )
        return f"{line.name}: from {first} to {last}." if len(line.points) > 1 else f"{line.name}: {first}."


class ScorePoint(NamedTuple):
    """The suggestions whose scores lie about `x`: the share that was right, its interval, and how many they are."""

    x: float
    y: float
    low: float
    high: float
    number: int
    behind: Behind = NOTHING


@dataclass(frozen=True)
class ScoreCurve:
    """The points of one origin, in the order of their scores."""

    name: str
    points: tuple[ScorePoint, ...]


@dataclass(frozen=True)
class CurvePlot(Plot):
    """A reliability curve: share right against score, both 0 to 1; on the diagonal a score says what it promises."""

    across: str
    up: str
    curves: tuple[ScoreCurve, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the origins."""
        return tuple(curve.name for curve in self.curves)

    @property
    def header(self) -> tuple[str, ...]:
        """Return origin and score, then the figures there."""
        return ("found by", self.across, self.up, "at least", "at most", "suggestions")

    @property
    def named_by(self) -> int:
        """Return the columns of origin and score."""
        return 2

    @property
    def points(self) -> tuple[tuple[ScoreCurve, ScorePoint], ...]:
        """Return each point with its curve, in the order of the rows."""
        return tuple((curve, point) for curve in self.curves for point in curve.points)

    def rows(self) -> Iterator[Row]:
        """Yield a row for each point."""
        for curve, at in self.points:
            yield (curve.name, shown(at.x, 2), at.y, at.low, at.high, at.number)

    def behind(self, row: int, column: int) -> Behind:
        """Return what lies behind a point."""
        return self.points[row][1].behind
