"""The fact in one line: its type and its sentence, the words of fillers darker, those that lack in warn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotations.sentences import PieceKind, SentencePiece
from ui.look.fonts import font
from ui.look.marks import draw_pill
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip


class SentenceLine(QWidget):
    """One line that gives way: what finds no room is cut, and whole in the tip."""

    def __init__(self) -> None:
        super().__init__()
        self.type = self.words = self.aside = ""
        self._pieces: Sequence[SentencePiece] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow(self)

    def tell(self, type_: str, pieces: Sequence[SentencePiece], aside: str = "") -> None:
        """Show the type and the sentence; `aside` is what the fact states beside it."""
        self.type, self._pieces, self.aside = type_, pieces, aside
        self.words = "".join(piece.words for piece in pieces)
        said = " ".join(filter(None, (type_, self.words, f"({aside})" if aside else "")))
        self.setAccessibleName(said)
        self.setToolTip(tip(said, wraps=True))
        self.update()

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(24))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        r, painter, x = roles(), QPainter(self), 0.0
        if self.type:
            face = font(11, 700)
            wide = min(QFontMetricsF(face).horizontalAdvance(self.type) + px(14), self.width() / 2)
            name = QFontMetricsF(face).elidedText(self.type, Qt.TextElideMode.ElideMiddle, wide - px(10))
            box = QRectF(0, px(3), wide, px(18))
            draw_pill(painter, box, name, face, colour=r.on_ink, fill=r.ink, radius=px(4))
            x = wide + px(12)
        x = self._draw_pieces(painter, x)
        if self.aside:
            self._draw(painter, x + px(12) if self.type else x, self.aside, 400, r.text2, is_open=False)
        painter.end()

    def _draw_pieces(self, painter: QPainter, x: float) -> float:
        r = roles()
        looks = {
            PieceKind.PLAIN: (400, r.text2),
            PieceKind.FILLER: (600, r.text),
            PieceKind.OPEN: (400, r.warn),
        }
        for piece in self._pieces:
            if x >= self.width():
                break
            weight, colour = looks[piece.kind]
            x = self._draw(painter, x, piece.words, weight, colour, is_open=piece.kind is PieceKind.OPEN)
        return x

    def _draw(
        self, painter: QPainter, x: float, words: str, weight: int, colour: str, *, is_open: bool
    ) -> float:
        face = font(14, weight, italic=is_open)
        words, room = words.replace("\n", " "), self.width() - x
        shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(face)
        painter.setPen(QColor(colour))
        flags = int(Qt.AlignmentFlag.AlignVCenter.value) | int(Qt.TextFlag.TextSingleLine.value)
        painter.drawText(QRectF(x, 0, room, self.height()), flags, shown)
        return x + QFontMetricsF(face).horizontalAdvance(words)
