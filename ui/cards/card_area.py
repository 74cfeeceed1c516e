"""The area of the cards: where each stands, as Qt's list asks for it.

Only cards in view are measured: the heights of others are guesses, and when one comes into view, what was seen
before stays where it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from ui.cards.card_face import CardFace
from ui.cards.card_model import CardModel, Index
from ui.cards.card_places import CardPlaces
from ui.cards.fact_changes import FactContext
from ui.cards.focused_card import FocusedCard
from ui.look.scale import px
from ui.widgets.row_chosen import RowChoice

MARGIN, GAP, CAPTION = 16, 8, 26  # pixels at 100 %
NOT_LAID = -1
Move = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint


class CardArea(QListView):
    """The list without its keys; `card` is the widget of the fact in focus, which lies over its place.

    `context`: the surroundings of the facts, None without an article.
    """

    def __init__(self, cards: CardModel) -> None:
        super().__init__()
        self.cards, self.face, self.places = cards, CardFace(), CardPlaces()
        self.card = FocusedCard(self.face, self)
        self.context: FactContext | None = None
        self.captions: Mapping[int, str] = {}
        self.first: int | None = None  # the card that can be scrolled to the top, however few stand below it
        self._top_of_first = NOT_LAID
        self._is_measuring, self._laid = False, -1  # the version of the cards that is laid out
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoScroll(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(cards)
        RowChoice(self)

    # --- how it is laid out

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)
        if self._laid != self.cards.version:
            self.lay_out(self.anchor())

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        """Draw the cards that changed."""
        QAbstractItemView.dataChanged(self, top, bottom, roles)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        self.lay_out(self.anchor())
        if self.card.card:
            self.scrollTo(self.currentIndex())

    def anchor(self) -> tuple[int, int] | None:
        """Return a card in view, and how far below the upper edge it stands: what stays where it is."""
        seen, y = self.in_view(), self.verticalOffset()
        held = self.currentIndex().row()
        place = held if held in seen else next((n for n in seen if self.places.tops[n] >= y), None)
        return None if place is None else (place, self.places.tops[place] - y)

    def _first_on_top(self) -> int | None:
        """Return the first card of the sentence, if it stands at the top."""
        is_there = self.first is not None and self.first < len(self.places.tops)
        return self.first if is_there and self.verticalOffset() == self._top_of_first else None

    def lay_out(self, anchor: tuple[int, int] | None) -> None:
        """Put the cards in their places; the one that is the anchor stays where it is.

        The first of the sentence stays at the top once it is there.
        """
        is_on_top = self._first_on_top() is not None
        self.face.resize(self._wide())
        self._laid = self.cards.version
        self._put()
        self._range()
        if is_on_top or (anchor and anchor[0] < len(self.places.tops)):
            self._is_measuring = True
            y = self.places.tops[anchor[0]] - anchor[1] if anchor and not is_on_top else self._top_of_first
            self.verticalScrollBar().setValue(y)
            self._is_measuring = False
        self._measure()
        self.viewport().update()

    def _put(self) -> None:
        cards, face, held = self.cards.cards, self.face, self.card.card
        heights = face.heights(cards)
        place = self.cards.place(held.fact.id) if held else None
        if place is not None and self.context:
            self.card.show_card(cards[place], self.context)  # it may have changed since
            heights[place] = self.card.high()
        self.places.lay(heights, self.captions, gap=px(GAP), room=px(CAPTION))

    def _measure(self) -> None:
        """Measure the cards in view whose height was guessed; a card that was not keeps its place."""
        if self._is_measuring:
            return
        self._is_measuring = True
        cards, bar = self.cards.cards, self.verticalScrollBar()
        while guessed := [n for n in self.in_view() if not self.face.is_known(cards[n])]:
            known = next((n for n in self.in_view() if n not in guessed), guessed[0])
            held = known if (first := self._first_on_top()) is None else first
            below = self.places.tops[held] - bar.value()
            for place in guessed:
                self.face.measured(cards[place])
            self._put()
            self._range()
            bar.setValue(self.places.tops[held] - below)
            self.viewport().update()
        self._is_measuring = False
        self._seat()

    def _seat(self) -> None:
        """Put the widget of the fact in focus over its place."""
        if self.card.card is None:
            return
        place = self.cards.place(self.card.card.fact.id)
        if place is None:
            self.card.forget()
        elif place < len(self.places.tops):
            self.card.setGeometry(self.rect_of(place))
            self.card.show()

    def _range(self) -> None:
        high = self.viewport().height()
        tops = self.places.tops
        first = self.first if self.first is not None and self.first < len(tops) else None
        least = 0
        if first is not None:
            least = self._top_of_first = self.places.top(first)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.places.end - high, least))
        bar.setPageStep(high)
        bar.setSingleStep(px(40))

    def _wide(self) -> int:
        return max(px(80), self.width() - 2 * px(MARGIN))

    def in_view(self) -> range:
        y = self.verticalOffset()
        seen = self.places.between(y, y + self.viewport().height())
        return range(seen.start, min(seen.stop, len(self.cards.cards)))

    def rect_of(self, place: int) -> QRect:
        y = self.places.tops[place] - self.verticalOffset()
        return QRect(px(MARGIN), y, self._wide(), self.places.heights[place])

    # --- what Qt's view asks

    def updateGeometries(self) -> None:
        self._range()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._measure() if not self._is_measuring else None
        self._seat()

    def visualRect(self, index: Index) -> QRect:
        return self.rect_of(index.row()) if 0 <= index.row() < len(self.places.tops) else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        place = self.places.at(point.y() + self.verticalOffset())
        is_in = px(MARGIN) <= point.x() < px(MARGIN) + self._wide()
        return self.cards.index(place) if place is not None and is_in else QModelIndex()

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Scroll, only if need be, so that the card is in view; of one that is too high, its head."""
        place, high = index.row(), self.viewport().height()
        if not 0 <= place < len(self.places.tops):
            return
        top = self.places.top(place)
        bottom = self.places.tops[place] + self.places.heights[place] + px(GAP)
        bar = self.verticalScrollBar()
        bar.setValue(min(top, max(bar.value(), bottom - high)))

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count, place = len(self.cards.cards), self.currentIndex().row()
        page = max(1, len(self.in_view()) - 1)
        steps = {Move.MoveUp: -1, Move.MovePrevious: -1, Move.MoveDown: 1, Move.MoveNext: 1}
        steps |= {Move.MovePageUp: -page, Move.MovePageDown: page, Move.MoveHome: -count, Move.MoveEnd: count}
        to = max(0, min(count - 1, place + steps.get(action, 0)))
        return self.cards.index(to) if count else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.topLeft())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())
