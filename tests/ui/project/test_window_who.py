"""A merge in the window that does not know who is who: it asks, and what is said is remembered."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotations.sets import AnnotationSet
from annotations.spans import Span
from models.project import Project
from models.transfer import exchange
from tests.making import edit
from tests.ui.project.test_window_sharing import drop, idle, told
from tests.ui.windows import active, become_active, press, run, said, stored, tab_to
from ui.main_window import MainWindow
from ui.project.exchange_dialogs import WhoDialog
from ui.settings.other_name_dialog import OtherNameDialog


@pytest.fixture
def package(folder: Path, tmp_path: Path) -> Path:
    """Work on the first article by anna and by zoe, in another copy of the project; before the window is there."""
    project = Project(Path(shutil.copytree(folder, tmp_path / "copy")))
    for name in ("anna", "zoe"):
        made = AnnotationSet.of("first", name, [Span(f"of {name}", 28, 32, "LAKE", origin=name)])
        edit(project, "label", made)
    exchange.pack(project, tmp_path / "both.zip", "anna", "zoe")
    project.close()
    return tmp_path / "both.zip"


@pytest.fixture
def asking(package: Path, qtbot: QtBot, window: MainWindow) -> WhoDialog:
    """The dialog that asks who anna is, after she has worked in the window."""
    press(window, "Tab", "Return")
    drop(window, package)
    idle(qtbot, window)
    return active(qtbot, WhoDialog)


def work(folder: Path, name: str) -> list[tuple[str, str]]:
    return stored(folder, annotator=name)


def test_one_person_at_two_machines_is_merged_and_not_asked_about_again(
    asking: WhoDialog, package: Path, qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    assert asking.windowTitle() == "Who is anna?"
    assert "under the same name" in asking.said.text()
    before, zoe = work(folder, "anna"), work(folder, "zoe")
    press(asking, "Return")
    idle(qtbot, window)
    assert (work(folder, "anna"), zoe) == ([*before, ("Oslo", "LAKE")], [("Oslo", "LAKE")])
    drop(window, package)
    idle(qtbot, window)
    assert "unchanged: 2." in said(window)


def test_somebody_else_is_given_another_name(
    asking: WhoDialog, qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    before = work(folder, "anna")
    press(asking, "Right")
    assert (asking.who.value, asking.name.text(), asking.name.isEnabled()) == ("two", "anna 2", True)
    for wrong, why in (("zoe", "zoe has work here already."), ("a/b", "This cannot be an annotator's name.")):
        asking.name.setText(wrong)
        assert (asking.wrong.text(), asking.primary.isEnabled()) == (why, False)
    asking.name.setText("Anna B.")
    tab_to(asking, asking.primary)
    press(asking, "Return")
    idle(qtbot, window)
    assert (work(folder, "anna"), work(folder, "Anna B.")) == (before, [("Oslo", "LAKE")])
    assert "anna's work is now Anna B.'s here" in told(window)


def test_left_out_is_said_and_asked_again_with_the_next_merge(
    asking: WhoDialog, package: Path, qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    before = work(folder, "anna")
    press(asking, "Escape")
    qtbot.waitUntil(lambda: "1 piece of work of anna left out" in told(window))
    assert (work(folder, "anna"), work(folder, "zoe")) == (before, [("Oslo", "LAKE")])
    drop(window, package)
    idle(qtbot, window)
    assert active(qtbot, WhoDialog).windowTitle() == "Who is anna?"


def test_a_question_goes_with_its_project(asking: WhoDialog, qtbot: QtBot, window: MainWindow) -> None:
    window.verbs["close_project"].trigger()
    qtbot.waitUntil(lambda: not window.findChildren(WhoDialog))
    qtbot.waitUntil(lambda: "1 piece of work of anna left out" in told(window))


def test_work_under_a_name_that_only_looks_new_is_pointed_out(
    folder: Path, launch: Callable[..., MainWindow]
) -> None:
    assert run("assign", folder, "anna") == 0
    for name, is_near in (("Anna ", True), ("anna", False), ("ben", False)):
        window = launch("open", folder, "--annotator", name)
        assert ("Anna is a new name beside anna" in said(window)) == is_near


def test_whoever_renames_themselves_goes_on_under_the_new_name_also_at_the_next_start(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "Return")
    before = work(folder, "anna")
    window.verbs["rename_annotator"].trigger()
    dialog = active(qtbot, OtherNameDialog)
    for wrong, why in (
        ("anna", "There is anna in this project already."),
        ("gold", "This cannot be an annotator's name."),
    ):
        dialog.new.setText(wrong)
        assert (dialog.wrong.text(), dialog.primary.isEnabled()) == (why, False)
    dialog.new.setText("-Änna 🦊 ")
    press(dialog, "Return")
    idle(qtbot, window)
    assert (work(folder, "-Änna 🦊"), work(folder, "anna")) == (before, [])
    assert (window.session.annotator, said(window)) == ("-Änna 🦊", "anna is -Änna 🦊 now: 1 piece of work.")
    press(become_active(qtbot, window), "Ctrl+Z")
    assert work(folder, "-Änna 🦊") == []


def test_a_rename_while_nobody_has_a_part_is_a_sentence(window: MainWindow) -> None:
    window.verbs["rename_annotator"].trigger()
    assert "Nobody has a part" in said(window)
