"""Keys that move a span's bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.project import Project
from tests.ui.windows import by_key, focused, press, said, selected, shown, stored
from ui.main_window import MainWindow


@by_key({"Alt+Right": "Navy left", "Alt+Left": "Navy", "Ctrl+Left": "the Navy", "Ctrl+Right": "Navy"})
def test_a_key_moves_a_bound_by_a_token(window: MainWindow, folder: Path, key: str, expected: str) -> None:
    press(window, "Tab", "Tab", key)
    assert focused(window) == expected
    moved = [(expected, "ORG")] if expected != "Navy" else []  # one token always stays
    assert stored(folder) == moved


def test_bounds_move_there_and_back(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Alt+Left")
    assert stored(folder) == [("Maria", "PERSON")]
    press(window, "Alt+Right", "Ctrl+Right")
    assert stored(folder) == [("Ruiz", "PERSON")]
    press(window, "Ctrl+Left", "Ctrl+Left")
    assert stored(folder) == [("Maria Ruiz", "PERSON")]


def test_a_moved_suggestion_keeps_id_origin_score_and_first_bounds(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Alt+Left")
    project = Project(folder)
    [before] = [span for span in project.pool("first") if span.start == 0]
    [after] = project.annotation_set("first", "anna").spans.values()
    project.close()
    assert (after.id, after.origin, after.score) == (before.id, before.origin, before.score)
    assert after.first == (0, 10, "PERSON")
    assert [quote for quote, *_ in shown(window)] == ["Maria", "Navy", "Oslo"]


def test_a_moved_span_that_is_rejected_is_rejected_as_it_was_suggested(
    window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "Alt+Left", "X")
    assert stored(folder) == []
    assert [quote for quote, *_ in shown(window)] == ["Navy", "Oslo"]


@by_key(["="])
def test_equals_takes_the_bounds_of_the_selection(window: MainWindow, folder: Path, key: str) -> None:
    press(window, "Tab", "Tab", "Shift+Right", "Shift+Right")
    assert (focused(window), selected(window)) == ("Navy", "Navy left")
    press(window, key)
    assert stored(folder) == [("Navy left", "ORG")]
    assert (focused(window), selected(window)) == ("Navy left", "")


def test_equals_without_a_selection_says_what_to_do(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "=")
    assert said(window) == "Focus a span and select the words that it should have."
    assert stored(folder) == []


@pytest.mark.parametrize("key", ["Alt+Right", "Ctrl+Left", "Alt+Left", "Ctrl+Right"])
def test_a_bound_does_not_leave_the_text(window: MainWindow, folder: Path, key: str) -> None:
    press(window, "Ctrl+PgDown", "Ctrl+Home", *[key] * 9)
    assert stored(folder, "second") in ([], [("Oslo waits.", "GPE")], [("Oslo", "GPE")])
    assert focused(window) in ("Oslo", "Oslo waits.")
