"""The keyboard is somewhere in what is seen, whatever closes; most often in the article."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.access.moments import come_to, shown
from tests.ui.facts.facts_project import SUGGESTED, project_of
from tests.ui.windows import become_active, press
from ui.main_window import MainWindow

DIALOGS = ("finish", "skip", "settings", "keys", "article", "assign", "pack", "new project")
CLOSED = {"builder": "Esc", "types": "Esc", "note": "Esc", "find": "Esc", "same": "Esc", "jump": "Esc"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


@pytest.mark.parametrize("moment", CLOSED)
def test_what_closes_gives_the_article_the_keyboard(window: MainWindow, moment: str) -> None:
    come_to(window, moment)
    for _ in range(2 if moment == "note" else 1):
        press(window, CLOSED[moment])
    assert QApplication.focusWidget() is window.view


@pytest.mark.parametrize("moment", DIALOGS)
def test_a_dialog_that_closes_gives_it_back(qtbot: QtBot, window: MainWindow, moment: str) -> None:
    come_to(window, moment)
    dialog = shown()
    assert isinstance(dialog, QDialog)
    dialog.reject()
    become_active(qtbot, window)
    assert QApplication.focusWidget() is window.view


@pytest.mark.parametrize("key", ["F7", "F8"])
@pytest.mark.parametrize("width", [1440, 1024])
def test_a_pane_that_folds_gives_it_to_the_article(window: MainWindow, key: str, width: int) -> None:
    window.resize(width, 900)
    pane = window.work.panes.left if key == "F7" else window.work.panes.right
    if not pane.isVisible():
        press(window, key)
    inside = window.work.list if key == "F7" else window.work.labels.list
    inside.setFocus()
    press(window, key)
    assert not pane.isVisible()
    assert QApplication.focusWidget() is window.view


def test_the_foot_keeps_it_while_its_verbs_change(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Tab")
    qtbot.waitUntil(lambda: window.status.verbs.buttons[0].text() == "Confirm")
    press(window, "Shift+F6", "Shift+F6", "Space")
    qtbot.waitUntil(lambda: len(window.session.sheet.undecided) == 5)
    assert window.status.verbs.isAncestorOf(QApplication.focusWidget())
    press(window, "Esc")
    assert QApplication.focusWidget() is window.view
