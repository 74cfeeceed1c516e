"""PDF: the text layer, page by page; pages end with a form feed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.documents.plain import article
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Problem
from annotations.text.text import clean

if TYPE_CHECKING:
    from pypdf import PdfReader

PAGE_END = "\f"
NO_TEXT = (
    "This PDF has no text, only pictures of pages; recognise its text (OCR) first and import the result."
)
PROTECTED = (
    "This PDF is protected in a way that is not read here (AES encryption), even if it opens without a password; "
    "print it to a PDF anew, or save its text as .txt, and import that."
)
LARGEST, RATIO = 6 * 2**20, 6  # bytes of drawing that any file may have, and how many for each of its own
PAGE = 500  # how many of them a page counts as by itself
TOO_MUCH = (
    f"This PDF is not read: unpacked, its pages are more than {LARGEST // 2**20} MB of drawing. "
    "Divide it, or save its text as .txt."
)


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield one article; pages without text are listed.

    UserError when it is no PDF, locked, or has no text.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UserError("This PDF has a password; save it without one first.")
        pages = _pages(reader, max(LARGEST, RATIO * path.stat().st_size))
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except DependencyError as error:
        raise UserError(PROTECTED) from error
    except LimitReachedError as error:
        raise UserError(TOO_MUCH) from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise UserError("This is no PDF, or it is damaged.") from error
    if not any(page.strip() for page in pages):
        raise UserError(NO_TEXT)
    yield article(path, clean(PAGE_END.join(pages)), clean(title.strip()), {})
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    if empty:
        yield Problem(path, None, f"There is no text on the pages {', '.join(empty)}; they may be pictures.")


def _pages(reader: PdfReader, most: int) -> list[str]:
    """Return the text of each page.  UserError when their drawing is more than `most`."""
    spent, found = 0, []

    def spend(count: int) -> None:
        nonlocal spent
        spent += count
        if spent > most:
            raise UserError(TOO_MUCH)

    spend(PAGE * len(reader.pages))
    for page in reader.pages:
        drawn = page.get_contents()
        spend(0 if drawn is None else len(drawn.get_data()))
        found.append(page.extract_text())
    return found
