"""Undo and redo while a fact is built, and what leaving a new one leaves as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.ui.facts.building import in_hand, sign, slots, strip
from tests.ui.facts.facts_project import SUGGESTED, decided, project_of
from tests.ui.windows import by_key, here, point, press, said
from ui.main_window import MainWindow

LEFT = "Left, nothing is changed. Ctrl+Z brings back what was taken."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


@pytest.fixture
def built(window: MainWindow) -> MainWindow:
    """The window in which a fact is changed after another was rejected and that was undone."""
    window.session.focus_fact("first")
    press(window, "X", "Ctrl+Z")
    window.session.focus_fact("second")
    press(window, "E")
    return window


@by_key(["Ctrl+Y", "Ctrl+Shift+Z"])
def test_redo_in_the_builder_leaves_the_project_alone(built: MainWindow, folder: Path, key: str) -> None:
    press(built, key)
    assert said(built) == "No step was undone; Esc leaves."
    assert [status.value for status in decided(folder).values()] == []
    press(built, "Esc", key)
    assert [status.value for status in decided(folder).values()] == ["rejected"]


def test_redo_in_the_builder_goes_on_sign_by_sign(built: MainWindow) -> None:
    taken = sign(built, "Oslo")
    press(built, taken, "Alt+1", taken)
    steps = [slots(built)]
    for key in ("Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Y"):
        press(built, key)
        steps.append(slots(built))
    assert steps[0] != steps[1] != steps[2]
    assert (steps[3], steps[4]) == (steps[1], steps[0])


def test_another_step_leaves_nothing_to_do_again(built: MainWindow) -> None:
    taken = sign(built, "Oslo")
    press(built, taken, "Ctrl+Z", "Alt+1", taken, "Ctrl+Y")
    assert said(built) == "No step was undone; Esc leaves."


def test_undo_while_the_type_is_to_be_chosen_leaves_the_project_alone(
    window: MainWindow, folder: Path
) -> None:
    window.session.focus_fact("first")
    press(window, "X")
    point(window, "citing")
    press(window, "F", "Ctrl+Z")
    assert said(window) == "Nothing was taken yet; Esc leaves."
    assert [status.value for status in decided(folder).values()] == ["rejected"]


@pytest.mark.parametrize("panel", ["facts_panel", ""])
def test_leaving_a_new_fact_leaves_focus_and_caret_as_they_were(window: MainWindow, panel: str) -> None:
    if panel in window.verbs:
        window.verbs[panel].trigger()
    window.view.setFocus()
    point(window, "citing")
    caret = window.view.caret
    press(window, "F", "Enter", "Esc")
    QTest.qWait(60)
    assert (window.session.fact_id, window.view.focus_id, window.view.caret) == (None, None, caret)
    assert window.view.hasFocus()


def test_what_was_taken_comes_back_though_another_article_was_opened(window: MainWindow) -> None:
    window.session.focus_fact("second")
    press(window, "E")
    press(window, sign(window, "Oslo"))
    built = slots(window)
    window.session.open_article("second")
    assert (strip(window).isHidden(), said(window)) == (True, LEFT)
    press(window, "Ctrl+Z")
    assert (here(window), in_hand(window), slots(window)) == ("first", "target", built)
