"""A project that goes while edits wait for another program: none of them is dropped in silence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.project.test_window_gone import MARIA, asked, buttons, choose
from tests.ui.waits import Hold, is_saved, mark
from tests.ui.windows import active, become_active, press, run, stored
from tests.unprivileged import IS_ROOT, being_another
from ui.main_window import MainWindow
from ui.project.rescuing import RescueDialog

NAVY, OSLO = ("Navy", "ORG"), ("Oslo", "GPE")


@pytest.fixture
def waiting(window: MainWindow, folder: Path, hold: Hold) -> MainWindow:
    """The window, with one span confirmed, two that wait, and the project's folder elsewhere."""
    press(window, "Tab", "Return")
    holder = hold()
    press(window, "Return", "Return")
    assert mark(window) == "… waiting for another program (2)"
    folder.rename(folder.with_name("elsewhere"))
    holder.let_go()
    return window


def gone(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: mark(window) == "✗ gone")


def test_what_waits_is_written_where_the_project_is_now(
    qtbot: QtBot, waiting: MainWindow, folder: Path
) -> None:
    gone(qtbot, waiting)
    box = asked(qtbot)
    assert "2. They are written when it is opened there." in box.informativeText()
    press(box, "Return")
    assert stored(folder.with_name("elsewhere")) == [MARIA, NAVY, OSLO]
    assert is_saved(waiting)


def test_closing_a_project_that_is_gone_asks_before_it_loses_what_waits(
    qtbot: QtBot, waiting: MainWindow, folder: Path
) -> None:
    gone(qtbot, waiting)
    choose(asked(qtbot), "Close the project")
    box = asked(qtbot)
    assert box.text().startswith("2 edits wait and are in no file.")
    assert buttons(box) == ["Save a copy…", "Lose 2 edits"]
    choose(box, "Lose 2 edits")
    assert waiting.session.project is None


def test_what_waits_is_written_when_the_project_comes_back_although_a_copy_was_saved(
    qtbot: QtBot, waiting: MainWindow, folder: Path
) -> None:
    gone(qtbot, waiting)
    choose(asked(qtbot), "Save a copy…")
    press(active(qtbot, RescueDialog), "Return")
    assert "Spans decided on: 3." in asked(qtbot).informativeText()
    folder.with_name("elsewhere").rename(folder)
    qtbot.waitUntil(lambda: is_saved(waiting))
    assert stored(folder) == [MARIA, NAVY, OSLO]


def test_a_window_that_was_asked_to_close_stays_when_the_project_goes(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    press(window, "Tab", "Return")
    hold()
    press(window, "Return")
    window.close()
    assert "1 edit not saved" in asked(qtbot).text()
    shutil.rmtree(folder)
    qtbot.waitUntil(lambda: "folder was deleted" in asked(qtbot).text())
    press(asked(qtbot), "Return")
    press(active(qtbot, RescueDialog), "Return")
    assert asked(qtbot).text().startswith("Saved as")
    assert window.isVisible()
    assert window.session.project is not None


def test_a_project_that_has_just_gone_is_asked_about_before_another_is_opened(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    assert run("new", tmp_path / "other") == 0
    press(window, "Tab", "Return")
    shutil.rmtree(folder)
    assert not window.files.open(tmp_path / "other")
    assert "folder was deleted" in asked(qtbot).text()


def test_a_folder_that_is_being_typed_stays_when_the_project_comes_back(
    qtbot: QtBot, waiting: MainWindow, folder: Path
) -> None:
    gone(qtbot, waiting)
    choose(asked(qtbot), "Save a copy…")
    dialog = active(qtbot, RescueDialog)
    folder.with_name("elsewhere").rename(folder)
    qtbot.waitUntil(lambda: is_saved(waiting))
    assert dialog.isVisible()
    press(dialog, "Esc")
    become_active(qtbot, waiting)
    assert stored(folder) == [MARIA, NAVY, OSLO]


@pytest.mark.skipif(not IS_ROOT, reason="only root can take its own rights away and have them again")
def test_a_folder_without_rights_offers_a_copy(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Return")
    folder.chmod(0)
    with being_another():
        gone(qtbot, window)
        box = asked(qtbot)
        assert "you have no right to read it" in box.text()
        assert buttons(box) == ["Save a copy…", "Close the project"]
    folder.chmod(0o700)
