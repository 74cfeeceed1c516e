"""The moment after the window's first paint: work that nobody sees at once waits for it."""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """The look-out for the first paint of a window; `over` comes once, in the turn of the event loop after it."""

    over = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    @staticmethod
    def tidy() -> None:
        """Look for garbage from now on, but never through what the start has made: it stays."""
        gc.freeze()
        gc.enable()

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            window.removeEventFilter(self)
            QTimer.singleShot(0, self.over.emit)
        return False
