"""CSV: a table of spans, a row a span, or, with a text column alone, a row an article (`plain`).

The first row of an article and annotator holds the text; an article without spans has one row without offsets.
With safe cells one more column says that an apostrophe was put before each cell that begins as a formula does, or with
an apostrophe; the reader takes it away.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotations.formats.base import How, Record
from annotations.formats.columns.table import NamedRows
from annotations.formats.documents import plain
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.units import CODE_POINTS, Offsets
from annotations.formats.writing.output import Output
from annotations.problems import Problem
from annotations.spans import in_order

COLUMNS = ("article", "annotator", "title", "start", "end", "label", "quote", "status", "text")
NEEDED = {"start", "end", "label", "text"}
RUN = ("=", "+", "-", "@", "\t", "\r", "\n")  # how a cell begins that a spreadsheet runs
MARK, APOSTROPHES, ADDED = "'", "apostrophes", "added"  # the further column, and what it says
EXAMPLES, SHOWN = 3, 40  # cells that the manifest shows, characters of each
WHOLE = re.compile("[0-9]{1,18}")
HEAD = 65_536  # bytes in which the first line is looked for


class TableRows:
    """A sink with one table a part."""

    def __init__(self, out: Output, how: How) -> None:
        self._out, self._unit = out, how.offsets
        self._writers: dict[str, Any] = {}
        self._is_safe = how.safe_cells
        self._count, self._examples = 0, list[str]()  # cells that a spreadsheet would run

    def add(self, entry: Record, part: str) -> None:
        found = list(rows(entry, self._unit))
        for row in found:
            self._note(row)
        self._table(part).writerows(map(_safe, found) if self._is_safe else found)
        self._out.text(part)

    def close(self) -> None:
        for part in self._out.parts:
            self._table(part)
        if self._count:
            said = {"count": self._count, "examples": self._examples, "safe": self._is_safe}
            self._out.told["cells_that_run"] = said

    def _note(self, row: tuple[Any, ...]) -> None:
        for cell in row:
            if isinstance(cell, str) and cell.startswith(RUN):
                self._count += 1
                if len(self._examples) < EXAMPLES:
                    self._examples.append(ascii(cell[:SHOWN])[1:-1])

    def _table(self, part: str) -> Any:
        if part not in self._writers:
            self._writers[part] = csv.writer(self._out.text(part), lineterminator="\r\n")
            self._writers[part].writerow((*COLUMNS, APOSTROPHES) if self._is_safe else COLUMNS)
        return self._writers[part]


def write(out: Output, how: How) -> TableRows:
    return TableRows(out, how)


def _safe(row: tuple[Any, ...]) -> tuple[Any, ...]:
    marked = (*RUN, MARK)
    return *(MARK + c if isinstance(c, str) and c.startswith(marked) else c for c in row), ADDED


def rows(entry: Record, unit: str) -> Iterator[tuple[Any, ...]]:
    """Yield the article's rows, in the order of COLUMNS."""
    article, at = entry.article, Offsets(entry.article.text, unit).to
    head = (article.id, entry.set.annotator if entry.set else "")
    spans = sorted(entry.spans(), key=in_order)
    if not spans:
        yield (*head, article.title, "", "", "", "", "", article.text)
    for number, span in enumerate(spans):
        place = (
            at(span.start),
            at(span.end),
            span.label,
            article.text[span.start : span.end],
            span.status.value,
        )
        yield (*head, "" if number else article.title, *place, "" if number else article.text)


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Record | Problem]:
    """Yield the records of a table of spans or of articles.

    It is one of spans when the first line names start, end, label and text; else a row is an article.
    """
    unit = reading.unit(CODE_POINTS)
    start = file.read(HEAD).decode("utf-8-sig", "replace")
    file.seek(0)
    head = (start.splitlines() or [""])[0]
    names = {name.strip().lower() for name in next(csv.reader([head]), [])}
    if not names >= NEEDED:
        yield from plain.read_csv(path, file, reading)
        return
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    try:
        yield from _records(path, text, unit)
    except (csv.Error, UnicodeDecodeError) as error:
        yield Problem(path, None, f"The rest cannot be read: {error}.")
    finally:
        text.detach()


def _records(path: Path, file: io.TextIOWrapper, unit: str) -> Iterator[Given | Problem]:
    table = NamedRows(file)
    table.names = [name.strip().lower() for name in table.names]
    line = 0
    first: dict[str, Any] = {}
    found: list[Found] = []
    for row in map(_plain, table):
        if row.get("text"):
            if first:
                yield _given(first, found, unit).on(line)
            line, first, found = table.line, row, []
        elif not first or _other(row, first):
            yield Problem(path, table.line, "This row's article has no row with its text before it.")
            continue
        if row.get("start") or row.get("end"):
            one = _found(row)
            if one is None:
                yield Problem(path, table.line, "This row's start and end are no whole numbers.")
            else:
                found.append(one)
    if first:
        yield _given(first, found, unit).on(line)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return the row without the apostrophes that it says were added."""
    if row.get(APOSTROPHES) != ADDED:
        return row
    cells = {name: cell.removeprefix(MARK) if isinstance(cell, str) else cell for name, cell in row.items()}
    return {**cells, APOSTROPHES: ""}


def _other(row: dict[str, Any], first: dict[str, Any]) -> bool:
    """Return whether the row names another article than the one before; a table of one article need name none."""
    return (row.get("article") or first.get("article")) != first.get("article")


def _found(row: dict[str, Any]) -> Found | None:
    start, end = (str(row.get(name) or "").strip() for name in ("start", "end"))
    if not (WHOLE.fullmatch(start) and WHOLE.fullmatch(end)):
        return None
    return Found(int(start), int(end), row.get("label") or "", row.get("quote") or None)


def _given(row: dict[str, Any], found: list[Found], unit: str) -> Given:
    rest = {k: v for k, v in row.items() if k and k not in COLUMNS and isinstance(v, str) and v}
    named = {name: row.get(name) or "" for name in ("article", "title", "annotator")}
    return Given(
        row["text"], named["article"], named["title"], rest, named["annotator"], spans=found, unit=unit
    )
