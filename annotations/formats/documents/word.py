"""Word's .docx: the text of paragraphs and tables in their order, a line each; pages end with a form feed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotations.errors import UserError
from annotations.formats.base import Problem, Record
from annotations.formats.documents.plain import article
from annotations.text.text import clean

PAGE_END = "\f"


def read(path: Path, file: BinaryIO) -> Iterator[Record | Problem]:
    """Yield one article.  UserError when it is no .docx or has no text."""
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        document = Document(file)
        text = "\n".join(_lines(document.iter_inner_content()))
    except (OpcError, zipfile.BadZipFile, ValueError, KeyError, SyntaxError, NotImplementedError) as error:
        raise UserError("This is no Word file (.docx), or it is damaged or has a password.") from error
    if not text.strip():
        raise UserError("This Word file has no text.")
    about = document.core_properties
    title = clean((about.title or "").strip())
    author = {"author": clean(about.author)} if about.author else {}
    yield article(path, clean(text), title, author)


def _lines(blocks: Any) -> Iterator[str]:
    """Yield a line for each paragraph, and for each row of a table, with tabs.

    A page break within a paragraph is a form feed.
    """
    for block in blocks:
        if hasattr(block, "rows"):
            for row in block.rows:
                yield "\t".join(cell.text.replace("\n", " ") for cell in row.cells)
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
