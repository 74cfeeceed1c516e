"""Compare by mouse, its stories, its file, and what it says before and after a search."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from annotations.compare.items import Verdict
from models.project import Project
from models.queries.comparing import comparing
from tests.making import put_articles
from tests.ui.compare.compared_project import (  # noqa: F401 - fixtures
    BURNED,
    HURT,
    KILLED,
    ROWS,
    at,
    compared_folder,
    compared_page,
    grouped,
    items,
    opened,
    rows,
)
from tests.ui.windows import press, run, said
from ui.compare.compare_page import NOT_YET, ComparePage
from ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def cell_at(page: ComparePage, row: int, column: int) -> QPoint:
    return page.table.visualRect(page.table.shown.index(row, column)).center()


def test_a_click_takes_a_cell_and_two_ask_for_its_evidence(page: ComparePage, window: MainWindow) -> None:
    there = page.table.viewport()
    QTest.mouseClick(there, LEFT, pos=cell_at(page, 1, 2))
    assert at(page) == (BURNED, "Valley Sun")
    asked: list[object] = []
    page.showing.connect(asked.append)
    QTest.mouseDClick(there, LEFT, pos=cell_at(page, 1, 2))
    assert [[place.article for place in places] for places in asked][-1] == ["valley"]  # type: ignore[attr-defined]


def test_a_click_on_a_sign_judges_that_role(page: ComparePage, folder: Path, window: MainWindow) -> None:
    head = page.table.groups
    rect = head.rect()
    rect.moveTop(head.sectionViewportPosition(1))
    rect.setHeight(head.sectionSize(1))
    row, box = head.strip(rect, 1)[0]
    QTest.mouseClick(head.viewport(), LEFT, pos=box.center().toPoint())
    assert (at(page)[0], page.judging.isVisible(), row.role) == (BURNED, True, "modality")
    QTest.mouseClick(page.judging.choices[1], LEFT)
    assert [(one.role, one.verdict) for one in items(folder, "verdict")] == [("modality", Verdict.COMPATIBLE)]
    assert page.table.hasFocus()


def test_the_menu_of_a_cell_has_the_verbs_of_the_table(
    page: ComparePage, folder: Path, window: MainWindow
) -> None:
    page.table.menu_wanted.emit(page.table.mapToGlobal(QPoint(300, 120)))
    menu = next(one for one in window.findChildren(QMenu) if one.isVisible())
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:3] == [
        "Confirm the row, and to the next",
        "Reject the row: its facts are kept apart",
        "Take the facts of the current cell out of the row",
    ]
    menu.actions()[0].trigger()
    menu.close()
    assert list(grouped(folder)) == [KILLED]


def test_a_judgment_on_other_values_is_marked(page: ComparePage, folder: Path, window: MainWindow) -> None:
    press(window, "Tab", "J", "1")
    assert page.table.shown.headerData(rows(page).index(BURNED), Qt.Orientation.Vertical).count("judged") == 1
    page.table.go_to(BURNED)
    press(window, "Home", "Backspace")
    said_of = page.table.shown.headerData(rows(page).index(BURNED), Qt.Orientation.Vertical)
    assert "modality same, judged, it was decided on other values" in said_of


# --- stories


def test_stories_are_listed_and_chosen(page: ComparePage, window: MainWindow) -> None:
    names = [page.story_list.list.item(n).text() for n in range(page.story_list.list.count())]
    assert names == ["All articles", "The sailors"]
    page.story_list.setFocus()
    press(window, "Down", "Return")
    assert page.bar.title.text() == "The sailors"
    assert [column.called for column in page.table.shown.table.columns] == ["Harbor Wire", "Meridian Post"]
    assert page.table.hasFocus()


def test_a_proposed_story_that_gets_a_name_is_a_persons(
    page: ComparePage, folder: Path, window: MainWindow
) -> None:
    page.story_list.setFocus()
    press(window, "Down", "N", "m", "i", "n", "e", "Return")
    assert [(one.name, one.articles) for one in items(folder, "story")] == [
        ("mine", ("harbor", "meridian", "mirror"))
    ]
    press(window, "Ctrl+Z")
    assert items(folder, "story") == []


def test_a_story_is_made_of_articles_that_are_ticked(
    page: ComparePage, folder: Path, window: MainWindow
) -> None:
    QTest.mouseClick(page.story_list.new, LEFT)
    press(window, "1", "2", "Return")
    press(window, "n", "e", "w", "Return")
    assert [(one.name, len(one.articles)) for one in items(folder, "story")] == [("new", 2)]
    assert page.bar.title.text() == "new"
    QTest.mouseClick(page.story_list.new, LEFT)
    press(window, "Esc")
    assert page.table.hasFocus() or page.search.hasFocus()


# --- before and after a search


def test_before_a_search_there_is_one_button_and_after_it_rows(
    qtbot: QtBot, folder: Path, window: MainWindow
) -> None:
    project = Project(folder)
    project.db.run("DELETE FROM proposal")
    project.close()
    page = opened(window, qtbot)
    assert (page.stack.currentWidget(), page.empty.words.text()) == (page.empty, NOT_YET)
    assert page.search.isVisible()
    project = Project(folder)
    found = comparing.propose(project, "anna")
    project.close()
    window.session.look_for_others()
    assert len(rows(page)) == len(found.groups)
    assert page.search.isHidden()


def test_the_button_searches_in_a_process_of_its_own(qtbot: QtBot, folder: Path, window: MainWindow) -> None:
    project = Project(folder)
    project.db.run("DELETE FROM proposal")
    project.close()
    page = opened(window, qtbot)
    QTest.mouseClick(page.search, LEFT)
    assert window.commands.is_running
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=60_000)
    assert (page.comparing.is_searched, page.comparing.is_current, page.search.isHidden()) == (
        True,
        True,
        True,
    )
    assert not window.commands.trouble


def test_a_search_that_is_out_of_date_says_so(page: ComparePage, folder: Path, window: MainWindow) -> None:
    assert not page.bar.again.isVisible()
    project = Project(folder)
    put_articles(project, late="More came in.")
    project.close()
    window.session.look_for_others()
    assert page.bar.again.isVisible()
    assert page.bar.old.text() == "Articles or suggestions have changed since the last search."


def test_one_article_is_too_few(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert run("new", tmp_path / "other", "--schema", "blank") == 0
    window.files.open(tmp_path / "other")
    page = opened(window, qtbot)
    assert page.empty.words.text() == "It takes two articles or more to compare."
    press(window, "Return", "X", "J", "M", "Esc", "F6")
    assert rows(page) == []


# --- its file


@pytest.mark.parametrize(
    ("name", "begins"), [("t.csv", "group,type"), ("t.html", "<!DOCTYPE html>"), ("t", "<!DOCTYPE")]
)
def test_the_rows_that_are_shown_are_written(
    page: ComparePage,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    begins: str,
) -> None:
    press(window, "F")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), ""))
    window.verbs["export_table"].trigger()
    text = (tmp_path / name).read_text("utf-8")
    assert text.startswith(begins)
    assert (KILLED in text, BURNED in text) == (True, False)
    assert said(window) == f"1 row written to {tmp_path / name}."


def test_a_file_that_cannot_be_written_is_a_sentence(
    page: ComparePage, window: MainWindow, tmp_path: Path
) -> None:
    page.files.write(tmp_path / "none" / "t.csv")
    assert "could not be written" in said(window)


def test_the_table_is_exported_from_compare_alone(window: MainWindow, folder: Path) -> None:
    assert not window.verbs["export_table"].isEnabled()


# --- what stays


def test_another_annotators_edit_and_leaving_change_nothing_here(
    page: ComparePage, window: MainWindow
) -> None:
    press(window, "Down", "Right")
    before = at(page)
    press(window, "Ctrl+3")
    press(window, "Ctrl+3")
    assert (at(page), rows(page)) == (before, ROWS)


def test_tips_tell_the_fact_as_a_sentence(page: ComparePage) -> None:
    tip = page.table.shown.index(rows(page).index(HURT), 2).data(Qt.ItemDataRole.ToolTipRole)
    assert "guards were hurt" in tip.lower()
    assert QApplication.focusWidget() is page.table
