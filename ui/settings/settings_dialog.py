"""The settings: a form made from their table, and a page of keys.  A change is in effect at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from ui.look.layouts import Scroll
from ui.plain_text import PlainLabel
from ui.settings.keys_page import KeysPage
from ui.settings.settings_form import SettingsForm

if TYPE_CHECKING:
    from ui.settings.preferences import Preferences


class SettingsDialog(QDialog):
    """The dialog of the settings; `said` holds the last sentence of refusal."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form, self.keys = SettingsForm(preferences), KeysPage(preferences)
        self.said = PlainLabel(wordWrap=True)
        self.said.setAccessibleName("Refused")
        self.said.setMinimumHeight(self.fontMetrics().height() * 2)
        self.tabs = QTabWidget()
        self.tabs.addTab(Scroll(self.form), "&General")
        self.tabs.addTab(self.keys, "&Keys")
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(self.said)
        preferences.refused.connect(self.said.setText)
        preferences.changed.connect(self._changed)
        self.resize(640, 620)

    def _changed(self, name: str) -> None:
        self.said.clear()
        if name == "keys":
            self.keys.refresh()
        else:
            self.form.refresh()
