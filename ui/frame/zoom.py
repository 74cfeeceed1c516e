"""Ctrl and the wheel over a pane change the size of the whole window; over the article, only that of its text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent, QWindow
from PySide6.QtWidgets import QWidget

STEP = 10  # per cent


class Zoom(QObject):
    """A filter before the window: it takes the wheel with Ctrl, unless it turns over the article."""

    def __init__(self, window: QWidget, article: QWidget, turn: Callable[[int], object]) -> None:
        """Call `turn` with the per cent to add."""
        super().__init__(window)
        self._window, self._article, self._turn = window, article, turn
        program = QGuiApplication.instance()
        if isinstance(program, QGuiApplication):
            program.focusWindowChanged.connect(self._watch)

    def _watch(self, now: QObject | None) -> None:
        if isinstance(now, QWindow) and now is self._window.windowHandle():
            now.installEventFilter(self)

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Wheel or not isinstance(event, QWheelEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or self._is_over_article(event):
            return False
        if turned := event.angleDelta().y():
            self._turn(STEP if turned > 0 else -STEP)
        return True

    def _is_over_article(self, event: QWheelEvent) -> bool:
        at: QPoint = event.position().toPoint()
        under = self._window.childAt(at)
        return under is not None and (under is self._article or self._article.isAncestorOf(under))
