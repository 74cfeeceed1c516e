"""Held keys in Annotate: a key decides once, however long it is held; what moves goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from models.project import Project
from tests.ui.windows import active, focused, here, hold, press, rejected, shown, state, stored
from ui.main_window import MainWindow

NAMES = [f"Name{n}" for n in range(10)]
TEN = " met ".join(NAMES) + "."


@pytest.fixture
def records() -> list[dict[str, Any]]:
    places = [(TEN.index(name), TEN.index(name) + len(name)) for name in NAMES]
    spans = [{"start": start, "end": end, "label": "PERSON", "score": 0.5} for start, end in places]
    return [{"id": id_, "title": id_.title(), "text": TEN, "spans": spans} for id_ in ("first", "second")]


def decided(folder: Path) -> tuple[int, int]:
    return len(stored(folder)), len(rejected(folder))


@pytest.mark.parametrize("key", ["Return", "Enter", "3", "O", "Space"])
def test_a_held_key_confirms_or_labels_one_of_ten(window: MainWindow, folder: Path, key: str) -> None:
    press(window, "Tab")
    hold(window, key)
    assert decided(folder) == (1, 0)
    assert focused(window) == "Name1"


@pytest.mark.parametrize("key", ["X", "Backspace"])
def test_a_held_key_rejects_one_of_ten(window: MainWindow, folder: Path, key: str) -> None:
    press(window, "Tab")
    hold(window, key)
    assert decided(folder) == (0, 1)


def test_a_held_undo_takes_one_back_and_a_held_redo_does_one(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Return", "Return", "Return")
    hold(window, "Ctrl+Z")
    assert decided(folder) == (2, 0)
    press(window, "Ctrl+Z")
    hold(window, "Ctrl+Y")
    assert decided(folder) == (2, 0)


def test_a_key_pressed_again_decides_again(window: MainWindow, folder: Path) -> None:
    press(window, "Tab")
    hold(window, "Return")
    hold(window, "Return")
    assert decided(folder) == (2, 0)


def test_a_held_key_that_moves_goes_on(window: MainWindow) -> None:
    hold(window, "Tab", times=3)
    assert focused(window) == "Name3"
    hold(window, "N", times=2)
    assert focused(window) == "Name6"
    press(window, "Ctrl+Home", "Esc")
    hold(window, "Right", times=3)
    assert window.view.caret == TEN.index("Name2")
    hold(window, "Ctrl+PgDown", times=3)
    assert here(window) == "second"


def test_a_held_bound_moves_on(window: MainWindow, folder: Path) -> None:
    press(window, "Tab")
    hold(window, "Alt+Right", times=2)
    assert next(quote for quote, *_ in shown(window)) == "Name0 met Name1 met"


@pytest.mark.usefixtures("straight_on")
def test_a_held_finish_finishes_one_article(window: MainWindow, folder: Path) -> None:
    press(window, "Ctrl+Home", "Ctrl+Shift+End", "Return")
    hold(window, "Ctrl+Return")
    assert (state(folder), state(folder, "second"), here(window)) == ("done", "new", "second")


def test_a_held_finish_decides_nothing_in_the_question(window: MainWindow, folder: Path) -> None:
    hold(window, "Ctrl+Return")
    assert (len(window.session.sheet.undecided), state(folder)) == (10, "new")


def test_a_box_that_a_held_key_opened_is_not_answered_by_it(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    window.verbs["remove_article"].trigger()
    box = active(qtbot, QMessageBox)
    box.setDefaultButton(QMessageBox.StandardButton.Yes)
    hold(box, "Return", times=2, pressed_before=True)
    assert box.isVisible()
    box.reject()


def test_a_held_key_types_nothing_into_the_box_that_it_opened(window: MainWindow) -> None:
    press(window, "Tab")
    hold(window, "C")
    box = window.work.panels.here().box
    assert (box.hasFocus(), box.toPlainText()) == (True, "")
    hold(window, "h", times=2)
    assert box.toPlainText() == "hhh"


def test_a_held_send_sends_once(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "C", "h")
    hold(window, "Ctrl+Return")
    project = Project(folder)
    assert len(project.annotation_set("first", "anna").comments) == 1
    assert project.annotation_set("first", "anna").progress.state.value != "done"
    project.close()
