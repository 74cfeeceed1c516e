"""A project that is left while a training runs: it asks, and either way nothing of the training is left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.learn.learners import (
    NEW,
    PATIENCE,
    Trainer,
    finished_project,
    learning,
    the_trainer,  # noqa: F401 - a fixture
)
from tests.ui.windows import press, run
from tests.unprivileged import read_only_disk
from ui.learn.learn_page import LearnPage
from ui.learn.leaving import GIVE_UP, GO_ON, KEEP
from ui.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return finished_project(tmp_path, 12)


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, trainer: Trainer) -> LearnPage:
    """The page with a training of which three epochs are told, and which waits to be stopped."""
    trainer(waits=True)
    press(window, "Ctrl+6", "Ctrl+Return")
    page = learning(window)
    qtbot.waitUntil(lambda: len(page.training.reports) == 3, timeout=PATIENCE)
    return page


def answer(page: LearnPage, words: str) -> None:
    box = page.leaving.box
    assert isinstance(box, QMessageBox)
    next(one for one in box.findChildren(QPushButton) if one.text() == words).click()


def test_closing_asks_and_goes_on_training_where_that_is_wanted(page: LearnPage, window: MainWindow) -> None:
    window.files.close_project()
    answer(page, GO_ON)
    assert (page.training.is_running, window.session.project is not None) == (True, True)
    page.training.close()


def test_closing_can_wait_for_the_best_so_far(
    qtbot: QtBot, page: LearnPage, window: MainWindow, folder: Path
) -> None:
    window.files.close_project()
    answer(page, KEEP)
    qtbot.waitUntil(lambda: window.session.project is None, timeout=PATIENCE)
    assert (folder / "pipelines" / NEW / "meta.json").exists()


def test_closing_can_give_it_up_at_once(page: LearnPage, window: MainWindow, folder: Path) -> None:
    window.files.close_project()
    answer(page, GIVE_UP)
    assert (page.training.is_running, window.session.project) == (False, None)
    assert not (folder / "pipelines").exists()


def test_quitting_asks_too(page: LearnPage, window: MainWindow) -> None:
    window.close()
    assert window.isVisible()
    answer(page, GIVE_UP)
    assert not window.isVisible()


def test_another_project_is_opened_only_after_the_question(
    page: LearnPage, window: MainWindow, tmp_path: Path
) -> None:
    assert run("new", tmp_path / "other", "--schema", "blank") == 0
    window.files.open(tmp_path / "other")
    assert window.session.project.folder != tmp_path / "other"
    answer(page, GIVE_UP)
    assert window.session.project.folder == tmp_path / "other"


def test_the_question_goes_when_the_training_ends_meanwhile(
    qtbot: QtBot, page: LearnPage, window: MainWindow
) -> None:
    window.files.close_project()
    page.stop()
    qtbot.waitUntil(lambda: not page.training.is_running, timeout=PATIENCE)
    assert (page.leaving.box, window.session.project is not None) == (None, True)


def test_stopping_twice_gives_it_up(qtbot: QtBot, page: LearnPage, folder: Path) -> None:
    page.training.is_stopping = True  # it was asked, and takes long
    page.stop()
    qtbot.waitUntil(lambda: not page.training.is_running, timeout=PATIENCE)
    assert page.heading.about.text() == "Training was given up; nothing was kept."
    assert not (folder / "pipelines").exists()


def test_a_project_that_is_only_read_says_why_nothing_is_trained(
    launch: Callable[..., MainWindow], folder: Path
) -> None:
    with read_only_disk(folder):
        window = launch("open", folder, "--annotator", "anna")
        press(window, "Ctrl+6", "Ctrl+Return")
        page = learning(window)
        assert (page.training.is_running, page.form.start.isEnabled()) == (False, False)
        assert "the disk is read-only" in page.form.start.toolTip()
        window.close()
