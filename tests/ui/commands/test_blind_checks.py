"""The command of blind checks: what it lists, and the draw that it makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.blind_check.checked import BlindAnswer, CheckOutcome
from annotations.edits import Edit
from annotations.sets import AnnotationSet
from models.project import Project
from models.queries.blind_check.stored import open_check
from models.transfer.blind_check import checking
from tests.making import put_articles, small_project, span
from tests.ui.commands.commands import run, said

MANY = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project = small_project(tmp_path / "p")
    put_articles(project, a="Acme " * MANY)
    spans = [span(5 * n, 5 * n + 4, "ORG", origin="en_news 1.0") for n in range(MANY)]
    edit = Edit.between("confirm", AnnotationSet("a", "anna"), AnnotationSet.of("a", "anna", spans))
    project.apply(edit, by="anna")
    project.close()
    return tmp_path / "p"


def answer(folder: Path, count: int) -> None:
    """Answers all, the first ones rightly."""
    project = Project(folder)
    check = open_check(project, "anna")
    for place in range(len(check.drawn)):
        seen = (BlindAnswer.LABEL, "ORG") if place < count else (BlindAnswer.NONE, "")
        checking.answer(project, check, place, *seen, by="anna")
    project.close()


def test_it_says_how_many_can_be_checked_and_how_many_to_draw(folder, capsys):
    found = said(capsys, "blind-check", folder, "--annotator", "anna")
    assert (found["checks"], found["left"]) == ([], MANY)
    assert found["to_draw"]["0.05"] == {"0.70": 320, "0.80": 245, "0.90": 141, "0.95": 83}


def test_a_draw_is_listed_with_its_seed_and_then_with_its_result(folder, capsys):
    words = ("blind-check", folder, "--annotator", "anna")
    [drawn] = said(capsys, *words, "--draw", 10, "--seed", 7)["checks"]
    assert (drawn["seed"], drawn["to_answer"], drawn["of"], drawn["interval"]) == (7, 10, 0, None)
    answer(folder, 8)
    [found] = said(capsys, *words)["checks"]
    assert (found["right"], found["of"], found["no_span"], found["pool"]) == (8, 10, 2, MANY)
    assert found["interval"][0] < 0.8 < found["interval"][1]
    assert found["drawn"][0]["by"] == "anna"
    assert run(*words) == 0
    assert "10 of 10 answered, goes on: 8 of 10 are right" in capsys.readouterr().out


def test_a_draw_goes_on_once_all_are_answered(folder, capsys):
    words = ("blind-check", folder, "--annotator", "anna", "--draw")
    said(capsys, *words, 10)
    assert run(*words, 20) == 1
    assert "10 spans of 10 to answer" in capsys.readouterr().err
    answer(folder, 10)
    [found] = said(capsys, *words, 20)["checks"]
    assert (found["to_answer"], found["of"]) == (20, 10)


def test_how_it_ended_is_told_and_that_it_was_undone(folder, capsys):
    said(capsys, "blind-check", folder, "--annotator", "anna", "--draw", 5)
    answer(folder, 1)
    project = Project(folder)
    check = open_check(project, "anna")
    checking.end(project, checking.planned(project, check, CheckOutcome.TAKEN_BACK), by="anna")
    project.undo("anna")
    project.close()
    [found] = said(capsys, "blind-check", folder, "--annotator", "anna")["checks"]
    assert (found["outcome"], found["undone"]) == ("taken back", True)


def test_nothing_to_draw_from_is_said(folder, capsys):
    assert run("blind-check", folder, "--annotator", "ben", "--draw", 5) == 1
    assert "Nothing that ben accepted" in capsys.readouterr().err
