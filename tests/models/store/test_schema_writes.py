"""Database and `project.yaml` together: killed at any point, they agree at the next opening."""

from __future__ import annotations

import errno
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from annotations.articles import Article
from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.schema import changes as schema_changes
from annotations.schema import reader as schema_reader
from annotations.schema import writer as schema_writer
from annotations.schema.types import Schema
from annotations.sets import AnnotationSet
from models.project import Project
from models.queries import schema_renames
from models.transfer import exchange
from tests.making import SMALL, TEXT, edit, put_articles, span

Work = Callable[[Path], None]
NOT_YET = (
    "project.yaml is not written yet: The schema could not be written: the disk is full. "
    "It is written as soon as it can be."
)
LAST = 12  # writes of each work at which it is always killed; `--kills N` of the others
WRITES = {"execute", "executemany", "commit", "replace", "open", "fsync", "write", "unlink", "copyfile"}


def rename(folder: Path) -> None:
    project = Project(folder)
    project.recast(
        schema_renames.plan(project, project.schema, "labels", "PERSON", "HUMAN", merging=False), by="anna"
    )


def merge_labels(folder: Path) -> None:
    project = Project(folder)
    project.recast(
        schema_renames.plan(project, project.schema, "labels", "PERSON", "ORG", merging=True), by="anna"
    )


def undo(folder: Path) -> None:
    Project(folder).undo("anna")


def bring_in(folder: Path) -> None:
    arrivals = Project(folder).arrivals(by="anna")
    made = AnnotationSet.of("new", "anna", [span(0, 5, "SHIP", "s"), span(6, 10, "ORG", "o")])
    arrivals.take([Record(Article("new", "Marta sank. Really.", "Tug"), made)])
    arrivals.land(add_labels=True)


def merge_package(folder: Path) -> None:
    exchange.merge(Project(folder), folder.parent / "ben.fm", by="anna")


def killed(work: Work, folder: Path, *, at: int) -> int:
    """Do the work in a process that ends without a word after so many writes; return how many it did."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        done = 0

        def watch(frame: FrameType, event: str, what: Any) -> None:
            nonlocal done
            if event == "c_return" and what.__name__ in WRITES:
                done += 1
                if done == at:
                    os._exit(9)

        try:
            sys.setprofile(watch)
            work(folder)
        finally:
            sys.setprofile(None)
            os.write(theirs, str(done).encode())
            os._exit(0)
    os.close(theirs)
    os.waitpid(child, 0)
    with os.fdopen(ours) as said:
        return int(said.read() or at)


def labels_used(project: Project) -> set[str]:
    used = project.db.rows("SELECT label FROM item WHERE kind = 'span' UNION SELECT label FROM suggestion")
    return {label for (label,) in used}


@pytest.fixture
def at(project: Project, tmp_path: Path) -> Path:
    """A project with a span of PERSON, and beside it a package with one of LAW."""
    project.set_schema(SMALL)
    put_articles(project, a=TEXT)
    project.close()
    shutil.copytree(project.folder, tmp_path / "other")
    other = Project(tmp_path / "other")
    edit(other, "label", other.annotation_set("a", "ben").having(span(28, 32, "LAW", "l")), by="ben")
    exchange.pack(other, tmp_path / "ben.fm", "ben")
    other.close()
    mine = Project(project.folder)
    edit(mine, "label", mine.annotation_set("a", "anna").having(span(0, 10, "PERSON", "p")))
    mine.close()
    return project.folder


@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="This system cannot fork, so nothing can be killed so finely."
)
@pytest.mark.parametrize("work", [rename, merge_labels, undo, bring_in, merge_package])
def test_work_that_was_killed_at_any_write_is_finished_or_undone(
    at: Path, tmp_path: Path, work: Work, request: pytest.FixtureRequest
) -> None:
    kills, chance = int(request.config.getoption("--kills")), random.Random(1)
    if work is undo:
        rename(at)
    whole = killed(work, shutil.copytree(at, tmp_path / "whole"), at=0)
    last = range(whole - LAST, whole + 1)  # among them commit and the writing of `project.yaml`
    outcomes = {after_kill(work, at, n) for n in [*chance.sample(range(1, whole - LAST), kills), *last]}
    assert len(outcomes) == 2


def after_kill(work: Work, at: Path, n: int) -> tuple[frozenset[str], frozenset[str]]:
    """Return the labels used and known in the project after it was killed at that write; they must agree."""
    folder = shutil.copytree(at, at.parent / f"kill{n}")
    killed(work, folder, at=n)
    project = Project(folder)
    used, known = labels_used(project), frozenset(schema_reader.read(folder / "project.yaml").labels)
    assert used <= known == project.schema.labels.keys()
    assert (project.history.problems(), project.schema_news()) == ([], [])
    project.close()
    return frozenset(used), known


@pytest.fixture
def opened(at: Path) -> Iterator[Project]:
    made = Project(at)
    yield made
    made.close()


def leave_note(project: Project, after: Schema) -> None:
    """Leave what a rename leaves that was killed before `project.yaml` was written."""
    texts = (schema_writer.dump(project.schema), schema_writer.dump(after))
    project.db.run("INSERT INTO schema_write VALUES (?, ?)", texts)


def test_what_is_left_to_write_keeps_a_persons_edit_of_meanwhile(opened: Project) -> None:
    leave_note(opened, schema_changes.rename(opened.schema, "labels", "PERSON", "HUMAN"))
    path = opened.folder / "project.yaml"
    path.write_text("name: Mine\nlabels: {ORG: {guideline: mine}, OWN: {}}\n", "utf-8")
    again = Project(opened.folder)
    assert again.schema == schema_reader.read(path)
    assert (again.schema.name, again.schema.labels["ORG"].guideline) == ("Mine", "mine")
    assert list(again.schema.labels) == ["ORG", "OWN", "HUMAN", "GPE"]
    again.close()


def test_a_schema_that_cannot_be_written_after_its_data_is_told_and_written_later(
    opened: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = schema_renames.plan(opened, opened.schema, "labels", "PERSON", "HUMAN", merging=False)
    with monkeypatch.context() as full:
        full.setattr(Path, "replace", _no_room)
        opened.recast(made, by="anna")
    assert [news.sentence for news in opened.schema_news()] == [NOT_YET]
    assert (opened.schema_news(), labels_used(opened), "HUMAN" in opened.schema.labels) == (
        [],
        {"HUMAN"},
        True,
    )
    opened.reread_schema()
    assert "HUMAN" in schema_reader.read(opened.folder / "project.yaml").labels


def _no_room(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_rename_does_not_overwrite_what_a_person_wrote_meanwhile(opened: Project) -> None:
    made = schema_renames.plan(opened, opened.schema, "labels", "PERSON", "HUMAN", merging=False)
    path = opened.folder / "project.yaml"
    for text, said in (("name: Mine\n", "has just changed this file"), ("name: [\n", "This is not YAML")):
        path.write_text(text, "utf-8")
        with pytest.raises(UserError, match=said):
            opened.recast(made, by="anna")
        with pytest.raises(UserError, match=said):
            opened.set_schema(made.schema)
        assert (path.read_text("utf-8"), labels_used(opened)) == (text, {"PERSON"})


def test_a_label_that_another_program_has_just_added_is_taken_in(opened: Project) -> None:
    other = Project(opened.folder)
    with opened.together():
        opened.add_labels(["SHIP"])
    assert other.add_labels(["SHIP", "TUG"]) == ["TUG"]
    assert {"SHIP", "TUG"} <= other.schema.labels.keys()
    other.close()
