"""Facts in the panel: listed, in focus with the text, decided by keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotations.facts import Filler
from annotations.spans import Status
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
from ui.facts import fact_panel
from ui.key_words import filled
from ui.main_window import MainWindow

CONFIRMED, REJECTED = Status.CONFIRMED, Status.REJECTED
NOTHING = filled(fact_panel.NOTHING)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def words(window: MainWindow) -> list[str]:
    return [str(row) for row in opened(window).rows.rows]


def test_the_facts_are_listed_in_text_order_with_what_is_open(window: MainWindow) -> None:
    assert words(window) == [
        "ATTACK “struck”, suggested 0.70, actor Navy; target boats; count 60; time Tuesday; source Ruiz; source Ana",
        "ATTACK “struck back”, suggested 0.70, no target, actor Oslo",
        "STATEMENT “warned”, suggested 0.70, speaker Ana",
    ]
    evidence = [row.evidence for row in opened(window).rows.rows]
    assert evidence == [TEXT[:69], "Oslo struck back.", "Ana warned Oslo again."]


def test_a_fact_chosen_in_the_panel_comes_into_view_and_focus(window: MainWindow) -> None:
    panel = opened(window)
    assert (in_hand(panel), window.session.fact_id) == ("first", "first")
    press(window, "Down", "Down")
    assert window.session.fact_id == "third"
    assert window.view.caret == TEXT.index("warned")
    assert panel.list.hasFocus()


def test_a_click_on_a_row_puts_its_fact_in_focus(window: MainWindow) -> None:
    panel = opened(window)
    place = panel.list.visualRect(panel.rows.index(1)).center()
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


def test_enter_goes_through_all_facts_and_says_when_nothing_is_left(window: MainWindow, folder: Path) -> None:
    opened(window)
    press(window, "Return", "Enter", "Enter", "Return")
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


def test_the_last_fact_of_the_list_gone_the_one_before_is_in_hand(window: MainWindow) -> None:
    panel = opened(window)
    press(window, "Return", "Return", "Return", "X")
    assert (listed(panel), in_hand(panel)) == (["first", "second"], "second")
    press(window, "X", "X")
    assert (listed(panel), in_hand(panel), panel.count.text()) == ([], "", NOTHING)
    press(window, "X", "Return", "E", "F2")


def test_filters_show_facts_of_a_type_and_of_a_status(window: MainWindow) -> None:
    panel = opened(window)
    press(window, "Return")
    shown = {}
    for status in ("suggested", "confirmed", "incomplete", "any status"):
        choose(panel.status, status)
        shown[status] = listed(panel)
    assert shown == {
        "suggested": ["second", "third"],
        "confirmed": ["first"],
        "incomplete": ["second"],
        "any status": ["first", "second", "third"],
    }
    choose(panel.type, "STATEMENT")
    assert (listed(panel), panel.count.text()) == (["third"], "1 of 3 facts")


def choose(box: Any, words: str) -> None:
    """As somebody who picks it from the list that drops down."""
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def test_incomplete_facts_can_come_first(window: MainWindow) -> None:
    panel = opened(window)
    panel.first.setFocus()
    press(window, "Space")
    assert listed(panel) == ["second", "first", "third"]
    press(window, "Space")
    assert listed(panel) == ["first", "second", "third"]


def test_while_confirmed_facts_are_hidden_enter_still_goes_to_the_next(
    window: MainWindow, folder: Path
) -> None:
    panel = opened(window)
    choose(panel.status, "suggested")
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
    assert (panel.count.text(), window.session.fact_id) == (NOTHING, None)
    assert not panel.form.isEnabled()


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
