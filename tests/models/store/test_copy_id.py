"""The random id of each copy of a project: kept where it is, another one elsewhere."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.project import Project
from models.store import copy_id
from models.transfer import checks
from tests.making import TEXT, put_articles, small_project
from tests.ui.windows import run


def id_of(folder: Path) -> str:
    """Open the project, and return the id that this copy has then."""
    project = Project(folder)
    try:
        found = checks.copy_of(project)
    finally:
        project.close()
    assert found
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small_project(tmp_path / "p").close()
    return tmp_path / "p"


def rows(folder: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(folder / "project.db")) as connection:
        return connection.execute("SELECT id, place FROM copy").fetchall()


def test_the_id_stays_while_machine_and_folder_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = id_of(folder)
    assert (id_of(folder), len(first), len(rows(folder))) == (first, 32, 1)
    folder.with_name("link").symlink_to(folder)
    monkeypatch.chdir(folder.parent)
    assert id_of(folder.with_name("link")) == id_of(Path("p")) == first


def test_another_folder_gets_another_id(folder: Path) -> None:
    first = id_of(folder)
    second = id_of(shutil.copytree(folder, folder.with_name("q")))
    third = id_of(folder.rename(folder.with_name("r")))
    assert len({first, second, third}) == 3


def test_another_machine_gets_another_id(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = [id_of(folder)]
    for name in ("one", "two", ""):
        (tmp_path / "machine-id").write_text(f"{name}\n")
        monkeypatch.setattr(copy_id, "MACHINE_FILES", (tmp_path / "none", tmp_path / "machine-id"))
        seen.append(id_of(folder))
    assert len(set(seen)) == 4


def test_neither_folder_nor_machine_can_be_read_in_it(folder: Path) -> None:
    id_of(folder)
    [(_, place)] = rows(folder)
    assert len(place) == 64
    assert str(folder).encode() not in (folder / "project.db").read_bytes()


def test_nothing_waits_for_an_id_that_cannot_be_written(folder: Path) -> None:
    first = id_of(folder)
    moved = folder.rename(folder.with_name("q"))
    with closing(sqlite3.connect(moved / "project.db")) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert id_of(moved) == first
    assert id_of(moved) != first


def test_a_database_that_nobody_may_write_keeps_its_id(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(folder)
    first = checks.copy_of(project)
    project.db.run("PRAGMA query_only = 1")
    (tmp_path / "machine-id").write_text("another")
    monkeypatch.setattr(copy_id, "MACHINE_FILES", (tmp_path / "machine-id",))
    copy_id.keep(project.db)
    assert checks.copy_of(project) == first
    project.close()


def test_a_copy_table_that_is_lost_stops_nothing(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "project.db")) as connection:
        connection.execute("DROP TABLE copy")
        connection.commit()
    project = Project(folder)
    assert checks.copy_of(project) is None
    put_articles(project, a=TEXT)
    project.close()


def test_check_tells_the_id_as_json_and_nothing_else_does(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = id_of(folder)
    assert run("check", folder, "--json") == 0
    assert json.loads(capsys.readouterr().out)["copy"] == made
    assert run("check", folder) == 0
    assert made not in capsys.readouterr().out
