"""CSV read row by row: which character divides the cells, and where a quote that nobody closes was opened."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from annotations.formats.tables.table import Cells
from annotations.problems import Problem

HEAD = 1 << 16  # characters from which the divider is told
SEEN = 50  # rows that are looked at for it
DIVIDERS = ",;\t|"
LONGEST = 1 << 24  # characters of a cell over several lines; a longer one was not meant to be one
VAIN = 20  # quotes without an end that are looked behind, each of which costs a look ahead
SEPARATOR = re.compile(r'\ufeff?"?sep=(.)"?\s*$', re.IGNORECASE)
CLOSING = re.compile(r'(?:[^"]++|"")*+"(?!")')
QUOTED = re.compile(r'"(?:[^"]++|"")*+"(?!")')
UNCLOSED = "This row was not taken: a quote is opened in it and not closed."


class CsvRows:
    """The rows of a CSV: the line of each and its cells; what cannot be read is a problem.

    A row goes over lines as long as a quote is open; but when what then closes it closes no cell, or nothing does, only
    the line of the opening quote is lost.
    """

    def __init__(self, path: Path, lines: Iterable[str], divider: str, *, first: int = 1) -> None:
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        self._path, self._lines, self._divider = path, iter(lines), divider
        self._number, self._vain, self._width = first - 1, 0, 0
        self._again: deque[tuple[int, str]] = deque()

    def __iter__(self) -> Iterator[Cells | Problem]:
        while taken := self._next():
            number, line = taken
            held = [line] if '"' not in line else self._held(number, line)
            cells = self._cells(held) if held else None
            if held and cells and len(held) > 1 and self._swallows(held, cells):
                self._put_back(number, held)
                cells = None
            if cells is None:
                yield Problem(self._path, number, UNCLOSED)
            elif cells:
                self._width = self._width or len(cells)
                yield number, cells

    def _next(self) -> tuple[int, str] | None:
        if self._again:
            return self._again.popleft()
        line = next(self._lines, None)
        if line is None:
            return None
        self._number += 1
        return self._number, line

    def _held(self, number: int, line: str) -> list[str]:
        """Return the lines of the row that begins with this one; none when its quote is not closed."""
        held, size, is_open = [line], len(line), _is_open(line, self._divider, False)
        while is_open:
            more = self._next() if self._vain <= VAIN and size <= LONGEST else None
            if more:
                held.append(more[1])
                size += len(more[1])
                is_open = _is_open(more[1], self._divider, True)
            else:
                self._vain += 1
                is_open = None
        if is_open is None:
            self._put_back(number, held)
            return []
        return held

    def _put_back(self, number: int, held: list[str]) -> None:
        self._again.extendleft(reversed(list(enumerate(held[1:], number + 1))))

    def _cells(self, held: list[str]) -> list[str]:
        first, *more = held
        lines = [_quoted(first, self._divider), *more] if '"' in first else held
        return next(csv.reader(lines, delimiter=self._divider), [])

    def _swallows(self, held: list[str], cells: list[str]) -> bool:
        """Return whether a row over lines has not the number of cells of the others, and a line of it alone has."""
        if len(cells) == self._width or not self._width:
            return False
        alone = (line for line in held[1:] if _is_open(line, self._divider, False) is False)
        return any(len(self._cells([line])) == self._width for line in alone)


def _is_open(line: str, divider: str, is_open: bool) -> bool | None:
    """Return whether a quote is open at the line's end; None when what was open before is closed within a cell."""
    body, at = line.rstrip("\r\n"), 0
    if is_open:
        closing = CLOSING.match(body)
        if closing is None:
            return True
        at = closing.end()
        if at == len(body):
            return False
        if body[at] != divider:
            return None
        at += 1
    while True:
        if body[at : at + 1] == '"':
            quoted = QUOTED.match(body, at)
            if quoted is None:
                return True
            at = quoted.end()
        at = body.find(divider, at) + 1
        if at == 0:
            return False


def _quoted(line: str, divider: str) -> str:
    """Return the line with those cells in quotes that begin with a quoted word and go on behind it: `"Yes," he said`."""
    body = line.rstrip("\r\n")
    cells, at = list[str](), 0
    while at <= len(body):
        quoted = QUOTED.match(body, at)
        if body[at : at + 1] == '"' and quoted is None:
            cells.append(body[at:])
            break
        behind = quoted.end() if quoted else at
        end = (body + divider).find(divider, behind)
        cell = body[at:end]
        goes_on = quoted is not None and body[behind:end].strip()
        cells.append('"' + cell.replace('"', '""') + '"' if goes_on else cell)
        at = end + 1
    return divider.join(cells) + line[len(body) :]


def csv_rows(
    path: Path, text: io.TextIOBase, is_known: Callable[[list[str]], bool]
) -> Iterator[Cells | Problem]:
    """Return the rows of a CSV, whatever divides its cells; a line `sep=` before the names is none of them.

    `is_known` tells whether a row of names is one that we can use.
    """
    head = text.read(HEAD)
    text.seek(0)
    lines = list(io.StringIO(head, newline=""))
    lines = lines[:-1] if len(head) == HEAD and len(lines) > 1 else lines
    said = SEPARATOR.match(lines[0]) if lines else None
    if said:
        next(text, None)
        return iter(CsvRows(path, text, said[1], first=2))
    return iter(CsvRows(path, text, _divider(path, lines, is_known)))


def _divider(path: Path, lines: list[str], is_known: Callable[[list[str]], bool]) -> str:
    """Return what divides the cells: names that we can use, as many cells as names in most rows, and many of them."""
    best, chosen = (False, 0.0, 0), ","
    for divider in DIVIDERS:
        rows = [row[1] for row in islice(CsvRows(path, lines, divider), SEEN) if not isinstance(row, Problem)]
        if rows and len(rows[0]) > 1:
            same = sum(len(row) == len(rows[0]) for row in rows) / len(rows)
            rated = (is_known(rows[0]), round(same, 1), len(rows[0]))
            if rated > best:
                best, chosen = rated, divider
    return chosen
