"""Ctrl+Z and Ctrl+Shift+Z: across articles, and across closing and reopening the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.windows import by_key, focused, here, point, press, rejected, said, shown, state, stored
from ui.main_window import MainWindow


@by_key({"Ctrl+Z": [], "Ctrl+Shift+Z": [("Maria Ruiz", "PERSON")], "Ctrl+Y": [("Maria Ruiz", "PERSON")]})
def test_undo_and_redo(window: MainWindow, folder: Path, key: str, expected: list[tuple[str, str]]) -> None:
    press(window, "Tab", "Return")
    if expected:
        press(window, "Ctrl+Z")
    press(window, key)
    assert stored(folder) == expected
    assert said(window) == f"{'Did again' if expected else 'Undid'}: confirm “Maria Ruiz”."
    assert len(shown(window)) == 3


def test_undo_goes_to_the_article_it_is_about(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Return", "Ctrl+PgDown", "Ctrl+Home", "Return")
    assert stored(folder, "second") == [("Oslo", "GPE")]
    press(window, "Ctrl+Z", "Ctrl+Z")
    assert (here(window), stored(folder), stored(folder, "second")) == ("first", [], [])
    press(window, "Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert (here(window), len(stored(folder)), len(stored(folder, "second"))) == ("second", 1, 1)


def test_undo_and_redo_go_on_after_the_window_was_closed(
    window: MainWindow, folder: Path, launch: Callable[..., MainWindow]
) -> None:
    press(window, "Tab", "3", "X", "Ctrl+PgDown", "Ctrl+Home", "Return")
    window.close()
    window = launch("open", folder, "--annotator", "anna")
    press(window, "Ctrl+Z", "Ctrl+Z")
    assert (stored(folder), rejected(folder)) == ([("Maria Ruiz", "ORG")], [])
    window.close()
    window = launch("open", folder, "--annotator", "anna")
    press(window, "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert (stored(folder), rejected(folder)) == ([("Maria Ruiz", "ORG")], [("Navy", "ORG")])
    assert stored(folder, "second") == [("Oslo", "GPE")]


@pytest.mark.usefixtures("straight_on")
def test_undo_takes_back_finishing(window: MainWindow, folder: Path) -> None:
    press(window, "Ctrl+Home", "Shift+End", "Return", "Ctrl+Return")
    assert (state(folder), here(window)) == ("done", "second")
    press(window, "Ctrl+Z")
    assert (state(folder), here(window)) == ("started", "first")
    assert said(window) == "Undid: finish article."


def test_a_new_edit_ends_redo(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Return", "Ctrl+Z", "Ctrl+Home", "X", "Ctrl+Shift+Z")
    assert said(window) == "There is nothing to do again."
    assert (stored(folder), rejected(folder)) == ([], [("Maria Ruiz", "PERSON")])


def test_with_nothing_to_undo_it_says_so(window: MainWindow) -> None:
    press(window, "Ctrl+Z")
    assert said(window) == "There is nothing to undo."


def test_every_kind_of_edit_is_taken_back_one_by_one(window: MainWindow, folder: Path) -> None:
    point(window, "left")
    press(window, "1", "Alt+Right", "3", "Ctrl+Left", "X")
    assert (stored(folder), rejected(folder)) == ([], [])
    seen = []
    for _ in range(5):
        press(window, "Ctrl+Z")
        seen.append(stored(folder))
    texts = [("Navy left Oslo", "ORG"), ("left Oslo", "ORG"), ("left Oslo", "PERSON"), ("left", "PERSON")]
    assert seen == [[span] for span in texts] + [[]]


def test_the_menu_names_what_undo_takes_back(window: MainWindow) -> None:
    press(window, "Tab", "3")
    window.menus.name_undo()
    assert window.verbs["undo"].text() == "Undo: label ORG “Maria Ruiz”"
    press(window, "Ctrl+Z")
    window.menus.name_undo()
    assert window.verbs["redo"].text() == "Redo: label ORG “Maria Ruiz”"
    assert focused(window) in ("", "Maria Ruiz", "Navy")


def test_one_annotator_does_not_undo_the_work_of_another(
    window: MainWindow, folder: Path, launch: Callable[..., MainWindow]
) -> None:
    press(window, "Tab", "Return")
    window.close()
    window = launch("open", folder, "--annotator", "bert")
    press(window, "Ctrl+Z")
    assert said(window) == "There is nothing to undo."
    assert stored(folder) == [("Maria Ruiz", "PERSON")]
