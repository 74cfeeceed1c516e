"""Counts of spans and facts: in the list, its head, the heading, and on the welcome."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotations.schema.reader import parse, shipped
from models.project import Project
from models.settings import Settings
from tests.ui.facts.facts_project import SUGGESTED, opened, project_of
from tests.ui.windows import press, row
from ui.facts.fact_edits import FactEdits
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def head(window: MainWindow) -> tuple[str, str]:
    head = window.work.list_head
    return head.done.text(), head.left.text()


def test_the_counts_stand_in_list_head_heading_and_status_line(qtbot: QtBot, window: MainWindow) -> None:
    assert row(window, 0)[:3] == ["First", "", "6  ◇ 3"]
    assert window.work.heading.counts.text() == "0 of 6 spans  ·  0 of 3 facts"
    qtbot.waitUntil(lambda: head(window) == ("0 of 2 done", "6 spans and 3 facts to decide"))


def test_the_head_says_nothing_before_the_articles_were_counted(
    qtbot: QtBot, launch: Launch, tmp_path: Path
) -> None:
    window = launch(str(project_of(tmp_path, SUGGESTED)))
    assert head(window) == ("", "")
    qtbot.waitUntil(lambda: head(window)[0] == "0 of 2 done")
    Project.create(tmp_path / "empty", parse(shipped("news"))).close()
    window.files.open(tmp_path / "empty")
    assert head(window) == ("", "")
    qtbot.waitUntil(lambda: head(window)[0] == "No articles yet")


def test_the_counts_follow_a_fact_that_is_confirmed_and_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    opened(window)
    press(window, "Return")
    assert row(window, 0)[2] == "1  ◇ 2"
    assert window.work.heading.counts.text() == "5 of 6 spans  ·  1 of 3 facts"
    qtbot.waitUntil(lambda: head(window)[1] == "1 span and 2 facts to decide")
    press(window, "Ctrl+Z")
    assert (row(window, 0)[2], window.work.heading.counts.text()) == (
        "6  ◇ 3",
        "0 of 6 spans  ·  0 of 3 facts",
    )
    qtbot.waitUntil(lambda: head(window)[1] == "6 spans and 3 facts to decide")


def test_nothing_to_decide_is_said_only_when_facts_are_decided_too(qtbot: QtBot, window: MainWindow) -> None:
    window.view.set_selection(0, len(window.view.text))
    press(window, "Return")
    qtbot.waitUntil(lambda: head(window)[1] == "3 facts to decide")
    edits = FactEdits(window.session)
    for fact in window.session.sheet.undecided_facts():
        assert edits.confirm(fact) or edits.confirm(fact)  # one has no target: it is asked for first
    qtbot.waitUntil(lambda: head(window)[1] == "nothing to decide")


def test_the_welcome_tells_how_far_a_recent_project_is(
    qtbot: QtBot, window: MainWindow, folder: Path, launch: Launch
) -> None:
    qtbot.waitUntil(lambda: head(window)[1] == "6 spans and 3 facts to decide")
    window.close()
    Settings().set(last_project="", annotator="anna")
    welcome = launch().welcome
    words = f"Window, {folder}, 0 of 2 done, 6 spans and 3 facts to decide"
    qtbot.waitUntil(lambda: [card.accessibleName() for card in welcome.cards.values()] == [words])
