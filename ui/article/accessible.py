"""Accessibility: the article as a screen reader finds it, through Qt's text interface.

Readers count in UTF-16 units, the view in code points. What the factory makes is kept here, as Qt does not
own it.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6.Shiboken import VoidPtr

from annotations.text.text import Utf16Map
from ui.article.article_view import ArticleView

_NOTHING = VoidPtr(0)  # None would be taken for a place in memory: a screen reader ended the program
_made: dict[int, AccessibleArticle] = {}


def install() -> None:
    """Make Qt ask here for the interface of an article view; once, before the first is asked for."""
    QAccessible.installFactory(_interface)


def _interface(_: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, ArticleView):
        return None
    key = id(thing)
    if key not in _made:
        _made[key] = AccessibleArticle(thing)
        thing.destroyed.connect(lambda: _made.pop(key, None))
    return _made[key]


class AccessibleArticle(QAccessibleWidget):
    """The article view: a text that cannot be edited, with caret and selection."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view, QAccessible.Role.EditableText, view.accessibleName())
        self._text = ArticleText(view)
        view.caret_moved.connect(self._text.tell_caret)
        view.selection_changed.connect(self._text.tell_selection)

    def textInterface(self) -> QAccessibleTextInterface:
        return self._text

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.TextInterface:
            return self._text
        found = super().interface_cast(kind)
        return _NOTHING if found is None else found

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = True
        return state


class ArticleText(QAccessibleTextInterface):
    """The text of an article view for Qt; every offset that comes in or goes out here is in UTF-16 units."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        self._view = view
        self._mapped = ""
        self._map = Utf16Map("")

    def tell_caret(self, i: int) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self._view, self._to16(i)))

    def tell_selection(self) -> None:
        if QAccessible.isActive():
            event = QAccessibleTextSelectionEvent(self._view, *self.selection(0))
            QAccessible.updateAccessibility(event)

    def characterCount(self) -> int:
        return self._to16(len(self._view.text))

    def text(self, start: int, end: int) -> str:
        return self._view.text[self._from16(start) : self._from16(end)]

    def cursorPosition(self) -> int:
        return self._to16(self._view.caret)

    def setCursorPosition(self, position: int) -> None:
        self._view.set_caret(self._from16(position))

    def selectionCount(self) -> int:
        """Return 0, whatever is selected: Qt cannot ask Python where it is, and would read any number as its place.

        The foot tells what is selected.
        """
        return 0

    def selection(self, index: int) -> tuple[int, int]:
        start, end = self._view.selection or (self._view.caret, self._view.caret)
        return self._to16(start), self._to16(end)

    def addSelection(self, start: int, end: int) -> None:
        self._view.set_selection(self._from16(start), self._from16(end))

    def setSelection(self, index: int, start: int, end: int) -> None:
        self.addSelection(start, end)

    def removeSelection(self, index: int) -> None:
        self._view.clear_selection()

    def characterRect(self, offset: int) -> QRect:
        """Return the rectangle of a character, on the screen."""
        here, following = (self._view.caret_rect(self._from16(i)) for i in (offset, offset + 1))
        width = following.left() - here.left() if following.top() == here.top() else here.height() // 2
        corner = self._view.viewport().mapToGlobal(here.topLeft())
        return QRect(corner.x(), corner.y(), max(1, abs(width)), here.height())

    def offsetAtPoint(self, point: QPoint) -> int:
        """Return the offset at a point of the screen; -1 outside of the view."""
        local = self._view.viewport().mapFromGlobal(point)
        if not self._view.viewport().rect().contains(local):
            return -1
        return self._to16(self._view.article.offset_at(self._view.scrolling.to_article(QPointF(local))))

    def scrollToSubstring(self, start: int, end: int) -> None:
        self._view.reveal(self._from16(start))

    def attributes(self, offset: int) -> tuple[str, int, int]:
        """Return label, status and open comment of the innermost span, and its bounds.

        Without a span the attributes are empty, and the bounds those of that character.
        """
        span = self._view.article.span_at(self._from16(offset))
        if span is None:
            return "", offset, min(offset + 1, self.characterCount())
        remark = "comment:open;" if span.id in self._view.article.commented else ""
        return (
            f"label:{span.label};status:{span.status};{remark}",
            self._to16(span.start),
            self._to16(span.end),
        )

    def _to16(self, i: int) -> int:
        return self._fresh().to16(i)

    def _from16(self, position: int) -> int:
        return min(self._fresh().from16(max(0, position)), len(self._view.text))

    def _fresh(self) -> Utf16Map:
        if self._mapped is not self._view.text:
            self._mapped, self._map = self._view.text, Utf16Map(self._view.text)
        return self._map
