"""The dialog of the project that is open: its name and labels, its language, what suggests, and a list that is added."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from annotations.errors import UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.suggest.word_lists import WordList
from annotations.text.counts import counted
from ui.creating.label_row import LabelRow
from ui.creating.language_box import LanguageBox
from ui.creating.list_part import ListPart
from ui.creating.parts import Asking, named
from ui.creating.suggester_part import SuggesterPart
from ui.look.layouts import column, row
from ui.look.lines import Elided, Words

WIDE, HIGH = 640, 720  # pixels at 100 %


@dataclass(frozen=True)
class ProjectChange:
    """The changes that somebody wants: the language, what suggests, a list to be added, names hidden in reviews."""

    language: str
    pipeline: str
    listed: WordList | None
    anonymous: bool


class ProjectDialog(Asking):
    """The dialog of the open project; it stays open until somebody who did what is `wanted` accepts it."""

    wanted = Signal(object)  # ProjectChange

    def __init__(self, schema: Schema, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__("Project", "Save", parent)
        self._labels = [name for name, label in schema.labels.items() if not label.archived]
        self.name, self.where = (
            Elided(schema.name, px=20, weight=600),
            Elided(str(folder), px=12, role="text2"),
        )
        counts = counted(len(schema.labels), "label"), counted(len(schema.facts), "fact type")
        self.labels, self.counts = LabelRow(), Words(" and ".join(counts), px=12, role="text2")
        self.labels.show_labels(schema.labels[name] for name in self._labels)
        self.language, self.suggester, self.list = LanguageBox(), SuggesterPart(folder), ListPart()
        self.language.choose(schema.language)
        self.anonymous = QCheckBox("&Hide the names of those compared in reviews")
        self.anonymous.setChecked(schema.anonymous)
        self.suggester.choose(schema.pipeline)
        self._pipeline = schema.pipeline
        self.hold(
            column(self.name, self.where, gap=2),
            column(self.counts, self.labels, gap=6),
            named("Language", row(self.language, None)),
            self.suggester,
            self.list,
            self.anonymous,
            width=WIDE,
            height=HIGH,
        )
        self.asked.connect(self._hand_on)
        self.language.spoken.connect(self._follow)
        self.suggester.changed.connect(lambda: self.come_to(self.suggester.chosen_way))
        self.list.follow(self._labels)
        self._follow()

    def _follow(self) -> None:
        """Say what to expect of what suggests, in the language chosen; what is chosen stays."""
        self.suggester.follow(self.suggester.value, self._labels, self.language.spoken_code)

    def _hand_on(self) -> None:
        """Hand on what is wanted, or say what is wrong, where the keyboard goes then."""
        at: QWidget = self.language
        try:
            language = self.language.code
            at = self.suggester.field.line
            pipeline = self._chosen()
            at = self.list.field
            listed = self.list.chosen()
        except UserError as error:
            self.say(str(error), at)
            return
        self.wanted.emit(ProjectChange(language, pipeline, listed, self.anonymous.isChecked()))

    def _chosen(self) -> str:
        """Return the pipeline as the project keeps it; the one that it has may be missing here."""
        value = self.suggester.value
        return value if value == self._pipeline else self.suggester.name()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.suggester.chosen_way.radio.setFocus()
