"""The view Learn in each of its three states: named controls, all reached by keys, words that fit, small windows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.access.longer import cut_off, lengthen
from tests.ui.access.test_window_controls import nameless, small
from tests.ui.access.test_window_rings import ringless, takers
from tests.ui.learn.learners import (
    CURVE,
    PATIENCE,
    Trainer,
    finished_project,
    learning,
    outcome,
    the_trainer,  # noqa: F401 - a fixture
)
from tests.ui.test_window_key_words import read, remap, wrong
from tests.ui.windows import press
from ui.learn.learn_page import LearnPage
from ui.look.segments import Segment
from ui.main_window import MainWindow

STATES = ("before", "running", "done")
ComeTo = Callable[[str], LearnPage]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return finished_project(tmp_path, 12)


@pytest.fixture
def come_to(qtbot: QtBot, window: MainWindow, trainer: Trainer) -> ComeTo:
    """Brings the page to a state, and gives it."""

    def come(state: str) -> LearnPage:
        trainer(outcome(curve=CURVE), waits=True)
        press(window, "Ctrl+6")
        page = learning(window)
        if state != "before":
            page.start()
            qtbot.waitUntil(lambda: len(page.training.reports) == 3, timeout=PATIENCE)
        if state == "done":
            page.stop()
            qtbot.waitUntil(lambda: not page.training.is_running, timeout=PATIENCE)
        QApplication.processEvents()
        return page

    return come


@pytest.fixture(autouse=True)
def nothing_is_left(window: MainWindow) -> object:
    yield
    for page in window.findChildren(LearnPage):
        page.end()


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name_a_size_and_a_ring(come_to: ComeTo, state: str) -> None:
    page = come_to(state)
    assert (nameless(page), small(page), ringless(page)) == ([], [], [])


@pytest.mark.parametrize("state", STATES)
def test_tab_comes_to_every_control_and_round(come_to: ComeTo, window: MainWindow, state: str) -> None:
    page = come_to(state)
    missed = {
        one for one in takers(page) if not isinstance(one, Segment) or one.isChecked()
    }  # arrows lead on
    for _ in range(60):
        missed.discard(QApplication.focusWidget())
        press(window, "Tab")
    assert {one for one in missed if one.isVisible()} == set()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off_when_words_are_longer(
    come_to: ComeTo, window: MainWindow, state: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    page = come_to(state)
    lengthen(page)
    assert cut_off(page) == []


@pytest.mark.parametrize("state", STATES)
def test_the_window_can_be_as_small_as_the_design_says(
    come_to: ComeTo, window: MainWindow, state: str
) -> None:
    come_to(state)
    window.resize(880, 600)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (880, 600)


@pytest.mark.parametrize("state", STATES)
def test_no_text_names_a_key_that_is_another_now(come_to: ComeTo, window: MainWindow, state: str) -> None:
    from tests.ui.test_window_key_words import REVIEWED

    page = come_to(state)
    remap(window)
    assert wrong(read(window), REVIEWED) == []
    assert page.findChildren(QLabel)
