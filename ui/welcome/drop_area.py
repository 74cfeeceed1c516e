"""The place where files are dropped, on the welcome and in an empty project."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.look.layouts import column, row
from ui.look.lines import Elided, Words
from ui.look.marks import Symbol
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px


class DropArea(QWidget):
    """The place where files are dropped; the window takes them wherever they fall.

    `below` stands under its words; then it is as high as its room.
    """

    def __init__(self, below: QWidget | None = None) -> None:
        super().__init__()
        self._is_under, self._is_high = False, below is not None
        self.words = Words("Drop articles here", px=16, weight=600)
        self.more = Elided(
            "text, HTML, PDF, Word, JSONL, CoNLL, brat … or a whole folder", px=12, role="text2"
        )
        for line in (self.words, self.more):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture = row(None, Symbol("download", role="accent", size=28), None)
        parts = (picture, self.words, self.more, *((12, below) if below else ()))
        self.setLayout(column(None, *parts, None, gap=6, margins=(16, 8, 16, 8)))
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        if not self._is_high:
            self.setFixedHeight(px(116))

    def tint(self, is_under: bool) -> None:
        """Tint the area while files hover over the window."""
        self._is_under = is_under
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r = QPainter(self), roles()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(r.accent if self._is_under else r.edge), 1.5)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(QColor(r.accent_tint if self._is_under else r.page))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(10), px(10))
        painter.end()
