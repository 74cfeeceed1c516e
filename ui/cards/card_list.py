"""The list of cards and its keys; the fact in focus is a widget over its place.  Only cards in view are drawn."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent

from ui import bindings
from ui.cards.card_area import CAPTION, NOT_LAID, CardArea
from ui.cards.card_model import CardModel
from ui.cards.card_row import LEFT
from ui.look.fonts import font
from ui.look.marks import draw_card
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class CardList(CardArea):
    """The list, its captions, its drawing and its keys."""

    draws_ring = True  # on the row in hand

    confirmed, rejected, changing, entered = Signal(), Signal(), Signal(), Signal()

    def __init__(self, cards: CardModel) -> None:
        super().__init__(cards)
        self.setAccessibleName("Facts")
        follow(self)

    # --- what is shown

    def show_captions(self, captions: Mapping[int, str], first: int | None) -> None:
        """Show captions over the cards of those places; `first` can be scrolled to the top."""
        if (captions, first) != (self.captions, self.first):
            if first != self.first:
                self._top_of_first = NOT_LAID  # another card's
            self.captions, self.first = captions, first
            self.lay_out(self.anchor())

    def scroll_to_top(self, place: int) -> None:
        """Scroll so that the card is the first in view, below its caption."""
        if place < len(self.places.tops):
            self.verticalScrollBar().setValue(self.places.top(place))
            self._measure()

    def show_focused(self, place: int | None) -> None:
        """Open the card of that place as the one in focus, or none, and bring it into view."""
        if place is None or self.context is None:
            if self.card.card or self.selectionModel().hasSelection():
                self.card.forget()
                self.selectionModel().clear()
                self.lay_out(self.anchor())
            return
        card, index = self.cards.cards[place], self.cards.index(place)
        is_current = self.currentIndex() == index and self.selectionModel().hasSelection()
        if not is_current or card is not self.card.card:
            self.card.show_card(card, self.context)
            if not is_current:
                self.selectionModel().setCurrentIndex(index, _CHOOSE)
            self.lay_out(self.anchor())
            self.scrollTo(index)

    def tell_against(self, words: Mapping[str, str]) -> None:
        """Show on the card in focus what other articles say against its fact; `words` by the fact's id."""
        if words != self.card.against.words:
            self.card.against.words = words
            if card := self.card.card:
                self.card.against.show_fact(card.fact.id)
                self.card.restyle()
                self.lay_out(self.anchor())

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self.face.forget()
        self.lay_out(self.anchor())
        self.viewport().update()

    # --- drawing and keys

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self.viewport()), event.rect()
        painter.fillRect(area, roles().chrome)
        cards, held = self.cards.cards, self.card.card
        for place in self.in_view():
            box = self.rect_of(place)
            if place in self.captions:
                self._paint_caption(painter, self.captions[place], box)
            if box.intersects(area) and cards[place] is not held:
                draw_card(painter, QRectF(box))
                self.face.draw(painter, cards[place], QPointF(box.topLeft()))
        painter.end()

    def _paint_caption(self, painter: QPainter, words: str, box: QRect) -> None:
        painter.setFont(font(11, 600))
        painter.setPen(QColor(roles().text2))
        at = QRectF(box.left(), box.top() - px(CAPTION), box.width(), px(CAPTION - 4))
        painter.drawText(at, LEFT, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key of the list, or of a part of the card that does nothing with it."""
        key, does = Qt.Key(event.key()), _KEYS.get(Qt.Key(event.key()))
        if does or key in _MOVES:
            self.setFocus()
        if does:
            getattr(self, does).emit()
        elif key in _ROLES:
            self.card.press_role(_ROLES.index(key) + 1)
        elif key in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()  # letters look for nothing here

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.entered.emit()


_MOVES = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_SIGNALS = {"facts_confirm": "confirmed", "facts_reject": "rejected", "facts_edit": "changing"}
_KEYS = {code: does for name, does in _SIGNALS.items() for code in bindings.codes(name)}
_ROLES = bindings.codes("facts_role")
