"""A project of one's own labels, from nothing: what is marked in the first article is suggested in the second."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.creating.asking import start_with, write
from tests.ui.windows import active, become_active, here, point, press, shown, stored
from ui.creating.new_project import NewProject
from ui.main_window import MainWindow
from ui.project.pasting import PasteText

FIRST = "Sunday lunch\n\nThe ragout of Maria needs three hours. Serve the ragout warm."
SECOND = "Monday rest\n\nWhat is left of the ragout goes into a pie."
PATIENCE = 30_000  # milliseconds


def paste(qtbot: QtBot, window: MainWindow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(become_active(qtbot, window), "Ctrl+V")
    press(active(qtbot, PasteText), "Return")
    become_active(qtbot, window)
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)


@pytest.fixture
def recipes(qtbot: QtBot, shell: MainWindow, dialog: NewProject) -> MainWindow:
    """The window on a project of two labels and two articles, made by keys alone; the first is open."""
    write("Recipes")
    start_with(dialog, "own", "DISH, CHEF")
    press(dialog, "Return")
    for text in (SECOND, FIRST):
        paste(qtbot, shell, text)
    return shell


def test_the_second_article_has_suggestions_once_the_first_is_done(
    qtbot: QtBot, recipes: MainWindow, tmp_path: Path
) -> None:
    first, window = here(recipes), recipes
    point(window, "ragout")
    press(window, "Shift+Right", "1")
    point(window, "Maria")
    press(window, "Shift+Right", "2")
    assert stored(tmp_path / "Recipes", first, annotator=window.session.annotator) == [
        ("ragout", "DISH"),
        ("Maria", "CHEF"),
    ]
    press(window, "Ctrl+Return")
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)
    press(window, "Ctrl+PgUp")
    assert here(window) != first
    qtbot.waitUntil(lambda: ("ragout", "DISH", "suggested") in shown(window), timeout=PATIENCE)
