"""The mouse in the article: click, drag over the text, drag a box's side.

Nothing is decided before the button is up or the pointer has moved: a click puts the caret, a drag selects.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, SignalInstance
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from annotations.spans import Span
from ui.article.appearance import Appearance
from ui.article.article_layout import ArticleLayout
from ui.article.caret import bound_moved, bound_moved_exactly, near_token
from ui.article.place import Place
from ui.article.scroll import Scrolling
from ui.article.selection import Range, Selecting
from ui.article.touched import Touch, Touched
from ui.plain_text import tip

_DOES = {
    QEvent.Type.MouseButtonPress: "press",
    QEvent.Type.MouseButtonDblClick: "double_click",
    QEvent.Type.MouseMove: "move",
    QEvent.Type.MouseButtonRelease: "release",
}
_STILL = 4.0  # pixels that a hand moves in a click
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_SCROLL_EVERY = 40  # milliseconds, while a drag is held outside the window


class Surface(Protocol):
    """The interface of an article view that the pointer needs: twelve things."""

    article: ArticleLayout
    scrolling: Scrolling
    place: Place
    appearance: Appearance
    drags_spans: bool
    touches: list[Touch]

    @property
    def selection_made(self) -> SignalInstance: ...
    @property
    def bounds_dragged(self) -> SignalInstance: ...
    @property
    def span_dragged(self) -> SignalInstance: ...
    @property
    def words_clicked(self) -> SignalInstance: ...
    @property
    def menu_requested(self) -> SignalInstance: ...

    def viewport(self) -> QWidget: ...


class Pointer(QObject):
    """The mouse over a view's viewport, and what its left button does; it filters the viewport's events."""

    def __init__(self, view: Surface) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._pressed: QPointF | None = None
        self._at = QPointF()
        self._exact = False
        self._began: Selecting | None = None
        self._side: tuple[Span, bool] | None = None
        self._carried: Span | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_SCROLL_EVERY)
        self._timer.timeout.connect(self._scroll)

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        """Handle the events of the mouse; all others go on to the viewport."""
        if isinstance(event, QMouseEvent) and event.type() in _DOES:
            getattr(self, _DOES[event.type()])(event)
            return True
        if isinstance(event, QWheelEvent) and event.modifiers() & _CONTROL:
            self._view.appearance.zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return False

    def press(self, event: QMouseEvent) -> None:
        point = self._view.scrolling.to_article(event.position())
        if event.button() == Qt.MouseButton.RightButton:
            span = self._span_at(point)
            self._view.menu_requested.emit(span.id if span else None, event.globalPosition().toPoint())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed, self._at, self._began = event.position(), event.position(), None
        self._side = self._view.article.side_at(point)
        self._carried = self._view.article.badge_at(point) if self._view.drags_spans else None
        if event.modifiers() & _SHIFT and self._side is None:
            self._began = self._view.place.selecting_from_caret()
            self._select(point, exact=bool(event.modifiers() & _CONTROL))

    def double_click(self, event: QMouseEvent) -> None:
        """Select the token."""
        token = self._view.article.tokens.at(
            self._view.article.offset_at(self._view.scrolling.to_article(event.position()))
        )
        self._pressed = self._side = None
        if token and event.button() == Qt.MouseButton.LeftButton:
            if self._view.drags_spans:
                self._view.words_clicked.emit(token[0], True)
            self._view.place.select(Selecting(token, token))
            self._view.selection_made.emit(*token)

    def move(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._hover(self._view.scrolling.to_article(event.position()))
            return
        self._at, self._exact = event.position(), bool(event.modifiers() & _CONTROL)
        far = (self._at - self._pressed).manhattanLength() > _STILL
        if self._carried:
            if far:
                self._carry(self._carried, event, dropped=False)
        elif far or self._began is not None:
            self._drag()
            outside = not 0 <= self._at.y() < self._view.viewport().height()
            self._timer.start() if outside else self._timer.stop()

    def release(self, event: QMouseEvent) -> None:
        pressed, side, began, carried = self._pressed, self._side, self._began, self._carried
        self._pressed = self._side = self._began = self._carried = None
        self._timer.stop()
        if pressed is None:
            return
        if carried and (event.position() - pressed).manhattanLength() > _STILL:
            self._carry(carried, event, dropped=True)
        elif side is not None and self._view.place.preview is not None:
            self._drop(side[0], self._view.place.preview)
        elif began is not None:
            if self._view.place.selection is not None:
                self._view.selection_made.emit(*self._view.place.selection)
        else:
            self._click(self._view.scrolling.to_article(event.position()))

    def forget(self) -> None:
        """End what the button was doing, without effect."""
        self._pressed = self._side = self._began = self._carried = None
        self._timer.stop()
        self._view.place.set_preview(None)

    def _span_at(self, point: QPointF) -> Span | None:
        article = self._view.article
        return article.badge_at(point) or article.span_at(article.offset_at(point))

    def _hover(self, point: QPointF) -> None:
        article = self._view.article
        side, touched = article.side_at(point) is not None, self._touched(point)
        pressed = article.badge_at(point) or (touched and touched.press)
        shape = Qt.CursorShape.PointingHandCursor if pressed else Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(Qt.CursorShape.SizeHorCursor if side else shape)

    def _click(self, point: QPointF) -> None:
        offset = self._view.article.offset_at(point)
        badge, touched = self._view.article.badge_at(point), self._touched(point)
        if badge is not None:
            self._view.place.set_focus(badge.id, reveal=False)
        elif touched and touched.press:
            touched.press()
        else:
            self._view.place.set_caret(offset, reveal=False)
        if self._view.drags_spans:
            self._view.words_clicked.emit(badge.start if badge else offset, False)

    def _touched(self, point: QPointF) -> Touched | None:
        return next(filter(None, (touch(point) for touch in reversed(self._view.touches))), None)

    def _tell(self, event: QHelpEvent) -> None:
        """Show the words of what the pointer rests on, beside the text; nothing on words alone."""
        touched = self._touched(self._view.scrolling.to_article(QPointF(event.pos())))
        words = touched.words() if touched else ""
        QToolTip.showText(event.globalPos(), tip(words, wraps=True) if words else "", self._view.viewport())

    def _drag(self) -> None:
        point = self._view.scrolling.to_article(self._at)
        if self._side is not None:
            self._view.place.set_preview(self._bounds(point, *self._side))
        else:
            self._select(point, exact=self._exact)

    def _select(self, point: QPointF, *, exact: bool) -> None:
        article = self._view.article
        if self._began is None and self._pressed is not None:
            start = self._range(self._view.scrolling.to_article(self._pressed), exact=exact)
            self._began = Selecting(start, start)
        if self._began is None:
            return
        if exact:
            self._view.place.select(self._began.over(self._range(point, exact=True)))
            return
        i = article.offset_at(point)
        self._view.place.select(self._began.over(near_token(article, i, forward=i >= self._began.anchor[0])))

    def _range(self, point: QPointF, *, exact: bool) -> Range:
        """Return the token at a point or, exactly, the bound nearest to it."""
        i = self._view.article.offset_at(point, between=exact)
        return (i, i) if exact else self._view.article.tokens.at(i) or (i, i)

    def _bounds(self, point: QPointF, span: Span, is_start: bool) -> Range:
        i = self._view.article.offset_at(point, between=self._exact)
        moved = bound_moved_exactly if self._exact else bound_moved
        return moved(self._view.article, (span.start, span.end), i, is_start=is_start)

    def _carry(self, span: Span, event: QMouseEvent, *, dropped: bool) -> None:
        shape = Qt.CursorShape.IBeamCursor if dropped else Qt.CursorShape.ClosedHandCursor
        self._view.viewport().setCursor(shape)
        self._view.span_dragged.emit(span.id, event.globalPosition().toPoint(), dropped)

    def _drop(self, span: Span, bounds: Range) -> None:
        self._view.place.set_preview(None)
        if bounds != (span.start, span.end):
            self._view.bounds_dragged.emit(span.id, *bounds)

    def _scroll(self) -> None:
        """Go on selecting while the pointer is held above or below the window."""
        self._view.scrolling.step(-1 if self._at.y() < 0 else 1)
        self._drag()
