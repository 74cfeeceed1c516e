"""Decisions on what is another by now, and the lines that ask: each belongs to the row that it was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotations.compare import group_verbs
from annotations.compare.items import Verdict
from annotations.edits import Edit
from annotations.fact_verbs import reject_fact
from annotations.sets import PROJECT
from models.project import Project
from models.queries.comparing import comparing
from tests.ui.compare.compared_project import (  # noqa: F401 - fixtures
    BURNED,
    HURT,
    KILLED,
    apart,
    at,
    compared_folder,
    compared_page,
    grouped,
    items,
    rows,
)
from tests.ui.windows import press, said
from ui.compare.compare_page import ComparePage
from ui.compare.comparing import STALE
from ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def take_out_elsewhere(folder: Path, row: str, *keys: str) -> None:
    """Another window takes those facts out of the row."""
    project = Project(folder)
    try:
        group = next(one for one in comparing.comparison(project, "anna").groups if one.name == row)
        facts = [one for one in group.facts if one.key in keys]
        before = project.annotation_set(PROJECT, "anna")
        after = group_verbs.take_out_facts(before, group, facts)
        project.apply(Edit.between("take out", before, after), by="anna")
    finally:
        project.close()


def test_a_name_does_not_undo_what_another_window_took_out(
    page: ComparePage, folder: Path, window: MainWindow
) -> None:
    press(window, "Tab", "N", "x")
    take_out_elsewhere(folder, BURNED, "harbor/bh")
    kept = apart(folder)
    press(window, "Return")
    assert said(window) == STALE
    assert (apart(folder), grouped(folder)) == (kept, {BURNED: {"meridian/bm"}} | grouped(folder))
    assert "harbor/bh" not in {key for keys in grouped(folder).values() for key in keys}
    assert [one.key for one in page.table.group.facts] == ["meridian/bm", "mirror/bc", "valley/bv"]  # type: ignore[union-attr]
    press(window, "N", "y", "Return")
    assert grouped(folder) == {"y": {"meridian/bm", "mirror/bc", "valley/bv"}}


@pytest.mark.parametrize("key", ["Return", "X", "S", "Backspace"])
def test_no_key_decides_on_a_row_that_is_another_by_now(
    page: ComparePage, folder: Path, window: MainWindow, key: str
) -> None:
    press(window, "Tab")
    take_out_elsewhere(folder, BURNED, "harbor/bh")
    before = apart(folder), grouped(folder)
    press(window, key)
    assert (said(window), (apart(folder), grouped(folder))) == (STALE, before)


def test_a_verdict_lands_on_no_other_row(page: ComparePage, folder: Path, window: MainWindow) -> None:
    press(window, "J")
    assert page.judging.asks.text().startswith(f"“{KILLED}”, count: ")
    there = page.table.viewport()
    QTest.mouseClick(there, LEFT, pos=page.table.visualRect(page.table.shown.index(1, 1)).center())
    assert (at(page)[0], page.judging.isVisible(), page.table.hasFocus()) == (BURNED, False, True)
    press(window, "J", "1")
    assert [(one.role, one.verdict) for one in items(folder, "verdict")] == [("modality", Verdict.SAME)]


@pytest.mark.parametrize("key", ["N", "K"])
def test_going_to_another_row_ends_what_was_asked(page: ComparePage, window: MainWindow, key: str) -> None:
    press(window, "Space", "Down", "Down", key)
    assert page.note.isVisible()
    there = page.table.viewport()
    QTest.mouseClick(there, LEFT, pos=page.table.visualRect(page.table.shown.index(1, 1)).center())
    assert (page.note.isVisible(), page.table.hasFocus()) == (False, True)


def test_one_line_asks_at_a_time(page: ComparePage, window: MainWindow) -> None:
    press(window, "N")
    page.deciding.judge()  # as its menu and a click on a sign do
    assert (page.note.isVisible(), page.judging.isVisible()) == (False, True)
    page.deciding.name()
    assert (page.note.isVisible(), page.judging.isVisible()) == (True, False)
    assert page.note.line.hasFocus()


def test_a_row_whose_facts_are_all_gone_says_so(page: ComparePage, folder: Path, window: MainWindow) -> None:
    press(window, "Tab", "Tab", "Return")
    for article in ("meridian", "valley"):
        _reject_facts(window, article)
    page.table.go(rows(page).index(HURT))
    heard = page.table.shown.headerData(rows(page).index(HURT), Qt.Orientation.Vertical)
    assert ", gone" in heard
    press(window, "X")
    assert said(window).startswith("There is nothing to reject: all its facts are gone.")


def _reject_facts(window: MainWindow, article: str) -> None:
    session = window.session
    session.open_article(article)
    assert session.opened is not None
    facts = [one for one in session.opened.sheet.facts() if one.type == "CASUALTY"]
    session.do("reject", [], lambda to: reject_fact(to, *facts))


def test_k_keeps_the_facts_of_two_marked_cells_apart(
    page: ComparePage, folder: Path, window: MainWindow
) -> None:
    press(window, "Tab", "Home", "Ctrl+Space", "Right", "Right", "Ctrl+Space", "K")
    assert page.note.asks.text() == f"Why “{BURNED}” in Harbor Wire and Valley Sun are kept apart"
    press(window, "n", "o", "Return")
    assert apart(folder) == {frozenset(("harbor/bh", "valley/bv"))}
    assert ({one.note for one in items(folder, "apart")}, page.table.marks.cells) == ({"no"}, [])


def test_cells_of_two_rows_are_kept_apart(page: ComparePage, folder: Path, window: MainWindow) -> None:
    press(window, "Home", "Ctrl+Space", "Down", "Down", "Right", "Right", "Ctrl+Space", "K", "Return")
    assert apart(folder) == {frozenset(("harbor/kh", "valley/hv"))}
