"""The article laid out: chunks, of which only those somebody looked at have lines, one below the other.

Heights are estimated until a chunk is laid out; `settle` does so for a window and says where that then is.
Coordinates are pixels from the top left of the text; offsets are code points of the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF

from annotations.spans import Span, Status
from ui.article.chunk_layout import ChunkLayout
from ui.article.chunk_tokens import ChunkTokens
from ui.article.chunks import Chunks
from ui.article.heights import Heights
from ui.article.measures import Measures
from ui.article.pieces import pieces

EDGE = 20.0  # blank above and below the article
_KEPT = 400  # laid-out chunks; a window shows fewer
Rooms = Callable[[ChunkLayout, int], Mapping[int, float]]  # a chunk and its start: pixels below its lines


class ArticleLayout:
    """The text of an article, its spans, tokens and boilerplate, and the place of each."""

    def __init__(self, measures: Measures, width: float) -> None:
        self.measures, self.width = measures, width
        self.text = ""
        self._spans: dict[str, Span] = {}
        self._boilerplate: list[tuple[int, int]] = []
        self.hints: list[tuple[int, int]] = []  # in text order
        self.commented: frozenset[str] = frozenset()  # ids of the spans with an open comment
        self.found: list[tuple[int, int]] = []  # in text order, none overlapping another
        self.rooms: Rooms = lambda chunk, start: {}  # asked for each chunk that gets its lines
        self.set_article("", ())

    @property
    def spans(self) -> Mapping[str, Span]:
        return MappingProxyType(self._spans)

    @property
    def height(self) -> float:
        return self._heights.bottom + EDGE

    def set_article(
        self, text: str, spans: Iterable[Span], boilerplate: Iterable[tuple[int, int]] = ()
    ) -> None:
        self.text = text
        self._spans = {span.id: span for span in spans if span.status is not Status.REJECTED}
        self._boilerplate = sorted(boilerplate)
        self._chunks = Chunks(text, self._spans.values())
        self.tokens = ChunkTokens(text, self._chunks)
        self.reshape(self.measures, self.width)

    def set_boilerplate(self, boilerplate: Iterable[tuple[int, int]]) -> None:
        before, self._boilerplate = self._boilerplate, sorted(boilerplate)
        if before != self._boilerplate:
            self._laid.clear()

    def reshape(self, measures: Measures, width: float) -> None:
        """Forget every line; heights are estimates again."""
        self.measures, self.width = measures, width
        self._laid: dict[int, ChunkLayout] = {}
        sizes = zip(self._chunks.starts, self._chunks.ends, self._chunks.counts(), strict=True)
        estimates = (measures.estimate(end - start, count, width) for start, end, count in sizes)
        self._heights = Heights(
            (height + self._gap(index) for index, height in enumerate(estimates)), before=EDGE
        )

    def change_spans(self, removed: Iterable[str], added: Iterable[Span]) -> list[int]:
        """Take spans out and put others in; return the indexes of the chunks touched, in order.

        Only those lose their lines.
        """
        touched: set[int] = set()
        for id_ in removed:
            if id_ in self._spans:
                touched.update(self._chunks.remove(self._spans.pop(id_)))
        for span in added:
            if span.status is not Status.REJECTED:
                self._spans[span.id] = span
                touched.update(self._chunks.add(span))
        for index in touched:
            self._laid.pop(index, None)
        return sorted(touched)

    def open_again(self, indexes: Iterable[int]) -> None:
        """Ask anew for the rooms below the lines of these chunks, as far as they have lines."""
        for index in indexes:
            if chunk := self._laid.get(index):
                chunk.open(self.rooms(chunk, self._chunks.starts[index]))
                self._heights[index] = chunk.height + self._gap(index)

    # where things are

    def chunk(self, index: int) -> ChunkLayout:
        """Return the chunk's layout, made now if need be: its height may change."""
        found = self._laid.get(index)
        if found is None:
            found = self._laid[index] = self._lay(index)
            if rooms := self.rooms(found, self._chunks.starts[index]):
                found.open(rooms)
            self._heights[index] = found.height + self._gap(index)
            if len(self._laid) > _KEPT:
                del self._laid[next(iter(self._laid))]
        return found

    def top(self, index: int) -> float:
        return self._heights.top(index)

    def bottom(self, index: int) -> float:
        return self._heights.top(index) + self._heights[index]

    def start(self, index: int) -> int:
        """Return the first code point of a chunk."""
        return self._chunks.starts[index]

    def index_of(self, i: int) -> int:
        return self._chunks.index_of(i)

    def settle(self, y: float, height: float) -> float:
        """Lay out what a window of that height at `y` shows.

        Return the `y` at which the first chunk in the window that had its lines before is where it was.
        """
        while missing := [index for index in self._within(y, height) if index not in self._laid]:
            shown = (index for index in self._within(y, height) if index in self._laid)
            anchor = next(shown, missing[0])
            before = self.top(anchor)
            for index in missing:
                self.chunk(index)
            y = max(min(y, 0.0), y + self.top(anchor) - before)
        return y

    def visible(self, y: float, height: float) -> Iterator[tuple[int, float]]:
        """Return index and top of each chunk that a window of that height at `y` shows; `settle` it first."""
        return ((index, self.top(index)) for index in self._within(y, height))

    def _within(self, y: float, height: float) -> range:
        return range(self._heights.index_at(y), self._heights.index_at(y + height) + 1)

    def caret(self, i: int) -> QRectF:
        """Return the place of a caret before code point `i`."""
        index = self.index_of(i)
        chunk, start = self.chunk(index), self._chunks.starts[index]
        return chunk.caret(min(i - start, len(chunk.text))).translated(0.0, self.top(index))

    def offset_at(self, point: QPointF, *, between: bool = False) -> int:
        """Return the code point drawn nearest to a point; with `between` the nearest bound between two."""
        index = self._heights.index_at(point.y())
        chunk = self.chunk(index)
        return self._chunks.starts[index] + chunk.offset_at(
            point.x(), point.y() - self.top(index), between=between
        )

    def line_beside(self, i: int, step: int, x: float) -> int:
        """Return the bound nearest to `x` in the visual line after (step 1) or before (-1) that of `i`."""
        index = self.index_of(i)
        line = self.chunk(index).flow.line_of(i - self._chunks.starts[index]) + step
        if not 0 <= line < len(self.chunk(index).lines):
            index += step
            if not 0 <= index < len(self._chunks):
                return len(self.text) if step > 0 else 0
            line = 0 if step > 0 else len(self.chunk(index).lines) - 1
        return self._chunks.starts[index] + self.chunk(index).flow.bound_in(line, x)

    def row_bounds(self, i: int) -> tuple[int, int]:
        """Return the first and the last place of a caret in the visual line that holds `i`."""
        start = self._chunks.starts[self.index_of(i)]
        chunk = self.chunk(self.index_of(i))
        line = chunk.flow.line_of(i - start)
        return start + chunk.flow.bounds_of(line)[0], start + chunk.flow.last_in(line)

    # what is where

    def badge_at(self, point: QPointF) -> Span | None:
        """Return the span whose badge is drawn at a point."""
        index = self._heights.index_at(point.y())
        box = self.chunk(index).badge_at(point.x(), point.y() - self.top(index))
        return box.piece.span if box else None

    def side_at(self, point: QPointF) -> tuple[Span, bool] | None:
        """Return the span with a side at a point, and whether that is its start."""
        index = self._heights.index_at(point.y())
        found = self.chunk(index).side_at(point.x(), point.y() - self.top(index))
        return (found[0].piece.span, found[1]) if found else None

    def span_at(self, i: int) -> Span | None:
        """Return the shortest span that covers code point `i`."""
        over = [span for span in self._chunks.spans(self.index_of(i)) if span.start <= i < span.end]
        return min(over, key=lambda span: (span.end - span.start, span.id), default=None)

    def _gap(self, index: int) -> float:
        """Return the blank below a paragraph; a blank line, there or next, is blank enough."""
        chunks = self._chunks
        is_apart = chunks.ends_paragraph(index) and not (chunks.is_blank(index) or chunks.is_blank(index + 1))
        return self.measures.paragraph_gap if is_apart else 0.0

    def _lay(self, index: int) -> ChunkLayout:
        start, end = self._chunks.starts[index], self._chunks.ends[index]
        found = pieces(self.text, self._chunks.spans(index), start, end)
        dimmed = (
            (max(left, start) - start, min(right, end) - start)
            for left, right in self._boilerplate
            if left < end and right > start
        )
        return ChunkLayout(self.text[start:end], found, dimmed, self.measures, self.width)
