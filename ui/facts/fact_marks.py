"""The marks of one fact in the article: a layer of the view, and the room below the lines that it needs."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter

from ui.article.article_layout import ArticleLayout
from ui.article.article_view import ArticleView
from ui.facts.fact_painter import FactPainter, Shown


class FactMarks:
    """The fact in focus, or the one being built, as the article shows it marked.

    The blank room that its lines leave at the article's ends goes with the next move after the one that left it.
    """

    def __init__(self, view: ArticleView) -> None:
        self._view, self._painter = view, FactPainter(view.article)
        view.article.rooms = self._painter.rooms
        view.layers.append(self._paint)
        self._this_move = QTimer(view, interval=0, singleShot=True)
        moved = (view.caret_moved, view.focus_changed, view.selection_changed)
        for signal in (*moved, view.verticalScrollBar().valueChanged):
            signal.connect(self._close_blank)

    def show(self, shown: Shown) -> None:
        """Mark this in place of what was marked; the line of its trigger stays where it is on the screen."""
        before = self._painter.shown
        if shown == before:
            return
        self._this_move.start()
        article, hub = self._view.article, shown.hub() or before.hub()
        touched = {article.index_of(mark.start) for mark in (*before.marks, *shown.marks)}
        if hub is None or list(before.marks) == list(shown.marks):
            self._painter.show(shown)
        else:
            with self._view.scrolling.held_at(hub.start):
                self._painter.show(shown)
                article.open_again(touched)
        self._view.scrolling.refresh()

    def _close_blank(self) -> None:
        if not (self._painter.shown.marks or self._this_move.isActive()):
            self._view.scrolling.close_blank()

    def _paint(self, painter: QPainter, _: ArticleLayout, window: QRectF) -> None:
        self._painter.paint(painter, window)
