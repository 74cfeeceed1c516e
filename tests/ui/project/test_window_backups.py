"""File, Backups: the list in the window, and the restoring of one, by keys."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from models.project import Project
from models.settings import Settings
from models.transfer import backups
from tests.ui.windows import active, become_active, press, run, said, stored, tab_to
from ui.app import start
from ui.main_window import MainWindow
from ui.project.backups_dialog import BackupsDialog

LATER = 60_000


def backed_up(folder: Path) -> Path:
    project = Project(folder)
    try:
        return backups.save(project)
    finally:
        project.close()


def filled(dialog: BackupsDialog, qtbot: QtBot) -> BackupsDialog:
    qtbot.waitUntil(lambda: not dialog.change.text().startswith("Looking"), timeout=LATER)
    return dialog


def listed(window: MainWindow, qtbot: QtBot) -> BackupsDialog:
    window.verbs["backups"].trigger()
    return filled(active(qtbot, BackupsDialog), qtbot)


def restore(window: MainWindow, dialog: BackupsDialog, qtbot: QtBot) -> QMessageBox:
    tab_to(dialog, dialog.restore)
    press(dialog, "Space")
    box = active(qtbot, QMessageBox)
    box.button(QMessageBox.StandardButton.Yes).setFocus()
    press(box, "Space")
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=LATER)
    return box


def test_the_list_says_when_why_and_what_would_change(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    backed_up(folder)
    press(window, "Tab", "Return")
    dialog = listed(window, qtbot)
    item = dialog.list.topLevelItem(0)
    assert item
    assert [item.text(column) for column in range(1, 6)] == ["by hand", "2", "0", "0", "0"]
    assert dialog.change.text() == "If you restore it: 1 edit (anna 1) would go."
    press(dialog, "Esc")


def test_a_project_without_backups_says_so(window: MainWindow, qtbot: QtBot) -> None:
    dialog = listed(window, qtbot)
    assert (dialog.change.text()[:24], dialog.restore.isEnabled()) == ("There are no backups yet", False)
    press(dialog, "Esc")


def test_a_backup_is_put_back_and_what_was_there_is_kept(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    backed_up(folder)
    press(window, "Tab", "Return")
    assert len(stored(folder)) == 1
    box = restore(window, listed(window, qtbot), qtbot)
    assert "1 edit (anna 1) would go. What is there now is kept as a backup first." in box.text()
    assert (stored(folder), window.view.text[:5]) == ([], "Maria")
    [kept] = (folder / "backups").glob("project-before-restore-*")
    assert kept.name in said(window)
    become_active(qtbot, window)
    assert run("restore", folder, kept.name) == 1  # the window has it open


def test_a_restore_that_cannot_be_done_says_why_and_opens_the_project_again(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    backed_up(folder)
    press(window, "Tab", "Return")
    other = Project(folder)
    restore(window, listed(window, qtbot), qtbot)
    box = active(qtbot, QMessageBox)
    assert (box.text(), "open in another program" in box.informativeText()) == (
        "The backup was not put back",
        True,
    )
    box.close()
    other.close()
    assert (len(stored(folder)), window.session.project is not None) == (1, True)


def broken(folder: Path) -> Path:
    backed_up(folder)
    (folder / "project.db").write_bytes(b"rubbish" * 1000)
    return folder


def test_a_project_that_cannot_be_opened_shows_its_backups_and_is_restored(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = broken(shutil.copytree(folder, tmp_path / "other"))
    window.files.open(other)
    dialog = filled(active(qtbot, BackupsDialog), qtbot)
    assert "database cannot be opened" in dialog.said.text()
    restore(window, dialog, qtbot)
    assert window.session.project
    assert (window.session.project.folder, window.view.text[:5]) == (other, "Maria")


def test_a_last_project_that_cannot_be_opened_shows_its_backups_at_the_start(
    folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # `start` sets its own
    Settings().set(last_project=str(broken(folder)))
    window = start(Settings(), "anna")
    window.show()
    dialog = filled(active(qtbot, BackupsDialog), qtbot)
    assert dialog.list.topLevelItemCount() == 1
    press(dialog, "Esc")
    assert window.close()


def test_the_command_says_that_there_are_backups(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("open", broken(folder)) == 1
    assert "`backups` lists them" in capsys.readouterr().err
