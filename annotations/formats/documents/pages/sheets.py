"""The pages of a PDF as pieces of text with their places, page by page, within what a file may cost."""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Iterable, Iterator
from itertools import count
from math import hypot
from typing import Any, BinaryIO, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import Matrix, apply_matrix_pt

from annotations.formats.documents.pages.budget import Budget

PAGE = 500  # how many bytes of drawing a page counts as by itself
HELD = 40  # pages after which what was read of the file is forgotten
UNKNOWN = "\ufffd"  # in place of a letter that the font names no character for
HURT = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    NotImplementedError,
    zlib.error,
    struct.error,
)  # what pdfminer raises at a damaged file, beside its own

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # a damaged file is told of in our words


class PdfPiece(NamedTuple):
    """Letters on one line without a gap: from `left` to `right`, on a base line `y` from the page's foot, in points."""

    y: float
    left: float
    right: float
    size: float
    text: str


class PdfSheet(NamedTuple):
    """A page: its pieces as they were drawn, those that do not run from left to right apart, and its height."""

    pieces: list[PdfPiece]
    turned: list[PdfPiece]
    height: float


class _WeighedParser(PDFParser):
    """A parser that weighs the tables of a file's objects, which are unpacked as soon as they are seen."""

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        super().__init__(file)
        self._budget = budget

    def push(self, *objects: Any) -> None:
        for _, value in objects:
            if isinstance(value, PDFStream) and str(value.get("Type")) == "/'XRef'":
                self._budget.weigh(value, value.get_rawdata() or b"")
        super().push(*objects)


class WeighedDocument(PDFDocument):
    """A document that weighs each part before it is unpacked, and can forget the parts it has read."""

    def __init__(self, file: BinaryIO, budget: Budget, password: str) -> None:
        self.budget = budget
        super().__init__(_WeighedParser(file, budget), password)

    def getobj(self, objid: int) -> object:
        known = objid in self._cached_objs
        found = super().getobj(objid)
        if isinstance(found, PDFStream) and not known:
            data = found.get_rawdata() or b""
            if self.decipher and found.objid is not None and found.genno is not None:
                data = self.decipher(found.objid, found.genno, data, found.attrs)
            self.budget.weigh(found, data)
        return found

    def forget(self) -> None:
        self._cached_objs.clear()
        self._parsed_objs.clear()


class _Interpreter(PDFPageInterpreter):
    """An interpreter that counts what it draws."""

    def pop(self, n: int) -> list[Any]:
        """Take the last operands in place: a damaged page may leave hundreds of thousands of others before them."""
        taken = self.argstack[-n:] if n else []
        del self.argstack[len(self.argstack) - len(taken) :]
        return taken

    def execute(self, streams: Any) -> None:
        device = self.device
        if isinstance(device, _Letters):
            device.budget.spend(sum(len(resolve1(one).get_data()) for one in streams))
        super().execute(streams)


class _Letters(PDFTextDevice):
    """A device that joins letters to pieces."""

    def __init__(self, resources: PDFResourceManager, budget: Budget) -> None:
        super().__init__(resources)
        self.budget = budget
        self.pieces: list[PdfPiece] = []
        self.turned: list[PdfPiece] = []
        self._known: dict[PDFFont, dict[int, tuple[str, float]]] = {}

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        self.set_ctm(ctm)
        self.pieces, self.turned = [], []

    def render_string_horizontal(
        self,
        seq: Iterable[Any],
        matrix: Matrix,
        pos: tuple[float, float],
        font: PDFFont,
        fontsize: float,
        scaling: float,
        charspace: float,
        wordspace: float,
        rise: float,
        dxscale: float,
        *colours: Any,
    ) -> tuple[float, float]:
        """Add a string as pieces, parted where letters are moved apart; this saves most of the time a letter costs."""
        x, y = pos
        known = self._known.setdefault(font, {})
        begun, text, room = x, "", 0.15 * abs(fontsize)
        for part in seq:
            if not isinstance(part, bytes):
                moved = -part * dxscale if isinstance(part, int | float) else 0.0
                if text and not -room < moved < room:
                    self._add(matrix, begun, x, y + rise, fontsize, text)
                    text = ""
                x += moved
                continue
            begun = begun if text else x
            for cid in font.decode(part):
                letter, wide = known.get(cid) or known.setdefault(cid, _letter(font, cid))
                text += letter
                x += wide * fontsize * scaling + charspace
                if cid == 32:
                    x += wordspace
        if text:
            self._add(matrix, begun, x - charspace, y + rise, fontsize, text)
        return x, y

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        """Add a letter of a font that runs from top to foot."""
        letter, wide = _letter(font, cid)
        size = abs(fontsize)
        _, _, x, y = matrix[2:]
        _join(self.turned, PdfPiece(x, -y, size - y, size, letter))
        return wide * fontsize * scaling

    def _add(self, matrix: Matrix, begun: float, end: float, y: float, size: float, text: str) -> None:
        """Add a piece; one that does not run from left to right as if the page were turned until it does."""
        left, foot = apply_matrix_pt(matrix, (begun, y))
        right, head = apply_matrix_pt(matrix, (end, y))
        high = abs(size) * hypot(matrix[2], matrix[3])
        if matrix[3] < 0 and matrix[0] < 0:
            _join(self.turned, PdfPiece(-foot, -left, -right, high, text))
        elif abs(matrix[1]) < 0.1 * abs(matrix[0]):
            _join(self.pieces, PdfPiece(foot, min(left, right), max(left, right), high, text))
        elif head > foot:
            _join(self.turned, PdfPiece(-left, foot, head, high, text))
        else:
            _join(self.turned, PdfPiece(left, -foot, -head, high, text))


def _letter(font: PDFFont, cid: int) -> tuple[str, float]:
    """Return the letter of a font, and how wide it is, in sizes of the type."""
    try:
        return font.to_unichr(cid), font.char_width(cid)
    except PDFUnicodeNotDefined:
        return UNKNOWN, font.char_width(cid)


def _join(pieces: list[PdfPiece], new: PdfPiece) -> None:
    """Add the piece, to the last when it goes on with that."""
    if pieces:
        last = pieces[-1]
        near = 0.01 * new.size
        if (
            abs(new.y - last.y) < near
            and abs(new.size - last.size) < near
            and abs(new.left - last.right) < 15 * near
        ):
            pieces[-1] = PdfPiece(last.y, last.left, new.right, last.size, last.text + new.text)
            return
    pieces.append(new)


def sheets(document: WeighedDocument) -> Iterator[PdfSheet | None]:
    """Yield the pages; None for one that is damaged.  UserError when they are more than the file may have."""
    from pdfminer.psexceptions import PSException

    resources = PDFResourceManager()
    letters = _Letters(resources, document.budget)
    interpreter = _Interpreter(resources, letters)
    pages = PDFPage.create_pages(document)
    for number in count(1):
        try:
            page = next(pages, None)
        except (PSException, *HURT):  # nothing tells where the others are
            yield None
            return
        if page is None:
            return
        document.budget.spend(PAGE)
        try:
            interpreter.process_page(page)
            _, low, _, high = page.mediabox
            yield PdfSheet(letters.pieces, letters.turned, high - low)
        except (PSException, *HURT):
            yield None
        if number % HELD == 0:
            document.forget()
