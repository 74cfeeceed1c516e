"""A lock that another program holds, met on every way by which the window writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.waits import LONGEST, Hold, is_saved, mark, timed, waits
from tests.ui.windows import active, here, is_sentence, press, run, said, state, stored
from ui.main_window import MainWindow
from ui.project.dialogs import ArticleInfo

NAVY = [("Navy", "ORG")]
KEYS: dict[str, tuple[str, ...]] = {
    "confirm to here": ("Tab", "Tab", "Shift+Return"),
    "reject": ("Tab", "X"),
    "label": ("Tab", "3"),
    "bounds": ("Tab", "Alt+Right"),
    "boilerplate": ("B",),
    "comment": ("C", "N", "O", "Ctrl+Return"),
    "finish": ("Ctrl+PgDown", "Tab", "Return", "Ctrl+Return"),
    "same mentions": ("Tab", "Tab", "Return", "N", "M", "Return"),
}


@pytest.mark.parametrize("name", KEYS)
def test_no_key_waits_and_what_it_did_comes_when_the_lock_goes(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold, name: str
) -> None:
    def events() -> int:
        return int(window.session.project.db.row("SELECT count(*) FROM event")[0])

    holder, before = hold(), events()
    assert timed(window, *KEYS[name]) < LONGEST
    waiting = waits(window)
    assert (waiting > 0, events()) == (True, before)
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert events() == before + waiting
    assert run("check", folder) == 0


@pytest.mark.usefixtures("straight_on")
def test_a_finished_article_counts_as_finished_while_that_waits(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    press(window, "Ctrl+PgDown", "Tab", "Return", "Ctrl+PgUp", "Tab", "Shift+Return", "Return", "Return")
    holder = hold()
    assert timed(window, "Ctrl+Return") < LONGEST
    assert here(window) == "second"
    assert timed(window, "Ctrl+Return") < LONGEST
    assert said(window) == "Every article is finished."
    assert (state(folder), state(folder, "second")) == ("started", "started")
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert (state(folder), state(folder, "second")) == ("done", "done")


def test_what_is_written_about_an_article_stays_in_its_dialog_until_it_can_be_kept(
    qtbot: QtBot, window: MainWindow, hold: Hold
) -> None:
    holder = hold()
    window.about_article.open()
    dialog = active(qtbot, ArticleInfo)
    dialog.title.setText("Another")
    assert timed(window, "Return") < LONGEST
    assert (dialog.isVisible(), dialog.title.text(), mark(window)) == (True, "Another", "✗ not saved")
    assert dialog.wrong.text().startswith("Another program is writing to the project; nothing was changed")
    holder.let_go()
    press(dialog, "Return")
    assert (window.session.article.title, is_saved(window)) == ("Another", True)


def test_suggestions_that_come_under_a_lock_are_written_when_it_goes(
    qtbot: QtBot, window: MainWindow, hold: Hold
) -> None:
    holder, opened = hold(), window.session.opened
    opened.take_pools([("second", [])], "rules")
    press(window, "Tab", "Return")
    assert waits(window) == 2
    assert len(opened.project.pool("second")) == 1
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert opened.project.pool("second") == []


def remove(window: MainWindow, qtbot: QtBot) -> None:
    window.about_article.remove()
    active(qtbot, QMessageBox).button(QMessageBox.StandardButton.Yes).click()


REFUSED: dict[str, Callable[[MainWindow, QtBot], None]] = {
    "import": lambda window, _: window.files.import_sample_articles(),
    "removal": remove,
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_wait_says_that_it_was_not_done(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold, name: str
) -> None:
    holder = hold()
    press(window, "Tab", "Return")
    REFUSED[name](window, qtbot)
    assert is_sentence(said(window))
    assert said(window).startswith("Not done: ")
    assert (window.files.is_busy, waits(window), here(window)) == (False, 1, "first")
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert stored(folder) == [("Maria Ruiz", "PERSON")]


def test_a_project_that_another_program_has_to_itself_is_refused_at_once(
    window: MainWindow, folder: Path, hold: Hold, capsys: pytest.CaptureFixture[str]
) -> None:
    press(window, "Tab", "Return")
    window.session.close()
    hold(begin=("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE"))
    start = perf_counter()
    assert run("open", folder) == 1
    assert perf_counter() - start < 2
    assert (
        "Another program has the project to itself just now; try again in a moment."
        in capsys.readouterr().err
    )
