"""The field in a card in which a value or a note is typed, over what it stands for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look.fonts import font


class CardEditor(QLineEdit):
    """A line of text.  Enter takes what was typed, as does leaving the field; Esc leaves all as it was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._take: Callable[[str], None] | None = None
        self._back: QWidget | None = None
        self.hide()

    def begin(self, name: str, words: str, at: QRect, take: Callable[[str], None], back: QWidget) -> None:
        """Be typed into at that place; `back` gets the keyboard afterwards."""
        self._take, self._back = take, back
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setFont(font(12))
        self.setText(words)
        self.setGeometry(at)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus()

    def leave(self) -> None:
        """Be typed into no more; what was typed is left."""
        had_keyboard, self._take = self.hasFocus(), None
        self.hide()
        if had_keyboard and self._back:
            self._back.setFocus()

    def event(self, event: QEvent) -> bool:
        """Claim the key that leaves the field before the window does."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
        event.accept()  # no key goes on to the card: it would decide the fact

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._end()

    def _end(self) -> None:
        take, self._take = self._take, None
        if take is None:
            return
        is_typed, typed = self.isModified(), self.text()
        self.leave()
        if is_typed:
            take(typed)
