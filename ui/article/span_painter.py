"""The painter of the article: boxes below the text, badges beside or above it, selection over all.

A confirmed span is a filled box with a solid badge, a suggestion a dashed outline with a hollow one: colour
is never the only cue. Each layer is a method of its own, called in the order in which they lie.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPixmap

from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Span, Status
from ui.article.article_layout import ArticleLayout
from ui.article.boxes import Box
from ui.article.chunk_layout import ChunkLayout
from ui.look.theme import LabelStyle, label_style

_ROUND = 3.5
_DASHES = (3.0, 2.0)
FOUND = QColor(255, 200, 0, 80)  # readable below the text on each palette
_NO_PEN, _NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush


@dataclass(frozen=True, slots=True)
class Marks:
    """The annotator's place, as it is marked; `preview` is the range that a dragged bound would give."""

    focus_id: str | None = None
    selection: tuple[int, int] | None = None
    caret: int | None = None
    token: tuple[int, int] | None = None
    preview: tuple[int, int] | None = None


class SpanPainter:
    """The painter for one palette and one set of labels, with its colours and cached badges."""

    def __init__(self, hues: Mapping[str, int], palette: QPalette) -> None:
        self._styles = {label: label_style(hue, palette) for label, hue in hues.items()}
        self._unknown = label_style(None, palette)
        self._base, self._text = palette.color(palette.ColorRole.Base), palette.color(palette.ColorRole.Text)
        self._accent = palette.color(palette.ColorRole.Highlight)
        self._badges: dict[tuple[str, bool, float, float], QPixmap] = {}

    def paint(self, painter: QPainter, layout: ArticleLayout, area: QRectF, marks: Marks) -> None:
        """Paint the part of the article in `area`; the painter's origin is the top left of the text."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, top in layout.visible(area.top(), area.height()):
            painter.save()
            painter.translate(0.0, top)
            self._paint_chunk(painter, layout, index, area.translated(0.0, -top), marks)
            painter.restore()

    def _paint_chunk(
        self, painter: QPainter, layout: ArticleLayout, index: int, area: QRectF, marks: Marks
    ) -> None:
        chunk, start = layout.chunk(index), layout.start(index)
        shown = _lines_in(chunk, area)
        boxes = [box for box in chunk.boxes if shown.start <= box.line < shown.stop]
        self._paint_boilerplate(painter, chunk, shown)
        self._paint_boxes(painter, chunk, boxes, marks.focus_id)
        self._paint_found(painter, layout, chunk, start)
        painter.setPen(self._text)
        for line in chunk.lines[shown.start : shown.stop]:
            line.qt.draw(painter, QPointF())
        self._paint_badges(painter, chunk, boxes, layout)
        self._paint_hints(painter, layout, chunk, start)
        for marked, paint in (
            (marks.token, self._paint_token),
            (marks.preview, self._paint_preview),
            (marks.selection, self._paint_selection),
        ):
            if marked is not None and marked[0] < start + len(chunk.text) and marked[1] > start:
                here = (max(0, marked[0] - start), min(len(chunk.text), marked[1] - start))
                paint(painter, chunk.strips(*here))
        if marks.caret is not None and layout.index_of(marks.caret) == index:
            self._paint_caret(painter, chunk.caret(min(marks.caret - start, len(chunk.text))))

    def _paint_boilerplate(self, painter: QPainter, chunk: ChunkLayout, shown: range) -> None:
        """Paint a bar in the margin beside boilerplate; the text itself was laid out dimmed."""
        painter.setPen(_NO_PEN)
        painter.setBrush(_faint(self._text, 70))
        for start, end in chunk.dimmed:
            first, last = chunk.flow.line_of(start), chunk.flow.line_of(end - 1)
            for line in chunk.lines[max(shown.start, first) : min(shown.stop, last + 1)]:
                painter.drawRect(QRectF(-24.0, line.top, 2.0, line.height))

    def _paint_boxes(
        self, painter: QPainter, chunk: ChunkLayout, boxes: list[Box], focus_id: str | None
    ) -> None:
        for box in reversed(boxes):
            span, rect = box.piece.span, box.rect(chunk.lines[box.line])
            style = self._style(span)
            painter.setPen(_outline(style, span))
            painter.setBrush(style.fill if span.status is Status.CONFIRMED else _NO_BRUSH)
            painter.drawRoundedRect(_crisp(rect), _ROUND, _ROUND)
        for box in boxes:
            if box.piece.span.id == focus_id:
                self._paint_ring(painter, box.rect(chunk.lines[box.line]))

    def _paint_found(self, painter: QPainter, layout: ArticleLayout, chunk: ChunkLayout, start: int) -> None:
        """Paint a faint box behind what somebody looks for."""
        found, end = layout.found, start + len(chunk.text)
        first = bisect_left(found, (start,))
        first -= first > 0 and found[first - 1][1] > start
        painter.setPen(QPen(_faint(self._text, 150), 1.0))
        painter.setBrush(FOUND)
        for low, high in found[first : bisect_left(found, (end,))]:
            for strip in chunk.strips(max(low, start) - start, min(high, end) - start):
                painter.drawRect(_crisp(strip.adjusted(-1.0, 0.0, 1.0, 0.0)))

    def _paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the focus: a ring of the text's colour in a halo of the accent's."""
        painter.setBrush(_NO_BRUSH)
        painter.setPen(QPen(_faint(self._accent, 110), 6.0))
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
        painter.setPen(QPen(self._text, 2.0))
        painter.drawRoundedRect(rect, _ROUND, _ROUND)

    def _paint_badges(
        self, painter: QPainter, chunk: ChunkLayout, boxes: list[Box], layout: ArticleLayout
    ) -> None:
        for box in boxes:
            rect = box.badge_rect(chunk.lines[box.line], layout.measures.badge_height)
            if rect.width() >= 2.0:
                painter.drawPixmap(rect.topLeft(), self._badge(painter, layout, box.piece.span, rect))
            if layout.commented and box.piece.span.id in layout.commented and box.piece.ends:
                self._paint_remark(painter, rect.topRight() if rect.width() >= 2.0 else _end_of(box, chunk))

    def _paint_remark(self, painter: QPainter, at: QPointF) -> None:
        """Paint the mark of an open comment: a small speech bubble, its tip on the badge's corner."""
        painter.setPen(QPen(self._base, 1.5))
        painter.setBrush(self._text)
        x, y = at.x(), at.y()
        corners = ((-5, -5), (5, -5), (5, 2), (0, 2), (-3, 5), (-3, 2), (-5, 2))
        painter.drawPolygon([QPointF(x + right, y + down) for right, down in corners])

    def _paint_hints(self, painter: QPainter, layout: ArticleLayout, chunk: ChunkLayout, start: int) -> None:
        """Paint a dotted line under what may have been missed, and has no span now."""
        pen = QPen(_faint(self._text, 150), 1.5, Qt.PenStyle.DotLine)
        end = start + len(chunk.text)
        for low, high in layout.hints[
            bisect_left(layout.hints, (start,)) : bisect_left(layout.hints, (end,))
        ]:
            if layout.span_at(low):
                continue
            painter.setPen(pen)
            for strip in chunk.strips(low - start, min(high, end) - start):
                painter.drawLine(strip.bottomLeft(), strip.bottomRight())

    def _paint_token(self, painter: QPainter, strips: list[QRectF]) -> None:
        """Paint a line under the token that a key would act on without selection and focus."""
        painter.setPen(_NO_PEN)
        painter.setBrush(self._accent)
        for strip in strips:
            painter.drawRect(QRectF(strip.left(), strip.bottom() - 1.0, strip.width(), 2.0))

    def _paint_preview(self, painter: QPainter, strips: list[QRectF]) -> None:
        painter.setPen(QPen(self._accent, 2.0, Qt.PenStyle.DashLine))
        painter.setBrush(_faint(self._accent, 50))
        for strip in strips:
            painter.drawRoundedRect(strip.adjusted(-3.0, -2.0, 3.0, 2.0), _ROUND, _ROUND)

    def _paint_selection(self, painter: QPainter, strips: list[QRectF]) -> None:
        painter.setPen(_NO_PEN)
        painter.setBrush(_faint(self._accent, 90))
        for strip in strips:
            painter.drawRect(strip.adjusted(0.0, -1.0, 0.0, 1.0))

    def _paint_caret(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(_NO_PEN)
        painter.setBrush(self._text)
        painter.drawRect(QRectF(place.left() - 1.0, place.top(), 2.0, place.height()))

    def _style(self, span: Span) -> LabelStyle:
        return self._styles.get(span.label, self._unknown)

    def _badge(self, painter: QPainter, layout: ArticleLayout, span: Span, rect: QRectF) -> QPixmap:
        solid, ratio = span.status is Status.CONFIRMED, painter.device().devicePixelRatio()
        key = (span.label, solid, rect.width(), ratio)
        if key not in self._badges:
            self._badges[key] = self._draw_badge(layout, span, rect.size().toSize(), ratio)
        return self._badges[key]

    def _draw_badge(self, layout: ArticleLayout, span: Span, size: QSize, ratio: float) -> QPixmap:
        style, solid, measures = self._style(span), span.status is Status.CONFIRMED, layout.measures
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_outline(style, span))
        painter.setBrush(style.badge if solid else self._base)
        painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1.0, size.height() - 1.0), 3.0, 3.0)
        painter.setPen(style.badge_text if solid else style.badge)
        painter.setFont(measures.badge_font)
        rect = QRectF(0.0, 0.0, size.width(), size.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, measures.elided(span.label, size.width()))
        painter.end()
        return made


def _end_of(box: Box, chunk: ChunkLayout) -> QPointF:
    return box.rect(chunk.lines[box.line]).topRight()


def _outline(style: LabelStyle, span: Span) -> QPen:
    pen = QPen(style.edge, 1.0)  # a dashed pen of another width takes six times as long
    if span.status is not Status.CONFIRMED:
        pen.setDashPattern(_DASHES)
    return pen


def _crisp(rect: QRectF) -> QRectF:
    """Return the rectangle moved to the middle of pixels, where a line of one pixel is not blurred."""
    half = QPointF(0.5, 0.5)
    return QRectF(QPointF(rect.topLeft().toPoint()) + half, QPointF(rect.bottomRight().toPoint()) - half)


def _faint(colour: QColor, alpha: int) -> QColor:
    return QColor(colour.red(), colour.green(), colour.blue(), alpha)


def _lines_in(chunk: ChunkLayout, area: QRectF) -> range:
    """Return the visual lines that the area shows, with one to spare for boxes that stand off them."""
    first = max(0, chunk.flow.line_at(area.top()) - 1)
    return range(first, min(len(chunk.lines), chunk.flow.line_at(area.bottom()) + 2))
