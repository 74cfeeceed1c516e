"""A project that is deleted, moved or replaced while it is open, in the window, by keys."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from models.project import Project
from models.transfer import checks
from tests.ui.windows import active, become_active, press, run, said, shown, stored
from ui.main_window import MainWindow
from ui.project.rescuing import RescueDialog

SOON = 1_000  # milliseconds
MARIA = ("Maria Ruiz", "PERSON")


def replace(folder: Path) -> None:
    """Put a copy in the place of the database, as a program does that keeps folders in step."""
    shutil.copy(folder / "project.db", folder / "coming")
    os.replace(folder / "coming", folder / "project.db")


def asked(qtbot: QtBot) -> QMessageBox:
    """The box in front, whose buttons and words are there."""
    return active(qtbot, QMessageBox)


def buttons(box: QMessageBox) -> list[str]:
    return [button.text() for button in box.buttons()]


def choose(box: QMessageBox, words: str) -> None:
    [button] = [button for button in box.buttons() if button.text() == words]
    for _ in box.buttons():
        if not button.hasFocus():
            press(box, "Tab")
    assert button.hasFocus()
    press(box, "Space")


@pytest.fixture
def worked(window: MainWindow) -> MainWindow:
    """The window, with one span confirmed."""
    press(window, "Tab", "Return")
    assert window.status.saved.text().startswith("✓ Saved")
    return window


def test_a_deleted_project_stops_the_next_key(worked: MainWindow, folder: Path, qtbot: QtBot) -> None:
    shutil.rmtree(folder)
    press(worked, "Return")
    assert worked.status.saved.text() == "✗ gone"
    sentence = (
        f"{folder / 'project.db'}: The project's folder was deleted while it was open. Nothing was changed."
    )
    assert sentence in said(worked)
    box = asked(qtbot)
    assert (box.text(), buttons(box)) == (sentence, ["Save a copy…", "Close the project"])


def test_a_copy_of_a_deleted_project_is_saved_and_worked_on(
    worked: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    saved = folder.with_name("project saved")
    shutil.rmtree(folder)
    press(worked, "Return")
    press(asked(qtbot), "Return")
    press(active(qtbot, RescueDialog), "Return")
    box = asked(qtbot)
    assert f"Saved as {saved}, and read again." in box.text()
    counts = "Articles in it: 2. Pieces of work: 1. Spans decided on: 1. Edits in its log: 1."
    assert counts in box.informativeText()
    press(box, "Return")
    press(become_active(qtbot, worked), "Tab", "Return")
    assert stored(saved) == [MARIA, ("Navy", "ORG")]
    assert not folder.exists()


@pytest.mark.parametrize("happens", [shutil.rmtree, replace, lambda p: (p / "project.db-wal").unlink()])
def test_it_is_told_within_a_second_without_a_key(
    worked: MainWindow, folder: Path, qtbot: QtBot, happens: Callable[[Path], None]
) -> None:
    happens(folder)
    qtbot.waitUntil(lambda: worked.status.saved.text() == "✗ gone", timeout=SOON)
    assert "while it was open" in asked(qtbot).text()


def test_no_key_puts_the_question_away(worked: MainWindow, folder: Path, qtbot: QtBot) -> None:
    shutil.rmtree(folder)
    press(worked, "X")
    press(asked(qtbot), "Esc")
    press(asked(qtbot), "Return")
    press(active(qtbot, RescueDialog), "Esc")
    assert "folder was deleted" in asked(qtbot).text()


def test_a_project_that_was_replaced_is_opened_as_it_is_there_now(
    worked: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    replace(folder)
    press(worked, "X")
    box = asked(qtbot)
    assert "as programs do that keep folders in step" in box.text()
    assert buttons(box) == ["Save a copy…", "Open what is there now", "Close the project"]
    choose(box, "Open what is there now")
    qtbot.waitUntil(lambda: worked.session.project is not None)
    assert ("Navy", "ORG", "suggested") in shown(worked)
    assert not list(folder.glob("backups/*.db"))


def test_a_project_that_was_moved_is_opened_where_it_is_now(
    worked: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    there = folder.rename(folder.with_name("there"))
    press(worked, "Return")
    box = asked(qtbot)
    assert buttons(box)[0] == "Open it there"
    press(box, "Return")
    press(become_active(qtbot, worked), "Tab", "Return")
    assert stored(there) == [MARIA, ("Navy", "ORG")]
    assert worked.status.saved.text().startswith("✓ Saved")
    assert not folder.exists()


def test_a_project_that_comes_back_is_worked_on(worked: MainWindow, folder: Path, qtbot: QtBot) -> None:
    there = folder.rename(folder.with_name("there"))
    press(worked, "Return")
    asked(qtbot)
    there.rename(folder)
    qtbot.waitUntil(lambda: worked.status.saved.text().startswith("✓ Saved"), timeout=SOON)
    assert said(worked) == "The project is in its place again."
    press(become_active(qtbot, worked), "Return")
    assert stored(folder) == [MARIA, ("Navy", "ORG")]


def test_a_log_that_was_deleted_loses_nothing(worked: MainWindow, folder: Path, qtbot: QtBot) -> None:
    (folder / "project.db-wal").unlink()
    press(worked, "Return")
    choose(asked(qtbot), "Open what is there now")
    qtbot.waitUntil(lambda: worked.session.project is not None)
    assert MARIA in stored(folder)
    project = Project(folder)
    assert not checks.check(project).faults
    project.close()


def test_closing_asks_once_and_copies_nothing_in_its_place(
    worked: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    replace(folder)
    assert not worked.close()
    assert "replaced by another file" in asked(qtbot).text()
    assert worked.close()
    assert not list(folder.glob("backups/*"))


def test_a_closed_project_is_left_as_it_lies(worked: MainWindow, folder: Path, qtbot: QtBot) -> None:
    replace(folder)
    press(worked, "X")
    choose(asked(qtbot), "Close the project")
    qtbot.waitUntil(lambda: worked.pages.currentWidget() is worked.welcome)
    assert worked.status.saved.text() == ""
    assert not list(folder.glob("backups/*"))
    assert run("check", folder) == 0


def test_a_copy_that_cannot_be_saved_is_told_and_asked_again(
    worked: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    shutil.rmtree(folder)
    folder.write_text("in the way")
    press(worked, "X")
    press(asked(qtbot), "Return")
    dialog = active(qtbot, RescueDialog)
    dialog.path.setText(str(folder / "below"))
    press(dialog, "Return")
    box = asked(qtbot)
    assert (box.text(), buttons(box)) == (
        "The copy was not saved.",
        ["Save a copy…", "Close the project"],
    )
    assert "Not a directory" in box.informativeText()
