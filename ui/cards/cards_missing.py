"""The words in the place of the cards when there are none."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotations.schema.languages import DEFAULT, language_name
from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.icons import icon
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.look.roles import roles
from ui.look.scale import px
from ui.wording import LOOKING

NOTHING = "No facts here yet. {key:fact} makes one, {key:suggest_here} looks for some."
ELSEWHERE = "No facts here yet. {key:fact} makes one. Proposals of facts are for English; this project is in LANGUAGE."
NO_TYPES = "The project has no fact types yet."
FILTERED = "No fact passes the filter."


class NoCards(QWidget):
    """An icon, a sentence and a button: to make a fact or a type of facts, or to show what the filter keeps back."""

    wanted_new = Signal()
    wanted_all = Signal()
    wanted_types = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_filtered, self._has_types, self._is_looking = False, True, False
        self._language = DEFAULT
        self.words = Words(px=13, role="text2", wraps=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button("New fact", "diamond", height=28)
        self.button.clicked.connect(self._ask)
        self.setLayout(
            column(
                row(None, _Diamond(), None),
                self.words,
                row(None, self.button, None),
                None,
                gap=12,
                margins=(24, 32, 24, 16),
            )
        )
        self.say_keys()

    def _ask(self) -> None:
        if self._is_filtered:
            self.wanted_all.emit()
        else:
            (self.wanted_new if self._has_types else self.wanted_types).emit()

    def say(self, *, is_filtered: bool, has_types: bool, language: str = DEFAULT) -> None:
        """Say that there are no facts, or no types of them, or that the filter keeps all of them back.

        `language`: the project's; in another than English no fact is proposed.
        """
        if (is_filtered, has_types, language) != (self._is_filtered, self._has_types, self._language):
            self._is_filtered, self._has_types, self._language = is_filtered, has_types, language
            self.say_keys()

    def say_looking(self, is_on: bool) -> None:
        """Say that suggestions are looked for, or no longer say so."""
        self._is_looking = is_on
        self.say_keys()

    def say_keys(self) -> None:
        """Take the keys in force."""
        words = ELSEWHERE.replace("LANGUAGE", language_name(self._language))
        words = IN_FORCE.fill(NOTHING if self._language == DEFAULT else words)
        nothing = words if self._has_types else NO_TYPES
        nothing = LOOKING if self._is_looking and self._has_types else nothing
        self.words.setText(FILTERED if self._is_filtered else nothing)
        key = IN_FORCE.fill("{key:fact}") if self._has_types else ""
        makes = ("New fact", "diamond", key) if self._has_types else ("Add fact types", "plus", key)
        self.button.say(*(("Show all", "funnel", "") if self._is_filtered else makes))


class _Diamond(QWidget):
    """The icon of facts."""

    def sizeHint(self) -> QSize:
        return QSize(px(24), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, icon("diamond", roles().text2, px(24), ratio=self.devicePixelRatioF()))
        painter.end()
