"""The chips of a fact below the words of a chunk: what stands on each, and where, so that none covers another.

A chip stands below the first words of its range, in the line where they begin.  It moves on when another is in
the way, and back from the line's end; only those that find no room in a row at all stand in one more below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from annotations.processes.quick_dataclass import dataclass
from ui.article.chunk_layout import ChunkLayout
from ui.article.chunk_lines import Line
from ui.article.measures import Measures

# in units of the article's font, which are pixels at its initial size
HEIGHT, ROOM, DOWN = 16.0, 20.0, 4.5  # of a chip; of a row of chips; from the words to the first row
_GAP, _PAD, _OUT = 5.0, 7.0, 1.0
_TEXT, _SMALLEST = 11.0, 7  # pixels
_AND = " · "


@dataclass(frozen=True)
class FactMark:
    """A range of words of the fact, its name in the fact, and whether it is the trigger."""

    start: int
    end: int
    name: str
    is_trigger: bool = False


@dataclass(frozen=True, slots=True)
class FactChip:
    """A chip below a line of a chunk, for the marks that begin there.

    `words` is the rectangle of the longest of them in that line, `row` counts downwards.
    """

    marks: tuple[FactMark, ...]
    line: int
    name: str
    words: QRectF
    left: float = 0.0
    width: float = 0.0
    row: int = 0

    @property
    def is_trigger(self) -> bool:
        return self.marks[0].is_trigger

    def rect(self, line: Line, unit: float) -> QRectF:
        """Return its rectangle in the chunk."""
        y = round(line.bottom + DOWN * unit) + self.row * room(unit)
        return QRectF(round(self.left), y, round(self.width), round(HEIGHT * unit))


class ChipFont:
    """The font of chips beside an article's font, and the widths that follow."""

    def __init__(self, measures: Measures) -> None:
        self.measures, self.unit = measures, measures.unit
        self.font = QFont(measures.font)
        self.font.setPixelSize(max(_SMALLEST, round(_TEXT * measures.unit)))
        self.font.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetricsF(self.font)

    def width(self, name: str) -> float:
        return round(self._metrics.horizontalAdvance(name) + 2 * _PAD * self.unit)

    def elided(self, name: str, width: float) -> str:
        """Return the name as it fits into a chip of that width."""
        within = width - 2 * _PAD * self.unit + 0.5
        return self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, within)


def room(unit: float) -> int:
    """Return the pixels that a row of chips takes: whole ones, so that what moves stays as it was drawn."""
    return round(ROOM * unit)


def rooms(chips: Iterable[FactChip], unit: float) -> dict[int, float]:
    """Return the room that the chips need below each line that carries any."""
    rows: dict[int, int] = {}
    for chip in chips:
        rows[chip.line] = max(rows.get(chip.line, 0), chip.row + 1)
    return {line: float(count * room(unit)) for line, count in rows.items()}


def chips_in(
    chunk: ChunkLayout, start: int, marks: Iterable[FactMark], font: ChipFont, width: float
) -> list[FactChip]:
    """Return the chips of the marks that begin in a chunk; `start` is its first code point, `width` a line's."""
    wished = sorted(_wishes(chunk, start, marks), key=lambda chip: (chip.line, chip.words.left()))
    found: list[FactChip] = []
    for _, beside in groupby(wished, lambda chip: chip.line):
        found += _placed(list(beside), font, width, right_to_left=chunk.flow.right_to_left)
    return found


def first_words(chunk: ChunkLayout, start: int, end: int) -> QRectF | None:
    """Return the rectangle in which a range of the chunk begins; None for one that is not drawn."""
    strips = chunk.strips(start, end)
    beside = [strip for strip in strips if strip.top() == strips[0].top()]
    return beside[-1 if chunk.flow.right_to_left else 0] if beside else None


def spread(wishes: Sequence[tuple[float, float]], least: float, most: float, gap: float) -> list[float]:
    """Return the left of each plate, given the one it would like and its width, ordered by the first.

    The plates lie between `least` and `most`, `gap` apart, if they have room there.
    """
    lefts, at = [], least
    for left, width in wishes:
        lefts.append(max(left, at))
        at = lefts[-1] + width + gap
    at = most
    for n in range(len(wishes) - 1, -1, -1):
        lefts[n] = min(lefts[n], at - wishes[n][1])
        at = lefts[n] - gap
    return lefts


def _wishes(chunk: ChunkLayout, start: int, marks: Iterable[FactMark]) -> Iterable[FactChip]:
    """Yield a chip for each place at which words begin: what begins together shares one."""
    there: dict[tuple[int, float, bool], FactChip] = {}
    inside = (mark for mark in marks if start <= mark.start < start + len(chunk.text))
    for mark in sorted(inside, key=lambda mark: (mark.start, -mark.end)):
        words = first_words(chunk, mark.start - start, min(mark.end - start, len(chunk.text)))
        if words is None:
            continue
        line = chunk.flow.line_of(mark.start - start)
        key = line, words.right() if chunk.flow.right_to_left else words.left(), mark.is_trigger
        if key not in there:
            there[key] = FactChip((mark,), line, mark.name, words)
            continue
        marks = (*there[key].marks, mark)
        name = _AND.join(dict.fromkeys(mark.name for mark in marks))
        there[key] = FactChip(marks, line, name, there[key].words)
    return there.values()


def _placed(wished: list[FactChip], font: ChipFont, width: float, *, right_to_left: bool) -> list[FactChip]:
    """Return the chips of one line in their places, in as few rows as they need."""
    out, gap = _OUT * font.unit, _GAP * font.unit
    sizes = [min(font.width(chip.name), width + 2 * out) for chip in wished]
    rows: list[list[int]] = [[]]
    taken = 0.0
    for n, size in enumerate(sizes):
        if rows[-1] and taken + size > width + 2 * out:
            rows.append([])
            taken = 0.0
        rows[-1].append(n)
        taken += size + gap
    found = []
    for row, members in enumerate(rows):
        wishes = [
            (wished[n].words.right() + out - sizes[n] if right_to_left else wished[n].words.left() - out)
            for n in members
        ]
        pairs = list(zip(wishes, (sizes[n] for n in members), strict=True))
        for n, left in zip(members, spread(pairs, -out, width + out, gap), strict=True):
            chip, name = wished[n], font.elided(wished[n].name, sizes[n])
            found.append(FactChip(chip.marks, chip.line, name, chip.words, left, sizes[n], row))
    return found
