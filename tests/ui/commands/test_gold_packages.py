"""Gold that leaves in a package is made what follows first, and what was not so is said by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.sets import GOLD, State
from models.project import Project
from tests.making import TEXT, put_articles, small_project, span
from tests.models.queries.reviews import reviewed, true, unkept
from tests.ui.commands.commands import run, said
from tests.unprivileged import read_only_disk

HEAD = "Gold of a is not what was approved: work on it has changed since, and 1 case is open"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project whose gold is stale on one of two articles."""
    project: Project = reviewed(small_project(tmp_path / "p"))
    unkept(project, "a", "anna", span(18, 22, "ORG"))
    project.close()
    return project.folder


def test_gold_is_made_what_follows_before_it_is_packed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = said(capsys, "pack", folder, folder.parent / "gold.zip", "--annotator", GOLD)
    assert (packed["sets"], packed["gold"]) == (2, [f"{HEAD}; it was made so before it was packed."])
    project = Project(folder)
    assert (true(project).after, project.annotation_set("a", GOLD).state) == ({}, State.STARTED)
    project.close()
    assert "gold" not in said(capsys, "pack", folder, folder.parent / "gold.zip", "--annotator", GOLD)


def test_a_copy_without_the_work_gets_gold_that_follows(folder: Path, tmp_path: Path) -> None:
    project = Project(folder)
    unkept(project, "b", GOLD, span(14, 17, "ORG", "stray"))
    project.close()
    assert run("pack", folder, tmp_path / "gold.zip", "--annotator", GOLD) == 0
    copy = small_project(tmp_path / "copy")
    put_articles(copy, a=TEXT, b=TEXT + " ")
    assert run("merge", copy.folder, tmp_path / "gold.zip") == 0
    labels = sorted(one.label for one in copy.annotation_set("b", GOLD).spans.values())
    copy.close()
    assert labels == ["GPE", "PERSON"]


def test_a_project_that_is_only_read_says_what_is_not_put_right(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with read_only_disk(folder):
        packed = said(capsys, "pack", folder, folder.parent / "gold.zip", "--annotator", GOLD)
    assert packed["gold"] == [
        f"{HEAD}; it is packed as it is, since this project is only read, and put right where it is merged."
    ]


def test_an_annotators_package_says_nothing_of_gold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed = said(capsys, "pack", folder, folder.parent / "anna.zip", "--annotator", "anna")
    assert "gold" not in packed
