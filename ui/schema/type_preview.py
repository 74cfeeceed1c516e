"""A made-up fact of a type, as a card has it, and its trigger as the text marks it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotations.schema.types import Schema
from annotations.sentences import Sentence, sentence_of
from annotations.sentences.made_up import made_up
from annotations.text.controls import unturned
from ui.cards.card_face import BOTTOM, PITCH, SIDE, CardFace, laid_out
from ui.cards.fact_card import FactCard
from ui.facts.inks import diamond, inks
from ui.look.fonts import font
from ui.look.marks import draw_card
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px

MARK, BAND = 200, 34  # pixels at 100 %: the most that the trigger takes, and how high its line is
LEAST, IN_TEXT, NO_TRIGGER = "At least", "In the text", "Never proposed: it has no triggers"
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
OUT = 3.5  # from a diamond's middle to its corners


class TypePreview(QWidget):
    """The card of a made-up fact; below it the least that it says, and the first trigger as it stands in an article."""

    def __init__(self) -> None:
        super().__init__()
        self._face = CardFace()
        self._card: FactCard | None = None
        self._least = Sentence(())
        self._laid = QTextLayout()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow(self)

    @property
    def words(self) -> str:
        """Return the sentence that is shown."""
        return self._card.sentence.words if self._card else ""

    @property
    def least(self) -> str:
        """Return the sentence of a fact with the required roles alone; "" where that says the same."""
        return self._least.words

    @property
    def trigger(self) -> str:
        """Return the trigger that is shown; "" for none."""
        return self._card.trigger if self._card else ""

    def show_type(self, schema: Schema, name: str) -> None:
        """Show a fact of the type."""
        type_ = schema.facts[name]
        fact, text = made_up(type_)
        trigger = text[slice(*fact.trigger)] if fact.trigger else ""
        self._card = FactCard(fact, (), trigger, (), (0, len(text)), text, schema, {})
        short, short_text = made_up(type_, least=True)
        least = sentence_of(short, short_text, schema, {})
        self._least = least if least.words != self.words else Sentence(())
        said = f"{self.words}; at least: {self.least}" if self.least else self.words
        self.setAccessibleName(f"For example: {name}, {said}")
        self.restyle()

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self._face.forget()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the sentences need in this width."""
        self._face.resize(self.width())
        face = self._face.measured(self._card) if self._card else 0
        self._laid = laid_out(self._least.pieces, self.width() - 2 * px(SIDE) - self._aside())
        self.setFixedHeight(face + self._least_height() + px(BAND))
        self.update()

    def _aside(self) -> int:
        """Return how far what stands behind its caption is from the left."""
        small = QFontMetricsF(font(12))
        return round(max(map(small.horizontalAdvance, (LEAST, IN_TEXT)))) + px(12)

    def _least_height(self) -> int:
        return self._laid.lineCount() * px(PITCH) + px(BOTTOM) if self.least else 0

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        draw_card(painter, box)
        if self._card:
            self._face.draw(painter, self._card, QPointF(0, 0))
            room = box.width() - 2 * px(SIDE)
            top = box.bottom() - px(BAND)
            if self.least:
                first = QRectF(px(SIDE), top - self._least_height(), room, px(PITCH))
                self._draw_caption(painter, first, LEAST)
                self._laid.draw(painter, QPointF(px(SIDE) + self._aside(), first.top()))
            painter.fillRect(QRectF(px(SIDE), top, room, 1), QColor(roles().line))
            self._draw_mark(painter, QRectF(px(SIDE), top, room, px(BAND)))
        painter.end()

    def _draw_caption(self, painter: QPainter, box: QRectF, words: str) -> None:
        painter.setFont(font(12))
        painter.setPen(QColor(roles().text2))
        painter.drawText(box, _LEFT, words)

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw what the text shows of a fact: its trigger over a line with a diamond."""
        face, colours = font(16), inks()
        self._draw_caption(painter, box, IN_TEXT if self.trigger else NO_TRIGGER)
        if not self.trigger:
            return
        left = box.left() + self._aside()
        metrics = QFontMetricsF(face)
        word = metrics.elidedText(unturned(self.trigger), Qt.TextElideMode.ElideRight, px(MARK))
        wide = metrics.horizontalAdvance(word)
        painter.setFont(face)
        painter.setPen(QColor(roles().text))
        at = QRectF(left, box.top(), wide + 2, box.height() - px(4))
        painter.drawText(at, _LEFT, word)
        y = at.center().y() + metrics.height() / 2 + 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.ink)
        painter.drawRect(QRectF(left, y, wide, px(1.25)))
        painter.drawPolygon(diamond(QPointF(left + px(OUT), y + px(1.25) / 2), px(OUT)))
