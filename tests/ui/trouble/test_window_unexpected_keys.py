"""The box for an error of ours over edits that wait, over a project that is gone, and under keys for the article."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.waits import Hold, is_saved
from tests.ui.windows import active, press, tab_to
from ui.main_window import MainWindow
from ui.trouble.unexpected import Unexpected

Fail = Callable[[], QMessageBox]


@pytest.fixture
def fail(window: MainWindow, qtbot: QtBot) -> Iterator[Fail]:
    """Raises an error of ours and gives the box about it, once the project was looked at."""
    hook = window.findChild(Unexpected)
    assert isinstance(hook, Unexpected)

    def fail() -> QMessageBox:
        hook.show(ValueError, ValueError("odd"), None)
        box = hook.box
        assert box
        qtbot.waitUntil(lambda: "is being read again" not in box.informativeText())
        box.activateWindow()
        qtbot.waitUntil(box.isActiveWindow)
        return box

    yield fail
    if hook.box:
        hook.box.close()


def test_edits_that_wait_are_counted_and_are_no_difference(
    window: MainWindow, fail: Fail, hold: Hold, qtbot: QtBot
) -> None:
    press(window, "Tab", "Return")
    holder = hold()
    press(window, "Return", "Ctrl+PgDown", "Tab", "Return", "Ctrl+PgUp")
    words = fail().informativeText()
    assert (
        "2 edits in 2 articles of yours are not on the disk as yet: another program is writing to the project."
        in words
    )
    assert "holds your work on this article as it is shown, but for what waits." in words
    assert "items of your work" not in words
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))


def test_of_a_deleted_project_the_box_says_that_and_how_to_save_it(
    window: MainWindow, fail: Fail, folder: Path, hold: Hold
) -> None:
    hold()
    press(window, "Tab", "Return")
    shutil.rmtree(folder)
    words = fail().informativeText()
    assert (
        "The project is not where it was opened. The project's folder was deleted while it was open." in words
    )
    assert "1 edit in 1 article of yours is in no file." in words
    assert "backup" not in words


@pytest.mark.parametrize("key", ["Return", "Enter", "Space", "C", "R", "Alt+C", "X", "1"])
def test_a_key_meant_for_the_article_leaves_box_and_clipboard(fail: Fail, key: str) -> None:
    QGuiApplication.clipboard().setText("mine")
    box = fail()
    press(box, key)
    assert (box.isVisible(), QGuiApplication.clipboard().text()) == (True, "mine")
    press(box, "Escape")
    assert not box.isVisible()


def test_tab_and_enter_press_the_button_in_focus(fail: Fail, qtbot: QtBot) -> None:
    box = fail()
    [copy] = [button for button in box.findChildren(QPushButton) if button.text() == "Copy details"]
    tab_to(box, copy)
    press(active(qtbot, QMessageBox), "Return")
    assert QGuiApplication.clipboard().text() == "ValueError: odd\n"
