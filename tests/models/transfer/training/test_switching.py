"""The switch to another pipeline, and its undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.sets import AnnotationSet, Progress, State
from models.project import Project
from models.transfer.training import switching
from tests.making import TEXT, edit, put_articles, span

MARIA = span(0, 10, origin="anna")


def work(project: Project) -> None:
    put_articles(project, a=TEXT, b=TEXT, c=TEXT)
    edit(project, "work", AnnotationSet.of("a", "anna", [MARIA, Progress(State.DONE)]))
    edit(project, "work", AnnotationSet.of("b", "anna", [MARIA]))


def test_the_pipeline_is_written_and_unfinished_articles_are_to_be_looked_through(project: Project) -> None:
    work(project)
    assert switching.use(project, "sea-2", by="anna") == ["b", "c"]
    assert project.schema.pipeline == "sea-2"
    assert Project(project.folder).schema.pipeline == "sea-2"


def test_comments_and_order_in_the_file_stay(project: Project) -> None:
    path = project.folder / "project.yaml"
    path.write_text(path.read_text("utf-8") + "# mine\n", "utf-8")
    switching.use(project, "sea-2", by="anna")
    assert path.read_text("utf-8").endswith("# mine\n")


def test_one_undo_brings_the_old_one_back_and_one_redo_the_new_one(project: Project) -> None:
    work(project)
    before = project.schema
    switching.use(project, "sea-2", by="anna")
    undone = project.undo("anna")
    assert undone is not None
    assert switching.is_switch(undone)
    assert project.schema == before
    done = project.redo("anna")
    assert done is not None
    assert switching.is_switch(done)
    assert project.schema.pipeline == "sea-2"
    assert project.annotation_set("b", "anna").spans.keys() == {MARIA.id}


def test_undo_of_another_edit_leaves_the_pipeline(project: Project) -> None:
    work(project)
    switching.use(project, "sea-2", by="anna")
    edit(project, "more", AnnotationSet.of("c", "anna", [MARIA]))
    undone = project.undo("anna")
    assert undone is not None
    assert not switching.is_switch(undone)
    assert project.schema.pipeline == "sea-2"


def test_a_pipeline_named_by_hand_since_stays(project: Project) -> None:
    switching.use(project, "sea-2", by="anna")
    project.set_schema(project.schema.using("rules"))
    project.undo("anna")
    assert project.schema.pipeline == "rules"


def test_the_one_in_use_is_no_step(project: Project) -> None:
    assert switching.use(project, project.schema.pipeline, by="anna") == []
    assert project.undo("anna") is None


def test_a_switch_of_somebody_else_is_not_ones_own_to_undo(project: Project) -> None:
    switching.use(project, "sea-2", by="ben")
    assert project.undo("anna") is None


def test_the_file_is_checked_as_whole(project: Project, tmp_path: Path) -> None:
    work(project)
    switching.use(project, "sea-2", by="anna")
    assert project.history.problems() == []


@pytest.mark.parametrize("name", ["sea-2", "/a folder/with: odd #name", "«é😀»"])
def test_any_name_comes_back_as_it_was(project: Project, name: str) -> None:
    switching.use(project, name, by="anna")
    assert Project(project.folder).schema.pipeline == name
