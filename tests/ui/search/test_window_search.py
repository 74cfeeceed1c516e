"""The view Search through the window: words, spans and facts of all articles, sorted, counted, gone to and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.ui.windows import KEYS, by_key, focused, here, press, said, selected
from ui.main_window import MainWindow
from ui.search.hits.found_rows import ARTICLE, BEFORE, BEHIND, LABEL, WORDS
from ui.search.search_page import SearchPage

Launch = Callable[..., MainWindow]


def page_of(window: MainWindow) -> SearchPage:
    page = window.pages.currentWidget()
    assert isinstance(page, SearchPage)
    return page


def look(qtbot: QtBot, window: MainWindow, line: str) -> SearchPage:
    """Writes a search in the view, and waits until all is found and counted."""
    if window.pages.here != "search":
        press(window, "Ctrl+4")
    page = page_of(window)
    page.line.setFocus()
    page.line.setText(line)
    press(window, "Return")
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: SearchPage) -> None:
    qtbot.waitUntil(lambda: not page.found.is_busy and not page.counting.slices.is_running, timeout=20_000)


def shown(page: SearchPage, *columns: int) -> list[tuple[str, ...]]:
    """What the list has in these columns."""
    rows = page.found.rows
    return [tuple(rows.data(rows.index(row, column)) for column in columns) for row in range(rows.rowCount())]


def counted(page: SearchPage) -> list[list[tuple[str, int]]]:
    return [[(row.words, row.hits) for row in one.rows] for one in page.counts.lists]


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
    assert counted(page) == [[("GPE?", 2)], [("First", 1), ("Second", 1)], [("no date", 2)]]
    assert page.table.hasFocus()


def test_what_is_not_there_is_said_with_what_was_looked_through(qtbot: QtBot, window: MainWindow) -> None:
    page = look(qtbot, window, "label:ORG Bergen")
    assert page.stack.currentWidget() is page.empty
    assert page.empty.empty.words.text() == (
        "Nothing found for Bergen label:ORG. Looked through: anna’s spans and suggestions in 2 articles."
    )


@by_key(["Return", "Enter"])
def test_enter_goes_to_the_span_and_the_way_back_leads_back(
    qtbot: QtBot, window: MainWindow, key: str
) -> None:
    look(qtbot, window, "label:GPE")
    press(window, "Down", key)
    assert (window.pages.here, here(window), focused(window)) == ("annotate", "second", "Oslo")
    assert said(window).startswith("Hit 2 of 2 · Ctrl+G goes to the next")
    press(window, "Alt+Home")
    assert here(window) == "first"


@by_key({"Ctrl+G": ["Navy", "Navy"], "Ctrl+Shift+G": ["Navy"]})
def test_the_next_hit_is_gone_to_from_the_article(
    qtbot: QtBot, window: MainWindow, key: str, expected: list[str]
) -> None:
    page = look(qtbot, window, "navy")
    if key == "Ctrl+Shift+G":
        page.table.go(1)
        press(window, "Return")
    else:
        press(window, "Ctrl+4")
    found = []
    for _ in expected:
        press(window, key)
        found.append(selected(window))
    assert found == expected
    press(window, key)
    assert said(window) in ("That was the last of 2 hits.", "That was the first of 2 hits.")


def test_hits_go_on_over_articles(qtbot: QtBot, window: MainWindow) -> None:
    look(qtbot, window, "Oslo")
    press(window, "Return", "Ctrl+G")
    assert (here(window), selected(window)) == ("second", "Oslo")


def test_without_a_search_there_is_no_hit_to_go_to(window: MainWindow) -> None:
    press(window, "Ctrl+G")
    assert said(window) == "Nothing has been searched for yet; Ctrl+Shift+F does."


def test_a_hit_that_is_gone_is_said(qtbot: QtBot, window: MainWindow) -> None:
    look(qtbot, window, "label:GPE")
    press(window, "Ctrl+4")
    window.session.open_article("first")
    window.view.set_focus(next(id_ for id_, span in window.view.spans.items() if span.label == "GPE"))
    press(window, "X", "Ctrl+G")
    assert said(window) == "Hit 1 of 2: the span is not there any more; these were its words."
    assert selected(window) == "Oslo"


@by_key(["Ctrl+Shift+F"])
def test_the_words_selected_in_the_article_are_searched_for(
    qtbot: QtBot, window: MainWindow, key: str
) -> None:
    start = window.view.text.index("Navy said")
    window.view.set_selection(start, start + len("Navy said"))
    press(window, key)
    page = page_of(window)
    settle(qtbot, page)
    assert (page.line.text(), shown(page, WORDS)) == ('"Navy said"', [("Navy said",)])
    press(window, key)
    assert page.line.field.hasFocus()
    assert page.line.field.selectedText() == '"Navy said"'


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
    for _ in range(7):
        press(window, key)
    assert page.table.hasFocus()


@by_key(["Esc"])
def test_esc_goes_back_to_the_hits_and_then_to_the_article(
    qtbot: QtBot, window: MainWindow, key: str
) -> None:
    page = look(qtbot, window, "oslo")
    press(window, "/", key)
    assert page.table.hasFocus()
    press(window, key)
    assert window.pages.here == "annotate"


def test_esc_ends_a_search_that_runs(window: MainWindow) -> None:
    press(window, "Ctrl+4")
    page = page_of(window)
    page.line.setText("/O.*?o/")
    page.search()
    assert page.found.run.is_running
    press(window, "Esc")
    assert not page.found.run.is_running
    assert window.pages.here == "search"


@by_key(["Ctrl+Shift+E"])
def test_all_hits_are_written_in_the_order_that_is_shown(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    page = look(qtbot, window, "label:GPE,ORG")
    page.sort_by("words")
    settle(qtbot, page)
    out = tmp_path / "hits.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), "Table (*.csv)"))
    press(window, key)
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=20_000)
    assert said(window) == f"3 hits written to {out}."
    lines = out.read_text("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == ["first", "first", "second"]


def test_what_is_written_meanwhile_is_looked_at_again(qtbot: QtBot, window: MainWindow) -> None:
    page = look(qtbot, window, "label:GPE,NOTE")
    press(window, "Ctrl+4")
    window.session.open_article("second")
    press(window, "Tab", "X")
    press(window, "Ctrl+4")
    settle(qtbot, page)
    assert page.bar.about.text() == "1 span in 1 article · 1 gone"


def test_a_key_of_ones_own_stands_where_a_usual_one_came(launch: Launch, folder: Path, qtbot: QtBot) -> None:
    Settings().set(keys={"next_span": ["Ctrl+L"], "next_article": ["Ctrl+Shift+E"]})
    window = launch("open", folder, "--annotator", "anna")
    press(window, "Ctrl+L")
    assert focused(window) == "Maria Ruiz"
    assert window.verbs["filter_articles"].shortcuts() == []
    look(qtbot, window, "oslo")
    assert window.pages.verbs["search_export"].shortcuts() == []
    assert Settings()["keys"] == {"next_span": ["Ctrl+L"], "next_article": ["Ctrl+Shift+E"]}


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
