"""The spans on which all agree, as faint outlines round their words without a badge: what differs stands out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotations.schema.types import Schema
from annotations.spans import Span
from ui.article.article_layout import ArticleLayout
from ui.article.article_view import ArticleView
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.theme import label_style
from ui.review.brackets import strips_in_view

_ALPHA = 105  # of 255, of the label's own outline


class AgreedLayer:
    """The layer of an article view that draws the spans on which all agree."""

    def __init__(self, view: ArticleView) -> None:
        self._view, self._hues = view, dict[str, int]()
        self.spans: list[Span] = []
        self._starts: list[int] = []
        self._longest = 0
        view.layers.append(self._paint)

    def show_schema(self, schema: Schema) -> None:
        """Take the labels' hues."""
        self._hues = {label.name: label.hue for label in schema.labels.values()}

    def show(self, spans: Iterable[Span]) -> None:
        """Draw these in place of what was drawn."""
        self.spans = sorted(spans, key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self.spans]
        self._longest = max((span.end - span.start for span in self.spans), default=0)
        self._view.viewport().update()

    def _paint(self, painter: QPainter, layout: ArticleLayout, window: QRectF) -> None:
        tops = dict(layout.visible(window.top(), window.height()))
        if not tops or not self.spans:
            return
        low, last = layout.start(min(tops)), max(tops)
        high = layout.start(last) + len(layout.chunk(last).text)
        at = slice(bisect_left(self._starts, low - self._longest), bisect_left(self._starts, high))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for span in self.spans[at]:
            painter.setPen(QPen(self._colour(span.label), 1.0))
            for strip, _, _ in strips_in_view(layout, tops, span.start, span.end):
                box = strip.adjusted(-2.5, -1.5, 2.5, 1.5)
                painter.drawRoundedRect(box, px(3), px(3))

    def _colour(self, label: str) -> QColor:
        if roles().is_plain:
            return QColor(roles().text2)
        colour = QColor(label_style(self._hues.get(label), self._view.palette()).edge)
        colour.setAlpha(_ALPHA)
        return colour
