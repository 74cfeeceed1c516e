"""Undo and redo go to the place: what came back has the focus, with a ring round it for a moment."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.facts.facts_project import SUGGESTED, TEXT, in_hand, opened, project_of
from tests.ui.windows import FIRST, focused, here, point, press, said
from ui.look.roles import SCHEMES
from ui.main_window import MainWindow


def ringed(window: MainWindow) -> list[str]:
    return [window.view.text[start:end] for start, end in window.view.ring.ranges]


@pytest.mark.parametrize(
    ("keys", "verb"),
    [
        (("X",), "reject “Navy”"),
        (("Return",), "confirm “Navy”"),
        (("O",), "label GPE “Navy”"),
    ],
)
def test_undo_and_redo_focus_the_span_and_ring_it(
    window: MainWindow, keys: tuple[str, ...], verb: str
) -> None:
    press(window, "Tab", "Tab", *keys, "Ctrl+End", "Ctrl+Z")
    assert (focused(window), ringed(window), said(window)) == ("Navy", ["Navy"], f"Undid: {verb}.")
    press(window, "Ctrl+End", "Ctrl+Shift+Z")
    assert (ringed(window), said(window)) == (["Navy"], f"Did again: {verb}.")
    assert window.view.caret == FIRST.index("Navy")


def test_undo_opens_the_article_and_focuses_there(window: MainWindow) -> None:
    press(window, "Tab", "Tab", "X", "Ctrl+PgDown", "Ctrl+Z")
    assert (here(window), focused(window), ringed(window)) == ("first", "Navy", ["Navy"])


def test_where_a_span_that_was_made_goes_its_place_is_shown(window: MainWindow) -> None:
    point(window, "Tuesday")
    press(window, "3", "Ctrl+Home", "Ctrl+Z")
    assert (window.view.caret, focused(window), ringed(window)) == (FIRST.index("Tuesday"), "", ["Tuesday"])


def test_many_spans_are_all_ringed_and_the_first_has_the_focus(window: MainWindow) -> None:
    press(window, "Tab", "Tab", "Shift+Return", "Ctrl+End", "Ctrl+Z")
    assert (focused(window), ringed(window)) == ("Maria Ruiz", ["Maria Ruiz", "Navy"])


def test_boilerplate_that_comes_back_is_gone_to(window: MainWindow) -> None:
    point(window, "said")
    press(window, "B", "Ctrl+Home", "Ctrl+Z")
    assert window.view.caret == FIRST.index("The Navy said")


def test_the_ring_goes_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Tab", "X", "Ctrl+Z")
    qtbot.waitUntil(lambda: ringed(window) == [])


def test_the_ring_goes_with_the_next_key_which_does_what_it_does(window: MainWindow) -> None:
    press(window, "Tab", "X", "Ctrl+Z", "Tab")
    assert (ringed(window), focused(window)) == ([], "Navy")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_ring_is_drawn(window: MainWindow, scheme: str) -> None:
    window.preferences.set("palette", scheme)
    press(window, "Tab", "X", "Ctrl+Z")
    rung = picture(window)
    window.view.ring.clear()
    assert picture(window) != rung


def picture(window: MainWindow) -> QImage:
    return window.view.viewport().grab().toImage()


@pytest.fixture
def with_facts(launch, tmp_path: Path) -> MainWindow:
    (tmp_path / "facts").mkdir()
    folder = project_of(tmp_path / "facts", SUGGESTED, "--as", "suggestions")
    made: MainWindow = launch("open", folder, "--annotator", "anna")
    return made


@pytest.mark.parametrize("key", ["Return", "X"])
def test_a_fact_comes_back_into_focus_with_its_words_ringed(with_facts: MainWindow, key: str) -> None:
    window = with_facts
    press(window, *["Tab"] * 6, key, "Ctrl+End", "Ctrl+Z")
    assert (window.session.fact_id, window.view.caret) == ("first", TEXT.index("struck"))
    assert ringed(window) == ["Navy", "struck", "60", "boats", "Tuesday", "Ana", "Ruiz"]


def test_a_fact_that_goes_again_leaves_the_caret_at_its_trigger(with_facts: MainWindow) -> None:
    window = with_facts
    press(window, *["Tab"] * 6, "X", "Ctrl+Z", "Ctrl+Home", "Ctrl+Shift+Z")
    assert (window.session.fact_id, window.view.caret) == (None, TEXT.index("struck"))


def test_a_span_that_fills_a_fact_is_what_comes_back(with_facts: MainWindow) -> None:
    window = with_facts
    press(window, *["Tab"] * 6, "Return")
    point(window, "Navy")
    press(window, "X", "Ctrl+End", "Ctrl+Z")
    assert (focused(window), window.session.fact_id, ringed(window)) == ("Navy", None, ["Navy"])


def test_undo_in_the_list_of_facts_takes_the_fact_in_hand(with_facts: MainWindow, qtbot: QtBot) -> None:
    panel = opened(with_facts)
    press(with_facts, "X", "Ctrl+Z")
    qtbot.waitUntil(lambda: in_hand(panel) == "first")
    assert panel.list.hasFocus()
