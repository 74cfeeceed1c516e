"""Ctrl+F: finding words in the article."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.ui.windows import by_key, here, point, press, said, selected, stored
from ui.main_window import MainWindow

NAVY = [(18, 22), (49, 53)]


def look_for(window: MainWindow, words: str) -> None:
    press(window, "Ctrl+F")
    QTest.keyClicks(window.work.finding.bar.wanted, words)


def hit(window: MainWindow) -> tuple[str, int]:
    return window.work.finding.bar.count.text(), window.view.selection[0] if window.view.selection else -1


@by_key(["Ctrl+F", "/"])
def test_a_key_opens_the_bar_and_letters_find(window: MainWindow, folder: Path, key: str) -> None:
    press(window, key)
    assert window.work.finding.bar.wanted.hasFocus()
    QTest.keyClicks(window.work.finding.bar.wanted, "navy")
    assert (selected(window), hit(window)) == ("Navy", ("1 of 2", 18))
    assert window.view.article.found == NAVY
    assert stored(folder) == []


def test_the_bar_opens_with_what_is_selected(window: MainWindow) -> None:
    press(window, "Ctrl+Home", "Right", "Shift+Right", "Ctrl+F")
    assert (window.work.finding.bar.wanted.text(), hit(window)) == ("Ruiz", ("1 of 2", 6))


def test_enter_goes_on_and_round_and_with_shift_back(window: MainWindow) -> None:
    look_for(window, "navy")
    seen = []
    for key in ("Return", "Return", "Shift+Return", "Shift+Return"):
        press(window, key)
        seen.append(hit(window))
    assert seen == [("2 of 2", 49), ("1 of 2", 18), ("2 of 2", 49), ("1 of 2", 18)]


@by_key({"F3": [49, 18], "Shift+F3": [18, 49]})
def test_f3_goes_on_from_the_caret_when_the_bar_is_closed(
    window: MainWindow, key: str, expected: list[int]
) -> None:
    look_for(window, "navy")
    press(window, "Esc")
    point(window, "left")
    seen = []
    for _ in expected:
        press(window, key)
        seen.append(hit(window)[1])
    assert seen == expected
    assert window.view.hasFocus()


def test_the_search_begins_at_the_caret(window: MainWindow) -> None:
    point(window, "said")
    look_for(window, "ruiz")
    assert hit(window) == ("2 of 2", 59)


def test_escape_leaves_the_bar_with_the_hit_selected(window: MainWindow, folder: Path) -> None:
    look_for(window, "said")
    press(window, "Esc")
    assert (window.work.finding.bar.isVisible(), window.view.hasFocus(), selected(window)) == (
        False,
        True,
        "said",
    )
    assert window.view.article.found == []
    press(window, "3")
    assert stored(folder) == [("said", "ORG")]


def test_case_and_accents_count_when_that_is_ticked(window: MainWindow) -> None:
    look_for(window, "ÖSLO")
    assert hit(window)[0] == "1 of 1"
    window.work.finding.bar.accents.click()
    assert hit(window)[0] == "not found"
    window.work.finding.bar.accents.click()
    window.work.finding.bar.case.click()
    assert hit(window)[0] == "not found"


def test_what_stands_nowhere_is_told(window: MainWindow) -> None:
    look_for(window, "zebra")
    press(window, "Return")
    assert (hit(window), said(window)) == (("not found", -1), "That stands nowhere in this article.")


def test_another_article_is_searched_for_the_same(window: MainWindow) -> None:
    look_for(window, "oslo")
    press(window, "Ctrl+PgDown")
    assert (here(window), window.view.article.found, window.work.finding.bar.count.text()) == (
        "second", [(0, 4)], "1 hits",
    )  # fmt: skip
    press(window, "F3")
    assert hit(window) == ("1 of 1", 0)


@pytest.mark.parametrize("records", [[{"id": "long", "text": "Oslo and " * 60_000}]])
def test_half_a_megabyte_is_searched_too(window: MainWindow) -> None:
    look_for(window, "oslo a")
    press(window, "Shift+Return")
    assert hit(window) == ("60,000 of 60,000", 59_999 * 9)
    assert not window.view.grab().isNull()


def test_hits_are_painted_while_the_bar_is_open(window: MainWindow) -> None:
    press(window, "Ctrl+Home", "Ctrl+F")
    before = window.view.grab().toImage()
    window.work.finding.bar.wanted.setText("will return")
    window.view.clear_selection()
    assert window.view.grab().toImage() != before
