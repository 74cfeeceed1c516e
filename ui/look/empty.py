"""The empty state: an icon, one sentence, one or two buttons where nothing is yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.look.marks import Symbol


class Empty(QWidget):
    """An empty state: why there is nothing here, and what to do about it.  Keys in the sentence are those in force."""

    def __init__(self, icon_name: str, sentence: str, *buttons: Button, role: str = "text2") -> None:
        super().__init__()
        self._sentence = sentence
        self.icon = Symbol(icon_name, role=role, size=20)
        self.words = Words(wraps=True, role="text2")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        below = row(None, *buttons, None, gap=8)
        self.setLayout(
            column(row(None, self.icon, None), self.words, below, None, gap=8, margins=(16, 24, 16, 16))
        )
        self._fill()
        IN_FORCE.changed.connect(self._fill)

    def say(self, sentence: str) -> None:
        """Show another sentence."""
        self._sentence = sentence
        self._fill()

    def _fill(self) -> None:
        self.words.setText(IN_FORCE.fill(self._sentence))
        self.setAccessibleName(self.words.text())
