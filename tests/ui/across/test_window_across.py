"""The line below the article, the signs of contradicted facts, and the ways to Compare and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from annotations.compare import group_verbs
from annotations.compare.items import Verdict
from annotations.edits import Edit
from annotations.sets import PROJECT
from models.project import Project
from models.queries.comparing import comparing
from tests.ui.compare.evidence.evidence_project import (  # noqa: F401 - fixtures
    HARBOR,
    KILLED,
    search,
    searched_folder,
    unsearched,
)
from tests.ui.windows import by_key, press, run, said
from ui.compare.compare_page import ComparePage
from ui.main_window import MainWindow

HERE = "Kestrel Front: 2 mentions here, 2 in 2 other articles"
AGAINST = "✕ Contradicted: Meridian Post says 9 sailors"
COUNT = "✕ 1 fact here is contradicted by other articles"


def line(window: MainWindow) -> str:
    return window.work.across_line.words.text()


def wait_for(window: MainWindow, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: line(window) == words)


def tip_at_trigger(window: MainWindow) -> str:
    """What is said of the place below the words of the trigger in Harbor Wire."""
    view = window.view
    rect = view.caret_rect(HARBOR.index("killed") + 1)
    at = view.scrolling.to_article(QPointF(rect.center().x(), rect.bottom() + 3))
    touched = window.work.fact_layer.touched(at)
    return touched.words() if touched else ""


def page_of(window: MainWindow) -> ComparePage:
    found = window.pages.currentWidget()
    assert isinstance(found, ComparePage)
    return found


def test_the_line_tells_the_entity_of_the_span_in_focus(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Tab")
    wait_for(window, qtbot, HERE)
    press(window, "Tab")
    assert line(window) != HERE
    wait_for(window, qtbot, "Amalia: 2 mentions here, 1 in 1 other article")
    press(window, "Tab")  # a number, which names no thing
    wait_for(window, qtbot, COUNT)


def test_a_span_that_is_deleted_counts_no_more(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Tab")
    wait_for(window, qtbot, HERE)
    press(window, "X")
    window.view.set_focus(next(i for i, s in window.view.spans.items() if s.start > 90))
    wait_for(window, qtbot, "Kestrel Front: 1 mention here, 2 in 2 other articles")
    press(window, "Ctrl+Z")
    wait_for(window, qtbot, HERE)


def test_a_contradicted_fact_has_a_sign_a_tip_and_a_row_on_its_card(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "contradicted" in tip_at_trigger(window))
    assert tip_at_trigger(window).splitlines()[-1] == "✕ contradicted: Meridian Post says 9 sailors"
    window.session.focus_fact("kh")
    wait_for(window, qtbot, AGAINST)
    card = window.work.panels.here().list.card
    qtbot.waitUntil(lambda: card.against.isVisible())
    assert card.against.accessibleName() == "Contradicted by other articles: Meridian Post says 9 sailors"


def test_the_sign_is_painted_and_goes_with_a_verdict(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    qtbot.waitUntil(lambda: "contradicted" in tip_at_trigger(window))
    at = window.view.caret_rect(HARBOR.index("killed")).translated(0, 4).adjusted(0, 0, 60, 8)
    with_sign = window.view.viewport().grab(at).toImage()
    judge(window, folder)
    qtbot.waitUntil(lambda: "contradicted" not in tip_at_trigger(window))
    assert window.view.viewport().grab(at).toImage() != with_sign
    window.session.focus_fact("kh")
    qtbot.waitUntil(lambda: not window.work.panels.here().list.card.against.isVisible())


def judge(window: MainWindow, folder: Path) -> None:
    """Judge in another program that the counts merely differ; the window sees it at its next look."""
    project = Project(folder)
    try:
        [group] = comparing.comparison(project, "anna").groups
        count = next(row for row in group.verdicts if row.role == "count")
        before = project.annotation_set(PROJECT, "anna")
        after = group_verbs.judge(before, group, count, Verdict.DIFFERS)
        project.apply(Edit.between("judge", before, after), by="anna")
    finally:
        project.close()
    window.session.look_for_others()


@by_key(["Ctrl+K"])
def test_the_key_goes_to_the_entity_of_the_span(window: MainWindow, qtbot: QtBot, key: str) -> None:
    press(window, "Tab", "Tab")
    press(window, key)
    page = page_of(window)
    assert page.entities.going.entity
    assert page.entities.going.entity.name == "Amalia"
    assert page.entities.list.hasFocus()


def test_the_key_goes_to_the_row_of_the_fact(window: MainWindow) -> None:
    window.session.focus_fact("kh")
    press(window, "Ctrl+K")
    group = page_of(window).table.group
    assert group
    assert group.name == KILLED
    assert page_of(window).table.hasFocus()


def test_the_row_of_the_card_leads_there_too(window: MainWindow, qtbot: QtBot) -> None:
    window.session.focus_fact("kh")
    card = window.work.panels.here().list.card
    qtbot.waitUntil(lambda: card.against.isVisible())
    card.against.setFocus()
    press(window, "Space")
    assert page_of(window).table.group


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ((), "Go to a name or a fact first: Ctrl+K shows what other articles have of it."),
        (("Tab", "Tab", "Tab"), "A CARDINAL names no thing, so it has no entity."),
    ],
)
def test_where_there_is_nothing_to_show_a_sentence_says_so(
    window: MainWindow, keys: tuple[str, ...], sentence: str
) -> None:
    window.view.set_caret(HARBOR.index("boats") + 2)
    if keys:
        press(window, "Ctrl+Home", *keys)
    press(window, "Ctrl+K")
    assert (window.pages.here, said(window)) == ("annotate", sentence)


def test_without_a_search_there_is_no_line_and_no_sign_and_the_key_says_why(
    launch: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = launch("open", unsearched(tmp_path), "--annotator", "anna")
    press(window, "Tab")
    qtbot.wait(200)  # longer than the keys rest
    assert window.work.across_line.isHidden()
    assert "contradicted" not in tip_at_trigger(window)
    press(window, "Ctrl+K")
    assert page_of(window).entities.going.entity
    assert said(window) == "Nothing was searched for across articles yet, so each name stands alone."


def test_another_persons_search_says_for_whom_it_was(
    launch: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    folder = unsearched(tmp_path)
    search(folder, "bea")
    window = launch("open", folder, "--annotator", "anna")
    press(window, "Tab")
    wait_for(window, qtbot, "The proposals were made for bea's work; search again.")


def test_a_search_by_the_command_brings_the_line(
    launch: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    folder = unsearched(tmp_path)
    window = launch("open", folder, "--annotator", "anna")
    press(window, "Tab")
    search(folder)
    window.session.look_for_others()
    wait_for(window, qtbot, HERE)


def test_an_undo_in_annotate_goes_to_where_it_was_decided(window: MainWindow, folder: Path) -> None:
    window.session.focus_fact("kh")
    press(window, "Ctrl+K", "Return")  # confirms the row
    assert group_items(folder)
    press(window, "Ctrl+3")
    assert window.pages.here == "annotate"
    press(window, "Ctrl+Z")
    assert window.pages.here == "compare"
    assert (group_items(folder), said(window).startswith("Undid: ")) == ([], True)
    press(window, "Ctrl+3", "Ctrl+Shift+Z")
    group = page_of(window).table.group
    assert group
    assert (group.name, bool(group_items(folder))) == (KILLED, True)


def test_an_undo_is_followed_into_a_view_that_was_never_open(
    launch: Callable[..., MainWindow], folder: Path
) -> None:
    window = launch("open", folder, "--annotator", "anna")
    project = window.session.project
    assert project
    [group] = comparing.comparison(project, "anna").groups
    before = project.annotation_set(PROJECT, "anna")
    edit = Edit.between("confirm", before, group_verbs.confirm_group(before, group))
    assert window.session.apply(lambda: edit)
    press(window, "Ctrl+Z")
    assert page_of(window).table.group


def group_items(folder: Path) -> list[str]:
    project = Project(folder)
    try:
        return sorted(project.annotation_set(PROJECT, "anna").items.get("grouped", {}))
    finally:
        project.close()


def test_another_project_forgets_what_was_said(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    press(window, "Tab")
    wait_for(window, qtbot, HERE)
    assert run("new", tmp_path / "other", "--schema", "blank") == 0
    window.files.open(tmp_path / "other")
    assert line(window) == ""
    qtbot.waitUntil(lambda: window.work.across_line.isHidden())
