"""The question before a suggester's command is run from the window: it says what is run, and what that is given."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from annotations.errors import UserError
from annotations.suggest.installed import RULES
from annotations.suggesters.configured import SuggesterCommand, is_lacking, lacking
from models.settings import Settings
from ui.keys_in_force import IN_FORCE
from ui.plain_text import message_box
from ui.project.pipeline_trust import WITHOUT, in_one_line

RUN, LEAVE_IT = "Run it", "Do not run"
MORE = (
    "It can do whatever you can, and what becomes of the text is up to it: some stay on this machine, some ask a "
    "service. It is asked again when the command in your settings is another."
)


class WhatSuggests(NamedTuple):
    """The choice of what suggests: the pipeline's name, and the command when it is a suggester."""

    pipeline: str
    suggester: SuggesterCommand | None = None


class SuggesterConsent(QObject):
    """The person's consent to the commands of suggesters, by their exact words; kept in their settings."""

    given = Signal()  # the command asked about may be run
    refused = Signal(str)  # a sentence on what is done without it
    lacked = Signal(str)  # what a project names is not set up here
    troubled = Signal(str)  # the answer could not be kept

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window
        self._box: QMessageBox | None = None
        self._asked = ""  # the words that the box is about
        self._left: set[str] = set()  # words that were refused, until somebody asks for suggestions
        self._told: set[str] = set()  # names that are not set up here, of which that was said

    def ask_anew(self) -> None:
        """Forget what was refused and said, since the person asks for suggestions."""
        self._left.clear()
        self._told.clear()

    def wanted(self, name: str, folder: Path) -> WhatSuggests | None:
        """Return what suggests where a project has that pipeline; None while a person has to say something first.

        Where it is a suggester that is not set up here, these are the rules.
        """
        try:
            command = self._settings.suggester(name)
        except UserError as error:
            return self._without(name, str(error))
        if command is None:
            return self._without(name, lacking(name)) if is_lacking(name, folder) else WhatSuggests(name)
        if command.words in self._settings.agreed():
            return WhatSuggests(name, command)
        self._ask(command)
        return None

    def drop(self) -> None:
        """Take back the question, if it is up, for it was about another project; and say anew what is lacking."""
        self._told.clear()
        box, self._box = self._box, None
        if box:
            box.close()
            box.deleteLater()

    def _without(self, name: str, why: str) -> WhatSuggests:
        if name not in self._told:
            self._told.add(name)
            self.lacked.emit(why)
        return WhatSuggests(RULES)

    def _ask(self, command: SuggesterCommand) -> None:
        if (self._box and self._asked == command.words) or command.words in self._left:
            return
        self.drop()
        said = in_one_line(command.notice)
        words = (
            f"This project's suggestions come from a suggester that is set up on this machine. {said} Run it?"
        )
        more = f"{MORE}\n\n{IN_FORCE.fill(WITHOUT)}"
        box = message_box(QMessageBox.Icon.Question, "Run this suggester?", words, self._window, more=more)
        run = box.addButton(RUN, QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(LEAVE_IT, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        box.finished.connect(lambda: self._answered(box, box.clickedButton() is run))
        self._box, self._asked = box, command.words
        box.open()

    def _answered(self, box: QMessageBox, is_agreed: bool) -> None:
        """Keep the answer; a box that was closed in any other way than by its button is a no."""
        if box is not self._box:
            return  # it was taken back
        self._box = None
        if not is_agreed:
            self._left.add(self._asked)
            self.refused.emit(f"The suggester was not run. {WITHOUT}")
            return
        try:
            self._settings.agree(self._asked)
        except UserError as error:
            self.troubled.emit(str(error))
            return
        self.given.emit()
