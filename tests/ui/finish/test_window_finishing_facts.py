"""Finishing an article with facts left, and what is told of an article that is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotations.spans import Status
from models.queries.article_done import ArticleDone, Taught
from tests.ui.facts.facts_project import SUGGESTED, decided, kept, opened, project_of
from tests.ui.windows import active, become_active, here, point, press, said, state, stored
from ui.facts.fact_edits import FactEdits
from ui.finish.finish_dialog import FinishDialog
from ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("straight_on")

OTHER = "The Navy waits. Navy men met Navy boats."
NAVY = [
    {"id": f"n{at}", "start": at, "end": at + 4, "label": "ORG", "score": 0.9}
    for at in range(len(OTHER))
    if OTHER.startswith("Navy", at)
]
RECORDS = [SUGGESTED[0], {"id": "second", "title": "Second", "text": OTHER, "spans": NAVY}]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, RECORDS, "--as", "suggestions")


@pytest.fixture
def finished(window: MainWindow) -> list[ArticleDone]:
    told: list[ArticleDone] = []
    window.work.finishing.done.connect(told.append)
    return told


def asked(qtbot: QtBot, window: MainWindow) -> FinishDialog:
    press(become_active(qtbot, window), "Ctrl+Return")
    return active(qtbot, FinishDialog)


def test_facts_alone_are_asked_about_too(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.view.set_selection(0, len(window.view.text))
    press(window, "Return")
    dialog = asked(qtbot, window)
    assert [(row.name, row.is_fact) for row in dialog.rows.rows] == [
        ("ATTACK", True),
        ("ATTACK", True),
        ("STATEMENT", True),
    ]
    press(dialog, "L")
    assert (state(folder), decided(folder)) == ("done", {})
    assert said(window) == "Finished; 3 facts left undecided in the article before."


def test_spans_and_facts_above_are_one_edit_and_one_undo(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    dialog = asked(qtbot, window)
    assert [row.sure for row in dialog.rows.rows] == ["70%"] * 3 + ["90%"] * 6
    press(dialog, "PgDown", "S")
    become_active(qtbot, window)
    assert (len(stored(folder)), set(decided(folder).values())) == (6, {Status.CONFIRMED})
    assert here(window) == "second"
    press(window, "Ctrl+Z")
    assert (stored(folder), decided(folder), state(folder), here(window)) == ([], {}, "new", "first")


def test_a_fact_that_is_confirmed_takes_its_fillers_though_the_rest_is_rejected(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    opened(window)
    press(window, "X", "Esc")
    window.view.setFocus()
    dialog = asked(qtbot, window)
    dialog.decided.emit([window.session.sheet.fact("second")], list(window.session.sheet.undecided), 0.5)
    assert [label for _, label in stored(folder)] == ["GPE"]
    fact = kept(folder, "second")
    assert fact is not None
    assert fact.span_ids() == {"oslo"}


def test_enter_goes_to_a_fact_when_no_span_is_left(qtbot: QtBot, window: MainWindow) -> None:
    window.view.set_selection(0, len(window.view.text))
    press(window, "Return")
    press(asked(qtbot, window), "Return")
    become_active(qtbot, window)
    assert window.session.fact_id == "first"


def test_an_article_that_is_done_tells_spans_facts_keys_and_the_project(
    window: MainWindow, finished: list[ArticleDone]
) -> None:
    edits, sheet = FactEdits(window.session), window.session.sheet
    for id_ in ("first", "second", "second"):  # which has no target: it is asked for first
        edits.confirm(sheet.fact(id_))
    edits.reject(sheet.fact("third"))
    press(window, "Right", "Left", "Ctrl+Return")
    [done] = finished
    assert (done.article, done.spans, done.facts, done.left_spans, done.left_facts) == ("first", 6, 2, 0, 0)
    assert done.keys == 3
    assert (done.project.done, done.project.articles) == (1, 2)
    assert done.taught == Taught()


def test_corrections_are_claimed_to_teach_only_what_they_made_doubtful(
    qtbot: QtBot, window: MainWindow, finished: list[ArticleDone]
) -> None:
    point(window, "Navy")
    press(window, "O")
    press(asked(qtbot, window), "L")
    assert finished[0].taught == Taught(1, 3)


def test_keys_are_not_told_of_an_article_that_was_begun_before(
    qtbot: QtBot, window: MainWindow, folder: Path, launch: Callable[..., MainWindow]
) -> None:
    press(window, "Tab", "Return")
    window.close()
    again, told = launch("open", folder, "--annotator", "anna"), list[ArticleDone]()
    again.work.finishing.done.connect(told.append)
    press(asked(qtbot, again), "L")
    assert [done.keys for done in told] == [None]


def test_whoever_shows_what_is_done_goes_on_when_it_is_wanted(
    qtbot: QtBot, window: MainWindow, finished: list[ArticleDone]
) -> None:
    window.work.finishing.goes_on = False
    press(asked(qtbot, window), "L")
    assert (len(finished), here(window)) == (1, "first")
    window.work.finishing.go_on()
    assert here(window) == "second"
