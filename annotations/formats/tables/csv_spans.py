"""CSV: a table of spans, a row a span, or, with a text column alone, a row an article (`plain`).

The first row of an article and annotator holds the text; an article without spans has one row without offsets.
With safe cells one more column says that an apostrophe was put before each cell that begins as a formula does, or with
an apostrophe; the reader takes it away.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from annotations.formats.base import How, Record
from annotations.formats.reading.encoding import opened, said_of
from annotations.formats.reading.fields import named
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.tables.article_rows import articles
from annotations.formats.tables.csv_rows import csv_rows
from annotations.formats.tables.table import NamedTable, table_of
from annotations.formats.units import CODE_POINTS, Offsets
from annotations.formats.writing.output import Output
from annotations.problems import Problem
from annotations.spans import in_order

COLUMNS = ("article", "annotator", "title", "start", "end", "label", "quote", "status", "text")
PLACES = {"start", "end", "label"}
RUN = ("=", "+", "-", "@", "\t", "\r", "\n")  # how a cell begins that a spreadsheet runs
MARK, APOSTROPHES, ADDED = "'", "apostrophes", "added"  # the further column, and what it says
EXAMPLES, SHOWN = 3, 40  # cells that the manifest shows, characters of each
WHOLE = re.compile(r"[0-9]{1,18}(?:\.0+)?")  # other programs make 3.0 of 3


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
    try:
        with table_in(path, file, reading) as (table, said):
            yield from records(path, table, reading)
            yield from said_of(path, said)
    except (csv.Error, UnicodeDecodeError) as error:
        yield Problem(path, None, f"The rest cannot be read: {error}.")


@contextmanager
def table_in(path: Path, file: BinaryIO, reading: HowRead) -> Iterator[tuple[NamedTable, str]]:
    """Give the table that is read from the file, and a sentence on its encoding or ""."""
    text, said = opened(file, reading)
    try:
        yield table_of(path, csv_rows(path, text, partial(_is_known, reading=reading)), reading.fields), said
    finally:
        with suppress(ValueError):  # the file is closed already when somebody only had a first look
            text.detach()


def records(path: Path, table: NamedTable, reading: HowRead) -> Iterator[Given | Record | Problem]:
    """Yield the records of a table of spans or of articles, wherever it was read from."""
    if is_of_spans(table):
        yield from _spans(path, table, reading.unit(CODE_POINTS))
    else:
        yield from articles(path, table)


def is_of_spans(table: NamedTable) -> bool:
    return {name.lower() for name in table.names} >= PLACES and "text" in table.columns


def _is_known(names: list[str], reading: HowRead) -> bool:
    return "text" in named(names, reading.fields)


def _spans(path: Path, table: NamedTable, unit: str) -> Iterator[Given | Problem]:
    """Yield what consecutive rows on one text have of spans, whether each of them has the text or only the first."""
    line = 0
    first: dict[str, Any] = {}
    found: list[Found] = []
    for one in table.rows:
        if isinstance(one, Problem):
            yield one
            continue
        row = _plain(_by_our_names(one.cells, table.columns))
        if row.get("text") and not _is_same(row, first):
            if first:
                yield _given(first, found, unit).on(line)
            line, first, found = one.line, row, []
        elif not first or _other(row, first):
            yield Problem(path, one.line, "This row's article has no row with its text before it.")
            continue
        if row.get("start") or row.get("end"):
            place = _found(row, one.line)
            if place is None:
                yield Problem(path, one.line, "This row's start and end are no whole numbers.")
            else:
                found.append(place)
    if first:
        yield _given(first, found, unit).on(line)


def _by_our_names(cells: dict[str, str], columns: dict[str, str]) -> dict[str, Any]:
    """Return the cells by our names; an article's `id` is called as in our own table."""
    theirs = {
        column: "article" if ours == "id" else ours for ours, column in columns.items() if ours != "published"
    }
    return {
        theirs.get(name, name.lower() if name.lower() in COLUMNS else name): cell
        for name, cell in cells.items()
    }


def _is_same(row: dict[str, Any], first: dict[str, Any]) -> bool:
    return all((row.get(name) or "") == (first.get(name) or "") for name in ("text", "article", "annotator"))


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return the row without the apostrophes that it says were added."""
    if row.get(APOSTROPHES) != ADDED:
        return row
    cells = {name: cell.removeprefix(MARK) if isinstance(cell, str) else cell for name, cell in row.items()}
    return {**cells, APOSTROPHES: ""}


def _other(row: dict[str, Any], first: dict[str, Any]) -> bool:
    """Return whether the row names another article than the one before; a table of one article need name none."""
    return (row.get("article") or first.get("article")) != first.get("article")


def _found(row: dict[str, Any], line: int) -> Found | None:
    start, end = (str(row.get(name) or "").strip() for name in ("start", "end"))
    if not (WHOLE.fullmatch(start) and WHOLE.fullmatch(end)):
        return None
    start, end = start.partition(".")[0], end.partition(".")[0]
    return Found(int(start), int(end), row.get("label") or "", row.get("quote") or None, line=line)


def _given(row: dict[str, Any], found: list[Found], unit: str) -> Given:
    rest = {k: v for k, v in row.items() if k and k not in COLUMNS and isinstance(v, str) and v}
    named = {name: row.get(name) or "" for name in ("article", "title", "annotator")}
    return Given(
        row["text"], named["article"], named["title"], rest, named["annotator"], spans=found, unit=unit
    )
