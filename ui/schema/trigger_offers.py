"""The words that facts of a type were confirmed on and that its triggers lack, offered to be added."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotations.text.controls import unturned
from models.queries.wordings.trigger_words import OfferedTrigger
from ui.look.layouts import row
from ui.widgets.still import StillBox

NAME = "Add a word that facts were confirmed on"


class TriggerOffers(QWidget):
    """The list of words; nothing is seen where there is none.  `chosen`: a word is to be a trigger."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.words = StillBox(NAME, least=30)
        self.setLayout(row(self.words, None))
        self.words.activated.connect(self._choose)
        self.show_words(())

    def show_words(self, found: Iterable[OfferedTrigger]) -> None:
        """Offer these words, each with how many facts were confirmed on it."""
        self.words.clear()
        self.words.offer("", NAME)
        for one in found:
            self.words.offer(one.word, f"{unturned(one.word)} ({one.times:,} facts)")
        self.setVisible(self.words.count() > 1)

    def _choose(self) -> None:
        word = self.words.currentData()
        self.words.choose("")
        if word:
            self.chosen.emit(word)
