"""The form of the settings: a row for each, whose editor follows from the setting's type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from models.settings import SETTINGS, login_name, titled
from ui.keys_in_force import IN_FORCE
from ui.look.theme import muted
from ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from ui.settings.preferences import Preferences

Take = Callable[[Any], object]


class SettingsForm(QWidget):
    """The form; `editors` and `defaults` hold the field and the "Default" button of each setting."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.editors: dict[str, QWidget] = {}
        self.defaults: dict[str, QPushButton] = {}
        self._words: dict[str, tuple[PlainLabel, PlainLabel]] = {}
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setVerticalSpacing(10)
        for name in (name for name, setting in SETTINGS.items() if setting.in_form):
            self._add(name)
        layout = QVBoxLayout(self)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self.refresh()
        self._say_keys()
        IN_FORCE.changed.connect(self._say_keys)

    def _say_keys(self) -> None:
        """Say how each setting is called and what it is for, with the keys in force."""
        for name, (title, about) in self._words.items():
            title.setText(IN_FORCE.fill(titled(name)))
            about.setText(IN_FORCE.fill(SETTINGS[name].about))
            self.editors[name].setAccessibleName(title.text())
            self.editors[name].setAccessibleDescription(about.text())
            self.defaults[name].setAccessibleName(IN_FORCE.fill(f"Default of {titled(name).lower()}"))

    def _add(self, name: str) -> None:
        row, title, about = self._grid.rowCount(), PlainLabel(), PlainLabel(wordWrap=True)
        editor = _editor(name, partial(self._take, name))
        words, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (title, about):
            column.addWidget(label)
        muted(about)
        words.setLayout(column)
        button = QPushButton("Default", autoDefault=False)
        button.clicked.connect(lambda: self._reset(name))
        for place, widget in enumerate((words, editor, button)):
            self._grid.addWidget(widget, row, place)
        self.editors[name], self.defaults[name], self._words[name] = editor, button, (title, about)

    def _take(self, name: str, value: Any) -> None:
        if not self._preferences.set(name, value):
            self.refresh()

    def _reset(self, name: str) -> None:
        self._preferences.reset(name)
        self.editors[name].setFocus()

    def refresh(self) -> None:
        """Show what the settings are now."""
        for name, editor in self.editors.items():
            value = self._preferences.settings[name]
            editor.blockSignals(True)
            _show(editor, value)
            editor.blockSignals(False)
            self.defaults[name].setEnabled(value != SETTINGS[name].default)


def _editor(name: str, take: Take) -> QWidget:
    """Return the field for the setting, which gives `take` what is entered."""
    setting = SETTINGS[name]
    if name == "font":
        families = {family: family for family in QFontDatabase.families()}
        return _choice({"": "Inter", "system": "The desktop's", **families}, take)
    if setting.choices:
        return _choice({value: value.capitalize() for value in setting.choices}, take)
    if isinstance(setting.default, bool):
        box = QCheckBox()
        box.toggled.connect(take)
        return box
    if isinstance(setting.default, str):
        line = QLineEdit(placeholderText=login_name())
        line.editingFinished.connect(lambda: take(line.text().strip()))
        return line
    number = QDoubleSpinBox(decimals=1) if isinstance(setting.default, float) else QSpinBox()
    number.setRange(type(setting.default)(setting.least), type(setting.default)(setting.most))
    if isinstance(number, QDoubleSpinBox):
        number.setSingleStep(0.1 if setting.most < 10 else 1.0)
    number.valueChanged.connect(take)
    return number


def _choice(choices: Mapping[str, str], take: Take) -> QComboBox:
    box = QComboBox()
    for value, words in choices.items():
        box.addItem(words, value)
    box.setMaximumWidth(220)
    box.currentIndexChanged.connect(lambda: take(box.currentData()))
    return box


def _show(editor: QWidget, value: Any) -> None:
    """Show the value in its field, whatever kind of field that is."""
    match editor:
        case QComboBox():
            if editor.findData(value) < 0:  # a font that this machine lacks
                editor.addItem(str(value), value)
            editor.setCurrentIndex(editor.findData(value))
        case QCheckBox():
            editor.setChecked(value)
        case QLineEdit() if editor.text() != value:
            editor.setText(value)
        case QSpinBox() | QDoubleSpinBox() if editor.value() != value:
            editor.setValue(value)
