"""The order in which a page is read: pieces to lines, lines to columns, columns from left to right.

A line that runs across the space between two columns parts them: what is above it is read before what is below.
Short cells beside one another are rows of a table, and are read row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from annotations.formats.documents.pages.sheets import PdfPiece

WORD_GAP = 0.16  # of the size: what is farther apart is two words
CELL_GAP, TAB_GAP = (
    0.6,
    1.6,
)  # what is farther apart may lie in two columns; what is, when it does not, in two cells
GUTTER = 0.55  # the least room between columns
LEAST = 3  # lines that a column has at least
WORDS = 2.5  # words in a line of a column, at the middle: fewer make a table
FILLED = 0.5  # how much of a column's width its lines fill, at the middle
DENSE = 6  # lines of a column beside a picture's letters
CROSSING = 0.6  # how many lines may run across, for each pair of lines beside one another
EDGE = 0.12  # of the page's height: there may stand what is no part of the columns
FEW, AWAY = 4, 2.0  # so many lines at most, and sizes of type that part them from the others
DEEPEST = 12  # columns within columns


class PdfLine(NamedTuple):
    """A line as it is read: its places in points as those of a piece, its text with blanks and tabs between words."""

    y: float
    left: float
    right: float
    size: float
    text: str


def lines_of(pieces: Sequence[PdfPiece]) -> list[PdfLine]:
    """Return the parts of lines from the page's top to its foot, parted where a space between columns may be."""
    rows: list[list[PdfPiece]] = []
    for piece in sorted(_once(pieces), key=lambda one: (-one.y, one.left)):
        if not piece.text.strip("\x00"):
            continue
        row = rows[-1] if rows else None
        if row and row[0].y - piece.y < 0.45 * min(max(one.size for one in row), 2 * piece.size):
            row.append(piece)
        else:
            rows.append([piece])
    return [line for row in rows for line in _parts(sorted(row, key=lambda one: one.left))]


def _once(pieces: Sequence[PdfPiece]) -> Iterator[PdfPiece]:
    """Yield the pieces without those that were drawn again at their place, as some programs draw bold letters."""
    seen: set[tuple[str, int, int]] = set()
    for piece in pieces:
        grain = 0.15 * piece.size or 1
        x, y = round(piece.left / grain), round(piece.y / grain)
        near = ((piece.text, x + right, y + up) for right in (-1, 0, 1) for up in (-1, 0, 1))
        if not piece.text.strip() or not any(one in seen for one in near):
            seen.add((piece.text, x, y))
            yield piece


def _parts(row: list[PdfPiece]) -> Iterator[PdfLine]:
    made: list[PdfPiece] = []
    for piece in row:
        if made and piece.left - max(one.right for one in made[-8:]) > CELL_GAP * piece.size:
            yield from _line(made)
            made = []
        if piece.text.strip() or made:
            made.append(piece)
    yield from _line(made)


def _line(pieces: list[PdfPiece]) -> Iterator[PdfLine]:
    text, end = "", 0.0
    for piece in pieces:
        if (
            text
            and piece.left - end > WORD_GAP * piece.size
            and not (text[-1].isspace() or piece.text[:1].isspace())
        ):
            text += " "
        text += piece.text
        end = max(end, piece.right)
    said = " ".join(text.split())
    if said:
        longest = max(pieces, key=lambda one: len(one.text.strip()))
        yield PdfLine(longest.y, pieces[0].left, end, longest.size, said)


def page_order(lines: Sequence[PdfLine], height: float) -> Iterator[list[PdfLine]]:
    """Yield the columns of a page in their order, what stands apart at its top first, and at its foot last."""
    rest = sorted(lines, key=lambda one: -one.y)
    above = _apart_at(rest, lambda line: line.y > (1 - EDGE) * height)
    rest = rest[len(above) :]
    below = _apart_at(rest[::-1], lambda line: line.y < EDGE * height)
    for part in (above, rest[: len(rest) - len(below)], below[::-1]):
        yield from in_order(part)


