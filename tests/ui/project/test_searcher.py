"""The process that searches by patterns: what it answers, and that it ends with its starter."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from annotations.edits import Edit
from annotations.processes.door import program
from annotations.search.hits import FoundPlace
from annotations.search.parsing import parse
from annotations.spans import Span
from models.project import Project
from tests.making import put_articles, small_project
from ui.project.processes.searcher import PatternSearch

TEXTS = {"a": "Houthi 😀 forces", "b": "the \u202ehouthi\u2028line", "long": "x" * 500_000}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = small_project(tmp_path / "p")
    put_articles(made, **TEXTS)
    yield made
    made.close()


def answers(*requests: object) -> list[dict[str, Any]]:
    said = "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in requests)
    done = subprocess.run(
        program(["searcher"]), input=said, capture_output=True, text=True, timeout=60, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_it_answers_one_request_after_the_other_and_survives_what_is_none(project: Project) -> None:
    asked = {"project": str(project.folder), "line": "/houthi/i", "annotator": "anna"}
    said = answers(
        "{",
        "[1]",
        {**asked, "line": "/(/"},
        {**asked, "project": "/nowhere"},
        {**asked, "waiting": [7]},
        asked,
    )
    last = [one for one in said if "places" not in one]
    assert [("ended" in one, bool(one.get("failed"))) for one in last] == [
        *[(False, True)] * 5,
        (True, False),
    ]
    places = [place for one in said for place in one.get("places", ())]
    assert places == [["a", 0, 6, "", "", ""], ["b", 5, 11, "", "", ""]]


def test_it_ends_when_nobody_listens_any_more(project: Project) -> None:
    process = subprocess.Popen(
        program(["searcher"]),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    asked = {"project": str(project.folder), "line": "/x/", "annotator": "anna"}
    process.stdin.write(json.dumps(asked) + "\n")
    process.stdin.flush()
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=60) == 0
    process.stdin.close()


def test_the_window_hears_places_progress_and_the_end(project: Project, qtbot: QtBot) -> None:
    before = project.annotation_set("b", "anna")
    project.db.unwritten.put(Edit.between("mark", before, before.having(Span("w", 5, 11, "ORG"))))
    search, came, told = PatternSearch(), list[FoundPlace](), list[tuple[int, int]]()
    search.came.connect(came.extend)
    search.told.connect(lambda done, of: told.append((done, of)))
    for line, many in (("/houthi/i", 2), ("/houthi/i label:ORG", 1)):
        came.clear()
        with qtbot.waitSignal(search.ended, timeout=30_000):
            search.start(project, parse(line), "anna")
        assert (len(came), told[-1]) == (many, (3, 3))
    assert came == [FoundPlace("b", 5, 11, parse("label:ORG").target, "anna", "w", "ORG", "confirmed")]
    search.close()


def test_a_search_that_is_cancelled_says_nothing_and_the_next_one_is_answered(
    project: Project, qtbot: QtBot
) -> None:
    put_articles(project, slow="a" * 40 + "!")
    search = PatternSearch()
    with qtbot.assertNotEmitted(search.failed):
        search.start(project, parse("/(a+)+$/"), "anna")
        assert search.stop()
        assert not search.stop()
        with qtbot.waitSignal(search.ended, timeout=30_000):
            search.start(project, parse("/houthi/i"), "anna")
    search.close()


def test_a_mistake_is_said_in_a_sentence(project: Project, qtbot: QtBot) -> None:
    search = PatternSearch()
    (project.folder / "project.yaml").write_text("labels: [", "utf-8")
    with qtbot.waitSignal(search.failed, timeout=30_000) as said:
        search.start(project, parse("/a/ annotator:anna"), "anna")
    assert "project.yaml" in said.args[0]
    search.close()
