"""A project on a full disk is read, with the cause; it is written again once it is opened where there is room."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.errors import ReadOnly
from annotations.sets import AnnotationSet
from models.project import Project
from tests.killing import killed_at
from tests.making import TEXT, edit, exported, put_articles, small_project, span
from tests.ui.commands.commands import run, said

SET = AnnotationSet.of("a", "anna", [span(0, 10)])
OPTIONS = {"no file": "size=4m,nr_inodes=5", "no byte": "size=4m"}


@pytest.fixture(params=OPTIONS)
def crowded(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A project on a disk that has no room for another file, or for another byte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", OPTIONS[request.param], "tmpfs", str(disk)]
    if os.name != "posix" or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    project = small_project(tmp_path / "p")
    put_articles(project, a=TEXT)
    edit(project, "label", SET)
    project.close()
    (disk / "p").mkdir()
    for name in ("project.db", "project.yaml"):
        shutil.copyfile(tmp_path / "p" / name, disk / "p" / name)
    fill(disk / "fill")
    yield disk / "p"
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(path: Path) -> None:
    """Write until not one byte more has room."""
    size = 65_536
    with path.open("wb", buffering=0) as file:
        while size:
            try:
                file.write(b"x" * size)
            except OSError:
                size //= 2


def make_room(disk: Path) -> None:
    (disk / "fill").unlink()
    subprocess.run(["mount", "-o", "remount,nr_inodes=40", str(disk)], check=True)


def test_a_full_disk_is_read_with_the_cause_until_there_is_room(crowded: Path) -> None:
    project = Project(crowded)
    assert (project.read_only, '"PERSON"' in exported(project)) == ("the disk is full", True)
    with pytest.raises(ReadOnly, match=r"since the disk is full\. Make room and open it again"):
        edit(project, "label", AnnotationSet.of("a", "anna", [*SET, span(15, 23)]))
    project.close()
    make_room(crowded.parent)
    project = Project(crowded)
    assert not project.read_only
    edit(project, "label", AnnotationSet.of("a", "anna", [*SET, span(15, 23)]))
    project.close()


def test_commands_that_read_work_and_those_that_write_say_why(crowded: Path, tmp_path: Path, capsys) -> None:
    assert run("export", crowded, tmp_path / "out.jsonl", "--format", "jsonl") == 0
    assert said(capsys, "check", crowded)["whole"]
    (tmp_path / "b.txt").write_text("Another.")
    assert run("import", crowded, tmp_path / "b.txt") == 1
    assert "the disk is full" in capsys.readouterr().err


@pytest.mark.parametrize("crowded", ["no byte"], indirect=True)
def test_a_log_that_was_left_on_a_full_disk_is_read_too(crowded: Path) -> None:
    make_room(crowded.parent)

    def work() -> None:
        edit(Project(crowded), "label", AnnotationSet.of("a", "anna", [*SET, span(15, 23, "ORG")]))
        os._exit(9)

    assert killed_at(10**9, work)
    (crowded / "project.db-shm").unlink()
    fill(crowded.parent / "fill")
    project = Project(crowded)
    assert '"ORG"' in exported(project)
    project.close()
