"""Preferences: the settings and keys of a person, written at once and in effect at once, in the open window.

Whoever changes a setting does it here; what cannot be is refused with a sentence, and nothing has changed
then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotations.errors import UserError
from annotations.problems import Noted
from annotations.schema.types import Schema
from models.settings import SETTINGS, Settings, annotator_name, login_name
from ui import keys
from ui.keys_in_force import IN_FORCE
from ui.session import Session

Apply = Callable[[Any], object]
Asks = Callable[[Callable[[], object]], bool]  # asks before something is left; then does it
# Colours, scale and annotator were set before the window was made.
AT_START = frozenset({"palette", "scale", "annotator"})


class Preferences(QObject):
    """The settings and keys in force; `keys` are those of every action, whatever project is open."""

    changed = Signal(str)  # the setting's name
    refused = Signal(str)  # a sentence
    bound = Signal(dict)  # the keys that each action has now, by the action's name

    def __init__(
        self, settings: Settings, session: Session, apply: Mapping[str, Apply], asks: Asks, window: QWidget
    ) -> None:
        """Take `apply`: what a setting does, by its name; the others are read when they are needed.

        `asks` is asked before the annotator is another: edits may wait.
        """
        super().__init__(window)
        self._asks = asks
        self.settings, self._session, self._apply, self._window = settings, session, apply, window
        self._own, wrong = keys.chosen(settings["keys"])
        self.keys: keys.Keys = keys.beside_own(self._own)
        noted = Noted()
        noted.note(*settings.problems, *wrong)
        self._troubles, self._to_say = noted.lines(), list[str]()
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._say)
        self._soon.start()

    def apply_all(self) -> None:
        """Apply all settings to a new window."""
        for name in self._apply.keys() - AT_START:
            self._apply[name](self.settings[name])

    # --- settings

    @property
    def empty_annotator(self) -> str:
        """Return the name in force while the setting is empty: one given at the start, else the login name."""
        return login_name() if self.settings["annotator"] else self._session.annotator

    def set(self, name: str, value: Any) -> bool:
        """Write a setting and put it in effect; return whether it has the value now.

        Another annotator may have to wait for an answer: it has not, and will have it after the answer.
        """
        if value == self.settings[name]:
            return True
        try:
            if name == "annotator":
                annotator_name(value or login_name(), self.settings)
                if self._asks(partial(self.set, name, value)):
                    return False
            self.settings.set(**{name: value})
        except UserError as error:
            self.refused.emit(str(error))
            self._session.failed.emit(str(error))
            return False
        if name in self._apply:
            self._apply[name](value)
        self.changed.emit(name)
        return True

    def reset(self, name: str) -> bool:
        return self.set(name, SETTINGS[name].default)

    # --- keys

    @property
    def schema(self) -> Schema | None:
        project = self._session.project
        return project.schema if project else None

    def set_keys(self, action: str, chosen: Sequence[str]) -> bool:
        """Give the action these keys alone; return whether it was done: not if another has one of them."""
        for key in chosen:
            if not keys.portable(key):
                return self._refuse(f"{key or 'This'} cannot be a key by itself; press another.")
            if who := keys.holder(key, self.keys, self.schema, but=action):
                return self._refuse(f"{key} is the key of {who}; press another, or change that first.")
        return self._take({**self._own, action: tuple(dict.fromkeys(map(keys.portable, chosen)))})

    def reset_keys(self) -> bool:
        """Give every action its usual keys again; return whether it was done."""
        return self._take({})

    def _refuse(self, sentence: str) -> bool:
        self.refused.emit(sentence)
        return False

    def _take(self, wanted: dict[str, tuple[str, ...]]) -> bool:
        usual = keys.defaults()
        own = {name: has for name, has in wanted.items() if has != usual[name]}
        before = self.keys, self._own
        self.keys, self._own = keys.beside_own(own), own
        if not self.set("keys", {name: list(has) for name, has in own.items()}):
            self.keys, self._own = before
            return False
        self.bind()
        return True

    def bind(self) -> None:
        """Give the actions their keys, less those that the project's labels have, and say which."""
        left, lost = keys.beside_labels(self.keys, self.schema)
        self.bound.emit(left)
        IN_FORCE.take({**left, **keys.beside_window(left)})
        self._to_say += lost
        self._soon.start()

    def _say(self) -> None:
        """Say what was refused, once all is shown: another article takes a notice away."""
        said, is_fault = " ".join((*self._troubles, *self._to_say)), bool(self._troubles)
        self._troubles, self._to_say = [], []
        if said:
            (self._session.failed if is_fault else self.refused).emit(said)

    # --- windows

    def open(self) -> None:
        """Open the settings, or the window that is open already."""
        self._show("settings.settings_dialog:SettingsDialog")

    def open_cheat_sheet(self, first: str = "") -> None:
        """Show all keys, at the group of that name."""
        self._show("settings.cheat_sheet:CheatSheet").go_to(first)

    def _show(self, made_by: str) -> Any:
        """Show a dialog, named as module:class; its module is loaded only now, not at the start."""
        module, maker = made_by.split(":")
        kind: Any = getattr(import_module(f"ui.{module}"), maker)
        there = self._window.findChild(kind)
        dialog = there or kind(self, self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog
