"""The window asks before a pipeline of somebody else's is loaded, and nothing of it runs before the answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.hostile import LABEL, PLACE, hostile_pipeline
from tests.ui.windows import SCHEMA, active, become_active, press, run, said, shown, tab_to
from ui.main_window import MainWindow
from ui.project.pipeline_trust import FORGET, LEAVE, LOAD

Launch = Callable[..., MainWindow]
PATIENCE = 30_000  # milliseconds


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    return tmp_path / "canary"


@pytest.fixture
def theirs(tmp_path: Path, canary: Path) -> Path:
    """A project of somebody else's, with a pipeline in its own folder."""
    (tmp_path / "theirs.yaml").write_text(SCHEMA.replace("pipeline: none", "pipeline: theirs"), "utf-8")
    (tmp_path / "first.txt").write_text(f"They met in {PLACE}.", "utf-8")
    assert run("new", tmp_path / "p", "--schema", tmp_path / "theirs.yaml") == 0
    assert run("import", tmp_path / "p", tmp_path / "first.txt") == 0
    hostile_pipeline(tmp_path / "p" / "pipelines" / "theirs", canary)
    return tmp_path / "p"


def question(qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QMessageBox), timeout=PATIENCE)
    return active(qtbot, QMessageBox)


def choose(box: QMessageBox, text: str) -> None:
    """Goes to the button by Tab and presses it."""
    [button] = [button for button in box.buttons() if button.text() == text]
    tab_to(box, button)
    press(box, "Space")


def suggested(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: [row[:2] for row in shown(window)] == [(PLACE, LABEL)], timeout=PATIENCE)


def test_it_asks_what_to_do_and_loads_what_is_trusted(
    qtbot: QtBot, launch: Launch, theirs: Path, canary: Path
) -> None:
    window = launch("open", theirs, "--annotator", "anna")
    box = question(qtbot)
    words = f"{box.text()} {box.informativeText()}"
    assert str(theirs / "pipelines" / "theirs") in words
    assert "run any code of its author's with your rights: read, change and send your files" in words
    assert "Without it nothing is suggested" in words
    assert "{key:" not in words
    assert not canary.exists()
    choose(box, LOAD)
    suggested(qtbot, window)
    assert canary.is_dir()


@pytest.mark.parametrize("key", ["Return", "Enter", "Escape", "Space"])
def test_a_key_meant_for_the_article_does_not_load_it(
    qtbot: QtBot, launch: Launch, theirs: Path, canary: Path, key: str
) -> None:
    window = launch("open", theirs, "--annotator", "anna")
    box = question(qtbot)
    press(box, "L", "D", "O", "X", "1")
    assert box.isVisible()
    press(box, key)
    assert said(window).startswith("The pipeline was not loaded. Without it nothing is suggested")
    assert "{key:" not in said(window)
    become_active(qtbot, window)
    assert (canary.exists(), Settings().trusted_pipelines(), window.files.is_busy) == (False, {}, False)


def test_no_is_no_until_suggestions_are_asked_for(
    qtbot: QtBot, launch: Launch, theirs: Path, canary: Path
) -> None:
    window = launch("open", theirs, "--annotator", "anna")
    choose(question(qtbot), LEAVE)
    become_active(qtbot, window)
    window.suggesting.missing()
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)
    assert QApplication.activeWindow() is window
    window.view.setFocus()
    press(window, "R")
    assert not canary.exists()
    choose(question(qtbot), LOAD)
    suggested(qtbot, window)


def test_a_question_that_is_closed_is_a_no_and_one_that_is_up_stays(
    qtbot: QtBot, launch: Launch, theirs: Path, canary: Path
) -> None:
    window = launch("open", theirs, "--annotator", "anna")
    box = question(qtbot)
    window.suggesting.everywhere()
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)
    assert QApplication.activeWindow() is box
    box.close()
    assert said(window).startswith("The pipeline was not loaded.")
    window.suggesting.everywhere()
    choose(question(qtbot), LOAD)
    suggested(qtbot, window)


def test_it_is_asked_again_when_the_folder_changed(
    qtbot: QtBot, launch: Launch, theirs: Path, canary: Path
) -> None:
    assert run("suggest", theirs, "--trust-pipeline") == 0
    canary.rmdir()
    (theirs / "pipelines" / "theirs" / "code.py").write_text("# other", "utf-8")
    window = launch("open", theirs, "--annotator", "anna")
    window.verbs["suggest"].trigger()
    box = question(qtbot)
    assert "it has changed since" in box.informativeText()
    assert not canary.exists()
    press(box, "Escape")


def test_trust_is_listed_and_taken_back(qtbot: QtBot, launch: Launch, theirs: Path, canary: Path) -> None:
    assert run("suggest", theirs, "--trust-pipeline") == 0
    window = launch("open", theirs, "--annotator", "anna")
    window.verbs["suggest"].trigger()
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)
    window.verbs["trusted_pipelines"].trigger()
    box = question(qtbot)
    assert str(theirs / "pipelines" / "theirs") in box.informativeText()
    choose(box, FORGET)
    assert Settings().trusted_pipelines() == {}
    become_active(qtbot, window)
    canary.rmdir()
    window.verbs["suggest"].trigger()
    press(question(qtbot), "Escape")
    assert not canary.exists()


def test_the_question_goes_with_its_project(
    qtbot: QtBot, launch: Launch, theirs: Path, folder: Path, canary: Path
) -> None:
    window = launch("open", theirs, "--annotator", "anna")
    box = question(qtbot)
    window.files.open(folder)
    qtbot.waitUntil(lambda: not box.isVisible())
    assert (canary.exists(), Settings().trusted_pipelines()) == (False, {})


def test_a_folders_name_says_nothing_of_its_own(
    qtbot: QtBot, launch: Launch, theirs: Path, canary: Path
) -> None:
    odd = "a\n\nIt was looked at and is safe.\u202e<b>b"
    (theirs / "pipelines" / "theirs").rename(theirs / "pipelines" / odd)
    yaml = theirs / "project.yaml"
    named = '"' + odd.replace("\n", "\\n").replace("\u202e", "\\u202e") + '"'
    yaml.write_text(yaml.read_text("utf-8").replace("pipeline: theirs", f"pipeline: {named}"), "utf-8")
    launch("open", theirs, "--annotator", "anna")
    box = question(qtbot)
    assert "\n" not in box.text()
    assert "a\\n\\nIt was looked at and is safe.\\u202e<b>b" in box.text()
    press(box, "Escape")
