"""Scrolling: the part of the article in the window, while heights are still being found out.

Whatever changes a height goes through here, so that the text under the annotator's eyes does not jump.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRect
from PySide6.QtWidgets import QAbstractScrollArea

from ui.article.article_layout import ArticleLayout
from ui.article.measures import MARGIN

_HALO = 4  # pixels that the focus reaches out of its chunk


class Scrolling:
    """The part of the article in the window, and the way between viewport and article coordinates."""

    def __init__(self, area: QAbstractScrollArea, article: ArticleLayout) -> None:
        self._bar, self._viewport, self._article = area.verticalScrollBar(), area.viewport(), article
        self._beyond = 0  # a value past the ends of the article, at which a line stays where it was

    @property
    def y(self) -> int:
        """Return the y of the article that is at the top of the window."""
        return self._bar.value()

    @property
    def left(self) -> float:
        """Return the x of the text in the window; a wide window has it in the middle."""
        return max(MARGIN, (self._viewport.width() - self._article.width) / 2)

    @property
    def height(self) -> int:
        """Return how many pixels of the article the window shows at a time."""
        return self._viewport.height()

    def to_article(self, position: QPointF) -> QPointF:
        return QPointF(position.x() - self.left, position.y() + self.y)

    def caret_rect(self, i: int) -> QRect:
        """Return the place of a caret before code point `i` in the viewport."""
        return self._article.caret(i).translated(self.left, -self.y).toAlignedRect()

    def fit(self) -> None:
        """Set the range of the scroll bar after the article's height or the window's."""
        height = self._viewport.height()
        self._bar.setPageStep(max(1, height - 40))
        self._bar.setSingleStep(round(self._article.measures.line_height * 1.5))
        if self._bar.value() != self._beyond:
            self._beyond = 0
        self._bar.setRange(min(0, self._beyond), max(0, self._beyond, round(self._article.height) - height))

    def refresh(self) -> None:
        """Show again all that is in the window."""
        self.fit()
        self._viewport.update()

    def repaint(self) -> None:
        """Paint again all that is in the window, where nothing has another height."""
        self._viewport.update()

    def refresh_chunks(self, indexes: list[int], height_before: float) -> None:
        """Show these chunks again, and no more unless the article got another height by them."""
        self.settle()
        if not indexes or self._article.height != height_before:
            self.refresh()
            return
        top, bottom = self._article.top(indexes[0]) - self.y, self._article.bottom(indexes[-1]) - self.y
        self._viewport.update(0, int(top) - _HALO, self._viewport.width(), int(bottom - top) + 2 * _HALO)

    def settle(self) -> None:
        """Lay out what is in view; what was there stays in place, and the article's top at the top."""
        at_top = self.y == 0
        for _ in range(3):  # at the end of the article the bar may stop short, and show what has no lines yet
            before = self._article.height
            y = self._article.settle(self.y, self._viewport.height())
            if self._article.height == before:
                return
            self._bar.blockSignals(True)
            self.fit()
            self._bar.setValue(0 if at_top else round(y))
            self._bar.blockSignals(False)

    def reveal(self, i: int) -> None:
        """Scroll, only if need be, so that code point `i` is in view."""
        height = self._viewport.height()
        for _ in range(2):  # chunks that come into view may turn out higher than estimated
            place = self._article.caret(i)
            near = min(place.height() * 1.5, height / 4)
            if not self.y + near <= place.top() <= self.y + height - near - place.height():
                self.fit()
                self._bar.setValue(round(place.top() - height / 3))
            self.settle()

    def shows(self, i: int) -> bool:
        """Return whether the line of code point `i` begins in the window."""
        index = self._article.index_of(i)
        near = any(index == shown for shown, _ in self._article.visible(self.y, self.height))
        return near and 0 <= self._article.caret(i).top() - self.y < self.height

    def step(self, direction: int) -> None:
        """Scroll by a line and a half down (1) or up (-1)."""
        self._bar.setValue(self._bar.value() + direction * self._bar.singleStep())

    def close_blank(self) -> None:
        """Take away the blank room past the article's ends, if lines that closed left some."""
        if self._beyond or self._bar.minimum():
            self._beyond = 0
            self.fit()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the line at the top of the window where it is while heights change."""
        at_top = self.y == 0
        first = self._article.offset_at(QPointF(0.0, self.y))
        below = self._article.caret(first).top() - self.y
        yield
        y = 0.0 if at_top else self._article.caret(first).top() - below
        self.fit()
        self._bar.setValue(round(y))

    @contextmanager
    def held_at(self, i: int) -> Iterator[None]:
        """Keep the line of code point `i`, if it is in view, where it is while lines open and close.

        It stays at the article's ends, too, where there is nothing to scroll: blank room is shown there, but
        at the top no more than two lines of it, since it would grow with each line that closes.
        """
        if not self.shows(i):
            with self.held():
                yield
            return
        below = self._article.caret(i).top() - self.y
        yield
        measures = self._article.measures
        blank = 2 * (measures.line_height + measures.leading)
        y = max(-round(blank), round(self._article.caret(i).top() - below))
        most = max(0, round(self._article.height) - self.height)
        self._beyond = y if not 0 <= y <= most else 0
        self._bar.setRange(min(0, y), max(most, y))
        self._bar.setValue(y)
