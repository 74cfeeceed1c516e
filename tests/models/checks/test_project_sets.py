"""The check of what annotators say across articles, against the log, and its mending."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.compare.items import Entity, Story
from annotations.edits import Edit
from annotations.sets import PROJECT, AnnotationSet
from models.project import Project
from models.transfer import checks
from tests.making import put_articles, small_project


@pytest.fixture
def project(tmp_path: Path):
    made = small_project(tmp_path / "p")
    put_articles(made, a="Oslo")
    empty = AnnotationSet(PROJECT, "anna")
    made.apply(
        Edit.between("work", empty, empty.having(Entity("e", "Oslo"), Story("s", "x", ("a", "b")))), by="anna"
    )
    yield made
    made.close()


def test_a_whole_project_set_has_no_fault(project: Project) -> None:
    assert checks.check(project).sentences == []


def test_a_row_that_is_gone_is_found_and_brought_back(project: Project) -> None:
    before = project.annotation_set(PROJECT, "anna")
    project.db.connection.execute("DELETE FROM project_item WHERE kind = 'story'")
    (said,) = checks.check(project).sentences
    assert said == "anna's work across articles is not what the log says: story s is missing."
    assert checks.repair(project).done[0] == (
        "anna's work across articles was brought back to what the log says: story s is missing."
    )
    assert (project.annotation_set(PROJECT, "anna"), checks.check(project).sentences) == (before, [])


def test_a_trace_that_is_lost_is_there_again(project: Project) -> None:
    project.db.connection.execute("DELETE FROM project_touched")
    assert checks.check(project).faults
    checks.repair(project)
    assert checks.check(project).sentences == []


def test_a_row_that_is_damaged_is_named(project: Project) -> None:
    project.db.connection.execute("UPDATE project_item SET body = '{' WHERE kind = 'entity'")
    assert "anna's entity e across articles cannot be read." in checks.check(project).sentences
