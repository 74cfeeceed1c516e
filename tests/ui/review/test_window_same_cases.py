"""`M` in a review: one decision for all open cases of the same words and readings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.review.reviews import gold, line, made, opened
from tests.ui.windows import by_key, press, said
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage
from ui.same.same_hits import NOW, THEN


@pytest.fixture(name="folder")
def folder_with_one_case_in_two_articles(tmp_path: Path) -> Path:
    """Oslo is ORG or GPE in both articles; who says which differs; the Navy is another case."""
    lines = [
        line("first", "anna", [("Oslo", "ORG"), ("Navy", "ORG")]),
        line("first", "ben", [("Oslo", "GPE"), ("Navy", "GPE")]),
        line("second", "anna", [("Oslo", "GPE")]),
        line("second", "ben", [("Oslo", "ORG")]),
    ]
    return made(tmp_path / "same", lines)


@pytest.fixture
def page(launch, folder: Path) -> ReviewPage:
    page = opened(launch("open", folder, "--annotator", "rex"))
    press(page.window(), "Down")  # to Oslo
    return page


@pytest.fixture
def window(page: ReviewPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def cells(page: ReviewPage, column: int) -> list[str]:
    rows = page.same.hits
    return [rows.data(rows.index(row, column)) for row in range(rows.rowCount())]


def golds(folder: Path) -> list[list[tuple[str, str]]]:
    return [gold(folder, article) for article in ("first", "second")]


def search(qtbot, page: ReviewPage) -> None:
    qtbot.waitUntil(lambda: not page.same.is_searching)


@by_key(["M"])
def test_the_list_has_the_cases_of_the_same_words_and_readings(
    qtbot, window, page, folder: Path, key: str
) -> None:
    press(window, key)
    assert (page.same.isVisible(), page.card.isVisible(), cells(page, NOW)) == (True, False, ["GPE  |  ORG"])
    press(window, "A")
    search(qtbot, page)
    assert cells(page, NOW) == ["GPE  |  ORG"] * 2
    assert golds(folder) == [[], []]


def test_of_a_draw_nothing_is_taken_until_somebody_says_what(qtbot, window, page, folder: Path) -> None:
    press(window, "M", "Return")
    assert said(window).startswith("Choose first what is taken")
    press(window, "X")
    assert cells(page, THEN) == ["ORG"]
    assert page.same.says.text() == "Take ORG in 1 × “Oslo”  ·  1 of 1 chosen"
    press(window, "X")
    assert cells(page, THEN) == ["GPE"]


def test_one_edit_decides_them_all_and_one_undo_takes_it_back(qtbot, window, page, folder: Path) -> None:
    press(window, "M", "A", "X", "X")
    search(qtbot, page)
    press(window, "Return")
    assert golds(folder) == [[("Oslo", "GPE")], [("Oslo", "GPE")]]
    assert said(window) == "Done: take GPE in 2 × “Oslo”; Ctrl+Z takes all of it back."
    assert (page.same.isVisible(), page.card.isVisible(), page.view.hasFocus()) == (False, True, True)
    press(window, "Ctrl+Z")
    assert golds(folder) == [[], []]


def test_the_foot_has_the_verbs_of_the_list(window: MainWindow, page: ReviewPage) -> None:
    press(window, "M", "X")
    words = [button.text() for button in window.status.verbs.buttons if button.isVisible()]
    assert words[:5] == ["Apply", "Not this one", "All articles", "Take another", "Back"]
    assert window.status.first.text() == "Same cases"
    press(window, "Esc")
    assert window.status.first.text() == "“Oslo”"


def test_a_veto_leaves_a_case_open(qtbot, window, page, folder: Path) -> None:
    press(window, "M", "A", "X")
    search(qtbot, page)
    press(window, "Space", "Return")
    assert golds(folder) == [[], [("Oslo", "ORG")]]


def test_what_was_decided_is_carried_to_the_others(qtbot, window, page, folder: Path) -> None:
    press(window, "Right", "Up", "M", "A")
    search(qtbot, page)
    assert cells(page, THEN) == ["GPE"]
    press(window, "Return")
    assert golds(folder)[1] == [("Oslo", "GPE")]


def test_leaving_the_list_decides_nothing(window: MainWindow, page: ReviewPage, folder: Path) -> None:
    press(window, "M", "X", "Esc")
    assert (page.same.isVisible(), page.card.isVisible(), page.view.hasFocus()) == (False, True, True)
    assert golds(folder) == [[], []]
