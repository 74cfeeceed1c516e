"""Workbooks of Excel and LibreOffice: the first sheet that has a text column is read as a CSV is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.reading.fields import named
from annotations.formats.reading.given import Given
from annotations.formats.reading.heads import BROKEN, OLE
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.tables.csv_spans import records
from annotations.formats.tables.table import Cells, NamedTable, no_text, table_of
from annotations.problems import Notice, Problem, worded

TEXTS = (".xml", ".rels", ".bin")
BLOCK = 1 << 16  # bytes unpacked at a time
LARGEST = (
    64 * 2**20
)  # bytes of all that is no picture in the file, unpacked; and of a file that is not packed
PARTS = 2_000  # files in the zip
ABOVE = 10  # rows in which the names are looked for
MERGED = 100_000  # cells that merged ones stand for, which get their value
TOO_LARGE = (
    f"This workbook is not read: unpacked, it has more than {LARGEST // 2**20} MB, or it is made of more than {PARTS:,} parts. "
    "Save the sheet as CSV."
)
DAMAGED = "This is no workbook (.xlsx, .xls, .ods), or it is damaged."
LOCKED = "This workbook has a password; save it without one, or its sheet as CSV."
OTHERS = "The sheet {sheet} was not read, since the articles were taken from {taken}; save it as a file of its own."
HIGHER = "What stands above the names of the columns was passed over: {count}."


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Record | Problem]:
    """Yield the records of one sheet.  UserError when the file is no workbook, or no sheet has a text column."""
    table, others = table_in(path, file, reading)
    if "text" not in table.columns:
        raise no_text(table)
    yield from records(path, table, reading)
    yield from others


def table_in(path: Path, file: BinaryIO, reading: HowRead) -> tuple[NamedTable, list[Notice]]:
    """Return the table of the sheet that is read, and what was passed over.  UserError when the file is no workbook."""
    filled = {name: rows for name, rows in _sheets(path, file).items() if rows}
    if not filled:
        raise UserError("This workbook is empty.")
    places = {name: _names_at(rows, reading) for name, rows in filled.items()}
    chosen = next((name for name, at in places.items() if at is not None), next(iter(filled)))
    above, rows = places[chosen] or 0, filled[chosen]
    higher = [Notice(path, rows[above][0], worded(HIGHER, count=above))] if above else []
    others = [
        Notice(path, None, worded(OTHERS, sheet=name, taken=chosen)) for name in filled if name != chosen
    ]
    return table_of(path, iter(rows[above:]), reading.fields), [*higher, *others]


def _sheets(path: Path, file: BinaryIO) -> dict[str, list[Cells]]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(_texts_alone(file))
        return {name: _rows(book.get_sheet_by_name(name)) for name in book.sheet_names}
    except PasswordError as error:
        raise UserError(LOCKED) from error
    except (CalamineError, *BROKEN, RuntimeError, KeyError) as error:
        file.seek(0)
        is_locked = file.read(len(OLE)) == OLE and path.suffix.lower() != ".xls"
        raise UserError(LOCKED if is_locked else DAMAGED) from error


def _names_at(rows: list[Cells], reading: HowRead) -> int | None:
    """Return the number of the row that has the names of a text column and others."""
    for number, (_, cells) in enumerate(rows[:ABOVE]):
        if "text" in named(cells, reading.fields):
            return number
    return None


def _texts_alone(file: BinaryIO) -> BinaryIO:
    """Return the file with nothing in its pictures, which are never unpacked.

    UserError when what is left is more than a table can be: a zip may claim a thousand times its size, or far less than it
    has.
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if not zipfile.is_zipfile(file):
        if size > LARGEST:
            raise UserError(TOO_LARGE)
        file.seek(0)
        return file
    made, unpacked = io.BytesIO(), 0
    with (
        zipfile.ZipFile(file) as package,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as light,
    ):
        entries = package.infolist()
        claimed = sum(entry.file_size for entry in entries if entry.filename.lower().endswith(TEXTS))
        if len(entries) > PARTS or claimed > LARGEST:
            raise UserError(TOO_LARGE)
        for entry in entries:
            with package.open(entry) as part, light.open(entry.filename, "w") as copy:
                while entry.filename.lower().endswith((*TEXTS, "mimetype")) and (piece := part.read(BLOCK)):
                    unpacked += len(piece)
                    if unpacked > LARGEST:
                        raise UserError(TOO_LARGE)
                    copy.write(piece)
    made.seek(0)
    return made


def _rows(sheet: Any) -> list[Cells]:
    """Return the rows that are not empty, each with its number; all cells that are merged have the value of the first."""
    rows = [[_written(value) for value in row] for row in sheet.iter_rows()]
    left = MERGED
    for (top, first), (bottom, last) in sheet.merged_cell_ranges or ():
        left -= (bottom - top + 1) * (last - first + 1)
        if left >= 0 and bottom < len(rows) and last < len(rows[top]):
            for row in rows[top : bottom + 1]:
                row[first] = rows[top][first]
    return [(number, row) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]


def _written(value: Any) -> str:
    """Return the value as a CSV would have it: dates as ISO, whole numbers without a point."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value)
