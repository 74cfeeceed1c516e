"""Tables with a line of names first: rows by name, as CSV and spreadsheets have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from annotations.errors import UserError
from annotations.formats.reading.fields import USUAL, missing, named
from annotations.problems import Notice, Problem, worded

MOST = 1_000  # columns
TOO_WIDE = f"This table is not read: it has more than {MOST:,} columns. Leave out those that Factmark has no use for."
TOO_MANY = (
    "This row was not taken: it has {cells} cells, and there are {names} columns. A cell with the character that divides "
    "cells must stand in quotes."
)
DOUBLED = "Two columns are called {name}; the second is kept as {other}."
NO_TEXT = (
    "The first line names no text column; call one of the columns {options}, or name it with --map text=COLUMN (there are: "
    "{there}). Without a line of names a column's number does: --map text=2."
)

Cells = tuple[int, list[str]]  # a row's line and its cells


class TableRow(NamedTuple):
    """A row: its line, and the cells that are there by the names of their columns."""

    line: int
    cells: dict[str, str]


class NamedTable(NamedTuple):
    """A table that is read row by row; `columns` are the names that stand for ours, by ours."""

    names: list[str]
    columns: dict[str, str]
    rows: Iterator[TableRow | Problem]


def table_of(path: Path, found: Iterator[Cells | Problem], asked: Mapping[str, str]) -> NamedTable:
    """Return the table whose first row has the names.  UserError when it has no row, or too many columns."""
    problems: list[Problem] = []
    for first in found:
        if not isinstance(first, Problem):
            break
        problems.append(first)
    else:
        raise UserError(problems[0].reason if problems else "The file is empty.")
    line, cells = first
    if len(cells) > MOST:
        raise UserError(TOO_WIDE)
    numbered = {
        ours: theirs for ours, theirs in asked.items() if theirs.strip().isdigit() and theirs not in cells
    }
    if numbered:  # there is no line of names
        names = [f"column {number}" for number in range(1, len(cells) + 1)]
        asked = {**asked, **{ours: f"column {theirs.strip()}" for ours, theirs in numbered.items()}}
        found = chain([first], found)
    else:
        names = _distinct(path, line, cells, problems)
    if gone := missing(names, asked):
        there = ", ".join(names)[:300]
        raise UserError(f"There is no column {gone[0]} in this table; there are: {there}.")
    return NamedTable(names, named(names, asked), chain(problems, _by_name(path, names, found)))


def no_text(table: NamedTable) -> UserError:
    """Return the error of a table in which no column is known to hold text."""
    return UserError(NO_TEXT.format(options=", ".join(USUAL["text"]), there=", ".join(table.names)[:300]))


def _distinct(path: Path, line: int, cells: list[str], problems: list[Problem]) -> list[str]:
    """Return a name for each column: its number where it has none, with a number where it has another's."""
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = other = cell.strip() or f"column {number}"
        while other in names:
            other = f"{name} {number}" if other == name else f"{other}'"
        if other != name:
            problems.append(Notice(path, line, worded(DOUBLED, name=name, other=other)))
        names.append(other)
    return names


def _by_name(path: Path, names: list[str], found: Iterator[Cells | Problem]) -> Iterator[TableRow | Problem]:
    for one in found:
        if isinstance(one, Problem):
            yield one
            continue
        line, cells = one
        if any(cell.strip() for cell in cells[len(names) :]):
            yield Problem(path, line, worded(TOO_MANY, cells=len(cells), names=len(names)))
        elif any(cell.strip() for cell in cells):
            yield TableRow(line, dict(zip(names, cells, strict=False)))
