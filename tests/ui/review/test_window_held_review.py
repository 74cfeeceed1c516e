"""Held keys in Review: one case a press; the cases are gone through by a held arrow."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.review.reviews import (  # noqa: F401 - fixtures
    counted,
    folder_of_both,
    gold,
    page_of_rex,
    window_of_rex,
)
from tests.ui.windows import here, hold, press
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage

ONE = "Case 2 of 4; 3 of 4 cases open; 1 point agreed"


def held(page: ReviewPage) -> str:
    return page.view.text[slice(*page.hand.at.place)] if page.hand.at else ""


@pytest.mark.parametrize("key", ["Left", "Right", "B"])
def test_a_held_key_takes_one_case(window: MainWindow, page: ReviewPage, key: str) -> None:
    hold(window, key)
    assert (counted(page), held(page)) == (ONE, "Oslo")


def test_a_held_enter_takes_one_case(window: MainWindow, page: ReviewPage) -> None:
    press(window, "Down", "Down")
    hold(window, "Return")
    assert (page.bar.count.text(), held(page)) == ("3 of 4 cases open", "Lima")


def test_a_held_reason_answers_one_question(window: MainWindow, page: ReviewPage) -> None:
    press(window, "X")
    hold(window, "1")
    assert (counted(page), held(page)) == (ONE, "Oslo")


def test_the_held_key_that_asked_writes_no_note(window: MainWindow, page: ReviewPage, folder: Path) -> None:
    hold(window, "X")
    assert (page.reasons.isVisible(), page.reasons.note.text(), gold(folder)) == (True, "", [])


def test_a_held_arrow_goes_down_the_cases(window: MainWindow, page: ReviewPage) -> None:
    hold(window, "Down", times=2)
    assert held(page) == "Lima"


def test_a_held_key_approves_one_article(window: MainWindow, page: ReviewPage) -> None:
    press(window, "Left", "Left", "Left", "Left")
    hold(window, "Ctrl+Return")
    assert here(window) == "second"
