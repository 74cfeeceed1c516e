"""A review while another program holds the project: decisions are seen at once, and written when it lets go."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.review.reviews import (  # noqa: F401 - fixtures
    folder_of_both,
    gold,
    in_hand,
    page_of_rex,
    window_of_rex,
)
from tests.ui.waits import LONGEST, Hold, is_saved, timed, waits
from tests.ui.windows import here, press, run, said, state
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage


def test_decisions_wait_and_the_next_case_comes_at_once(
    qtbot: QtBot, window: MainWindow, page: ReviewPage, folder: Path, hold: Hold
) -> None:
    qtbot.waitUntil(lambda: not window.suggesting.is_busy, timeout=60_000)  # suggestions would wait too
    holder = hold()
    assert timed(window, "Left", "Right", "Left", "Right") < LONGEST
    assert (waits(window), len(page.hand.work.open_cases), gold(folder)) == (4, 0, [])
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    wanted = [
        ("Maria Ruiz", "PERSON"),
        ("the Navy", "ORG"),
        ("Oslo", "GPE"),
        ("Tuesday", "NOTE"),
        ("Lima", "GPE"),
    ]
    assert gold(folder) == wanted
    assert run("check", folder) == 0


def test_articles_are_approved_one_after_the_other_while_that_waits(
    qtbot: QtBot, window: MainWindow, page: ReviewPage, folder: Path, hold: Hold
) -> None:
    holder = hold()
    assert timed(window, "Alt+Shift+Left", "Ctrl+Return") < LONGEST
    assert here(window) == "second"
    assert timed(window, "Alt+Shift+Left", "Ctrl+Return") < LONGEST
    assert said(window) == "Every article of anna and ben that was done is reviewed."
    assert state(folder) == "done"
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert (state(folder), state(folder, "second", "ben")) == ("reviewed", "reviewed")


def test_a_decision_that_waits_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, page: ReviewPage, folder: Path, hold: Hold
) -> None:
    holder = hold()
    press(window, "Left", "Ctrl+Z")
    assert (waits(window), len(page.hand.work.open_cases)) == (0, 4)
    holder.let_go()
    press(window, "Right")
    assert gold(folder) == [("Maria Ruiz", "PERSON"), ("Navy", "ORG")]
