"""Ctrl+L: which articles are listed, and that going on stays among them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.windows import ARTICLES, SECOND, by_key, focused, here, press, row, run, said, suggested
from ui.main_window import MainWindow

THIRD = "Rain fell on Bergen; Oslo stayed dry."


@pytest.fixture
def records() -> list[dict]:
    third = {
        "id": "third",
        "title": "Third",
        "text": THIRD,
        "spans": [suggested(THIRD, "Bergen", "GPE", 0.2)],
    }
    return [*ARTICLES, third, {"id": "fourth", "title": "Fourth", "text": "Nothing here."}]


def titles(window: MainWindow) -> list[str]:
    return [row(window, number)[0] for number in range(window.work.list.model().rowCount())]


def look_for(window: MainWindow, words: str) -> None:
    press(window, "Ctrl+L")
    QTest.keyClicks(window.work.filters.text, words)
    press(window, "Return")


@by_key(["Ctrl+L"])
def test_words_leave_the_articles_that_have_them(window: MainWindow, key: str) -> None:
    press(window, key)
    assert window.work.filters.text.hasFocus()
    QTest.keyClicks(window.work.filters.text, "oslo RAI")
    press(window, "Return")
    assert (titles(window), window.work.filters.count.text()) == (["Third"], "1 of 4 articles")
    assert (here(window), window.work.heading.about.text()) == ("first", "not in the list")


def test_the_list_follows_what_is_typed_after_a_moment(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Ctrl+L")
    QTest.keyClicks(window.work.filters.text, "navy")
    qtbot.waitUntil(lambda: titles(window) == ["First"])


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("state", "started", ["Third"]),
        ("state", "new", ["First", "Second", "Fourth"]),
        ("label", "ORG", ["First"]),
        ("origin", "human", ["Third"]),
        ("origin", "imported", ["First", "Second", "Third"]),
        ("skipped", "yes", []),
    ],
)
def test_a_choice_leaves_the_articles_it_is_true_of(
    window: MainWindow, name: str, value: str, expected: list[str]
) -> None:
    window.session.open_article("third")
    press(window, "Ctrl+Home", "O")
    box = getattr(window.work.filters.details, name)
    box.setCurrentIndex(box.findData(value))
    assert titles(window) == expected


def test_undecided_and_lowest_score_leave_what_needs_a_look(qtbot: QtBot, window: MainWindow) -> None:
    window.work.filters.details.undecided.click()
    assert titles(window) == ["First", "Second", "Third"]
    window.work.filters.details.below.setValue(0.45)
    qtbot.waitUntil(lambda: titles(window) == ["First", "Third"])


def test_page_keys_and_tab_follow_the_filter(window: MainWindow) -> None:
    look_for(window, "oslo OR NOT -")
    assert titles(window) == []
    press(window, "Esc", "Ctrl+PgDown")
    assert said(window) == "This is the last article among those that the filter shows."
    window.work.filters.clear()
    window.work.filters.details.label.setCurrentIndex(window.work.filters.details.label.findData("GPE"))
    press(window, "Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgDown")
    assert (here(window), titles(window)) == ("third", ["First", "Second", "Third"])
    window.session.open_article("fourth")
    press(window, "Ctrl+PgUp", "Tab", "Tab")
    assert (here(window), focused(window)) == ("first", "Maria Ruiz")


@pytest.mark.usefixtures("straight_on")
def test_finishing_goes_on_within_the_filter(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    look_for(window, "Oslo")
    press(window, "Esc")
    window.session.open_article("third")
    window.work.finishing.finish_with()
    assert (here(window), titles(window)) == ("first", ["First", "Second", "Third"])
    window.work.finishing.finish_with()
    window.work.finishing.finish_with()
    assert (here(window), said(window)) == (
        "second", "Every article is finished among those that the filter shows.",
    )  # fmt: skip


def test_what_ceases_to_answer_stays_listed_until_it_is_asked_again(window: MainWindow) -> None:
    window.work.filters.details.state.setCurrentIndex(window.work.filters.details.state.findData("new"))
    press(window, "Tab", "Return")
    assert (titles(window)[0], row(window, 0)[1]) == ("First", "◐ started")
    look_for(window, "")
    assert titles(window) == ["Second", "Third", "Fourth"]


def test_a_slash_in_the_bar_is_a_letter(window: MainWindow) -> None:
    look_for(window, "navy/oslo")
    assert (window.work.filters.text.text(), window.work.finding.bar.isVisible()) == ("navy/oslo", False)


def test_clear_lists_all_again(window: MainWindow) -> None:
    look_for(window, SECOND)
    assert titles(window) == ["Second"]
    window.work.filters.clear_all.click()
    assert (len(titles(window)), window.work.filters.count.isVisible()) == (4, False)
    assert window.work.heading.about.text().startswith("1 of 4")


def test_another_project_is_not_filtered(window: MainWindow, tmp_path: Path) -> None:
    look_for(window, "bergen")
    assert run("new", tmp_path / "other", "--schema", "blank") == 0
    window.files.open(tmp_path / "other")
    assert not window.session.filter
    window.files.open(window.session.project.folder)
    assert window.work.filters.text.text() == ""
