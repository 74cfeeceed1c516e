"""The options by which a person says how files are to be read."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Annotated

import typer

from annotations import formats
from annotations.errors import UserError
from annotations.formats.reading.how_read import OURS, HowRead
from annotations.formats.units import UNITS
from ui.commands.base import among

FilesMeant = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", readable=False, help="Files, or folders and zips of them."),
]
Preview = Annotated[
    bool,
    typer.Option("--preview", help="Show the first articles as they would come in, and import nothing."),
]
LookFirst = Annotated[bool, typer.Option(hidden=True, help="Show them if something is to be asked.")]
FileFormat = Annotated[str | None, typer.Option(help="The files' format; else told by what is in them.")]
Encoding = Annotated[
    str,
    typer.Option(
        metavar="NAME", help="The encoding of the files' text, as cp1250; else told by what is in them."
    ),
]
OffsetUnit = Annotated[
    str,
    typer.Option(help=f"What the files' offsets count: {' or '.join(UNITS)}; else what their format counts."),
]
Columns = Annotated[
    str,
    typer.Option(
        metavar="TOKEN,TAG,...",
        help="Numbers of the columns, from 1, of the tokens and of one or more layers of tags.",
    ),
]
FieldMap = Annotated[
    str,
    typer.Option(
        "--map",
        metavar="OURS=THEIRS,...",
        help=f"Which field or column is which of ours: {', '.join(OURS)}; as text=body,title=headline.",
    ),
]

Password = Annotated[
    str, typer.Option(metavar="WORD", help="The password of PDFs that do not open without one.")
]


def as_asked(
    format: str | None, encoding: str, offsets: str, columns: str, fields: str, password: str = ""
) -> HowRead:
    """Return what was asked of the reading.  Wrong words end the command with a sentence."""
    if format:
        among("--format", format, formats.names(to="read"))
    if offsets:
        among("--offsets", offsets, UNITS)
    try:
        codecs.lookup(encoding or "utf-8")
    except LookupError as error:
        raise typer.BadParameter(f"There is no encoding {encoding}; cp1250 or iso8859-9 is one.") from error
    if columns:
        _checked(columns)
    return HowRead(format or "", encoding, offsets, columns, _fields(fields), password)


def _checked(columns: str) -> None:
    from annotations.formats.columns.layout import asked

    try:
        asked(columns)
    except UserError as error:
        raise typer.BadParameter(error.sentence) from error


def _fields(said: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in said.split(",") if pair.strip()]
    for ours, equals, theirs in pairs:
        among("--map", ours.strip(), OURS)
        if not (equals and theirs.strip()):
            raise typer.BadParameter(f"--map {ours} names no field; write it as {ours}=FIELD.")
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}
