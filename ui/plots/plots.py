"""Plots as values: what every kind of them has, and any of them as a table, as CSV and in words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import islice

from annotations.agreement.tables import Cell, Table
from annotations.processes.quick_dataclass import dataclass

Value = str | int | float | None
Row = tuple[Value, ...]
SHOWN = 12  # rows that are told to whoever cannot see the plot; all are in its table


@dataclass(frozen=True)
class Behind:
    """The places behind a part of a plot: a line for the view Search, or an article's id; neither where there are none."""

    query: str = ""
    article: str = ""

    def __bool__(self) -> bool:
        return bool(self.query or self.article)


NOTHING = Behind()


@dataclass(frozen=True)
class Plot:
    """A plot; each kind is a class of its own.

    `says`: what is to be seen there, in words; `empty`: what stands in its place while there is nothing to draw;
    `digits`: those behind the point that its table shows of what is no whole number.
    """

    title: str
    says: str = field(default="", kw_only=True)
    empty: str = field(default="", kw_only=True)
    digits: int = field(default=1, kw_only=True)

    @property
    def names(self) -> tuple[str, ...]:
        """Return what is told apart by its look, each name once."""
        return ()

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to draw."""
        return not any(True for _ in self.rows())

    @property
    def header(self) -> tuple[str, ...]:
        """Return the columns of its table."""
        return ("",)

    @property
    def named_by(self) -> int:
        """Return how many of the columns name the row."""
        return 1

    def rows(self) -> Iterator[Row]:
        """Yield the rows of its table: all that is drawn."""
        yield from ()

    def behind(self, row: int, column: int) -> Behind:
        """Return what lies behind a cell of its table."""
        return NOTHING

    def told(self, row: int, column: int) -> str:
        """Return a cell of its table in words; of a column that names the row, all of the row."""
        values = next(islice(self.rows(), row, None), None)
        if values is None:
            return ""
        if column < self.named_by:
            return self.sentence(values)
        named = " – ".join(shown(value, self.digits) for value in values[: self.named_by])
        return f"{named}: {self.header[column]} {shown(values[column], self.digits)}"

    def sentences(self) -> list[str]:
        """Return its first rows in words, and how many there are beyond."""
        rows = list(self.rows())
        more = [f"{len(rows) - SHOWN:,} more in the table."] if len(rows) > SHOWN else []
        return [*(self.sentence(row) for row in rows[:SHOWN]), *more]

    def sentence(self, row: Row) -> str:
        """Return a row of its table in words."""
        named = " – ".join(shown(value, self.digits) for value in row[: self.named_by])
        figures = zip(self.header[self.named_by :], row[self.named_by :], strict=True)
        said = ", ".join(
            f"{name} {shown(value, self.digits)}"
            for name, value in figures
            if value is not None and value != ""
        )
        return f"{named}: {said}." if said else f"{named}."


def described(plot: Plot) -> str:
    """Return the plot in words, for whoever cannot see it."""
    return " ".join(filter(None, [plot.says, *plot.sentences()]))


def as_table(plot: Plot) -> Table:
    """Return all that is drawn as a table."""
    rows = tuple(tuple(Cell(shown(value, plot.digits)) for value in row) for row in plot.rows())
    return Table("", plot.title, plot.header, rows, names=plot.named_by)


def as_csv(plot: Plot, *, apart: str = ",") -> str:
    """Return the same as CSV, numbers as they are; `apart` is what stands between the cells."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=apart)
    writer.writerow([_safe(name) for name in plot.header])
    writer.writerows([_written(value) for value in row] for row in plot.rows())
    return out.getvalue()


def shown(value: Value, digits: int = 1) -> str:
    """Return a value as it is read.

    >>> shown(12_345), shown(0.5, 2), shown(0.00002), shown(None), shown("GPE")
    ('12,345', '0.50', '0.00002', '–', 'GPE')
    """
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return f"{value:,}"
    near = f"{value:,.{digits}f}"
    if not digits or (value and not float(near.replace(",", ""))):
        return f"{value:,.6f}".rstrip("0").rstrip(".") if abs(value) >= 1e-6 or not value else f"{value:g}"
    return near


def brief(count: float) -> str:
    """Return a number in few signs, for an axis.

    >>> brief(950), brief(12_500), brief(3_000_000), brief(0.25)
    ('950', '12.5k', '3M', '0.25')
    """
    for size, letter in ((1e9, "G"), (1e6, "M"), (1e4, "k")):
        if abs(count) >= size:
            return f"{count / min(size, 1e3 if letter == 'k' else size):.4g}{letter}"
    return f"{count:,.6g}"


def ticks(most: int, wanted: int = 4) -> Sequence[int]:
    """Return round numbers from 0 to `most` or a little more, about as many as are wanted.

    >>> ticks(320), ticks(3), ticks(0)
    ([0, 100, 200, 300, 400], [0, 1, 2, 3], [0, 1])
    """
    steps = (base * 10**power for power in range(19) for base in (1, 2, 5))
    step = next((step for step in steps if step * wanted >= most), 1)
    return [step * n for n in range((-int(-most // step) or 1) + 1)]


def _written(value: Value) -> str:
    if value is None:
        return ""
    return (
        _safe(value)
        if isinstance(value, str)
        else f"{value:.15g}"
        if isinstance(value, float)
        else str(value)
    )


def _safe(name: str) -> str:
    """Return a name that no spreadsheet runs."""
    return f"'{name}" if name[:1] in tuple("=+-@\t\r") else name
