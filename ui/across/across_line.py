"""The line below the article: what other articles have to do with what is in focus."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.layouts import Hair, Pane, column, row
from ui.look.lines import Elided
from ui.look.marks import Symbol
from ui.look.restyled import follow
from ui.look.scale import px

HEIGHT = 32  # pixels at 100 %


class AcrossLine(Pane):
    """The line, as high whatever it says.  `pressed`: it is to be shown in Compare."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__(ground="page")
        self.symbol, self.words = Symbol("table-2", size=14), Elided(px=12, role="text2")
        self.show_there = Button("Compare", kind="ghost", height=24, pad=6)
        self.show_there.clicked.connect(self.pressed)
        line = row(self.symbol, gap=8, margins=(28, 0, 8, 0))
        line.add(self.words, 1)
        line.add(self.show_there)
        self.setLayout(column(Hair(), line, gap=0))
        IN_FORCE.changed.connect(self._say_key)
        self._say_key()
        follow(self)
        self.say("")

    def say(self, words: str, role: str = "text2") -> None:
        """Say that of what is in focus, "" for nothing."""
        self.words.set_role(role)
        self.words.setText(words)
        self.setAccessibleName(words or "Across articles")
        self.symbol.setVisible(bool(words))
        self.show_there.setVisible(bool(words))

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(HEIGHT))

    def _say_key(self) -> None:
        self.show_there.say("Compare", "", IN_FORCE.fill("{key:compare_entity}"))
