"""Lines put together to paragraphs, by the gaps between them, indents, sizes of type and how full the lines are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import nan
from statistics import median
from typing import NamedTuple

from annotations.formats.documents.pages.order import PdfLine

GAP = 1.3  # of the usual distance between lines: more parts paragraphs
OTHER = 0.08  # of the size: type that differs by more is another paragraph's
INDENT = 0.7  # of the size
DEEP = 8  # of the size: farther in is no indent, but centred or a column of its own
FULL = 0.7  # of the lines of a column, so many are full where an end that is not full tells something
MOST = 0.5  # of a column's lines begin where its left edge is, if it has one
LEAST = 4  # lines that tell whether those of a column are full, and steps that are not rare
TIGHT = 1.15  # of the size: lines of one paragraph are at least so far apart
RARE = 0.3  # of the steps from line to line
BULLET = re.compile(r"[•◦▪▫●○■□►▶❖✓✔·‣⁃*–—-]\s")
NUMBERED = re.compile(r"(?:\d{1,3}|[a-zA-Z])[.)]\s")
WIDE = 1.3  # how much wider than the line's letters those of a word may be
SHORT = 0.12  # of the column's width that a line leaves free when it is not full
WEAK = frozenset(",;:-\u2010\xad–—(")  # a paragraph does not end with these
ENDS = frozenset(".!?…。！？")
QUOTES = "\"'”’»)]"


class TextColumn(NamedTuple):
    """A column by what its lines have in common: the distance between them, their edges (nan: no left one), and whether most are full or some numbered."""

    leading: float
    left: float
    right: float
    full: bool
    numbered: bool


class Paragraph(NamedTuple):
    """The lines of a paragraph; `begins` and `ends`: it surely begins with the first and ends with the last."""

    lines: list[PdfLine]
    begins: bool
    ends: bool

    @property
    def size(self) -> float:
        return median(line.size for line in self.lines)


def paragraphs(lines: Sequence[PdfLine]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a column, or of a part of it."""
    column = _column(lines)
    made: list[PdfLine] = []
    begins = False
    for n, line in enumerate(lines):
        if not made:
            begins = _opens(lines, n, column)
        elif _parts(lines, n, column, first=len(made) == 1):
            yield Paragraph(made, begins, True)
            made, begins = [], True
        made.append(line)
    if made:
        yield Paragraph(made, begins, is_ended(made[-1]))


def _column(lines: Sequence[PdfLine]) -> TextColumn:
    steps = [above.y - below.y for above, below in pairwise(lines) if abs(above.size - below.size) < 1]
    size = median(line.size for line in lines)
    near = [step for step in steps if 0 < step < 2.2 * size]
    edges = Counter(round(line.left) for line in lines)
    common = max(edges, key=lambda edge: (edges[edge] + edges[edge + 1], -edge))
    is_most = edges[common] + edges[common + 1] >= MOST * len(lines)
    column = TextColumn(
        _usual(near) or 1.25 * size,
        common if is_most else nan,
        max(line.right for line in lines),
        False,
        sum(NUMBERED.match(line.text) is not None for line in lines) > 1,
    )
    ends = [_is_full(above, below, column) for above, below in pairwise(lines)]
    return column._replace(full=len(ends) >= LEAST and sum(ends) >= FULL * len(ends))


def _usual(steps: list[float]) -> float:
    """Return the least distance that is not rare among those between lines; 0 when there are none."""
    counts = Counter(round(2 * step) / 2 for step in steps)
    least = min(LEAST, RARE * len(steps))
    return min((step for step in counts if counts[step] + counts[step + 0.5] >= least), default=0.0)


def _is_full(line: PdfLine, below: PdfLine, column: TextColumn) -> bool:
    """Return whether the next line's first word would hardly have found room."""
    word, _, _ = below.text.partition(" ")
    letter = (below.right - below.left) / len(below.text)
    room = column.right - line.right
    return room < max(WIDE * letter * (len(word) + 1), SHORT * (column.right - column.left))


def _is_indented(line: PdfLine, column: TextColumn) -> bool:
    return INDENT * line.size < line.left - column.left < DEEP * line.size


def _opens(lines: Sequence[PdfLine], n: int, column: TextColumn) -> bool:
    """Return whether the line is farther in than that below it, or than the column's edge."""
    line = lines[n]
    if n + 1 < len(lines) and line.y - lines[n + 1].y <= GAP * column.leading:
        return INDENT * line.size < line.left - lines[n + 1].left < DEEP * line.size
    return _is_indented(line, column)


def _parts(lines: Sequence[PdfLine], n: int, column: TextColumn, *, first: bool) -> bool:
    """Return whether line `n` begins a paragraph; `first`: the line above it is its paragraph's first."""
    above, line = lines[n - 1], lines[n]
    if abs(above.size - line.size) > OTHER * above.size:
        return True
    if above.y - line.y > GAP * max(column.leading, TIGHT * line.size) or line.y > above.y:
        return True
    if "\t" in line.text or "\t" in above.text:
        return True
    if BULLET.match(line.text) or (column.numbered and NUMBERED.match(line.text)):
        return True
    if above.text[-1] in WEAK:
        return False
    return _is_moved(lines, n, column, first) or (
        column.full and not _is_full(above, line, column) and not line.text[0].islower()
    )


def _is_moved(lines: Sequence[PdfLine], n: int, column: TextColumn, first: bool) -> bool:
    """Return whether the line begins a paragraph by where it begins, beside those around it."""
    above, line = lines[n - 1], lines[n]
    below = lines[n + 1] if n + 1 < len(lines) else line
    little, moved = INDENT * line.size, line.left - above.left
    if moved > little:
        hangs = first and abs(below.left - line.left) < little and below is not line
        return not hangs and moved < DEEP * line.size
    if moved < -little:
        return below.left - line.left > little and not first
    if _is_indented(line, column) and _is_indented(above, column):
        return not _is_full(above, line, column) or line.left - below.left > little
    return False


def is_ended(line: PdfLine) -> bool:
    """Return whether a paragraph's last line in a column tells that nothing of it follows."""
    text = line.text.rstrip(QUOTES)
    return bool(text) and text[-1] in ENDS


def goes_on(above: Paragraph, below: Paragraph) -> bool:
    """Return whether a paragraph at a column's or page's end goes on with the first of the next."""
    last, first = above.lines[-1], below.lines[0]
    if above.ends or below.begins or abs(last.size - first.size) > OTHER * last.size:
        return False
    if "\t" in last.text or "\t" in first.text:
        return False
    opening = first.text.lstrip("\"'“‘«(")[:1]
    return last.text[-1] in WEAK or opening.islower() or (len(above.lines) > 1 and opening.isalnum())
