"""Dialogs that are open when their project closes: they go undecided, and none acts on the project opened next."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from models.project import Project
from tests.ui.project.test_window_gone import choose, replace
from tests.ui.schema.schema_pages import click, opened
from tests.ui.waits import Hold
from tests.ui.windows import active, become_active, press, run
from ui.creating.new_project import NewProject
from ui.main_window import MainWindow
from ui.project.dialogs import tell
from ui.project.leaving import NotDone
from ui.project.open_dialogs import STAYING
from ui.project.packs.arriving_dialogs import MergeDialog, UnpackDialog
from ui.project.rescuing import RescueDialog
from ui.settings.cheat_sheet import CheatSheet
from ui.settings.settings_dialog import SettingsDialog
from ui.trouble.report_dialog import ReportDialog

SOON = 10_000  # milliseconds
OF_THE_PROJECT = [
    "finish",
    "skip_article",
    "article_info",
    "remove_article",
    "assign",
    "pack",
    "feedback_to",
    "backups",
    "lists",
]
WAYS = {"rm": "Close the project", "replace": "Open what is there now", "other": ""}


def dialogs(window: MainWindow) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def with_button(window: MainWindow, words: str) -> list[QMessageBox]:
    boxes = [dialog for dialog in dialogs(window) if isinstance(dialog, QMessageBox)]
    return [box for box in boxes if words in [button.text() for button in box.buttons()]]


def held(folder: Path) -> tuple[object, ...]:
    """The articles, schema and events of the project."""
    project = Project(folder)
    try:
        events = project.db.rows("SELECT count(*) FROM event")[0][0]
        titles = [tuple(row) for row in project.db.rows("SELECT id, title FROM article ORDER BY id")]
        return events, titles, project.schema
    finally:
        project.close()


@pytest.fixture
def other(folder: Path, tmp_path: Path) -> Path:
    """Another project, with the same articles."""
    return Path(shutil.copytree(folder, tmp_path / "other"))


def leave(window: MainWindow, folder: Path, other: Path, way: str, qtbot: QtBot) -> None:
    """Close the project: it is gone and that is answered, or another is opened."""
    if way == "other":
        assert window.files.open(other)
        return
    shutil.rmtree(folder) if way == "rm" else replace(folder)
    qtbot.waitUntil(lambda: bool(with_button(window, WAYS[way])), timeout=SOON)
    [box] = with_button(window, WAYS[way])
    choose(become_active(qtbot, box), WAYS[way])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", OF_THE_PROJECT)
def test_a_dialog_goes_with_its_project_and_does_nothing(
    name: str, way: str, window: MainWindow, folder: Path, other: Path, qtbot: QtBot
) -> None:
    before = held(folder), held(other)
    window.verbs[name].trigger()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    leave(window, folder, other, way, qtbot)
    qtbot.waitUntil(lambda: not dialogs(window))
    there = {"rm": None, "replace": folder, "other": other}[way]
    assert (window.session.project.folder if window.session.project else None) == there
    assert (before[0] if way == "rm" else held(folder), held(other)) == before


def test_a_question_over_the_schema_goes_with_its_project(
    window: MainWindow, other: Path, qtbot: QtBot
) -> None:
    click(opened(window).form.merge.merge)
    active(qtbot, QMessageBox)
    before = held(other)
    assert window.files.open(other)
    qtbot.waitUntil(lambda: not dialogs(window))
    assert held(other) == before


def test_files_chosen_for_a_project_are_not_imported_into_the_next(
    window: MainWindow, other: Path, qtbot: QtBot
) -> None:
    QTimer.singleShot(0, lambda: window.files.open(other))
    window.files.import_files()  # comes back when the dialog is put away
    assert not [dialog for dialog in dialogs(window) if isinstance(dialog, QFileDialog)]
    assert (window.session.project.folder, window.commands.is_running) == (other, False)


def test_a_question_about_what_waits_is_not_answered_for_the_next_project(
    window: MainWindow, other: Path, hold: Hold, qtbot: QtBot
) -> None:
    hold()
    press(window, "Tab", "Return")
    window.files.open(other)
    active(qtbot, QMessageBox)
    window.session.open_project(other)
    qtbot.waitUntil(lambda: not dialogs(window))
    assert window.files.leaving.box is None


def test_packages_that_waited_are_not_merged_into_the_next_project(
    window: MainWindow, other: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    before, packed = held(other), tmp_path / "anna.zip"
    press(window, "Tab", "Return")
    assert run("pack", window.session.project.folder, packed, "--annotator", "anna") == 0
    window.sharing.drop([packed, packed], as_packages=True)
    assert window.commands.is_running
    assert window.files.open(other)
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=SOON)
    assert held(other) == before


def test_dialogs_about_other_things_stay(window: MainWindow, other: Path, qtbot: QtBot) -> None:
    window.verbs["settings"].trigger()
    window.session.not_done.emit(["One was not done."])
    tell(window, "It was not so", "Why.")
    qtbot.waitUntil(lambda: len(dialogs(window)) == 3)
    assert window.files.open(other)
    assert len(dialogs(window)) == 3


def test_the_dialogs_that_stay_are_called_so() -> None:
    kinds = {SettingsDialog, CheatSheet, ReportDialog, NewProject, NotDone, RescueDialog}
    kinds |= {MergeDialog, UnpackDialog}
    assert {kind.__name__ for kind in kinds} == STAYING
