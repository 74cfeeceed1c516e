"""The dialog of a new project: where it lies, what it begins with, its language, and what suggests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from annotations.errors import UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.languages import DEFAULT
from models.transfer import creating
from models.transfer.creating import Start
from ui.creating.language_box import LanguageBox
from ui.creating.list_part import ListPart
from ui.creating.parts import Asking, named
from ui.creating.start_part import StartPart
from ui.creating.suggester_part import SuggesterPart
from ui.creating.where_part import WherePart
from ui.look.layouts import row

WIDE, HIGH = 640, 800  # pixels at 100 %


@dataclass(frozen=True)
class ProjectWanted:
    """A project that somebody wants: its folder, what it begins with, and the file that is imported then."""

    folder: Path
    start: Start
    imported: Path | None = None


class NewProject(Asking):
    """The dialog of a new project; it stays open until somebody who made what was `chosen` accepts it."""

    chosen = Signal(object)  # ProjectWanted

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__("New project", "Create project", parent)
        self.where, self.start = WherePart(folder), StartPart()
        self._is_spoken = False  # whether somebody chose the language
        self.language, self.suggester, self.list = LanguageBox(), SuggesterPart(), ListPart()
        spoken = named("Language", row(self.language, None))
        self.hold(self.where, self.start, spoken, self.suggester, self.list, width=WIDE, height=HIGH)
        self.asked.connect(self._make)
        self.start.changed.connect(self._follow)
        self.language.spoken.connect(self._speak)
        self.finished.connect(self.start.file.stop)
        self.suggester.changed.connect(lambda: self.come_to(self.suggester.chosen_way))
        self._follow()

    def _speak(self) -> None:
        """Take the language that somebody chose."""
        self._is_spoken = True
        self._follow()

    def _follow(self) -> None:
        """Say what to expect of what suggests, as labels and language are now."""
        page = self.start.page
        if not self._is_spoken:
            self.language.choose(page.language or DEFAULT)
        language = self.language.spoken_code
        self.suggester.follow(page.fitting(language), page.labels(), language)
        self.list.follow(page.labels())

    def _make(self) -> None:
        """Hand on what is wanted, or say what is missing, where the keyboard goes then."""
        if wrong := self.where.missing:
            self.say(wrong, self.where.name)
            return
        at: QWidget = self.language
        try:
            language = self.language.code
            at = self.start.page.field or self.start.ways
            begins = self.start.page.begin(language)
            at = self.suggester.field.line
            pipeline = self.suggester.name()
            at = self.list.field
            listed = self.list.chosen()
        except UserError as error:
            self.say(str(error), at)
            return
        patterns = creating.with_list(begins.patterns, listed)
        schema = (
            replace(begins.schema, language=language).using(pipeline).called(self.where.name.text().strip())
        )
        self.chosen.emit(
            ProjectWanted(
                self.where.path, replace(begins, schema=schema, patterns=patterns), self.start.page.imported
            )
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.where.name.setFocus()
        self.where.name.selectAll()
