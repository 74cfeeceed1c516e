"""A row of the card in focus: a number, a name and words, as a button; a line of it is an attribute of the fact."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotations.fact_attributes import AttributeValue, FactAttribute
from annotations.text.controls import unturned
from ui.look.fonts import font
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip

HEIGHT = 26  # pixels at 100 %, as the two below
NAME, WORDS = 22, 98  # where name and words begin
DIGITS = 9
LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


class CardRow(QAbstractButton):
    """A row: `number` is 0 for none; what is dragged would be let go at one that is pointed out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.number, self._is_target = 0, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def name(self) -> str:
        """Return what is written before the words."""
        return ""

    def point_out(self, is_target: bool) -> None:
        """Show whether what is dragged would be let go here."""
        if is_target != self._is_target:
            self._is_target = is_target
            self.update()

    def words_box(self) -> QRectF:
        """Return the place of the words in the row."""
        return QRectF(px(WORDS - 4), 0, self.width() - px(WORDS), self.height())

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r, box = QPainter(self), roles(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_tinted = self._is_target or self.hasFocus()
        if is_tinted or self.underMouse():
            painter.setPen(QPen(QColor(r.accent), 2) if is_tinted else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(r.accent_tint if is_tinted else r.hover))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(5), px(5))
        painter.setPen(QColor(r.text2))
        if 1 <= self.number <= DIGITS:
            painter.setFont(font(11, 500, tabular=True))
            painter.drawText(QRectF(px(6), 0, px(14), box.height()), LEFT, str(self.number))
        small, room = font(12), px(WORDS - NAME - 4)
        painter.setFont(small)
        name = QFontMetricsF(small).elidedText(unturned(self.name), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(px(NAME), 0, room + 2, box.height()), LEFT, name)
        self.paint_words(painter)
        painter.end()

    def paint_words(self, painter: QPainter) -> None:
        """Draw what stands behind the name."""


class AttributeRow(CardRow):
    """The row of an attribute, which is shown while the fact states it."""

    def __init__(self, attribute: FactAttribute, parent: QWidget) -> None:
        super().__init__(parent)
        self.attribute, self.is_stated = attribute, False
        self._said = ""

    @property
    def name(self) -> str:
        return self.attribute.name

    def show_value(self, value: AttributeValue) -> None:
        """Show the value, which is not stated if it is plain."""
        self.is_stated = value != self.attribute.kind.plain
        self._said = "yes" if value is True else unturned(str(value))
        self.setAccessibleName(f"{self.name}: {self._said}")
        self.setToolTip(tip(f"{self.name}: {self._said}", wraps=True))
        self.update()

    def paint_words(self, painter: QPainter) -> None:
        face, box = font(12, 500), self.words_box().adjusted(px(4), 0, 0, 0)
        painter.setFont(face)
        painter.setPen(QColor(roles().text))
        said = QFontMetricsF(face).elidedText(self._said, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, LEFT, said)


class AgainstRow(CardRow):
    """The row of what other articles say against the fact: shown where `words`, by the fact's id, have any."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words: Mapping[str, str] = {}
        self.is_stated, self._said = False, ""

    @property
    def name(self) -> str:
        return "✕ others"

    def show_fact(self, id_: str) -> None:
        """Show what others say against that fact, if anything."""
        self._said = self.words.get(id_, "")
        self.is_stated = bool(self._said)
        said = unturned(f"Contradicted by other articles: {self._said}")
        self.setAccessibleName(said)
        self.setToolTip(tip(said, wraps=True))
        self.update()

    def paint_words(self, painter: QPainter) -> None:
        face, box = font(12, 500), self.words_box().adjusted(px(4), 0, 0, 0)
        painter.setFont(face)
        painter.setPen(QColor(roles().bad))
        said = QFontMetricsF(face).elidedText(unturned(self._said), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, LEFT, said)
