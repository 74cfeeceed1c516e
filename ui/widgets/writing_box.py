"""A box for a few lines of text that Ctrl+Enter sends, whatever the window does with that key elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from ui import bindings
from ui.keys_in_force import IN_FORCE


class WritingBox(QPlainTextEdit):
    """The box for a few lines of text.  `sent`: Ctrl+Enter was pressed."""

    sent = Signal()

    def __init__(self, about: str, *, does: str = "sends it") -> None:
        """Make an empty box; `about` says what is written here; the key, and what it `does`, are said with it."""
        about = IN_FORCE.fill(f"{about}; {{key:send}} {does}")
        super().__init__(tabChangesFocus=True, placeholderText=about)
        self.setAccessibleName(about)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 12)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and sends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if sends(event):
            self.sent.emit()
        else:
            super().keyPressEvent(event)


def sends(event: QEvent) -> bool:
    """Return whether the event is of the key that sends."""
    if not isinstance(event, QKeyEvent) or event.key() not in bindings.codes("send"):
        return False
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
