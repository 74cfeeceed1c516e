"""A line of text that Esc gives back what it had, before Esc means anything else."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class GivenBack(QLineEdit):
    """A line whose text is `rest` unless somebody types.  `given_back`: Esc has put that there again."""

    given_back = Signal()

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.rest = ""

    def show_rest(self, text: str) -> None:
        """Have this as what it rests on, and show it."""
        self.rest = text
        self.setText(text)

    def event(self, event: QEvent) -> bool:
        """Take Esc from the window's actions while something is typed."""
        if event.type() is QEvent.Type.ShortcutOverride and self._gives_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._gives_back(event):
            self.setText(self.rest)
            self.given_back.emit()
            return
        super().keyPressEvent(event)

    def _gives_back(self, event: QEvent) -> bool:
        is_esc = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return is_esc and self.text() != self.rest
