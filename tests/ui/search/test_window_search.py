"""The view Search through the window: hits in their context, sorted, counted, left out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.search.searching import counted, look, page_of, settle, shown
from tests.ui.windows import KEYS, by_key, press
from ui.main_window import MainWindow
from ui.search.hits.found_rows import ARTICLE, BEFORE, BEHIND, LABEL, WORDS


@by_key(["Ctrl+4"])
def test_the_key_opens_the_view_and_goes_back(qtbot: QtBot, window: MainWindow, key: str) -> None:
    press(window, key)
    page = page_of(window)
    assert page.line.field.hasFocus()
    assert [one.text() for one in page.empty.examples] == [
        *("Maria", "label:PERSON status:suggested", "retur*"),
    ]
    press(window, key)
    assert window.pages.here == "annotate"


def test_nothing_moves_while_it_searches(qtbot: QtBot, window: MainWindow) -> None:
    page = look(qtbot, window, "oslo")
    heights = set()
    for is_running in (True, False):
        page.bar.tell("", is_running=is_running)
        QApplication.processEvents()
        heights.add((page.bar.height(), page.line.y(), page.table.mapTo(page, QPoint(0, 0)).y()))
    assert len(heights) == 1


def test_words_are_shown_with_what_stands_around_them(qtbot: QtBot, window: MainWindow) -> None:
    page = look(qtbot, window, "oslo")
    assert shown(page, BEFORE, WORDS, BEHIND, LABEL, ARTICLE) == [
        (
            "Maria Ruiz of the Navy left",
            "Oslo",
            "on Tuesday. The Navy said Ruiz will return.",
            "GPE?",
            "First",
        ),
        ("", "Oslo", "waits.", "GPE?", "Second"),
    ]
    assert page.bar.about.text() == "2 places in 2 articles"
    assert counted(page) == [[("GPE", 2)], [("First", 1), ("Second", 1)], [("no date", 2)]]
    assert page.table.hasFocus()


def test_what_is_not_there_is_said_with_what_was_looked_through(qtbot: QtBot, window: MainWindow) -> None:
    page = look(qtbot, window, "label:ORG Bergen")
    assert page.stack.currentWidget() is page.empty
    assert page.empty.empty.words.text() == (
        "Nothing found for Bergen label:ORG. Looked through: anna’s spans and suggestions in 2 articles."
    )


SORTED = {
    "Alt+1": "left",
    "Alt+2": "words",
    "Alt+3": "right",
    "Alt+4": "label",
    "Alt+5": "article",
    "Alt+6": "date",
}
KEYS.update(SORTED)


def test_hits_are_sorted_by_key_and_backwards_by_the_same(qtbot: QtBot, window: MainWindow) -> None:
    page = look(qtbot, window, '"the navy"')
    for key, by in SORTED.items():
        press(window, key)
        settle(qtbot, page)
        on = shown(page, BEFORE, WORDS)
        press(window, key)
        settle(qtbot, page)
        assert (page.found.sorted_by, shown(page, BEFORE, WORDS)) == (by, on[::-1])


def test_a_click_on_the_head_sorts(qtbot: QtBot, window: MainWindow) -> None:
    page = look(qtbot, window, "label:GPE,ORG")
    head = page.table.horizontalHeader()
    x = head.sectionViewportPosition(WORDS) + 10
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 5))
    settle(qtbot, page)
    assert [words for (words,) in shown(page, WORDS)] == ["Navy", "Oslo", "Oslo"]
    assert page.found.rows.headerData(WORDS, Qt.Orientation.Horizontal) == "Words ↑"


def test_a_row_of_the_counts_narrows_the_search(qtbot: QtBot, window: MainWindow) -> None:
    page = look(qtbot, window, "oslo")
    page.counts.articles.list.setFocus()
    press(window, "Down", "Return")
    settle(qtbot, page)
    assert (page.line.text(), page.bar.about.text()) == ("oslo article:second", "1 place in 1 article")


@by_key(["Alt+Left"])
def test_what_was_searched_for_before_is_searched_for_again(
    qtbot: QtBot, window: MainWindow, key: str
) -> None:
    look(qtbot, window, "oslo")
    page = look(qtbot, window, "navy")
    press(window, key)
    settle(qtbot, page)
    assert (page.line.text(), page.bar.about.text()) == ("oslo", "2 places in 2 articles")


@by_key(["Space"])
def test_a_hit_is_left_out_and_taken_in_again(qtbot: QtBot, window: MainWindow, key: str) -> None:
    page = look(qtbot, window, "oslo")
    press(window, key)
    assert (len(page.found.chosen), page.bar.about.text()) == (1, "2 places in 2 articles · 1 left out")
    press(window, "Ctrl+A", key)
    assert page.found.chosen == []
    press(window, key)
    assert len(page.found.chosen) == 2


@by_key(["/"])
def test_the_line_is_come_to_from_the_hits(qtbot: QtBot, window: MainWindow, key: str) -> None:
    page = look(qtbot, window, "oslo")
    press(window, key)
    assert page.line.field.hasFocus()


@by_key(["Ctrl+Return", "Ctrl+Enter"])
def test_the_search_is_done_from_wherever_one_is(qtbot: QtBot, window: MainWindow, key: str) -> None:
    page = look(qtbot, window, "oslo")
    page.line.setText("navy")
    page.counts.setFocus()
    press(window, key)
    settle(qtbot, page)
    assert page.bar.about.text() == "2 places in 1 article"


@by_key({"F7": "form", "F8": "counts"})
def test_form_and_counts_are_folded(window: MainWindow, key: str, expected: str) -> None:
    press(window, "Ctrl+4")
    pane = getattr(page_of(window), expected)
    assert pane.isVisible()
    press(window, key)
    assert not pane.isVisible()
    press(window, key)
    assert pane.isVisible()


@by_key(["F6", "Shift+F6"])
def test_the_parts_are_gone_round(qtbot: QtBot, window: MainWindow, key: str) -> None:
    page = look(qtbot, window, "oslo")
    been = []
    while not been or not page.table.hasFocus():
        press(window, key)
        been.append(QApplication.focusWidget())
        assert len(been) < 12
    assert {page.line.field, page.saved.focusProxy(), *(one.list for one in page.counts.lists)} <= set(been)


def test_every_cell_has_words_for_who_hears_them(qtbot: QtBot, window: MainWindow) -> None:
    page = look(qtbot, window, "oslo")
    rows = page.found.rows
    said_: list[Any] = [
        rows.data(rows.index(1, column), Qt.ItemDataRole.AccessibleTextRole)
        for column in range(rows.columnCount())
        if not page.table.isColumnHidden(column)
    ]
    assert said_ == [
        *("before: none", "words: Oslo", "behind: waits.", "label now: GPE?"),
        *("article: Second", "date: no date"),
    ]
