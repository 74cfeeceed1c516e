"""The view Statistics: counted beside the window, kept up to date, and every part leads to its places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.statistics.statistics_pages import counted, page_of, pane, rows, tiles, wait, work
from tests.ui.windows import by_key, press, run
from ui.main_window import MainWindow
from ui.statistics import fact_plots, label_plots, suggestion_plots
from ui.statistics.cards import PAGES
from ui.views import ANNOTATE

Launch = Callable[..., MainWindow]


@pytest.fixture
def worked(folder: Path) -> Path:
    work(folder)
    return folder


@pytest.fixture
def window(launch: Launch, worked: Path) -> MainWindow:
    return launch("open", worked, "--annotator", "anna")


def test_it_counts_ones_own_work(window: MainWindow, qtbot: QtBot) -> None:
    page = counted(qtbot, window)
    assert tiles(page)["Articles done"] == "1 of 2"
    assert (tiles(page)["Spans decided"], tiles(page)["Taken as they stood"]) == ("4", "33%")
    assert rows(pane(page, suggestion_plots.GOOD).plot) == [
        ["ORG", 0, 0, 1, 1, "0%"],
        ["PERSON", 1, 0, 0, 1, "100%"],
        ["GPE", 0, 1, 0, 1, "0%"],
    ]
    assert pane(page, fact_plots.GOOD).empty.isVisible()
    assert page.head.about.text() == "Your own work in this project."
    assert page.choice.who.isHidden()


@by_key(["Ctrl+5"])
def test_its_key_opens_it_and_leads_back(window: MainWindow, key: str, qtbot: QtBot) -> None:
    press(window, key)
    assert page_of(window).shown.segments[0].hasFocus()
    press(window, key)
    assert window.pages.here == ANNOTATE


@by_key({f"Alt+{n}": name for n, name in enumerate(PAGES, 1)})
def test_a_key_shows_each_page(window: MainWindow, key: str, expected: str, qtbot: QtBot) -> None:
    page = counted(qtbot, window)
    press(window, key)
    assert (page.shown.value, page.page.name) == (expected, expected)
    assert page.page.isVisible()


@by_key(["Esc"])
def test_esc_leads_back_to_the_article(window: MainWindow, key: str, qtbot: QtBot) -> None:
    counted(qtbot, window)
    press(window, key)
    assert window.pages.here == ANNOTATE


@by_key({"F6": suggestion_plots.GOOD, "Shift+F6": "How much, and when?"})
def test_f6_goes_round_the_pictures(window: MainWindow, key: str, expected: str, qtbot: QtBot) -> None:
    page = counted(qtbot, window)
    press(window, key)
    assert page.attending.pane is not None
    assert page.attending.pane.title.text() == expected
    assert expected == pane(page, expected).title.text()


@by_key(["Ctrl+T"])
def test_a_picture_is_turned_into_its_table(window: MainWindow, key: str, qtbot: QtBot) -> None:
    page = counted(qtbot, window)
    press(window, key)
    good = pane(page, suggestion_plots.GOOD)
    assert QApplication.focusWidget() is good.table.cells
    press(window, key)
    assert QApplication.focusWidget() is good.canvas


@by_key(["W"])
def test_a_week_alone_and_all_the_time_again(window: MainWindow, key: str, qtbot: QtBot) -> None:
    page = counted(qtbot, window)
    press(window, key)
    assert page.choice.of_time() == "this week"
    wait(qtbot, page)
    assert tiles(page)["Spans decided"] == "4"
    press(window, key)
    assert page.choice.of_time() == "all the time"


@by_key(["Ctrl+S"])
def test_the_picture_in_hand_is_saved(
    window: MainWindow, key: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = counted(qtbot, window)
    path = tmp_path / "good.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(window, key)
    assert page.attending.pane is pane(page, suggestion_plots.GOOD)
    assert "<svg" in path.read_text("utf-8")


@by_key(["Ctrl+Shift+C"])
def test_the_picture_in_hand_is_copied(window: MainWindow, key: str, qtbot: QtBot) -> None:
    counted(qtbot, window)
    press(window, key)
    assert not QGuiApplication.clipboard().image().isNull()


def test_enter_on_a_part_shows_its_places_in_search(window: MainWindow, qtbot: QtBot) -> None:
    page = counted(qtbot, window)
    good = pane(page, suggestion_plots.GOOD)
    good.canvas.setFocus()
    good.canvas.take(2, 2)
    QTest.keyClick(good.canvas, Qt.Key.Key_Return)
    assert window.pages.here == "search"
    search = window.pages.currentWidget()
    assert search.line.text() == "was:GPE"
    qtbot.waitUntil(lambda: len(search.found.rows.places) == 1)


def test_the_foot_says_what_is_in_hand(window: MainWindow, qtbot: QtBot) -> None:
    page = counted(qtbot, window)
    good = pane(page, suggestion_plots.GOOD)
    good.canvas.setFocus()
    good.canvas.take(1, 1)
    now = page.attending.now()
    assert now.first == "PERSON: taken as it stood 1"
    assert "Show the spans" in [verb.word for verb in now.can]


def test_undo_and_redo_are_counted_without_a_reload(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Tab")
    press(window, "Return")
    page = counted(qtbot, window)
    before = tiles(page)["Spans decided"]
    press(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: tiles(page)["Spans decided"] != before, timeout=30_000)
    press(window, "Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: tiles(page)["Spans decided"] == before, timeout=30_000)


def test_what_another_program_writes_is_counted(window: MainWindow, worked: Path, qtbot: QtBot) -> None:
    page = counted(qtbot, window)
    assert page.choice.who.isHidden()
    work(worked, "ben")
    qtbot.waitUntil(lambda: not page.choice.who.isHidden(), timeout=30_000)
    page.choice.who.setCurrentIndex(page.choice.who.findData("ben"))
    wait(qtbot, page)
    assert tiles(page)["Spans decided"] == "4"
    assert page.head.about.text() == "The work of ben in this project."


def test_it_closes_with_the_project_in_the_midst_of_counting(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Ctrl+5")
    page = page_of(window)
    window.verbs["close_project"].trigger()
    assert not page.gathering.is_running
    assert window.session.project is None


def test_labels_that_were_corrected_stand_in_a_map(window: MainWindow, qtbot: QtBot) -> None:
    page = counted(qtbot, window)
    press(window, "Alt+3")
    confused = pane(page, label_plots.CONFUSED).plot
    assert rows(confused) == [["GPE", "ORG", 1]]
    assert confused.behind(0, 2).query == "label:ORG was:GPE"


def test_an_empty_project_has_sentences_in_place_of_pictures(
    launch: Launch, tmp_path: Path, qtbot: QtBot
) -> None:
    assert run("new", tmp_path / "empty") == 0
    window = launch("open", tmp_path / "empty", "--annotator", "anna")
    page = counted(qtbot, window)
    for name in PAGES:
        page.turn_to(name)
        assert all(one.empty.isVisible() and one.empty.text().endswith(".") for one in page.page.all_panes)
    page.turn_to("overview")
    assert tiles(page)["Articles done"] == "0 of 0"


def test_the_work_of_others_of_everyone_and_gold_is_counted_when_it_is_chosen(
    folder: Path, launch: Launch, qtbot: QtBot
) -> None:
    work(folder)
    work(folder, "bea", "second")
    work(folder, "gold")
    page = counted(qtbot, launch("open", folder, "--annotator", "anna"))
    names = [page.choice.who.itemText(n) for n in range(page.choice.who.count())]
    shown = {}
    for name in names:
        page.choice.who.setCurrentText(name)
        wait(qtbot, page)
        shown[name] = (tiles(page)["Articles done"], tiles(page)["Spans decided"])
    assert shown == {
        "anna (you)": ("1 of 2", "4"),
        "bea": ("1 of 2", "4"),
        "everyone": ("2 of 2", "8"),
        "gold": ("1 of 2", "4"),
    }
