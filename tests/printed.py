"""A small writer of PDFs: lines at places of pages, and columns that break lines as a newspaper does."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pdfminer.fontmetrics import FONT_METRICS

WIDTHS = FONT_METRICS["Helvetica"][1]
WIDTH, HEIGHT = 595, 842
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
PAGE = (
    f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {{}} 0 R "
    "/Resources << /Font << /F1 3 0 R >> >> >>"
)


class Line(NamedTuple):
    """A line of text: where its first letter stands, in points from the left and from the top."""

    x: float
    y: float
    text: str
    size: float = 10


def width(text: str, size: float) -> float:
    return sum(WIDTHS.get(char, 500) for char in text) * size / 1000


def column(
    text: str, *, x: float, y: float, wide: float, size: float = 10, indent: float = 0, gap: float = 0
) -> Iterator[Line]:
    """Yield the lines of a text whose paragraphs are its lines; a word may break at a hyphen that it has, or at a |."""
    for paragraph in text.splitlines():
        at, line = x + indent, ""
        for piece in pieces(paragraph):
            shown = line + piece.removesuffix("|")
            if line and at + width(shown.rstrip(), size) > x + wide:
                yield Line(at, y, line.rstrip().replace("|", "-"), size)
                at, line, y = x, "", y + 1.2 * size
            line = line.removesuffix("|") + piece
        yield Line(at, y, line.rstrip().removesuffix("|"), size)
        y += 1.2 * size + gap


def pieces(paragraph: str) -> Iterator[str]:
    """Yield what may stand on lines of their own: words with the blank behind them, and parts of words."""
    for word in paragraph.split():
        parts = word.replace("-", "-\0").replace("|", "|\0").split("\0")
        yield from filter(None, (*parts[:-1], parts[-1] + " "))


def drawn(lines: Iterable[Line]) -> bytes:
    """Return the drawing of a page."""
    shown = (
        f"BT /F1 {line.size:g} Tf {line.x:.2f} {HEIGHT - line.y:.2f} Td ({escaped(line.text)}) Tj ET"
        for line in lines
    )
    return "\n".join(shown).encode("cp1252")


def escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def printed(pages: Iterable[Iterable[Line]], *, title: str = "") -> bytes:
    """Return a PDF of these pages."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", FONT.encode(), f"<< /Title ({title}) >>".encode()]
    kids = []
    for page in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        packed = zlib.compress(drawn(page))
        head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
        objects += [PAGE.format(len(objects) + 2).encode(), head + packed + b"\nendstream"]
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return bound(objects)


def bound(objects: list[bytes]) -> bytes:
    """Return the objects as a file, the first the catalogue, the fourth the document's properties."""
    content, places = bytearray(b"%PDF-1.4\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size, start = len(objects) + 1, len(content)
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R >>\n"
    return bytes(content) + f"{end}startxref\n{start}\n%%EOF\n".encode()
