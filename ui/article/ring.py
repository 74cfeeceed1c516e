"""The ring round what has just come back: in the accent, for a moment or until the next key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea

from ui.article.article_layout import ArticleLayout
from ui.article.chunk_layout import ChunkLayout
from ui.article.scroll import Scrolling

LASTS = 600  # milliseconds
WIDTH, AWAY, ROUND = 2.0, 4.0, 4.0  # pixels: of the line, from the words, of the corners
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class Ring(QObject):
    """A layer of an article view, with rings round `ranges` while they are shown."""

    ranges: Sequence[tuple[int, int]] = ()  # of one whose view is being deleted too

    def __init__(self, view: QAbstractScrollArea, scrolling: Scrolling) -> None:
        super().__init__(view)
        self._view, self._scrolling = view, scrolling
        self._timer = QTimer(self, interval=LASTS, singleShot=True)
        self._timer.timeout.connect(self.clear)
        view.installEventFilter(self)

    def show(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Ring these ranges of the text in place of those before."""
        self.ranges = [(start, end) for start, end in ranges if start < end]
        self._timer.start()
        self._scrolling.repaint()

    def clear(self) -> None:
        if self.ranges:
            self.ranges = ()
            self._timer.stop()
            self._scrolling.repaint()

    def paint(self, painter: QPainter, layout: ArticleLayout, window: QRectF) -> None:
        """Paint the rings in the part of the article that is seen."""
        if not self.ranges:
            return
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._view.palette().color(QPalette.ColorRole.Highlight), WIDTH))
        for index, top in layout.visible(window.top(), window.height()):
            chunk, first = layout.chunk(index), layout.start(index)
            for start, end in self.ranges:
                for rect in _rects(chunk, start - first, end - first):
                    ring = rect.translated(0.0, top).adjusted(-AWAY, -AWAY, AWAY, AWAY)
                    painter.drawRoundedRect(ring, ROUND, ROUND)
        painter.restore()

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        """Take the rings away at the next key; the key itself goes on."""
        if self.ranges and event.type() in _KEYS:
            self.clear()
        return False


def _rects(chunk: ChunkLayout, start: int, end: int) -> list[QRectF]:
    """Return where the range of the chunk is: the boxes of a span with its bounds, else its words."""
    inside = max(start, 0), min(end, len(chunk.text))
    if inside[0] >= inside[1]:
        return []
    boxes = [box for box in chunk.boxes if (box.piece.start, box.piece.end) == inside]
    return [box.rect(chunk.lines[box.line]) for box in boxes] or chunk.strips(*inside)
