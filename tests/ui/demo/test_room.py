"""The demo's folder: what an earlier demo made is made anew, anything else stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.ui.commands.commands import run
from ui.demo import room
from ui.demo.demo import MADE

CHANGES = {
    "a file in the project": ("project/thesis.txt", "made by no demo"),
    "a picture of one's own": ("notes.png", "made by no demo"),
    "the log of an open project": ("project/project.db-wal", "made by no demo"),
    "an empty folder": ("project/mine/", "made by no demo"),
    "edits": ("project/project.db", "changed since the demo made it"),
    "another dataset": ("dataset.jsonl", "changed since the demo made it"),
    "a note of an older version": (room.NOTE, "cannot be told what is yours"),
}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder with files as a demo makes them, and its note."""
    for name in (
        "project/project.db",
        "project/backups/one.db",
        "dataset.jsonl",
        "pictures/annotate-dark.png",
    ):
        (tmp_path / "out" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "out" / name).write_text(name)
    room.note(tmp_path / "out", MADE)
    return tmp_path / "out"


def files(folder: Path) -> dict[str, str]:
    return {str(path): path.read_text() if path.is_file() else "" for path in folder.rglob("*")}


@pytest.mark.parametrize("name", MADE)
def test_a_demo_never_removes_what_no_demo_made(name: str, tmp_path: Path, capsys) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "mine").write_text("mine")
    assert run("demo", "--out", tmp_path) == 1
    assert f"{name} is there already, and no demo made it" in capsys.readouterr().err
    assert (tmp_path / name / "mine").read_text() == "mine"


@pytest.mark.parametrize("change", CHANGES)
def test_a_demo_removes_nothing_where_anything_is_not_as_a_demo_made_it(
    change: str, made: Path, capsys
) -> None:
    name, said = CHANGES[change]
    if name.endswith("/"):
        (made / name).mkdir()
    else:
        (made / name).write_text("")
    before = files(made)
    assert run("demo", "--out", made) == 1
    found = capsys.readouterr().err
    assert name.rstrip("/") in found
    assert said in found
    assert files(made) == before


def test_a_link_in_place_of_a_demos_file_is_refused(made: Path, capsys) -> None:
    (made / "dataset.jsonl").rename(made.parent / "mine")
    os.symlink(made.parent / "mine", made / "dataset.jsonl")
    assert run("demo", "--out", made) == 1
    assert "dataset.jsonl in it was changed" in capsys.readouterr().err
    assert (made.parent / "mine").read_text() == "dataset.jsonl"


def test_what_a_demo_made_and_nobody_changed_gives_way(made: Path) -> None:
    room.make_room(made)
    assert list(made.iterdir()) == []


def test_only_what_a_demo_makes_is_noted(made: Path, capsys) -> None:
    (made / "mine.txt").write_text("mine")
    room.note(made, MADE)
    assert run("demo", "--out", made) == 1
    assert "mine.txt in it was made by no demo" in capsys.readouterr().err
