"""The text of a chunk broken into visual lines, and the x of each place in them.

Everything outside counts in code points of the chunk; UTF-16 stays between here and QTextLayout. Coordinates
are pixels from the chunk's own top left.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from annotations.processes.quick_dataclass import dataclass
from annotations.text.regex import regex
from annotations.text.text import Utf16Map
from ui.article.cells import DrawnCell, cells
from ui.article.drawn_line import DrawnLine
from ui.article.measures import Measures
from ui.article.pieces import Piece, cluster_before, rooms, tight
from ui.look.scripts import begins_right_to_left

RIGHT_TO_LEFT = regex(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_Where = QTextLine.CursorPosition
_DRAWN_AS = {0: 0x2400, 0xFFFC: 0x25A1}  # NUL ends strings, U+FFFC asks for an inline object


@dataclass(slots=True)
class Line:
    """A visual line; `start` and `end` in UTF-16 units.

    The text begins at `top`, its boxes `rise` above and below it, all that stands above it `over`; `under` is
    more room below, which somebody asked for.
    """

    qt: QTextLine
    start: int
    end: int
    top: float
    height: float
    rise: float = 0.0
    over: float = 0.0
    under: float = 0.0

    @property
    def bottom(self) -> float:
        return self.top + self.height


class ChunkLines:
    """The visual lines of a chunk; their heights are for the layout above to set.

    `mixed`: whether the text has right-to-left characters, so that a range may be drawn in several stretches;
    `right_to_left`: whether it begins at the right.
    """

    def __init__(
        self,
        text: str,
        pieces: list[Piece],
        dimmed: Iterable[tuple[int, int]],
        measures: Measures,
        width: float,
    ) -> None:
        self.text = text
        self.map = Utf16Map(text)
        self.mixed = not text.isascii() and RIGHT_TO_LEFT.search(text) is not None
        self._measures = measures
        self._ending: dict[int, float] = {}
        self._widened: dict[int, float] = {}
        self._layout = QTextLayout(_drawn(text), measures.font)
        self.right_to_left = self.mixed and begins_right_to_left(text)
        self._layout.setTextOption(_option(measures, mixed=self.mixed, right_to_left=self.right_to_left))
        self._layout.setCacheEnabled(True)
        self._format(pieces, dimmed, width)
        self.lines = self._break(width)
        self._starts = [line.start for line in self.lines]
        self._drawn: dict[int, DrawnLine] = {}

    def line_of(self, i: int) -> int:
        """Return the index of the visual line that holds code point `i`."""
        return max(0, bisect_right(self._starts, self.map.to16(i)) - 1)

    def line_at(self, y: float) -> int:
        """Return the index of the visual line nearest to a height."""
        aside = self._measures.leading / 2
        bottoms = [line.bottom + line.under + aside for line in self.lines]
        return min(bisect_left(bottoms, y), len(self.lines) - 1)

    def offset_in(self, index: int, x: float, *, between: bool = False) -> int:
        """Return the code point drawn at `x` in a visual line, or, with `between`, the nearest bound."""
        line = self.lines[index]
        if self.mixed:
            found = self._drawn_line(line).position_at(x, between=between)
        else:
            found = line.qt.xToCursor(
                x, _Where.CursorBetweenCharacters if between else _Where.CursorOnCharacter
            )
        if found >= line.end and index + 1 < len(self.lines) and not between:
            return self.last_in(index)
        return self.map.from16(found)

    def bound_in(self, index: int, x: float) -> int:
        """Return the bound between code points nearest to `x` in a visual line, and not in the next one."""
        found = self.offset_in(index, x, between=True)
        is_last = index + 1 == len(self.lines)
        return found if is_last or found < self.bounds_of(index)[1] else self.offset_in(index, x)

    def last_in(self, index: int) -> int:
        """Return the last place of a caret in a visual line: before its last character, in the last behind it."""
        end = self.lines[index].end
        is_last = index + 1 == len(self.lines)
        return self.map.from16(end if is_last else self._layout.previousCursorPosition(end))

    def bounds_of(self, index: int) -> tuple[int, int]:
        """Return the first code point of a visual line, and the one after its last."""
        line = self.lines[index]
        return self.map.from16(line.start), self.map.from16(line.end)

    def x_of(self, line: Line, position: int) -> float:
        """Return the x of a caret before a UTF-16 position of the line."""
        if self.mixed:
            return self._drawn_line(line).x_of(position)
        return float(line.qt.cursorToX(position)[0])  # type: ignore[index]

    def reach(self, line: Line, first: int, last: int) -> list[tuple[float, float]]:
        """Return left and right of each stretch that a range of a line (UTF-16) covers, in visual order."""
        if self.mixed:
            return self._drawn_line(line).reach(first, last)
        left, right = self.x_of(line, first), self.x_of(line, last)
        if last == line.end:
            right = min(right, max(left, line.qt.naturalTextWidth()))
        return [(left, max(left, right - self._widened.get(last, 0.0)))]

    def room_of_endings(self, position: int) -> float:
        """Return the room that the badges and sides of the spans take which end at a UTF-16 position."""
        return self._ending.get(position, 0.0)

    def _drawn_line(self, line: Line) -> DrawnLine:
        if line.start not in self._drawn:
            self._drawn[line.start] = DrawnLine(
                line.qt,
                lambda: self._cells(line),
                self._in_word,
                right_to_left=self.right_to_left,
                tabs="\t" in self.text,
                blank=self._measures.blank,
            )
        return self._drawn[line.start]

    def _in_word(self, position: int) -> bool:
        i = self.map.from16(position)
        return not any(character.isspace() for character in self.text[max(0, i - 1) : i + 1])

    def _cells(self, line: Line) -> list[DrawnCell]:
        stops = [line.start]
        while stops[-1] < line.end:
            stops.append(self._layout.nextCursorPosition(stops[-1]))
        return cells(line.qt, stops, right_to_left=self.right_to_left)

    def _format(self, pieces: list[Piece], dimmed: Iterable[tuple[int, int]], width: float) -> None:
        formats = []
        found = tight(pieces) if self.mixed else rooms(pieces, self._measures, width)
        for position, room in found.items():
            start = cluster_before(self.text, position)
            if start is not None:
                formats.append(self._range(start, position))
                formats[-1].format = self._measures.room(room.width)
                at = self.map.to16(position)
                self._widened[at], self._ending[at] = float(int(room.width + 0.999)), room.ending
        for start, end in dimmed:
            formats.append(self._range(start, end))
            formats[-1].format = self._measures.dimmed()
        if formats:
            self._layout.setFormats(formats)

    def _range(self, start: int, end: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = self.map.to16(start)
        made.length = self.map.to16(end) - made.start
        return made

    def _break(self, width: float) -> list[Line]:
        lines = []
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            start = line.textStart()
            lines.append(Line(line, start, start + line.textLength(), 0.0, line.height()))
        self._layout.endLayout()
        return lines


def _drawn(text: str) -> str:
    return text.translate(_DRAWN_AS) if "\0" in text or "\ufffc" in text else text


def _option(measures: Measures, *, mixed: bool, right_to_left: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(measures.blank * 8)
    if mixed:
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    return option
