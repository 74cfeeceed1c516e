"""Acting on the hits of a search through the window: previewed, vetoed, done as one step, taken back."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotations import span_verbs
from models.project import Project
from tests.making import edit
from tests.ui.windows import by_key, press, rejected, said, suggested
from ui.main_window import MainWindow
from ui.same.same_hits import MENTION, NOW, THEN
from ui.search.search_page import SearchPage

FIRST = "Acme met Oslo’s mayor. Acme left; ACME stayed.\nAcme Bank knew Acme."
SECOND = "Acme grows. Oslo's Acme fell."


@pytest.fixture
def records() -> list[dict[str, Any]]:
    return [
        {
            "id": "first",
            "title": "First",
            "text": FIRST,
            "spans": [suggested(FIRST, "Acme", "ORG", 0.9), suggested(FIRST, "Oslo", "GPE", 0.8)],
        },
        {"id": "second", "title": "Second", "text": SECOND, "spans": [suggested(SECOND, "Acme", "PERSON")]},
    ]


def look(qtbot: QtBot, window: MainWindow, line: str) -> SearchPage:
    """The view Search, with all hits of that line and the keyboard among them."""
    press(window, "Ctrl+4")
    page = window.pages.currentWidget()
    assert isinstance(page, SearchPage)
    page.look_for(line)
    qtbot.waitUntil(lambda: not page.found.is_busy and page.table.hasFocus())
    return page


def listed(qtbot: QtBot, page: SearchPage) -> list[tuple[str, ...]]:
    """What the list shows of each hit: its words, what it is now and what it would be."""
    acting = page.acting.list
    qtbot.waitUntil(lambda: not acting.is_searching)
    return [
        tuple(str(acting.hits.data(acting.hits.index(row, column))) for column in (MENTION, NOW, THEN))
        for row in range(acting.hits.rowCount())
    ]


@by_key(["X"])
def test_hits_are_rejected_in_one_step_and_come_back_with_one_undo(
    qtbot: QtBot, window: MainWindow, folder: Any, key: str
) -> None:
    page = look(qtbot, window, "label:*")
    press(window, key)
    assert page.stack.isHidden()
    assert listed(qtbot, page) == [
        ("Acme", "ORG?", "rejected"),
        ("Oslo", "GPE?", "rejected"),
        ("Acme", "PERSON?", "rejected"),
    ]
    press(window, "Down", "Space", "Return")
    assert said(window) == "Done: reject 2 hits of “label:*”; Ctrl+Z takes all of it back."
    assert page.table.hasFocus()
    assert rejected(folder) == [("Acme", "ORG")]
    assert rejected(folder, "second") == [("Acme", "PERSON")]
    press(window, "Ctrl+Z")
    assert rejected(folder) == rejected(folder, "second") == []


def test_a_labels_key_labels_words_where_nothing_is_in_the_way(qtbot: QtBot, window: MainWindow) -> None:
    page = look(qtbot, window, "acme")
    press(window, "3")
    assert listed(qtbot, page) == [
        ("Acme", "ORG?", "ORG"),
        ("Acme", "no span", "ORG"),
        ("ACME", "no span", "ORG"),
        ("Acme", "no span", "ORG"),
        ("Acme", "no span", "ORG"),
        ("Acme", "PERSON?", "ORG"),
        ("Acme", "no span", "ORG"),
    ]
    assert page.acting.list.says.text() == "Label 7 hits of “acme” as ORG  ·  7 of 7 chosen  ·  2 articles"
    press(window, "o")
    assert [row[2] for row in listed(qtbot, page)] == ["GPE"] * 7


@by_key(
    {
        "Shift+Return": "Confirm",
        "Shift+Enter": "Confirm",
        "R": "Label",
        "F": "Type",
        "C": "Comment",
        "B": "Boilerplate",
        "N": "Suggest no more",
        "Del": "Delete",
        "Backspace": "Delete",
    }
)
def test_each_verb_has_its_key(qtbot: QtBot, window: MainWindow, key: str, expected: str) -> None:
    page = look(qtbot, window, "label:*")
    press(window, key)
    listed(qtbot, page)
    assert page.acting.list.doing.text() == expected
    press(window, "Esc")
    assert page.acting.list.isHidden()
    assert page.table.hasFocus()


def test_a_comment_is_written_before_it_is_carried(qtbot: QtBot, window: MainWindow) -> None:
    page = look(qtbot, window, "label:*")
    press(window, "C")
    listed(qtbot, page)
    assert page.acting.list.choices.comment.hasFocus()
    press(window, "Return")
    qtbot.waitUntil(lambda: said(window) == "Write the comment first.")
    QTest.keyClicks(page.acting.list.choices.comment, "Which?")
    press(window, "Return")
    qtbot.waitUntil(lambda: said(window).startswith("Done: comment on 3 hits"))


def test_the_verbs_are_there_while_there_are_hits(qtbot: QtBot, window: MainWindow) -> None:
    page = look(qtbot, window, "acme")
    assert page.acting.row.isVisible()
    assert page.acting.about.text() == "All hits:"
    page.look_for("nothing-of-the-kind")
    qtbot.waitUntil(lambda: page.acting.row.isHidden())


def test_words_that_are_suggested_no_more_go_into_the_list_and_out_of_it_with_the_undo(
    qtbot: QtBot, window: MainWindow, folder: Any
) -> None:
    page = look(qtbot, window, "label:ORG")
    press(window, "N")
    assert listed(qtbot, page) == [("Acme", "ORG?", "rejected, no more suggested")]
    assert "1 wording into the project’s list" in page.acting.list.says.text()
    press(window, "Return")
    assert (folder / "patterns.jsonl").read_text() == '{"label": "ORG", "stop": "Acme"}\n'
    assert rejected(folder) == [("Acme", "ORG")]
    qtbot.waitUntil(lambda: not page.found.is_busy and not page.found.rows.places)
    press(window, "Ctrl+Z")
    assert (folder / "patterns.jsonl").read_text() == ""
    press(window, "Ctrl+Shift+Z")
    assert (folder / "patterns.jsonl").read_text() == '{"label": "ORG", "stop": "Acme"}\n'


def test_articles_that_are_done_are_left_until_somebody_asks(
    qtbot: QtBot, window: MainWindow, folder: Any
) -> None:
    with closing(Project(folder)) as project:
        edit(project, "finish", span_verbs.finish(project.annotation_set("second", "anna")))
    page = look(qtbot, window, "grows")
    press(window, "3")
    assert listed(qtbot, page) == [("grows", "no span", "the article is done")]
    press(window, "D")
    assert listed(qtbot, page) == [("grows", "no span", "ORG")]
