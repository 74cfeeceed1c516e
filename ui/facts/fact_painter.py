"""The painter of one fact in the article: words underlined, a chip below each, connectors between them.

Chips lie in room that is made for them below the lines that carry any; no word is covered and none is wrapped
anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from weakref import WeakKeyDictionary

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from annotations.processes.quick_dataclass import dataclass
from ui.article.article_layout import ArticleLayout
from ui.article.chunk_layout import ChunkLayout
from ui.facts.connectors import Connectors, Stop, dot_over
from ui.facts.fact_chips import ChipFont, FactChip, FactMark, chips_in, rooms
from ui.facts.gaps import Gaps
from ui.facts.inks import Inks, dashes, inks

_LINE, _DASH, _BLANK, _ROUND = 2.0, 5.0, 2.5, 4.0  # units
_DASHES = (3.0, 2.0)


@dataclass(frozen=True)
class Shown:
    """A fact's marks; `dashed`: nobody has decided on it."""

    marks: Sequence[FactMark] = ()
    dashed: bool = False

    def hub(self) -> FactMark | None:
        """Return the mark that the others are joined to: the trigger, else the first."""
        return min(self.marks, key=lambda mark: (not mark.is_trigger, mark.start), default=None)


class FactPainter:
    """A layer of the article view, in the colours of the palette that it is painted with."""

    def __init__(self, layout: ArticleLayout) -> None:
        self._layout = layout
        self._shown = Shown()
        self._font = ChipFont(layout.measures)
        self._chips: WeakKeyDictionary[ChunkLayout, list[FactChip]] = WeakKeyDictionary()

    @property
    def shown(self) -> Shown:
        return self._shown

    def show(self, shown: Shown) -> None:
        self._shown = shown
        self._chips.clear()

    def rooms(self, chunk: ChunkLayout, start: int) -> Mapping[int, float]:
        """Return the room that chips need below each line of a chunk."""
        return rooms(self._chips_in(chunk, start), self._layout.measures.unit) if self._shown.marks else {}

    def paint(self, painter: QPainter, window: QRectF) -> None:
        """Paint the marks; `window` is all that is in view, whose chunks have their lines."""
        if not self._shown.marks:
            return
        tops, colours = dict(self._layout.visible(window.top(), window.height())), inks()
        painter.save()
        if hub := self._shown.hub():
            gaps = Gaps(self._layout, tops)
            stops = [(chip, self._stop(chip, index, top, gaps)) for chip, index, top in self._in_view(tops)]
            seen = [stop for _, stop in stops if _is_in(stop, window)]
            away = [mark for _, stop in stops if not _is_in(stop, window) for mark in stop.marks]
            away += [mark for mark in self._shown.marks if self._layout.index_of(mark.start) not in tops]
            connectors = Connectors(gaps, window, self._layout.measures.unit)
            connectors.join(hub, seen, away)
            connectors.paint(painter, colours.rail)
            self._paint_lines(painter, tops, colours)
            for chip, stop in stops:
                self._paint_chip(painter, chip, stop.chip, colours)
        painter.restore()

    def _chips_in(self, chunk: ChunkLayout, start: int) -> list[FactChip]:
        found = self._chips.get(chunk)
        if found is None:
            if self._font.measures is not self._layout.measures:
                self._font = ChipFont(self._layout.measures)
            found = chips_in(chunk, start, self._shown.marks, self._font, self._layout.width)
            self._chips[chunk] = found
        return found

    def _in_view(self, tops: dict[int, float]) -> Iterator[tuple[FactChip, int, float]]:
        """Yield each chip of the chunks in view, with its chunk and the top of that."""
        for index, top in tops.items():
            for chip in self._chips_in(self._layout.chunk(index), self._layout.start(index)):
                yield chip, index, top

    def _stop(self, chip: FactChip, index: int, top: float, gaps: Gaps) -> Stop:
        chunk, unit, row = self._layout.chunk(index), self._layout.measures.unit, (index, chip.line)
        line, is_hub = chunk.lines[chip.line], self._shown.hub() in chip.marks
        words = QRectF(chip.words.left(), top + line.top, chip.words.width(), line.height)
        right = chunk.flow.right_to_left
        dot = dot_over(words, gaps.ceiling(row), unit, right_to_left=right, is_hub=is_hub)
        return Stop(chip.marks, row, chip.rect(line, unit).translated(0.0, top), words, dot)

    def _paint_lines(self, painter: QPainter, tops: dict[int, float], colours: Inks) -> None:
        """Paint a line below all words of the fact; that of a suggested trigger is dashed."""
        unit = self._layout.measures.unit
        words = dict.fromkeys((mark.start, mark.end, mark.is_trigger) for mark in self._shown.marks)
        for start, end, is_trigger in words:
            for strip in self._strips(tops, start, end):
                line = QRectF(strip.left(), round(strip.bottom() + 0.5), strip.width(), _LINE * unit)
                if is_trigger and self._shown.dashed:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(colours.ink)
                    painter.drawRects(dashes(line, _DASH * unit, _BLANK * unit))
                else:
                    painter.fillRect(line, colours.ink)

    def _paint_chip(self, painter: QPainter, chip: FactChip, rect: QRectF, colours: Inks) -> None:
        is_solid, unit = chip.is_trigger, self._layout.measures.unit
        edge = QPen(colours.ink, 1.0)
        if self._shown.dashed and not is_solid:
            edge.setDashPattern(_DASHES)
        painter.setPen(edge)
        painter.setBrush(colours.ink if is_solid else colours.page)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND * unit, _ROUND * unit)
        painter.setPen(colours.on_ink if is_solid else colours.ink)
        painter.setFont(self._font.font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chip.name)

    def _strips(self, tops: dict[int, float], start: int, end: int) -> Iterable[QRectF]:
        """Yield the range's rectangles in the chunks in view."""
        for index in range(self._layout.index_of(start), self._layout.index_of(max(start, end - 1)) + 1):
            if index in tops:
                chunk, first = self._layout.chunk(index), self._layout.start(index)
                inside = max(start, first) - first, min(end, first + len(chunk.text)) - first
                for strip in chunk.strips(*inside):
                    yield strip.translated(0.0, tops[index])


def _is_in(stop: Stop, window: QRectF) -> bool:
    return stop.words.bottom() > window.top() and stop.words.top() < window.bottom()
