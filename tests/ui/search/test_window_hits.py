"""From the hits of a search into the articles and back, by keys; how the hits follow what is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.ui.search.searching import look, page_of, settle, shown
from tests.ui.windows import by_key, focused, here, press, said, selected
from ui.main_window import MainWindow
from ui.search.hits.found_rows import WORDS

Launch = Callable[..., MainWindow]


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
