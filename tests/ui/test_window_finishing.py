"""Ctrl+Enter: finishing an article, and what becomes of the undecided."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.windows import (
    become_active,
    by_key,
    focused,
    here,
    point,
    press,
    rejected,
    row,
    said,
    shown,
    state,
    stored,
)
from ui.dialogs import FinishDialog
from ui.main_window import MainWindow

ALL = [("Maria Ruiz", "PERSON"), ("Navy", "ORG"), ("Oslo", "GPE")]


def asked(qtbot: QtBot, window: MainWindow) -> FinishDialog:
    press(become_active(qtbot, window), "Ctrl+Return")
    return become_active(qtbot, window.findChild(FinishDialog))


def answer(qtbot: QtBot, window: MainWindow, letter: str) -> None:
    """Asks for the end of the article and presses the letter; a button goes down for a moment."""
    dialog = asked(qtbot, window)
    with qtbot.waitSignal(dialog.decided):
        press(dialog, letter)
    become_active(qtbot, window)


def decide_all(window: MainWindow) -> None:
    press(window, "Ctrl+Home", "Shift+End", "Return")


@by_key(["Ctrl+Return", "Ctrl+Enter"])
def test_an_article_with_nothing_undecided_is_finished_at_once(
    window: MainWindow, folder: Path, key: str
) -> None:
    decide_all(window)
    press(window, key)
    assert (state(folder), here(window)) == ("done", "second")
    assert row(window, 0)[:3] == ["First", "✓ done", ""]
    assert window.findChild(FinishDialog) is None


@pytest.mark.parametrize(("letter", "confirmed", "refused"), [("C", ALL, []), ("R", [], ALL), ("L", [], [])])
def test_a_letter_decides_what_is_undecided(
    qtbot: QtBot, window: MainWindow, folder: Path, letter: str, confirmed: list[str], refused: list[str]
) -> None:
    answer(qtbot, window, letter)
    assert (stored(folder), rejected(folder), state(folder)) == (confirmed, refused, "done")
    assert here(window) == "second"
    press(window, "Ctrl+Z")
    assert (stored(folder), rejected(folder), state(folder)) == ([], [], "new")
    assert [status for *_, status in shown(window)] == ["suggested"] * 3


def test_the_dialog_lists_what_is_undecided(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Tab", "Return")
    dialog = asked(qtbot, window)
    from PySide6.QtWidgets import QListWidget

    listing = dialog.findChild(QListWidget)
    assert [listing.item(n).text().split() for n in range(listing.count())] == [
        ["ORG", "Navy", "0.80"],
        ["GPE", "Oslo", "0.40"],
    ]


def test_escape_goes_back_to_the_article(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    press(window, "Tab")
    press(asked(qtbot, window), "Esc")
    assert (state(folder), here(window), focused(window)) == ("new", "first", "Maria Ruiz")
    press(become_active(qtbot, window), "Return")
    assert stored(folder) == ALL[:1]


def test_the_last_article_says_that_all_are_finished(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    answer(qtbot, window, "L")
    answer(qtbot, window, "C")
    assert (state(folder), state(folder, "second")) == ("done", "done")
    assert said(window) == "Every article is finished."


def test_finishing_the_last_article_goes_to_the_first_that_is_open(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    press(window, "Ctrl+PgDown")
    answer(qtbot, window, "C")
    assert (here(window), state(folder, "second")) == ("first", "done")


def test_editing_a_finished_article_marks_it_changed(window: MainWindow, folder: Path) -> None:
    decide_all(window)
    press(window, "Ctrl+Return", "Ctrl+PgUp")
    point(window, "left")
    press(window, "3")
    assert state(folder) == "done*"
    assert row(window, 0)[1] == "✓ done *"
    press(window, "Ctrl+Return")
    assert (state(folder), row(window, 0)[1]) == ("done", "✓ done")


def test_a_finished_article_can_be_reopened(window: MainWindow, folder: Path) -> None:
    decide_all(window)
    press(window, "Ctrl+Return", "Ctrl+PgUp")
    window.verbs["reopen"].trigger()
    assert (state(folder), row(window, 0)[1]) == ("started", "◐ started")


def test_the_window_opens_on_the_first_unfinished_article(
    qtbot: QtBot, window: MainWindow, folder: Path, launch
) -> None:
    answer(qtbot, window, "L")
    window.close()
    assert here(launch("open", folder, "--annotator", "anna")) == "second"
