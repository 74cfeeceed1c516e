"""M on a fact in focus: one decision carried to all facts of the same words, previewed and taken back in one step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from annotations.spans import Status
from models.project import Project
from tests.ui.facts.facts_project import project_of
from tests.ui.windows import press, said
from ui.main_window import MainWindow
from ui.same.same_hits import MENTION, NOW, THEN

TEXT = "Oslo warned Bergen. Nobody cared. Oslo threatened Bergen."
CONFIRMED, REJECTED = Status.CONFIRMED, Status.REJECTED


def fact(id_: str, trigger: str) -> dict[str, Any]:
    at = TEXT.index(trigger)
    oslo = TEXT.rindex("Oslo", 0, at)
    speaker = {"span": None, "start": oslo, "end": oslo + 4}
    roles = [{"role": "speaker", "fillers": [speaker]}]
    return {"id": id_, "type": "STATEMENT", "trigger": [at, at + len(trigger)], "roles": roles, "score": 0.7}


RECORDS = [
    {
        "id": id_,
        "title": id_,
        "text": TEXT,
        "facts": [fact(f"{id_}1", "warned"), fact(f"{id_}2", "threatened")],
    }
    for id_ in ("first", "second")
]
RECORDS[1]["text"] = f"{TEXT} So they say."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, RECORDS, "--as", "suggestions")


def statuses(folder: Path) -> dict[str, Status]:
    project = Project(folder)
    try:
        sets = [project.annotation_set(id_, "anna") for id_ in ("first", "second")]
        return {fact.id: fact.status for one in sets for fact in one.facts.values()}
    finally:
        project.close()


def begin(window: MainWindow) -> None:
    window.view.setFocus()
    window.session.focus_fact("first1")
    press(window, "M")


def column(window: MainWindow, number: int) -> list[str]:
    hits = window.work.same_facts.hits
    return [hits.index(row, number).data() for row in range(hits.rowCount())]


def test_m_on_a_fact_lists_those_of_the_same_words_in_the_article(window: MainWindow) -> None:
    begin(window)
    assert (column(window, MENTION), column(window, NOW)) == (["warned", "threatened"], ["suggested"] * 2)
    assert window.work.same_facts.says.text() == "Confirm 2 × STATEMENT “warned”  ·  2 of 2 chosen"


def test_enter_confirms_them_in_one_edit_which_one_undo_takes_back(window: MainWindow, folder: Path) -> None:
    begin(window)
    press(window, "Return")
    assert statuses(folder) == {"first1": CONFIRMED, "first2": CONFIRMED}
    assert said(window).startswith("Done: confirm 2 × STATEMENT “warned”; Ctrl+Z takes all of it back")
    assert window.view.hasFocus()
    press(window, "Ctrl+Z")
    assert statuses(folder) == {}


def test_in_all_articles_with_a_veto(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    begin(window)
    press(window, "A")
    qtbot.waitUntil(lambda: not window.work.same_facts.is_searching)
    assert len(column(window, NOW)) == 4
    press(window, "Down", "Space", "Return")
    assert statuses(folder) == {"first1": CONFIRMED, "second1": CONFIRMED, "second2": CONFIRMED}


def test_x_rejects_them_instead(window: MainWindow, folder: Path) -> None:
    begin(window)
    press(window, "X")
    assert column(window, THEN) == ["no fact", "no fact"]
    press(window, "Return")
    assert statuses(folder) == {"first1": REJECTED, "first2": REJECTED}


def test_escape_leaves_everything_as_it_is(window: MainWindow, folder: Path) -> None:
    begin(window)
    press(window, "Esc")
    assert (window.work.same_facts.isVisible(), window.view.hasFocus(), statuses(folder)) == (False, True, {})


def test_without_another_fact_enter_says_so(window: MainWindow) -> None:
    begin(window)
    press(window, "Return")
    window.session.focus_fact("first1")
    press(window, "M", "Return")
    assert said(window).startswith("There is no other fact of these words to decide")
