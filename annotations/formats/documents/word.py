"""Word's .docx: the text of paragraphs and tables in their order, a line each; pages end with a form feed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.documents.plain import article
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Problem
from annotations.text.text import clean

PAGE_END = "\f"
TEXTS = (".xml", ".rels")
BLOCK = 1 << 16  # bytes unpacked at a time
LARGEST = 24 * 2**20  # bytes of all that is text in the file, unpacked
MOST = 500_000  # tags in it: a paragraph without text is one, a usual run of text about eight
PARTS = 2_000  # files in the zip
TOO_LARGE = (
    f"This Word file is not read: unpacked, its text is more than {LARGEST // 2**20} MB or has more than {MOST:,} tags, "
    f"or it is made of more than {PARTS:,} parts. Divide it, or save it as .txt."
)


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield one article.  UserError when it is no .docx or has no text."""
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        document = Document(_text_alone(file))
        text = "\n".join(_lines(document.iter_inner_content()))
    except (OpcError, zipfile.BadZipFile, ValueError, KeyError, SyntaxError, NotImplementedError) as error:
        raise UserError("This is no Word file (.docx), or it is damaged or has a password.") from error
    if not text.strip():
        raise UserError("This Word file has no text.")
    about = document.core_properties
    title = clean((about.title or "").strip())
    author = {"author": clean(about.author)} if about.author else {}
    yield article(path, clean(text), title, author)


def _text_alone(file: BinaryIO) -> BinaryIO:
    """Return the file with nothing in its pictures, fonts and the like, which are never unpacked.

    UserError when what is left is more than a text can be: a zip may claim a thousand times its size.
    """
    made, size, tags = io.BytesIO(), 0, 0
    with zipfile.ZipFile(file) as package, zipfile.ZipFile(made, "w") as light:
        entries = package.infolist()
        for entry in entries if len(entries) <= PARTS else ():
            pieces: list[bytes] = []
            with package.open(entry) as part:
                while entry.filename.lower().endswith(TEXTS) and (piece := part.read(BLOCK)):
                    size, tags = size + len(piece), tags + piece.count(b"<")
                    if size > LARGEST or tags > MOST:
                        raise UserError(TOO_LARGE)
                    pieces.append(piece)
            light.writestr(entry.filename, b"".join(pieces))
    if len(entries) > PARTS:
        raise UserError(TOO_LARGE)
    made.seek(0)
    return made


def _lines(blocks: Any) -> Iterator[str]:
    """Yield a line for each paragraph, and for each row of a table, with tabs.

    A page break within a paragraph is a form feed.  A cell is told once however many columns it claims to span.
    """
    from docx.table import _Cell

    for block in blocks:
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = (_Cell(cell, block) for cell in row._tr.tc_lst)
                yield "\t".join(cell.text.replace("\n", " ") for cell in cells)
        else:
            yield "".join(map(_run_text, block.iter_inner_content()))


def _run_text(run: Any) -> str:
    broken = any(
        mark.get(f"{mark.tag.partition('}')[0]}}}type") == "page"
        for mark in run._element.iter()
        if _is_break(mark)
    )
    return str(run.text) + (PAGE_END if broken else "")


def _is_break(mark: Any) -> bool:
    return isinstance(mark.tag, str) and mark.tag.endswith("}br")
