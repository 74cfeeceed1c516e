"""The choice of what suggests: each way with a sentence on what to expect of it, for the labels and language there are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from annotations.errors import UserError
from annotations.suggest.foretold import sentence
from annotations.suggest.installed import NONE, RULES, SHIPPED, chosen, installed
from models.settings import Settings
from ui.creating.parts import PathField, named
from ui.look.layouts import column
from ui.look.lines import Words
from ui.look.radio import Radio

FOLDER = "\0"  # stands for what is written in the field
WAYS = {SHIPPED: f"The shipped pipeline, {SHIPPED}", RULES: "Rules alone", NONE: "Wordings seen"}
NO_FOLDER = "A spaCy pipeline of your own; it is loaded only once you said that you trust it."
ASKED = "It is given the articles' text, and asked for your labels by their guidelines. It runs only once you said so."
TRUST = "It is loaded only once you said that you trust it."


class Way(QWidget):
    """One way to get suggestions: a radio button, and a sentence below."""

    def __init__(self, value: str, title: str, *more: QWidget) -> None:
        super().__init__()
        self.value = value
        self.radio, self.about = Radio(title), Words(px=12, role="text2", wraps=True)
        inner = column(self.about, *more, gap=6, margins=(28, 0, 0, 0))
        self.setLayout(column(self.radio, inner, gap=0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Be chosen by a click anywhere on it."""
        self.radio.setFocus()
        self.radio.click()

    def say(self, words: str, *, is_wrong: bool = False) -> None:
        """Say what to expect."""
        self.about.set_role("bad" if is_wrong else "text2")
        self.about.setText(words)
        self.radio.setAccessibleDescription(words)


class SuggesterPart(QWidget):
    """The ways to get suggestions.  `changed`: another is chosen."""

    changed = Signal()

    def __init__(self, folder: Path | None = None) -> None:
        """Offer what there is; `folder` is the project's, if it is there already."""
        super().__init__()
        self._folder, self._is_chosen = folder, False
        self.field = PathField("Folder with a pipeline")
        packages = {name: f"{name} (installed)" for name in sorted(installed()) if name not in WAYS}
        self._outside = Settings().suggesters()
        outside = {name: f"The suggester {name}, set up on this machine" for name in self._outside}
        self.ways = [Way(value, title) for value, title in (WAYS | packages | outside).items()]
        self.ways.append(Way(FOLDER, "A pipeline in a folder", self.field))
        self._group = QButtonGroup(self)
        for way in self.ways:
            self._group.addButton(way.radio)
        self.ways[0].radio.setChecked(True)
        self.setLayout(named("What suggests", *self.ways))
        self._labels, self._language = list[str](), ""
        for way in self.ways:
            way.radio.clicked.connect(self._take)
        self.field.line.textEdited.connect(self._take_field)
        self.field.changed.connect(self._look)

    @property
    def value(self) -> str:
        """Return the name or folder that is chosen, as it is written."""
        value = self.chosen_way.value
        return self.field.path if value == FOLDER else value

    @property
    def chosen_way(self) -> Way:
        """Return the way that is chosen."""
        return next(way for way in self.ways if way.radio.isChecked())

    def name(self) -> str:
        """Return the pipeline's name as the project keeps it.  UserError when there is no such pipeline."""
        return chosen(self.value, self._folder, self._outside)

    def choose(self, name: str) -> None:
        """Choose what has that name, as if nobody had chosen yet."""
        known = next((way for way in self.ways if way.value == name), self.ways[-1])
        if known.value == FOLDER:
            self.field.line.setText(name)
        known.radio.setChecked(True)
        self._is_chosen = False

    def follow(self, name: str, labels: list[str], language: str) -> None:
        """Say what to expect for these; choose what has that name unless a person has chosen."""
        self._labels, self._language = labels, language
        if not self._is_chosen:
            self.choose(name)
        self._look()

    def _take(self) -> None:
        self._is_chosen = True
        if self.ways[-1].radio.isChecked() and not self.field.path:
            self.field.line.setFocus()
        self.changed.emit()

    def _take_field(self) -> None:
        """Choose the folder that somebody writes."""
        self.ways[-1].radio.setChecked(True)
        self._is_chosen = True

    def _look(self) -> None:
        for way in self.ways[:-1]:
            way.say(self._sentence(way.value))
        wrong, path = "", self.field.path
        try:
            chosen(path or NONE, self._folder, self._outside)
        except UserError as error:
            wrong = error.sentence
        self.ways[-1].say(
            wrong or (f"{self._sentence(path)} {TRUST}" if path else NO_FOLDER), is_wrong=bool(wrong)
        )

    def _sentence(self, name: str) -> str:
        return ASKED if name in self._outside else sentence(name, self._labels, self._language, self._folder)
