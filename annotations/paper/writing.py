"""The files of a paper, written whole into a folder of their own or not at all, with a manifest as exports have one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from annotations.errors import UserError, cause
from annotations.formats.writing.export import json_text
from annotations.formats.writing.output import Output
from annotations.paper.as_latex import as_latex
from annotations.paper.as_markdown import as_markdown
from annotations.paper.blocks import blanks
from annotations.paper.card import card
from annotations.paper.datasheet import datasheet
from annotations.paper.statement import statement

Json = Mapping[str, Any]
FACTS = "paper.json"
MARKDOWN = ".md"


def paper_files(found: Json) -> dict[str, str]:
    """Return the content of each file by its name, all made of the same facts."""
    told = statement(found)
    return {
        f"paper{MARKDOWN}": as_markdown(told),
        "paper.tex": as_latex(told),
        f"README{MARKDOWN}": card(found, told),
        f"datasheet{MARKDOWN}": as_markdown(datasheet(found)),
        FACTS: json.dumps(found, indent=2) + "\n",  # ASCII: names may hold halves of a pair
    }


def asked_of_author(found: Json) -> list[str]:
    """Return what the files leave to the author, each question once."""
    return list(dict.fromkeys([*blanks(statement(found)), *blanks(datasheet(found))]))


def write_files(files: Mapping[str, str], out: Path, *, kind: str, about: Json) -> dict[str, Any]:
    """Write the files into the folder; return their sizes and sums by name.

    UserError when anything is there that an earlier writing did not write, or it cannot be written; then what was there stays.
    """
    output = Output(out, folder=True)
    try:
        output.start()
        try:
            for name, content in files.items():
                output.beside(name, content)
            written = output.files()
            made = datetime.now(UTC).isoformat(timespec="seconds")
            output.beside(
                output.manifest, json_text({"made": made, "format": kind, **about, "files": written})
            )
            output.land()
        finally:
            output.discard()
    except OSError as error:
        raise UserError(f"The {kind} could not be written: {cause(error)}.", where=out) from error
    return written
