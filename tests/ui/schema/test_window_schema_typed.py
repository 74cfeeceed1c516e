"""What is typed in the view Schema: written however the view is left, and never lost in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.schema.schema_pages import click, opened, take, turn, write, written
from tests.ui.windows import by_key, press, run, said
from ui.main_window import MainWindow
from ui.schema.schema_page import SchemaPage


@pytest.fixture
def page(window: MainWindow) -> SchemaPage:
    return opened(window)


def by_hand(window: MainWindow, folder: Path, old: str, new: str) -> None:
    """Changes project.yaml as an editor beside the window does, and has the window look."""
    path = folder / "project.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    window.session.look_for_others()  # an error in a slot fails the test


@by_key(["Esc"])
def test_it_opens_and_closes_as_often_as_one_likes(window: MainWindow, key: str) -> None:
    for _ in range(3):
        page = opened(window)
        assert page.pane.list.hasFocus()
        press(window, key)
        assert (window.pages.here, window.view.hasFocus()) == ("annotate", True)
    opened(window)
    window.verbs["schema"].trigger()
    assert window.pages.here == "annotate"


def test_a_page_that_is_not_shown_follows_the_schema(window: MainWindow, folder: Path) -> None:
    page = opened(window)
    press(window, "Esc")
    by_hand(window, folder, "NOTE", "REMARK")
    assert page.pane.list.names()[-1] == opened(window).pane.list.names()[-1] == "REMARK"


def leave_by_list(window: MainWindow, page: SchemaPage) -> None:
    take(page, "GPE")


def leave_by_part(window: MainWindow, page: SchemaPage) -> None:
    turn(page, "facts")


def leave_by_key(window: MainWindow, page: SchemaPage) -> None:
    press(window, "Esc")


def leave_by_view(window: MainWindow, page: SchemaPage) -> None:
    press(window, "Ctrl+R")


def leave_by_foot(window: MainWindow, page: SchemaPage) -> None:
    click(window.status.verbs.button_of("schema_back"))


def leave_by_closing(window: MainWindow, page: SchemaPage) -> None:
    window.verbs["close_project"].trigger()


def leave_altogether(window: MainWindow, page: SchemaPage) -> None:
    window.close()


WAYS = (leave_by_list, leave_by_part, leave_by_key, leave_by_view, leave_by_foot, leave_by_closing)


@pytest.mark.parametrize("leave", [*WAYS, leave_altogether])
def test_a_guideline_that_is_being_typed_is_written_however_it_is_left(
    window: MainWindow, folder: Path, page: SchemaPage, leave: Callable[[MainWindow, SchemaPage], None]
) -> None:
    take(page, "ORG")
    page.form.guideline.setFocus()
    QTest.keyClicks(page.form.guideline, "Firms.")
    leave(window, page)
    assert written(folder).labels["ORG"].guideline == "Firms."


def test_another_project_gets_nothing_of_what_was_typed_in_the_one_before(
    window: MainWindow, folder: Path, page: SchemaPage, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    assert run("new", other, "--schema", "news") == 0
    before = written(other)
    page.form.guideline.setFocus()
    QTest.keyClicks(page.form.guideline, "All ")
    assert window.files.open(other)
    assert written(folder).labels["PERSON"].guideline == "All People."
    assert (written(other), opened(window).in_hand) == (before, "PERSON")
    assert opened(window).form.guideline.toPlainText() == before.labels["PERSON"].guideline


def test_a_change_by_hand_is_shown_at_once(window: MainWindow, folder: Path, page: SchemaPage) -> None:
    by_hand(window, folder, "hue: 210", "hue: 210, gloss: people")
    by_hand(window, folder, "People.", "Humans.")
    assert (page.form.guideline.toPlainText(), page.form.gloss.text()) == ("Humans.", "people")


def test_a_change_by_hand_leaves_what_is_typed_and_both_guidelines_stay(
    window: MainWindow, folder: Path, page: SchemaPage
) -> None:
    page.form.guideline.setFocus()
    QTest.keyClicks(page.form.guideline, "All ")
    by_hand(window, folder, "People.", "Humans.")
    assert page.form.guideline.toPlainText() == "All People.\n\nHumans."
    assert page.form.wrong.text().endswith("changed elsewhere meanwhile: theirs stands below yours.")
    press(window, "Esc")
    assert written(folder).labels["PERSON"].guideline == "All People.\n\nHumans."


def test_a_gloss_that_is_being_typed_says_that_it_replaces_another(
    window: MainWindow, folder: Path, page: SchemaPage
) -> None:
    write(page.form.gloss, "folk")
    by_hand(window, folder, "hue: 210", "hue: 210, gloss: people")
    by_hand(window, folder, "People.", "Humans.")
    said_ = "The gloss of PERSON was changed elsewhere meanwhile: yours stays here, and replaces it when you leave the field."
    assert (page.form.wrong.text(), page.form.guideline.toPlainText()) == (said_, "Humans.")
    press(page, "Tab")
    assert written(folder).labels["PERSON"].gloss == "folk"


def test_what_is_typed_of_a_label_that_goes_is_on_the_clipboard(
    window: MainWindow, folder: Path, page: SchemaPage
) -> None:
    take(page, "NOTE")
    QTest.keyClicks(page.form.guideline, "Anything else.")
    by_hand(window, folder, "NOTE", "REMARK")
    assert said(window) == (
        "There is no label NOTE any more; what you typed as its guideline is on the clipboard."
    )
    assert (QApplication.clipboard().text(), page.in_hand) == ("Anything else.", "REMARK")
    assert page.form.guideline.toPlainText() == ""


def test_a_question_goes_with_its_project(
    qtbot: QtBot, window: MainWindow, folder: Path, page: SchemaPage
) -> None:
    take(page, "NOTE")
    click(page.form.merge.merge)
    box = window.findChild(QMessageBox)
    assert box.isVisible()
    window.verbs["close_project"].trigger()
    qtbot.waitUntil(lambda: window.pages.here == "")
    assert "NOTE" in written(folder).labels
