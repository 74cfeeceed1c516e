"""Ctrl+Enter: finishing an article, and what becomes of the undecided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.making import suggested
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
from ui.finish.finish_dialog import FinishDialog
from ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("straight_on")

ALL = [("Maria Ruiz", "PERSON"), ("Navy", "ORG"), ("Oslo", "GPE")]


def asked(qtbot: QtBot, window: MainWindow) -> FinishDialog:
    press(become_active(qtbot, window), "Ctrl+Return")
    return become_active(qtbot, window.findChild(FinishDialog))


def answer(qtbot: QtBot, window: MainWindow, *keys: str) -> None:
    """Asks for the end of the article and presses the keys."""
    dialog = asked(qtbot, window)
    with qtbot.waitSignal(dialog.decided):
        press(dialog, *keys)
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


@pytest.mark.parametrize(
    ("keys", "confirmed", "refused"),
    [(("Home", "S"), ALL, []), (("End", "J", "S"), [], ALL), (("L",), [], [])],
)
def test_the_sheet_decides_what_is_undecided(
    qtbot: QtBot, window: MainWindow, folder: Path, keys: tuple[str], confirmed: list[str], refused: list[str]
) -> None:
    answer(qtbot, window, *keys)
    assert (stored(folder), rejected(folder), state(folder)) == (confirmed, refused, "done")
    assert here(window) == "second"
    press(window, "Ctrl+Z")
    assert (stored(folder), rejected(folder), state(folder)) == ([], [], "new")
    assert [status for *_, status in shown(window)] == ["suggested"] * 3


def listed(dialog: FinishDialog) -> list[str]:
    return [dialog.rows.index(n).data().partition(":")[0] for n in range(dialog.rows.rowCount())]


def test_the_sheet_lists_the_least_sure_on_top_in_its_line_of_context(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = asked(qtbot, window)
    assert listed(dialog) == ["· 40% GPE", "· 80% ORG", "· 90% PERSON"]
    assert (
        dialog.rows.index(0)
        .data()
        .endswith(": Maria Ruiz of the Navy left “Oslo” on Tuesday. The Navy said Ruiz will return.")
    )


def test_those_above_are_confirmed_only_once_the_score_was_moved(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    dialog = asked(qtbot, window)
    assert not dialog.confirm_above.isEnabled()
    press(dialog, "S")
    assert (dialog.isVisible(), state(folder)) == (True, "new")
    press(dialog, "Right", "J")
    assert listed(dialog) == ["✗ 40% GPE", "✗ 80% ORG", "✓ 90% PERSON"]
    assert (dialog.at.text(), dialog.confirm_above.text()) == ("81%", "Confirm 1, reject 2")


def test_those_above_the_score_are_confirmed_and_the_rest_is_left(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    answer(qtbot, window, "Right", "Left", "S")
    assert (stored(folder), rejected(folder), state(folder)) == (ALL[:2], [], "done")
    assert said(window) == "Finished; 1 span left undecided in the article before."


@pytest.mark.parametrize("key", ["Return", "Enter"])
def test_enter_goes_to_the_first_that_is_undecided(
    qtbot: QtBot, window: MainWindow, folder: Path, key: str
) -> None:
    press(window, "Tab", "Return", "Ctrl+End")
    press(asked(qtbot, window), key)
    assert (state(folder), here(window), focused(become_active(qtbot, window))) == (
        "started",
        "first",
        "Navy",
    )
    press(window, "Return")
    assert stored(folder) == ALL[:2]


def test_enter_goes_to_the_one_that_was_chosen_in_the_list(qtbot: QtBot, window: MainWindow) -> None:
    dialog = asked(qtbot, window)
    dialog.listing.setFocus()
    press(dialog, "Down", "Down", "Up", "Return")
    assert focused(become_active(qtbot, window)) == "Navy"


def test_those_below_are_rejected_when_that_is_wanted(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    press(asked(qtbot, window), "Up", "J", "S")
    become_active(qtbot, window)
    assert (stored(folder), rejected(folder)) == (ALL[:1], ALL[1:])
    press(window, "Ctrl+Z")
    assert (stored(folder), rejected(folder), state(folder)) == ([], [], "new")


def test_the_score_that_was_used_last_is_kept(qtbot: QtBot, window: MainWindow, folder: Path, launch) -> None:
    press(asked(qtbot, window), "PgDown", "PgDown", "PgDown", "PgDown", "S")
    assert stored(folder) == ALL
    window.close()
    assert asked(qtbot, launch("open", folder, "--annotator", "anna")).at.text() == "40%"


def test_a_score_that_was_only_looked_at_is_not_kept(qtbot: QtBot, window: MainWindow) -> None:
    press(asked(qtbot, window), "Left", "Esc")
    assert window.settings["finish_score"] == 0.8


def test_a_suggestion_without_a_score_counts_as_sure(qtbot: QtBot) -> None:
    spans = [replace(suggested(6, 10), score=None), suggested(0, 5, score=0.99)]
    dialog = FinishDialog(spans, [], "Maria Ruiz", 0.9, {})
    qtbot.addWidget(dialog)
    dialog.slider.setValue(100)
    assert listed(dialog) == ["· 99% PERSON", "✓ 100% PERSON"]


def test_escape_goes_back_to_the_article(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    press(window, "Tab")
    press(asked(qtbot, window), "Esc")
    assert (state(folder), here(window), focused(window)) == ("new", "first", "Maria Ruiz")
    press(become_active(qtbot, window), "Return")
    assert stored(folder) == ALL[:1]


def test_the_last_article_says_that_all_are_finished(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    answer(qtbot, window, "L")
    answer(qtbot, window, "Home", "S")
    assert (state(folder), state(folder, "second")) == ("done", "done")
    assert said(window) == "Every article is finished."


def test_finishing_the_last_article_goes_to_the_first_that_is_open(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    press(window, "Ctrl+PgDown")
    answer(qtbot, window, "Home", "S")
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
