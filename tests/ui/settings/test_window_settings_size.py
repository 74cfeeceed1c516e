"""The settings at every scale: nothing is cut, and the dialog is no larger than the screen has room for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.ui.windows import active, press, tab_to
from ui.look.lines import Words
from ui.main_window import MainWindow
from ui.settings.settings_dialog import SettingsDialog

Opened = Callable[[int], SettingsDialog]


@pytest.fixture
def opened(launch: Callable[..., MainWindow], folder: Path, qtbot: QtBot) -> Opened:
    """Opens the settings at a scale."""

    def opened(scale: int) -> SettingsDialog:
        Settings().set(scale=scale)
        press(launch("open", folder, "--annotator", "anna"), "Ctrl+,")
        return active(qtbot, SettingsDialog)

    return opened


@pytest.mark.parametrize("scale", [80, 100, 150, 200])
def test_no_words_are_cut_and_the_dialog_fits_the_screen(opened: Opened, scale: int, qtbot: QtBot) -> None:
    dialog = opened(scale)
    words = dialog.form.findChildren(Words)
    qtbot.waitUntil(lambda: all(w.height() >= w.heightForWidth(w.width()) for w in words))
    free = dialog.screen().availableSize()
    assert dialog.size() == dialog.size().boundedTo(free * 0.9)
    assert dialog.minimumSizeHint().width() <= 0.9 * 1024
    assert all(w.mapTo(dialog, w.rect().topRight()).x() < dialog.width() for w in words)


def test_the_field_that_takes_the_keyboard_is_in_view(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(200)
    field = dialog.form.editors["backups_megabytes"]
    tab_to(dialog, field)
    assert field.visibleRegion().boundingRect() == field.rect()


def test_the_empty_name_shows_the_one_in_force(opened: Opened) -> None:
    assert opened(100).form.editors["annotator"].placeholderText() == "anna"
