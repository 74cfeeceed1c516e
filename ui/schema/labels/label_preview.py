"""A label as it stands in the text: a few words laid out and painted as the article is."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotations.spans import Span, Status
from ui.article.article_layout import EDGE, ArticleLayout
from ui.article.measures import Looks
from ui.article.span_painter import Marks, SpanPainter
from ui.look.fonts import font
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px

WORDS = ("Confirmed", "suggested")
TEXT = f"{WORDS[0]} and {WORDS[1]}"
PAD = 7  # pixels at 100 %, above and below


class LabelPreview(QWidget):
    """The words with their boxes and badges, one confirmed and one suggested."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._hue, self._looks = "", 0, Looks()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._layout = ArticleLayout(self._looks.measures(font(), self.palette()), 600.0)
        follow(self)

    def show_label(self, name: str, hue: int) -> None:
        """Show the label under that name, in that hue."""
        self.setAccessibleName(f"{name} in the text")
        if name != self._name:
            self._name = name
            self._lay_out()
        self._hue = hue
        self.update()

    def look(self, looks: Looks) -> None:
        """Take the looks of the article."""
        self._looks = looks
        self.restyle()

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self._lay_out()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Lay the words out in this width, and be as high as their lines."""
        measures = self._looks.measures(font(), self.palette())
        self._layout.reshape(measures, float(max(60, self.width() - px(16))))
        there = TEXT.index(WORDS[1])
        spans = (
            Span("sure", 0, len(WORDS[0]), self._name),
            Span("unsure", there, len(TEXT), self._name, status=Status.SUGGESTED),
        )
        self._layout.set_article(TEXT, spans)
        self.setFixedHeight(round(self._layout.chunk(0).height) + 2 * px(PAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), roles().page)
        painter.translate(px(8), px(PAD) - EDGE)
        area = QRectF(0, 0, self.width(), self.height() + EDGE)
        SpanPainter({self._name: self._hue}, self.palette()).paint(painter, self._layout, area, Marks())
        painter.end()
