"""Rights that are taken away while a project is open: what is saved is in the file, what is not is told, and work goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.sets import AnnotationSet
from models.project import Project
from models.store import backup
from models.transfer import backups
from tests.making import TEXT, edit, put_articles, small_project, span
from tests.unprivileged import as_another, give, open_folder, share

NO_RIGHT = "you have no right to write there"
SET = AnnotationSet.of("a", "anna", [span(0, 10)])
TAKEN = {"files": 0o444, "folders": 0o555}
GIVEN = {"files": 0o644, "folders": 0o755}


def robbed(work: Callable[[Project], object]) -> None:
    """Do the work, as a user who owns it, on an open project whose rights have just been taken away."""

    def do() -> None:
        project = Project(place / "p")
        share(project.folder, **TAKEN)
        try:
            work(project)
        finally:
            share(project.folder, **GIVEN)
            project.close()

    with open_folder() as place:
        made = small_project(place / "p")
        put_articles(made, a=TEXT)
        backup.save(made.db, made.folder)  # loads all that the other user may have no right to read
        made.close()
        give(place / "p")
        as_another(do)


def labels(folder: Path) -> tuple[str, list[str]]:
    """Why a look from elsewhere is for reading alone, and the labels that it sees."""
    project = Project(folder)
    try:
        spans = project.annotation_set("a", "anna").spans.values()
        return project.read_only, [one.label for one in spans]
    finally:
        project.close()


def test_an_edit_that_is_acknowledged_is_in_the_file() -> None:
    def work(project: Project) -> None:
        edit(project, "label", SET)
        assert labels(project.folder) == ("you have no right to write to project.db", ["PERSON"])

    robbed(work)


WRITES: dict[str, Callable[[Project], object]] = {
    "schema": lambda project: project.set_schema(replace(project.schema, name="Other")),
    "hourly copy": lambda project: backups.copy_work(project.folder, why="hourly"),
    "backup": lambda project: backup.save(project.db, project.folder),
    "removal": lambda project: project.remove_article("a"),
}


@pytest.mark.parametrize("name", WRITES)
def test_what_cannot_be_written_is_told_and_is_written_once_the_rights_are_back(name: str) -> None:
    def work(project: Project) -> None:
        edit(project, "label", SET)
        with pytest.raises(UserError, match=r"you have no right to write (there|in its folder)"):
            WRITES[name](project)
        share(project.folder, **GIVEN)
        WRITES[name](project)
        assert not project.read_only

    robbed(work)


def test_new_labels_that_project_yaml_cannot_take_change_nothing_until_it_can() -> None:
    def work(project: Project) -> None:
        with pytest.raises(UserError, match=NO_RIGHT):
            project.add_labels(["NEW"])
        assert "NEW" not in project.schema.labels
        share(project.folder, **GIVEN)
        assert project.add_labels(["NEW"]) == ["NEW"]
        assert "NEW:" in (project.folder / "project.yaml").read_text("utf-8")

    robbed(work)


def test_a_project_closed_without_rights_can_be_written_once_they_are_back() -> None:
    def work(project: Project) -> None:
        edit(project, "label", SET)
        project.close()
        assert labels(project.folder) == ("you have no right to write to project.db", ["PERSON"])
        share(project.folder, **GIVEN)
        again = Project(project.folder)
        edit(again, "label", AnnotationSet.of("a", "anna", [*SET, span(15, 23, "ORG")]))
        again.close()
        assert labels(project.folder) == ("", ["PERSON", "ORG"])

    robbed(work)


def test_a_file_given_back_without_its_folder_is_still_read_alone() -> None:
    def work(project: Project) -> None:
        share(project.folder, **GIVEN)
        edit(project, "label", SET)
        project.close()
        share(project.folder, files=0o644, folders=0o555)
        assert labels(project.folder) == ("you have no right to write in its folder", ["PERSON"])

    robbed(work)
