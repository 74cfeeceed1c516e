"""What Compare says of proposals that were made for another, and where the keyboard is when rows come and go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotations.compare.proposed import Proposals, ProposedGroup
from models.project import Project
from models.queries.comparing import comparing, proposals
from tests.ui.compare.compared_project import (  # noqa: F401 - fixtures
    BURNED,
    HURT,
    KILLED,
    ROWS,
    apart,
    at,
    compared_folder,
    compared_page,
    opened,
    rows,
)
from tests.ui.windows import press, said
from ui.compare.compare_page import ComparePage
from ui.compare.search_words import TAKEN_BACK
from ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
FOR_BERT = "The proposals were made for bert's work; search again."


def for_bert(folder: Path) -> None:
    project = Project(folder)
    try:
        found = proposals.stored(project)
        proposals.put(project, found, "bert", proposals.material_of(project.db, "bert"))
    finally:
        project.close()


def test_proposals_made_for_another_say_for_whom(qtbot: QtBot, folder: Path, window: MainWindow) -> None:
    for_bert(folder)
    page = opened(window, qtbot)
    assert rows(page) == ROWS
    assert (page.bar.old.text(), page.bar.again.isVisible()) == (FOR_BERT, True)
    window.verbs["compare_view"].trigger()
    qtbot.waitUntil(lambda: window.work.across_line.words.text() == FOR_BERT)


def test_f_without_contradictions_is_turned_off_by_f(
    page: ComparePage, folder: Path, window: MainWindow
) -> None:
    press(window, "X", "F")
    assert (rows(page), page.stack.currentWidget(), page.table.hasFocus()) == ([], page.empty, True)
    press(window, "F")
    assert (rows(page), page.table.hasFocus()) == ([BURNED, HURT], True)


def test_the_last_row_rejected_and_taken_back_has_the_keyboard(page: ComparePage, window: MainWindow) -> None:
    press(window, "X", "X", "X")
    assert (rows(page), page.table.hasFocus()) == ([], True)
    press(window, "Ctrl+Z")
    assert (len(rows(page)), page.table.hasFocus()) == (1, True)


def test_after_the_first_search_the_keyboard_is_in_the_table(
    qtbot: QtBot, folder: Path, window: MainWindow
) -> None:
    project = Project(folder)
    project.db.run("DELETE FROM proposal")
    project.close()
    page = opened(window, qtbot)
    assert page.search.hasFocus()
    press(window, "Space")
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=60_000)
    assert rows(page)
    assert page.table.hasFocus()
    qtbot.waitUntil(lambda: page.evidence.stack.currentWidget() is not page.evidence.empty)


def test_taken_back_rejections_that_a_search_went_by_ask_for_another(
    page: ComparePage, folder: Path, window: MainWindow
) -> None:
    press(window, "X", "Ctrl+Z")
    assert (rows(page), page.bar.again.isVisible()) == (ROWS, False)
    press(window, "X")
    project = Project(folder)
    comparing.propose(project, "anna")
    proposals.put(project, Proposals(), "anna", proposals.material_of(project.db, "anna"))
    project.close()
    window.session.look_for_others()
    assert (rows(page), page.bar.again.isVisible()) == ([], False)
    press(window, "Ctrl+Z")
    assert (page.bar.old.text(), page.bar.again.isVisible()) == (TAKEN_BACK, True)


def test_a_later_decision_ends_the_notice(page: ComparePage, window: MainWindow) -> None:
    window.session.failed.emit("Something went wrong.")
    press(window, "Return")
    assert said(window) == ""
    assert at(page)[0] == BURNED


def propose_in_copies(folder: Path, *more: str) -> None:
    """A search finds one group alone, of a text and its copy, and of those facts."""
    project = Project(folder)
    try:
        group = ProposedGroup("copies", "a copy", "CASUALTY", ("meridian/km", "mirror/kc", *more))
        found = Proposals(groups=(group,))
        proposals.put(project, found, "anna", proposals.material_of(project.db, "anna"))
    finally:
        project.close()


def test_a_group_of_copies_alone_is_left_out(qtbot: QtBot, folder: Path, window: MainWindow) -> None:
    propose_in_copies(folder)
    page = opened(window, qtbot)
    assert rows(page) == []
    assert page.bar.about.text() == "1 left out, of copies of one text"
