"""A made-up fact of a type, as a card has it, and its trigger as the text marks it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotations.schema.types import Schema
from annotations.sentences.made_up import made_up
from annotations.text.controls import unturned
from ui.cards.card_face import SIDE, CardFace
from ui.cards.fact_card import FactCard
from ui.facts.inks import diamond, inks
from ui.look.fonts import font
from ui.look.marks import draw_card
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px

MARK, BAND = 200, 34  # pixels at 100 %: the most that the trigger takes, and how high its line is
OUT = 3.5  # from a diamond's middle to its corners


class TypePreview(QWidget):
    """The card of a made-up fact; below it the type's first trigger as it stands in an article."""

    def __init__(self) -> None:
        super().__init__()
        self._face = CardFace()
        self._card: FactCard | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow(self)

    @property
    def words(self) -> str:
        """Return the sentence that is shown."""
        return self._card.sentence.words if self._card else ""

    @property
    def trigger(self) -> str:
        """Return the trigger that is shown; "" for none."""
        return self._card.trigger if self._card else ""

    def show_type(self, schema: Schema, name: str) -> None:
        """Show a fact of the type."""
        fact, text = made_up(schema.facts[name])
        trigger = text[slice(*fact.trigger)] if fact.trigger else ""
        self._card = FactCard(fact, (), trigger, (), (0, len(text)), text, schema, {})
        self.setAccessibleName(f"For example: {name}, {self.words}")
        self.restyle()

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self._face.forget()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the sentence needs in this width."""
        self._face.resize(self.width())
        face = self._face.measured(self._card) if self._card else 0
        self.setFixedHeight(face + px(BAND))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        draw_card(painter, box)
        if self._card:
            self._face.draw(painter, self._card, QPointF(0, 0))
            top = box.bottom() - px(BAND)
            painter.fillRect(QRectF(px(SIDE), top, box.width() - 2 * px(SIDE), 1), QColor(roles().line))
            self._draw_mark(painter, QRectF(px(SIDE), top, box.width() - 2 * px(SIDE), px(BAND)))
        painter.end()

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw what the text shows of a fact: its trigger over a line with a diamond."""
        small, face, colours = font(12), font(16), inks()
        said = "In the text" if self.trigger else "Never proposed: it has no triggers"
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.setFont(small)
        painter.setPen(QColor(roles().text2))
        painter.drawText(box, flags, said)
        if not self.trigger:
            return
        left = box.left() + QFontMetricsF(small).horizontalAdvance(said) + px(12)
        metrics = QFontMetricsF(face)
        word = metrics.elidedText(unturned(self.trigger), Qt.TextElideMode.ElideRight, px(MARK))
        wide = metrics.horizontalAdvance(word)
        painter.setFont(face)
        painter.setPen(QColor(roles().text))
        at = QRectF(left, box.top(), wide + 2, box.height() - px(4))
        painter.drawText(at, flags, word)
        y = at.center().y() + metrics.height() / 2 + 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.ink)
        painter.drawRect(QRectF(left, y, wide, px(1.25)))
        painter.drawPolygon(diamond(QPointF(left + px(OUT), y + px(1.25) / 2), px(OUT)))
