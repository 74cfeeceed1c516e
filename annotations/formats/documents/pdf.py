"""PDF: the text layer, page by page: paragraphs in the order in which they are read; pages end with a form feed.

A paragraph that runs over a page's end is whole: heads and feet come behind it.  `meta["pages"]` says where pages begin.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from annotations.articles import PAGES
from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.documents.given_titles import real_title
from annotations.formats.documents.plain import article
from annotations.formats.documents.titles import find_title, opening
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Notice, Problem
from annotations.sets import Boilerplate
from annotations.spans import Status
from annotations.text.text import clean

if TYPE_CHECKING:
    from annotations.formats.documents.pages.sheets import WeighedDocument
    from annotations.formats.documents.pages.whole import PdfText

NO_TEXT = (
    "This PDF has no text, only pictures of pages; recognise its text (OCR) first and import the result."
)
PASSWORD = "This PDF has a password; name it with --password, or save it without one first."
WRONG = "This PDF does not open with that password; name its own with --password."
PROTECTED = (
    "This PDF is protected in a way that is not read here; print it to a PDF anew, or save its text as .txt."
)
DAMAGED = "This is no PDF, or it is damaged."
UNKNOWN = "\ufffd"
MOST_PAGES = 1_000_000  # that progress is shown of
NAMED = 20  # pages that a sentence names


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield one article; pages without text are listed.

    UserError when it is no PDF, locked, or has no text.
    """
    from annotations.formats.documents.pages.sheets import sheets
    from annotations.formats.documents.pages.whole import PdfPages

    document = _document(path, file, reading.password)
    reading.ahead(_count(document))
    pages, empty, hurt = PdfPages(), list[int](), list[int]()
    for number, sheet in enumerate(sheets(document), 1):
        if not pages.add(sheet):
            (hurt if sheet is None else empty).append(number)
        reading.tick()
    if len(pages) == len(empty) + len(hurt):
        raise UserError(DAMAGED if hurt or not len(pages) else NO_TEXT)
    found = pages.text()
    yield _record(path, found, real_title(_title(document)))
    if empty:
        yield Problem(path, None, f"There is no text on the pages {_named(empty)}; they may be pictures.")
    if hurt:
        yield Problem(path, None, f"The pages {_named(hurt)} are damaged and were not read.")
    if unknown := found.text.count(UNKNOWN):
        said = f"The fonts of this PDF do not tell {unknown:,} of its letters; � stands in their place."
        yield Notice(path, None, said)


def _record(path: Path, found: PdfText, title: str) -> Record:
    lead = 0  # behind what stands on every page: that is no title
    for start, end in found.furniture:
        lead = end if start <= lead + 1 else lead
    body = clean(found.text[lead:])
    made = article(path, clean(found.text), title or find_title(body) or opening(body), {})
    told = [name for name in made.article.meta["found"] if name != "title" or title or find_title(body)]
    meta = {**made.article.meta, "found": told, PAGES: found.pages}
    marks = tuple(Boilerplate(start, end, Status.SUGGESTED) for start, end in found.furniture)
    return replace(made, article=replace(made.article, meta=meta), pool=marks)


def _document(path: Path, file: BinaryIO, password: str) -> WeighedDocument:
    """Return the document, unlocked.  UserError when it is none, or locked."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException

    from annotations.formats.documents.pages.budget import Budget
    from annotations.formats.documents.pages.sheets import HURT, WeighedDocument

    try:
        return WeighedDocument(file, Budget(path.stat().st_size), password)
    except PDFPasswordIncorrect as error:
        raise UserError(WRONG if password else PASSWORD) from error
    except PDFEncryptionError as error:
        raise UserError(PROTECTED) from error
    except (PSException, *HURT) as error:
        raise UserError(DAMAGED) from error


def _count(document: WeighedDocument) -> int:
    """Return how many pages the document says that it has, for showing progress."""
    from pdfminer.pdftypes import resolve1

    pages = resolve1(document.catalog.get("Pages"))
    count = resolve1(pages.get("Count")) if isinstance(pages, dict) else 0
    return min(count, MOST_PAGES) if isinstance(count, int) and count > 0 else 0


def _title(document: WeighedDocument) -> str:
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    said = resolve1(document.info[0].get("Title")) if document.info else None
    return decode_text(said) if isinstance(said, bytes) else ""


def _named(pages: list[int]) -> str:
    more = f" and {len(pages) - NAMED:,} more" if len(pages) > NAMED else ""
    return ", ".join(map(str, pages[:NAMED])) + more
