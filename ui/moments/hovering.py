"""The mouse over the article: the card of the span that it rests on comes after a while, and goes with any key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QMouseEvent

from annotations.spans import Span
from models.settings import Settings
from ui.article.article_view import ArticleView
from ui.session import Session

if TYPE_CHECKING:
    from ui.moments.hover_card import HoverCard

REST, LEAVE = 400, 250  # milliseconds that the mouse rests before the card comes, and is away before it goes
_GOES = {
    QEvent.Type.KeyPress,
    QEvent.Type.Wheel,
    QEvent.Type.WindowDeactivate,
}


class Hovering(QObject):
    """The link between the mouse, the card and the actions."""

    def __init__(
        self, session: Session, view: ArticleView, verbs: Mapping[str, QAction], settings: Settings
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._verbs, self._settings = session, view, verbs, settings
        self._span: Span | None = None
        self._at = QPointF()
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._look)
        self._away = QTimer(self, interval=LEAVE, singleShot=True)
        self._away.timeout.connect(self.close)
        self._viewport = view.viewport()
        self._viewport.installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self.close)
        for changed in (session.article_opened, session.edited):
            changed.connect(self.close)
        session.reloaded.connect(self._begin_again)

    @cached_property
    def card(self) -> HoverCard:
        """Return the card, made when the mouse first rests."""
        from ui.moments.hover_card import HoverCard

        made = HoverCard(self._view)
        made.pressed.connect(self._do)
        made.installEventFilter(self)
        return made

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        kind = event.type()
        if there is vars(self).get("card"):
            if kind is QEvent.Type.Enter:
                self._away.stop()
            elif kind is QEvent.Type.Leave:
                self._away.start()
        elif there is not self._viewport:
            if kind in _GOES:
                self.close()
        elif kind is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._move(event)
        elif kind is QEvent.Type.Leave:
            self._rest.stop()
            self._away.start()
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Hide):
            self.close()
        return False

    def close(self) -> None:
        """Take the card away."""
        self._rest.stop()
        self._away.stop()
        if self._span is not None:
            self._span = None
            self.card.hide()
            if (program := QGuiApplication.instance()) is not None:
                program.removeEventFilter(self)

    def _begin_again(self) -> None:
        """Take the card away; a mouse that rests, rests on what is there now."""
        is_resting = self._rest.isActive()
        self.close()
        if is_resting:
            self._rest.start()

    def _move(self, event: QMouseEvent) -> None:
        self._at = event.position()
        if event.buttons():
            self.close()
        elif self._span is None:
            self._away.stop()
            self._rest.start()
        elif self._under() == self._span.id:
            self._away.stop()
        elif not self._away.isActive():
            self._away.start()

    def _under(self) -> str:
        """Return the id of the span whose words or badge the mouse is on, "" beside them."""
        article = self._view.article
        point = self._view.scrolling.to_article(self._at)
        if badge := article.badge_at(point):
            return badge.id
        i = article.offset_at(point)
        line, span = article.caret(i), article.span_at(i)
        return span.id if span and line.top() <= point.y() <= line.bottom() else ""

    def _look(self) -> None:
        """Show the card of the span that the mouse rests on."""
        view, project = self._view, self._session.project
        if not self._settings["hover_card"] or view.drags_spans or view.selection or not view.isVisible():
            return
        point = view.scrolling.to_article(self._at)
        if project is None or any(touch(point) for touch in view.touches):
            return  # what is touched has a tip of its own
        span = self._session.sheet.get(self._under())
        if span is None:
            return
        self._span = span
        self.card.tell(span, project.schema.labels.get(span.label), view.text, self._session.annotator)
        here, first = view.caret_rect(view.article.offset_at(point)), view.caret_rect(span.start)
        left = first.left() if first.top() == here.top() else min(first.left(), here.left())
        self.card.place(left, here.top(), here.bottom(), view.viewport().size())
        self.card.show()
        self.card.raise_()
        if (program := QGuiApplication.instance()) is not None:
            program.installEventFilter(self)

    def _do(self, name: str) -> None:
        """Do what was pressed with the span of the card."""
        span = self._span
        self.close()
        if span is not None and self._session.sheet.get(span.id) == span:
            self._session.focus_fact(None)
            self._view.set_focus(span.id, reveal=False)
            self._view.setFocus()
            self._verbs[name].trigger()
