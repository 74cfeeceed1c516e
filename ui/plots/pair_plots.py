"""Plots of pairs: how often one name became another."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.processes.quick_dataclass import dataclass
from ui.plots.plots import NOTHING, Behind, Plot, Row


@dataclass(frozen=True)
class PlotPair:
    """A pair of names with its count, and what lies behind it."""

    one: str
    other: str
    count: int
    behind: Behind = NOTHING


@dataclass(frozen=True)
class PairPlot(Plot):
    """A map of pairs: `down` says what stands down, `over` what stands across; those counted most come first."""

    down: str
    over: str
    pairs: tuple[PlotPair, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        """Return both names and the count."""
        return (self.down, self.over, "times")

    @property
    def named_by(self) -> int:
        """Return the columns of both names."""
        return 2

    def rows(self) -> Iterator[Row]:
        """Yield a row for each pair."""
        for pair in self.pairs:
            yield (pair.one, pair.other, pair.count)

    def behind(self, row: int, column: int) -> Behind:
        """Return what lies behind a pair."""
        return self.pairs[row].behind

    def labels(self, most: int) -> tuple[str, ...]:
        """Return the names of the pairs, each once, those with the most places first, and no more than that."""
        counts = dict[str, int]()
        for pair in self.pairs:
            for name in (pair.one, pair.other):
                counts[name] = counts.get(name, 0) + pair.count
        return tuple(sorted(counts, key=lambda name: (-counts[name], name))[:most])
