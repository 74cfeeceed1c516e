"""Facts as cards: listed, in focus with the text, decided by keys and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotations.facts import Filler
from annotations.spans import Status
from tests.ui.cards.cards import click_in_menu
from tests.ui.facts.facts_project import (
    SUGGESTED,
    TEXT,
    decided,
    in_hand,
    kept,
    listed,
    opened,
    project_of,
)
from tests.ui.windows import focused, is_sentence, point, press, said, stored
from ui.cards.cards_missing import FILTERED, NOTHING
from ui.cards.fact_panel import FactPanel
from ui.key_words import filled
from ui.main_window import MainWindow

CONFIRMED, REJECTED = Status.CONFIRMED, Status.REJECTED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def test_the_facts_are_listed_in_text_order_with_what_is_open(window: MainWindow) -> None:
    cards = opened(window).model.cards
    assert [str(card) for card in cards] == [
        "ATTACK, suggested, 70 per cent: the Navy struck 60 boats on Tuesday, Ana and Ruiz say",
        "ATTACK, suggested, 70 per cent: Oslo attacked something, no target",
        "STATEMENT, suggested, 70 per cent: Ana warned",
    ]
    assert [card.evidence for card in cards] == [TEXT[:69], "Oslo struck back.", "Ana warned Oslo again."]


def test_a_list_item_is_named_after_sentence_and_state(window: MainWindow) -> None:
    panel = opened(window)
    listed = QAccessible.queryAccessibleInterface(panel.list)
    names = [listed.child(n).text(QAccessible.Text.Name) for n in range(listed.childCount())]
    assert [str(card) for card in panel.model.cards] == [name for name in names if "suggested" in name][:3]


def test_a_fact_chosen_in_the_panel_comes_into_view_and_focus(window: MainWindow) -> None:
    panel = opened(window)
    assert (in_hand(panel), window.session.fact_id) == ("first", "first")
    press(window, "Down", "Down")
    assert window.session.fact_id == "third"
    assert window.view.caret == TEXT.index("warned")
    assert panel.list.hasFocus()


def test_a_click_on_a_row_puts_its_fact_in_focus(window: MainWindow) -> None:
    panel = opened(window)
    place = panel.list.visualRect(panel.model.index(1)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (window.session.fact_id, window.view.caret) == ("second", TEXT.index("struck back"))


@pytest.mark.parametrize("quote", ["struck", "Navy", "boats", "back", "again"])
def test_the_caret_gives_no_fact_the_focus_and_takes_it(window: MainWindow, quote: str) -> None:
    panel = opened(window)
    assert in_hand(panel) == "first"
    window.view.setFocus()
    point(window, "citing")
    point(window, quote)
    assert window.session.fact_id is None
    assert focused(window) == ("Navy" if quote == "Navy" else "")


def test_enter_confirms_the_fact_with_its_fillers_in_one_edit_and_goes_on(
    window: MainWindow, folder: Path
) -> None:
    panel = opened(window)
    press(window, "Return")
    assert decided(folder) == {"first": CONFIRMED}
    assert [quote for quote, _ in stored(folder)] == ["Navy", "60", "Tuesday", "Ana", "Ruiz"]
    assert in_hand(panel) == "second"
    press(window, "Ctrl+Z")
    assert (decided(folder), stored(folder)) == ({}, [])


def test_enter_goes_first_to_a_needed_role_that_is_open(window: MainWindow, folder: Path) -> None:
    panel = opened(window)
    press(window, "Down", "Return")
    assert (decided(folder), in_hand(panel)) == ({}, "second")
    assert said(window) == "No target yet: fill it, or Enter again."
    press(window, "Return")
    assert (decided(folder), in_hand(panel)) == ({"second": CONFIRMED}, "third")


def test_enter_goes_through_all_facts_and_says_when_nothing_is_left(window: MainWindow, folder: Path) -> None:
    opened(window)
    press(window, "Return", "Enter", "Return", "Return")
    assert set(decided(folder).values()) == {CONFIRMED}
    assert said(window) == "There is no suggested fact left to decide in the list."
    assert is_sentence(said(window))


@pytest.mark.parametrize("key", ["X", "Backspace"])
def test_a_rejected_fact_goes_and_is_not_offered_again(window: MainWindow, folder: Path, key: str) -> None:
    panel = opened(window)
    press(window, key)
    assert (decided(folder), listed(panel), in_hand(panel)) == (
        {"first": REJECTED},
        ["second", "third"],
        "second",
    )
    window.session.reload()
    panel.refresh()
    assert listed(panel) == ["second", "third"]
    press(window, "Ctrl+Z")
    panel.refresh()
    assert listed(panel) == ["first", "second", "third"]


def test_a_confirmed_fact_that_was_suggested_is_deleted_as_rejected(window: MainWindow, folder: Path) -> None:
    panel = opened(window)
    press(window, "Return", "Up", "X")
    assert decided(folder) == {"first": REJECTED}
    assert in_hand(panel) == "second"


def test_the_last_fact_of_the_list_gone_the_one_before_is_in_hand(qtbot: QtBot, window: MainWindow) -> None:
    panel = opened(window)
    press(window, "Return", "Return", "Return", "X")
    assert (listed(panel), in_hand(panel)) == (["first", "second"], "second")
    press(window, "X", "X")
    assert (listed(panel), in_hand(panel)) == ([], "")
    qtbot.waitUntil(lambda: missing(panel) == filled(NOTHING))  # once nothing is looked for any more
    press(window, "X", "Return", "E")


def missing(panel: FactPanel) -> str:
    """What is said in the place of the cards."""
    return panel.missing.words.text() if panel.stack.currentWidget() is panel.missing else ""


def choose(panel: FactPanel, *words: str) -> None:
    """Clicks them in the menu of the filter."""
    for one in words:
        QTest.mouseClick(panel.filter, Qt.MouseButton.LeftButton)
        click_in_menu(one)


def test_filters_show_facts_of_a_type_and_of_a_status(window: MainWindow) -> None:
    panel = opened(window)
    press(window, "Return")
    shown = {}
    for status in ("To decide", "Confirmed", "Incomplete", "All"):
        choose(panel, status)
        shown[status] = listed(panel)
    assert shown == {
        "To decide": ["second", "third"],
        "Confirmed": ["first"],
        "Incomplete": ["second"],
        "All": ["first", "second", "third"],
    }
    choose(panel, "STATEMENT")
    assert (listed(panel), panel.count.text()) == (["third"], "1 of 3 shown")


def test_what_the_filter_keeps_back_is_shown_by_a_button(window: MainWindow) -> None:
    panel = opened(window)
    choose(panel, "Confirmed")
    assert (listed(panel), missing(panel)) == ([], FILTERED)
    QTest.mouseClick(panel.missing.button, Qt.MouseButton.LeftButton)
    assert (len(listed(panel)), missing(panel), panel.filter.isChecked()) == (3, "", False)


def test_incomplete_facts_can_come_first(window: MainWindow) -> None:
    panel = opened(window)
    choose(panel, "Incomplete first")
    assert listed(panel) == ["second", "first", "third"]
    assert panel.list.captions == {0: "Incomplete", 1: "Complete"}
    choose(panel, "Incomplete first")
    assert listed(panel) == ["first", "second", "third"]


def test_while_confirmed_facts_are_hidden_enter_still_goes_to_the_next(
    window: MainWindow, folder: Path
) -> None:
    panel = opened(window)
    choose(panel, "To decide")
    panel.list.setFocus()
    press(window, "Return")
    assert (listed(panel), in_hand(panel)) == (["second", "third"], "second")


def test_escape_goes_from_the_panel_to_the_text_at_the_fact(window: MainWindow) -> None:
    opened(window)
    press(window, "Down", "Esc")
    assert window.view.hasFocus()
    assert (window.view.caret, window.session.fact_id) == (TEXT.index("struck back"), "second")


def test_other_letters_do_nothing_in_the_panel(window: MainWindow, folder: Path) -> None:
    panel = opened(window)
    press(window, "A", "S", "3")
    assert (in_hand(panel), decided(folder), stored(folder)) == ("first", {}, [])


def test_another_article_has_other_facts(qtbot: QtBot, window: MainWindow) -> None:
    panel = opened(window)
    press(window, "Ctrl+PgDown")
    qtbot.waitUntil(lambda: listed(panel) == [])
    qtbot.waitUntil(lambda: missing(panel) == filled(NOTHING))
    assert window.session.fact_id is None
    assert not panel.list.card.isVisible()


def test_a_span_deleted_leaves_a_bare_filler_and_undo_brings_the_link_back(
    window: MainWindow, folder: Path
) -> None:
    opened(window)
    press(window, "Return", "Esc")
    point(window, "Navy")
    press(window, "X")
    assert actor(folder) == Filler(4, 8)
    press(window, "Ctrl+Z")
    assert actor(folder) == Filler(4, 8, "navy")


def test_moved_bounds_keep_the_filler(window: MainWindow, folder: Path) -> None:
    opened(window)
    press(window, "Return", "Esc")
    point(window, "Navy")
    press(window, "Ctrl+Left")
    assert actor(folder) == Filler(0, 8, "navy")
    press(window, "Ctrl+Z")
    assert actor(folder) == Filler(4, 8, "navy")


def actor(folder: Path) -> Filler:
    made = kept(folder, "first")
    assert made
    return made.roles[0].fillers[0]


def test_a_fact_changed_elsewhere_meanwhile_is_not_overwritten(
    window: MainWindow, launch, folder: Path
) -> None:
    panel = opened(window)
    other = launch("open", folder, "--annotator", "anna")
    opened(other)
    press(other, "X")
    window.activateWindow()
    panel.list.setFocus()
    panel.list.confirmed.emit()
    assert decided(folder) == {"first": REJECTED}
    assert is_sentence(said(window))
