"""The painter of the unsure wordings: a card each, with what can be done on the one in hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from models.queries.doubt.unsure import UnsureCard
from ui.look.fonts import font
from ui.look.icons import icon
from ui.look.marks import draw_card, draw_pill
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.scripts import directed
from ui.look.theme import label_style

PAD, GAP, HEAD, LINES, VERBS = 12, 8, 20, 32, 28  # pixels at 100 %
CARD = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Verb(NamedTuple):
    """A verb on the card in hand, and where it stands."""

    name: str
    words: str
    box: QRectF


class CardDelegate(QStyledItemDelegate):
    """The painter; `pressed`: a verb of the card in hand was clicked, by its name, with the UnsureCard."""

    pressed = Signal(str, object)

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent
        self.hues: Mapping[str, int | None] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = px(PAD) * 2 + px(HEAD) + px(2) + px(LINES)
        if self._is_in_hand(index):
            height += px(GAP) + px(VERBS)
        return QSize(px(200), height + px(GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD)
        if not isinstance(card, UnsureCard):
            return
        painter.save()
        box, is_on = self._box(option), self._is_in_hand(index)
        draw_card(painter, box, is_on=is_on)
        inner = box.adjusted(px(PAD), px(PAD), -px(PAD), -px(PAD))
        self._paint_head(painter, card, QRectF(inner.left(), inner.top(), inner.width(), px(HEAD)), option)
        painter.setFont(font(12))
        painter.setPen(QColor(roles().text2))
        reason = QRectF(inner.left(), inner.top() + px(HEAD) + px(2), inner.width(), px(LINES))
        wraps = int(Qt.AlignmentFlag.AlignTop.value) | int(Qt.TextFlag.TextWordWrap.value)
        painter.drawText(reason, wraps, card.reason)
        if is_on:
            for place, verb in enumerate(self._verbs(card, box)):
                _paint_verb(painter, verb, is_first=place == 0, ratio=self._view.devicePixelRatioF())
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Press the verb that is clicked."""
        card = index.data(CARD)
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent) and card:
            for verb in self._verbs(card, self._box(option)) if self._is_in_hand(index) else ():
                if verb.box.contains(event.position()):
                    self.pressed.emit(verb.name, card)
                    return True
        return super().editorEvent(event, model, option, index)

    def _paint_head(
        self, painter: QPainter, card: UnsureCard, box: QRectF, option: QStyleOptionViewItem
    ) -> None:
        """Draw the words, the label or type on a dashed ground, and how many times."""
        times, r = times_of(card), roles()
        few, small, strong = font(12, 400, tabular=True), font(11, 600), font(14, 600)
        right = QFontMetricsF(few).horizontalAdvance(times) + px(8)
        painter.setFont(few)
        painter.setPen(QColor(r.text2))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, times)
        name = card.label or "?"
        pill = QFontMetricsF(small).horizontalAdvance(name) + px(10)
        metrics = QFontMetricsF(strong)
        words = metrics.elidedText(
            card.words, Qt.TextElideMode.ElideMiddle, box.width() - right - pill - px(8)
        )
        painter.setFont(strong)
        painter.setPen(QColor(r.text))
        painter.drawText(box, LEFT_MIDDLE, directed(words, card.words))
        left = box.left() + metrics.horizontalAdvance(words) + px(8)
        edge = r.ink if card.kind == "fact" else label_style(self.hues.get(name), option.palette).edge.name()
        ground = QRectF(left, box.center().y() - px(16) / 2, pill, px(16))
        draw_pill(painter, ground, name, small, colour=edge, edge=edge, is_dashed=True, radius=px(4))

    def _verbs(self, card: UnsureCard, box: QRectF) -> list[_Verb]:
        left, top = box.left() + px(PAD), box.bottom() - px(PAD) - px(VERBS)
        made: list[_Verb] = []
        metrics = QFontMetricsF(font(13, 500))
        for name, words in verbs_of(card):
            ticked = px(24) if not made else 0
            wide = metrics.horizontalAdvance(words) + ticked + 2 * px(12)
            made.append(_Verb(name, words, QRectF(left, top, wide, px(VERBS))))
            left += wide + px(8)
        return made

    def _box(self, option: QStyleOptionViewItem) -> QRectF:
        return QRectF(option.rect).adjusted(px(1), px(1), -px(1), -px(GAP) + px(1))

    def _is_in_hand(self, index: Index) -> bool:
        return index.row() == self._view.currentIndex().row()


def verbs_of(card: UnsureCard) -> list[tuple[str, str]]:
    """Return the verbs of a card by name: to take all its places, and to go through them."""
    if card.kind == "hint":
        return [("one", "Look at it" if card.times == 1 else "One by one")]
    count = card.times
    if card.kind == "fact":
        first = "Confirm it" if count == 1 else f"Confirm all {count:,}"
    else:
        first = f"It is {card.label}" if count == 1 else f"All {count:,} are {card.label}"
    return [("all", first), ("one", "Look at it" if count == 1 else "One by one")]


def times_of(card: UnsureCard) -> str:
    return "1 time" if card.times == 1 else f"{card.times:,} times"


def _paint_verb(painter: QPainter, verb: _Verb, *, is_first: bool, ratio: float) -> None:
    r, radius = roles(), px(6)
    painter.setPen(Qt.PenStyle.NoPen if is_first else QPen(QColor(r.edge), 1))
    painter.setBrush(QColor(r.accent if is_first else r.card))
    painter.drawRoundedRect(verb.box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    colour, left = r.on_accent if is_first else r.text, verb.box.left() + px(12)
    if is_first:
        top = verb.box.center().y() - px(16) / 2
        painter.drawPixmap(int(left), int(top), icon("check", colour, px(16), ratio=ratio))
        left += px(24)
    painter.setFont(font(13, 500))
    painter.setPen(QColor(colour))
    painter.drawText(
        QRectF(left, verb.box.top(), verb.box.right() - left, verb.box.height()), LEFT_MIDDLE, verb.words
    )
