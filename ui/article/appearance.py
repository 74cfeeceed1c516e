"""The appearance of an article view: what was chosen of it, and the measures and colours that follow."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from ui.article.article_layout import ArticleLayout
from ui.article.measures import Looks
from ui.article.scroll import Scrolling
from ui.article.span_painter import SpanPainter

SMALLEST, LARGEST = 6.0, 40.0  # points


class Appearance(QObject):
    """The chosen `looks`, applied to the layout; `painter` has the colours of the palette and the labels."""

    zoomed = Signal(float)  # the font's size in points

    def __init__(self, view: QAbstractScrollArea, article: ArticleLayout, scrolling: Scrolling) -> None:
        super().__init__(view)
        self._view, self._article, self._scrolling = view, article, scrolling
        self.looks = Looks()
        self.painter = SpanPainter(self.looks.hues, view.palette())

    def choose(self, **chosen: Any) -> None:
        """Choose fields of `looks`."""
        if (looks := replace(self.looks, **chosen)) != self.looks:
            self.looks = looks
            self.apply()

    def apply(self) -> None:
        """Lay everything out anew; the line at the top of the window stays there."""
        with self._scrolling.held():
            measures = self.looks.measures(self._view.font(), self._view.palette())
            self.painter = SpanPainter(self.looks.hues, self._view.palette())
            self._article.reshape(measures, measures.column(self._view.viewport().width()))
        self._scrolling.refresh()

    def set_font_size(self, points: float) -> None:
        """Choose a size, no smaller or larger than can be read."""
        self.choose(size=max(SMALLEST, min(points, LARGEST)))

    def zoom(self, step: int) -> None:
        """Make the text larger (1) or smaller (-1) by a point."""
        self.set_font_size(self.looks.size + step)
        self.zoomed.emit(self.looks.size)

    def reset_zoom(self) -> None:
        """Set the text to its initial size."""
        self.set_font_size(Looks().size)
        self.zoomed.emit(self.looks.size)
