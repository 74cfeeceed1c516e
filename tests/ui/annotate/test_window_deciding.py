"""Keys that decide: confirm, reject, label."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.project import Project
from tests.ui.windows import (
    by_key,
    focused,
    point,
    press,
    rejected,
    row,
    said,
    selected,
    shown,
    state,
    stored,
)
from ui.main_window import MainWindow


@by_key(["Return", "Enter"])
def test_enter_confirms_and_goes_to_the_next(window: MainWindow, folder: Path, key: str) -> None:
    press(window, "Tab", key)
    assert stored(folder) == [("Maria Ruiz", "PERSON")]
    assert shown(window)[0] == ("Maria Ruiz", "PERSON", "confirmed")
    assert focused(window) == "Navy"
    assert state(folder) == "started"
    assert row(window, 0)[:2] == ["First", "◐ started"]


def test_enter_on_the_keypad_is_enter(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Num+Enter")
    assert stored(folder) == [("Maria Ruiz", "PERSON")]


def test_enter_confirms_everything_in_the_selection(window: MainWindow, folder: Path) -> None:
    press(window, "Ctrl+Home", "Shift+End", "Return")
    assert stored(folder) == [("Maria Ruiz", "PERSON"), ("Navy", "ORG"), ("Oslo", "GPE")]
    press(window, "Ctrl+Z")
    assert stored(folder) == []


def test_enter_after_the_last_suggestion_says_that_nothing_is_left(window: MainWindow) -> None:
    press(window, "Tab", "Return", "Return", "Return")
    assert said(window).startswith("Nothing is left to decide here")
    assert window.work.heading.counts.text() == "3 of 3 spans"


def test_a_finished_article_is_not_said_to_wait_for_finishing(window: MainWindow) -> None:
    press(window, "Tab", "Return", "Return", "Return", "Ctrl+Return", "Esc")
    assert window.session.is_finished
    point(window, "Navy said")
    press(window, "3", "Return")
    assert said(window) == "Nothing is left to decide here."


@by_key(["Shift+Return", "Shift+Enter"])
def test_shift_enter_confirms_all_to_here_in_one_edit(window: MainWindow, folder: Path, key: str) -> None:
    press(window, "Tab", "Tab", key)
    assert stored(folder) == [("Maria Ruiz", "PERSON"), ("Navy", "ORG")]
    assert focused(window) == "Oslo"
    press(window, "Ctrl+Z")
    assert stored(folder) == []
    assert [status for *_, status in shown(window)] == ["suggested"] * 3


def test_shift_enter_with_nothing_before_it_says_so(window: MainWindow, folder: Path) -> None:
    press(window, "Ctrl+Home", "Esc", "Shift+Return")
    assert said(window) == "There is nothing undecided from the start to here."
    assert stored(folder) == []


@by_key(["Backspace", "X"])
def test_rejecting_a_suggestion_keeps_it_as_rejected(window: MainWindow, folder: Path, key: str) -> None:
    press(window, "Tab", key)
    assert rejected(folder) == [("Maria Ruiz", "PERSON")]
    assert [quote for quote, *_ in shown(window)] == ["Navy", "Oslo"]
    assert focused(window) == "Navy"
    assert window.work.heading.counts.text() == "1 of 3 spans"


def test_deleting_a_span_made_by_hand_leaves_nothing(window: MainWindow, folder: Path) -> None:
    point(window, "Tuesday")
    press(window, "3")
    assert stored(folder) == [("Tuesday", "ORG")]
    press(window, "X")
    assert (stored(folder), rejected(folder)) == ([], [])
    assert "Tuesday" not in [quote for quote, *_ in shown(window)]


def test_deleting_a_confirmed_suggestion_leaves_it_rejected(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Return", "Shift+N", "X")
    assert (stored(folder), rejected(folder)) == ([], [("Maria Ruiz", "PERSON")])


def test_a_rejected_suggestion_is_not_offered_again(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "3", "Shift+N", "X")
    other = Project(folder)
    pool = other.pool("first")
    other.set_pools([("first", pool)], by="made again")
    other.close()
    window.session.look_for_others()
    assert rejected(folder) == [("Maria Ruiz", "PERSON")]
    assert [quote for quote, *_ in shown(window)] == ["Navy", "Oslo"]


LABEL_KEYS = {"1": "PERSON", "Shift+3": "ORG", "Num+3": "ORG", "O": "GPE"}


@pytest.mark.parametrize(("key", "label"), LABEL_KEYS.items())
def test_a_label_key_on_a_suggestion_relabels_and_goes_on(
    window: MainWindow, folder: Path, key: str, label: str
) -> None:
    press(window, "Tab", key)
    assert stored(folder) == [("Maria Ruiz", label)]
    assert focused(window) == "Navy"
    assert window.work.labels.list.currentItem().text() == "ORG"  # that of the span in focus
    assert window.work.annotating.label_in_hand == label


@pytest.mark.parametrize(("key", "label"), LABEL_KEYS.items())
def test_a_label_key_on_a_confirmed_span_relabels_it(
    window: MainWindow, folder: Path, key: str, label: str
) -> None:
    press(window, "Tab", "Return", "Shift+N", key)
    assert stored(folder) == [("Maria Ruiz", label)]
    assert focused(window) == "Maria Ruiz"


@pytest.mark.parametrize(("key", "label"), LABEL_KEYS.items())
def test_a_label_key_labels_the_selection(window: MainWindow, folder: Path, key: str, label: str) -> None:
    point(window, "on Tuesday")
    press(window, "Shift+Right", "Shift+Right")
    assert selected(window) == "on Tuesday"
    press(window, key)
    assert stored(folder) == [("on Tuesday", label)]
    assert (focused(window), selected(window)) == ("on Tuesday", "")


@pytest.mark.parametrize(("key", "label"), LABEL_KEYS.items())
def test_a_label_key_labels_the_token_under_the_caret(
    window: MainWindow, folder: Path, key: str, label: str
) -> None:
    point(window, "left")
    press(window, key)
    assert stored(folder) == [("left", label)]
    assert ("left", label, "confirmed") in shown(window)


def test_a_label_key_on_the_selection_of_a_suggestion_decides_it(window: MainWindow, folder: Path) -> None:
    point(window, "Oslo")
    press(window, "Shift+Right", "1")
    assert stored(folder) == [("Oslo", "PERSON")]
    assert len(shown(window)) == 3


@by_key(["Space"])
def test_space_gives_the_label_in_hand(window: MainWindow, folder: Path, key: str) -> None:
    point(window, "left")
    press(window, "O")
    point(window, "Tuesday")
    press(window, key)
    assert stored(folder) == [("left", "GPE"), ("Tuesday", "GPE")]


def test_space_on_a_suggestion_relabels_it(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Tab", "Space")
    assert stored(folder) == [("Navy", "PERSON")]  # the schema's first label is in hand at the start


def test_the_guideline_shown_is_that_of_the_span_in_focus(window: MainWindow) -> None:
    press(window, "Tab")
    guideline = window.work.labels.guideline
    assert (guideline.title.text(), guideline.body.toPlainText()) == ("PERSON", "People.")
    press(window, "Tab")
    assert (guideline.title.text(), guideline.body.toPlainText()) == ("ORG", "")
    assert window.work.annotating.label_in_hand == "PERSON"


@by_key(["Ctrl+C"])
def test_copy_takes_the_selection_else_the_span(window: MainWindow, key: str) -> None:
    from PySide6.QtGui import QGuiApplication

    press(window, "Tab", key)
    assert QGuiApplication.clipboard().text() == "Maria Ruiz"
    press(window, "Shift+Right", key)
    assert QGuiApplication.clipboard().text() == "Maria"


def test_a_decision_shows_the_saved_mark(window: MainWindow) -> None:
    assert window.status.saved.text() == ""
    press(window, "Tab", "Return")
    assert window.status.saved.text().startswith("✓ Saved")