def _apart_at(lines: Sequence[PdfLine], is_edge: Callable[[PdfLine], bool]) -> list[PdfLine]:
    """Return the first few lines that a gap parts from the others; none, where all lines may be such."""
    for n, (line, following) in enumerate(pairwise(lines[: FEW + 1]), 1):
        if not is_edge(line):
            break
        if abs(line.y - following.y) > AWAY * max(line.size, following.size):
            return list(lines[:n])
    return []


def in_order(lines: Sequence[PdfLine], depth: int = 0) -> Iterator[list[PdfLine]]:
    """Yield the columns, or parts of them, in the order in which they are read, each line whole."""
    if not lines:
        return
    at = _gutter(lines) if depth < DEEPEST else None
    if at is None:
        yield list(_whole(lines))
        return
    left: list[PdfLine] = []
    right: list[PdfLine] = []
    for line in sorted(lines, key=lambda one: -one.y):
        if line.left < at - 1 and line.right > at:
            yield from in_order(left, depth + 1)
            yield from in_order(right, depth + 1)
            yield [line]
            left, right = [], []
        else:
            (left if line.left < at - 1 else right).append(line)
    yield from in_order(left, depth + 1)
    yield from in_order(right, depth + 1)


def _whole(lines: Sequence[PdfLine]) -> Iterator[PdfLine]:
    """Yield the lines from top to foot, with the parts of each put together."""
    row: list[PdfLine] = []
    for line in [*sorted(lines, key=lambda one: (-one.y, one.left)), None]:
        if row and (line is None or row[0].y - line.y > 0.45 * row[0].size):
            row.sort(key=lambda one: one.left)
            text = row[0].text
            for before, after in pairwise(row):
                text += ("\t" if after.left - before.right > TAB_GAP * after.size else " ") + after.text
            longest = max(row, key=lambda one: len(one.text))
            yield PdfLine(longest.y, row[0].left, max(one.right for one in row), longest.size, text)
            row = []
        if line is not None:
            row.append(line)


def _gutter(lines: Sequence[PdfLine]) -> float | None:
    """Return where a second column begins, or None when the lines are one column or a table."""
    if len(lines) < 2 * LEAST:
        return None
    size = median(line.size for line in lines)
    starts = sorted(line.left for line in lines)
    best, found = 0.0, None
    for n, start in enumerate(starts):
        if n and start - starts[n - 1] < 0.5:
            continue
        if sum(start - 1 <= other <= start + 0.5 * size for other in starts[n : n + 40]) < min(
            LEAST, len(lines)
        ):
            continue
        score = _apart(lines, start, size)
        if score > best:
            best, found = score, start
    return found


def _apart(lines: Sequence[PdfLine], start: float, size: float) -> float:
    """Return how well the place parts two columns: 0 when it does not."""
    left = [line for line in lines if line.right <= start]
    right = [line for line in lines if line.left >= start - 1]
    if len(left) < LEAST or len(right) < LEAST:
        return 0.0
    top, foot = min(left[0].y, right[0].y), max(left[-1].y, right[-1].y)
    beside = [[line for line in side if foot - 1 <= line.y <= top + 1] for side in (left, right)]
    pairs = min(map(len, beside))
    crossing = len(lines) - len(left) - len(right)
    if pairs < LEAST or crossing > CROSSING * pairs + 2:
        return 0.0
    if not all(map(_is_prose, beside)) and not (pairs >= DENSE and any(map(_is_dense, beside))):
        return 0.0
    room = start - max(line.right for line in beside[0])
    return 0.0 if room < GUTTER * size else pairs - crossing + min(room / size, 4) / 10


def _is_prose(lines: list[PdfLine]) -> bool:
    """Return whether the lines are those of a column, and no cells of a table."""
    wide = [line.right - line.left for line in lines]
    return median(line.text.count(" ") + 1 for line in lines) >= WORDS and median(wide) >= FILLED * max(wide)


def _is_dense(lines: list[PdfLine]) -> bool:
    """Return whether the lines are so full that they are a column, whatever stands beside them."""
    wide = [line.right - line.left for line in lines]
    words = median(line.text.count(" ") + 1 for line in lines)
    return words >= 2 * WORDS and median(wide) >= 0.95 * max(wide) and len(lines) >= DENSE
