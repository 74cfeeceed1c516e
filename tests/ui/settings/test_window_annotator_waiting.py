"""Another annotator chosen in the settings while edits wait: it is so when that was answered, everywhere or nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.holding import Holder
from tests.ui.settings.test_window_settings import kept
from tests.ui.waits import Hold, waits
from tests.ui.windows import active, press, tab_to
from ui.main_window import MainWindow
from ui.settings.settings_dialog import SettingsDialog


@pytest.fixture
def holder(window: MainWindow, hold: Hold) -> Holder:
    """The other program, for which an edit of anna's waits."""
    holder = hold()
    press(window, "Tab", "Return")
    assert waits(window) == 1
    return holder


@pytest.fixture
def dialog(window: MainWindow, holder: Holder, qtbot: QtBot) -> SettingsDialog:
    """The settings, in which ben was entered: the question about what waits is up."""
    press(window, "Ctrl+,")
    dialog = active(qtbot, SettingsDialog)
    tab_to(dialog, dialog.form.editors["annotator"])
    press(dialog, "B", "E", "N", "Return")
    return dialog


def says(window: MainWindow, dialog: SettingsDialog, own_settings: Path) -> tuple[object, ...]:
    """The annotator in the settings, their field, the session and the status line."""
    line = dialog.form.editors["annotator"].text()
    own = kept(own_settings).get("annotator", "")
    return own, line, window.session.annotator, window.top.annotator.text()


def test_waiting_further_leaves_the_name_as_it_was(
    window: MainWindow, dialog: SettingsDialog, own_settings: Path, holder: Holder, qtbot: QtBot
) -> None:
    press(active(qtbot, QMessageBox), "Return")
    assert says(window, dialog, own_settings) == ("", "", "anna", "anna")
    holder.let_go()
    qtbot.waitUntil(lambda: not window.session.waiting)
    assert says(window, dialog, own_settings) == ("", "", "anna", "anna")
    assert window.findChildren(QMessageBox) == []


def test_giving_up_what_waits_changes_the_name_everywhere(
    window: MainWindow, dialog: SettingsDialog, own_settings: Path, qtbot: QtBot
) -> None:
    press(active(qtbot, QMessageBox), "Tab", "Return")
    assert says(window, dialog, own_settings) == ("ben", "ben", "ben", "ben")


def test_the_name_changes_once_all_is_written(
    window: MainWindow, dialog: SettingsDialog, own_settings: Path, holder: Holder, qtbot: QtBot
) -> None:
    assert says(window, dialog, own_settings) == ("", "", "anna", "anna")
    holder.let_go()
    qtbot.waitUntil(lambda: window.session.annotator == "ben")
    assert says(window, dialog, own_settings) == ("ben", "ben", "ben", "ben")
