"""The marks of one fact in the article: a layer of the view, painted again only where it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from ui.article.article_layout import ArticleLayout
from ui.article.article_view import ArticleView
from ui.facts.fact_painter import FactPainter, Shown


class FactMarks:
    """The fact in focus, or the one being built, as the article shows it marked."""

    def __init__(self, view: ArticleView) -> None:
        self._view, self._painter = view, FactPainter()
        view.layers.append(self._paint)

    def show(self, shown: Shown) -> None:
        """Mark this in place of what was marked."""
        self._update()
        self._painter.shown = shown
        self._update()

    def _update(self) -> None:
        """Paint again what lies between the first and the last mark, and no more."""
        area, viewport = self._painter.area(self._view.article), self._view.viewport()
        if not area.isNull():
            top = round(area.top() - self._view.scrolling.y)
            viewport.update(QRect(0, top, viewport.width(), round(area.height())))

    def _paint(self, painter: QPainter, layout: ArticleLayout, window: QRectF) -> None:
        self._painter.paint(painter, layout, window, self._view.palette())
