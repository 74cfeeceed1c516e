"""The settings: a form made from their table, and a page of keys.  A change is in effect at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QWidget

from ui.look.layouts import Scroll, column
from ui.look.lines import Words
from ui.look.restyled import follow
from ui.look.scale import px
from ui.settings.keys_page import KeysPage
from ui.settings.settings_form import SettingsForm

if TYPE_CHECKING:
    from ui.settings.preferences import Preferences

SHARE = 0.9  # of the free part of the screen, both ways


class SettingsDialog(QDialog):
    """The dialog of the settings; `said` holds the last sentence of refusal."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form, self.keys = SettingsForm(preferences), KeysPage(preferences)
        self.said = Words(wraps=True)
        self.said.setAccessibleName("Refused")
        self.tabs = QTabWidget()
        self.tabs.addTab(Scroll(self.form), "&General")
        self.tabs.addTab(self.keys, "&Keys")
        lines = column(margins=(8, 8, 8, 8))
        lines.add(self.tabs, 1)
        lines.add(self.said)
        self.setLayout(lines)
        self.said.hide()
        preferences.refused.connect(self._say)
        preferences.changed.connect(self._changed)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force, as large as the screen has room for."""
        free = self.screen().availableSize() * SHARE
        self.setMaximumSize(free)
        self.resize(QSize(px(680), px(640)).boundedTo(free))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _changed(self, name: str) -> None:
        self._say("")
        if name == "keys":
            self.keys.refresh()
        else:
            self.form.refresh()
