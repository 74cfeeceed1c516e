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
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from models.settings import SETTINGS, titled
from ui.keys_in_force import IN_FORCE
from ui.look.layouts import column, row
from ui.look.lines import Caption, Words
from ui.look.restyled import follow
from ui.look.scale import px

if TYPE_CHECKING:
    from ui.settings.preferences import Preferences

Take = Callable[[Any], object]
FIELD = 168  # pixels at 100 %, of every field
_LOOKS = ("palette", "scale", "font", "font_size", "line_spacing", "badges", "verbs", "hover_card")
GROUPS = {"Looks": _LOOKS, "Files": ("backups_latest", "backups_megabytes")}  # the others are of the work


class SettingsForm(QWidget):
    """The form; `editors` and `defaults` hold the field and the "Default" button of each setting."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.editors: dict[str, QWidget] = {}
        self.defaults: dict[str, QPushButton] = {}
        self._words: dict[str, tuple[Words, Words]] = {}
        lines = column(gap=12, margins=(16, 12, 16, 12))
        for group, names in _grouped().items():
            lines.add(Caption(group))
            for name in names:
                lines.add(self._made(name))
            lines.add(4)
        lines.add(None)
        self.setLayout(lines)
        self.refresh()
        self._say_keys()
        IN_FORCE.changed.connect(self._say_keys)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        for editor in self.editors.values():
            editor.setFixedWidth(px(FIELD))
            if isinstance(editor, QSpinBox | QDoubleSpinBox):
                editor.lineEdit().setTextMargins(px(6), 0, px(20), 0)  # the style sheet leaves them out

    def _say_keys(self) -> None:
        """Say how each setting is called and what it is for, with the keys in force."""
        for name, (title, about) in self._words.items():
            title.setText(IN_FORCE.fill(titled(name)))
            about.setText(IN_FORCE.fill(SETTINGS[name].about))
            self.editors[name].setAccessibleName(title.text())
            self.editors[name].setAccessibleDescription(about.text())
            self.defaults[name].setAccessibleName(IN_FORCE.fill(f"Default of {titled(name).lower()}"))

    def _made(self, name: str) -> QWidget:
        """Return the row of a setting: title and purpose, as high as they need, its field, its default."""
        title, about = Words(weight=500, wraps=True), Words(px=12, role="text2", wraps=True)
        editor = _editor(name, partial(self._take, name))
        button = QPushButton("Default", autoDefault=False)
        button.clicked.connect(lambda: self._reset(name))
        line, made = row(gap=12), QWidget()
        line.add(column(title, about, gap=2), 1)
        line.add(editor)
        line.add(button)
        made.setLayout(line)
        self.editors[name], self.defaults[name], self._words[name] = editor, button, (title, about)
        return made

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
            if isinstance(editor, QLineEdit):
                editor.setPlaceholderText(self._preferences.empty_annotator)


def _grouped() -> dict[str, list[str]]:
    """Return the settings of the form by their group's words."""
    others = [
        n for n, setting in SETTINGS.items() if setting.in_form and all(n not in g for g in GROUPS.values())
    ]
    return {"Looks": [*GROUPS["Looks"]], "Work": others, "Files": [*GROUPS["Files"]]}


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
        line = QLineEdit()
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
