"""A project whose database is gone, in the window: it is said with the newest backup, and nothing is made anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from models.settings import config_folder
from tests.ui.windows import active, run
from ui.main_window import MainWindow
from ui.project.backups_dialog import BackupsDialog

Launch = Callable[..., MainWindow]


def told(qtbot: QtBot) -> str:
    """Return what the list of backups in front, or the box, says of the project."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), BackupsDialog | QMessageBox))
    found = QApplication.activeWindow()
    if isinstance(found, BackupsDialog):
        return found.said.text()
    return active(qtbot, QMessageBox).informativeText()


@pytest.fixture
def robbed(window: MainWindow, folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The folder of the last project, closed, with a backup and without its database; the backup."""
    window.close()
    assert run("backup", folder) == 0
    (folder / "project.db").unlink()
    return next((folder / "backups").glob("*.db"))


def test_the_last_project_without_its_database_is_told_at_the_start(
    robbed: Path, launch: Launch, folder: Path
) -> None:
    again = launch()
    assert again.pages.currentWidget() is again.welcome
    assert again.welcome.trouble.isVisible()
    assert f"database is missing. Nothing was made in its place. The newest backup is {robbed};" in (
        again.welcome.trouble.text()
    )
    assert not (folder / "project.db").exists()


def test_a_project_without_its_database_is_told_when_it_is_chosen(
    robbed: Path, launch: Launch, folder: Path, qtbot: QtBot
) -> None:
    assert not launch().files.open(folder)
    assert f"restore {folder} {robbed}" in told(qtbot)
    assert not (folder / "project.db").exists()


def test_a_sample_project_that_lost_its_database_is_not_made_anew(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    window.files.sample()
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=60_000)
    window.files.open(folder)
    (config_folder() / "sample project" / "project.db").unlink()
    window.files.sample()
    assert "database is missing" in told(qtbot)
    assert not (config_folder() / "sample project" / "project.db").exists()
