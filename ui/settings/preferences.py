"""Preferences: what a person may choose, written at once and in effect at once, in the open window.

Whoever changes a setting does it here; what cannot be is refused with a sentence, and nothing has changed then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.errors import UserError
from annotations.schema.types import Schema
from models.settings import SETTINGS, Settings, annotator_name, login_name
from ui import bindings, keys
from ui.theme import apply_palette

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Preferences(QObject):
    """`keys` are those of every action, whatever project is open."""

    changed = Signal(str)  # the setting's name
    refused = Signal(str)  # a sentence

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self.settings = window, settings
        own, wrong = keys.chosen(settings["keys"])
        self.keys: keys.Keys = {**keys.DEFAULTS, **own}
        self._to_say = settings.problems + wrong
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._say)
        self._soon.start()

    def apply_all(self) -> None:
        """What a window has from its start."""
        for name in APPLIED.keys() - {
            "palette"
        }:  # which is the program's, and was set before the window was made
            APPLIED[name](self._window, self.settings[name])

    # --- settings

    def set(self, name: str, value: Any) -> bool:
        """Whether the setting has the value now."""
        if value == self.settings[name]:
            return True
        try:
            if name == "annotator":
                self._become(annotator_name(value or login_name(), self.settings), value)
            else:
                self.settings.set(**{name: value})
        except UserError as error:
            self.refused.emit(str(error))
            return False
        if name in APPLIED:
            APPLIED[name](self._window, value)
        self.changed.emit(name)
        return True

    def reset(self, name: str) -> bool:
        return self.set(name, SETTINGS[name].default)

    def _become(self, annotator: str, value: str) -> None:
        """Opens project and article again as that annotator."""
        session = self._window.session
        self.settings.set(annotator=value)
        project, article = session.project, session.article
        session.close()
        session.annotator = annotator
        self._window.status.annotator.setText(annotator)
        if project and not self._window.files.open(project.folder):
            session.project_opened.emit()  # none: it could not be opened again
        if article and session.project:
            session.open_article(article.id)

    # --- keys

    @property
    def schema(self) -> Schema | None:
        project = self._window.session.project
        return project.schema if project else None

    def set_keys(self, action: str, chosen: Sequence[str]) -> bool:
        """Gives the action these keys alone; refused when somebody else has one of them."""
        for key in chosen:
            if not keys.portable(key):
                return self._refuse(f"{key or 'This'} cannot be a key by itself; press another.")
            if who := keys.holder(key, self.keys, self.schema, but=action):
                return self._refuse(f"{key} is the key of {who}; press another, or change that first.")
        return self._take({**self.keys, action: tuple(dict.fromkeys(map(keys.portable, chosen)))})

    def reset_keys(self) -> bool:
        """Every action has its usual keys again."""
        return self._take(keys.DEFAULTS)

    def _refuse(self, sentence: str) -> bool:
        self.refused.emit(sentence)
        return False

    def _take(self, wanted: keys.Keys) -> bool:
        own = {name: list(has) for name, has in wanted.items() if has != keys.DEFAULTS[name]}
        before, self.keys = self.keys, wanted
        if not self.set("keys", own):
            self.keys = before
            return False
        self.bind()
        return True

    def bind(self) -> None:
        """Gives the window's actions their keys, less those that the project's labels have, and says which."""
        left, lost = keys.beside_labels(self.keys, self.schema)
        for name, action in self._window.verbs.items():
            bindings.set_keys(action, left[name])
        self._to_say += lost
        self._soon.start()

    def _say(self) -> None:
        """Said when all is shown: another article takes a notice away."""
        if self._to_say:
            self.refused.emit(" ".join(self._to_say))
            self._to_say = []

    # --- windows

    def open(self) -> None:
        """The settings; the window that is open already, if there is one."""
        self._show("settings.settings_dialog:SettingsDialog")

    def open_cheat_sheet(self) -> None:
        self._show("settings.cheat_sheet:CheatSheet")

    def _show(self, made_by: str) -> None:
        """Its module is loaded when it is first asked for: a start has no need of it."""
        module, maker = made_by.split(":")
        kind: Any = getattr(import_module(f"ui.{module}"), maker)
        there = self._window.findChild(kind)
        dialog = there or kind(self, self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()


def _looking(field: str) -> Callable[[MainWindow, Any], None]:
    return lambda window, value: window.view.look(**{field: value})


def _annotating(field: str) -> Callable[[MainWindow, Any], None]:
    return lambda window, value: setattr(window.annotating, field, value)


# What a setting does to a window; the others are asked for when they are needed.
APPLIED: Mapping[str, Callable[[MainWindow, Any], None]] = {
    "palette": lambda window, value: apply_palette(value),
    "font": _looking("family"),
    "font_size": _looking("size"),
    "line_spacing": _looking("spacing"),
    "badges": _looking("badges"),
    "enter_moves_on": _annotating("enter_moves_on"),
    "label_on_selection": _annotating("label_on_selection"),
}
