"""Project and backups are readable by their owner alone; exports and packages follow the person's mask."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations import whole_files
from models.project import Project
from models.settings import Settings
from models.store import backup
from models.transfer import checks
from tests.ui.windows import run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
EVERYTHING = "project.yaml", "project.db", "project.db-wal", "project.db-shm"


@pytest.fixture(autouse=True)
def mask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    record = {"text": "Oslo waits.", "annotator": "anna", "state": "done", "spans": []}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), "utf-8")
    assert run("new", tmp_path / "P", "--schema", "news") == 0
    assert run("import", tmp_path / "P", tmp_path / "a.jsonl") == 0
    assert run("backup", tmp_path / "P") == 0
    return tmp_path / "P"


def rights(path: Path) -> str:
    return oct(path.stat().st_mode & 0o777)


def test_what_a_project_makes_is_its_owners_alone(folder: Path) -> None:
    project = Project(folder)
    project.add_labels(["SHIP"])  # a copy of project.yaml, and a new one
    found = {path.name: rights(path) for path in folder.rglob("*") if path.is_file()}
    project.close()
    assert {*EVERYTHING} < set(found)
    assert (set(found.values()), rights(folder), rights(folder / "backups")) == ({"0o600"}, "0o700", "0o700")


def test_what_is_put_back_is_its_owners_alone(folder: Path) -> None:
    (copy,) = (folder / "backups").glob("project-by-hand*.db")
    (folder / "project.db").unlink()
    assert backup.restore(folder, copy, newest=1000) is None
    assert rights(folder / "project.db") == "0o600"


def test_a_shared_project_stays_shared_and_its_copies_are_their_makers_alone(folder: Path) -> None:
    for path in (folder / "project.db", folder / "project.yaml"):
        path.chmod(0o660)
    project = Project(folder)
    project.add_labels(["SHIP"])
    project.close()
    assert run("backup", folder) == 0
    copies = sorted((folder / "backups").glob("project-by-hand*.db"))
    kept = backup.restore(folder, copies[-1], newest=1000)
    assert kept is not None
    assert [rights(folder / name) for name in ("project.db", "project.yaml")] == ["0o660", "0o660"]
    assert {rights(path) for path in (folder / "backups").iterdir()} == {"0o600"}


def test_a_database_of_an_older_version_is_not_closed_to_anybody_but_its_copy_is(folder: Path) -> None:
    (folder / "project.db").chmod(0o644)
    Project(folder).close()
    assert run("backup", folder) == 0
    assert rights(folder / "project.db") == "0o644"
    assert {rights(path) for path in (folder / "backups").iterdir()} == {"0o600"}


def test_check_tells_of_a_project_that_everybody_can_read(folder: Path) -> None:
    (folder / "project.db").chmod(0o644)
    place = Path(tempfile.mkdtemp())
    try:
        shutil.copytree(folder, place / "P")
        assert told(place / "P") == []  # nobody gets into the folders
        for path in (place, place / "P"):
            path.chmod(0o755)
        assert ["Everybody" in notice and "project.db" in notice for notice in told(place / "P")] == [True]
    finally:
        shutil.rmtree(place)


def told(folder: Path) -> list[str]:
    project = Project(folder)
    try:
        return checks.check(project).notices
    finally:
        project.close()


def test_a_salvaged_project_is_its_owners_alone(folder: Path) -> None:
    for path in (folder / "project.db", folder / "project.yaml"):
        path.chmod(0o644)
    assert run("check", folder, "--salvage", folder.parent / "Q") == 0
    made = [path for path in (folder.parent / "Q").rglob("*") if path.is_file()]
    assert {rights(path) for path in made} == {"0o600"}


def test_settings_are_their_owners_alone(own_settings: Path) -> None:
    Settings().set(annotator="anna")
    assert (rights(own_settings), rights(own_settings / "settings.yaml")) == ("0o700", "0o600")


def test_exports_and_packages_follow_the_mask(folder: Path) -> None:
    out, packed = folder.parent / "out.jsonl", folder.parent / "work.factmark"
    assert run("pack", folder, packed, "--annotator", "anna") == 0
    assert run("export", folder, out, "--format", "jsonl", "--articles", "all") == 0
    assert (rights(packed), rights(out)) == ("0o644", "0o644")


def test_rights_that_somebody_gave_stay(tmp_path: Path) -> None:
    whole_files.write_whole(tmp_path / "a.yaml", "a", private=True)
    (tmp_path / "a.yaml").chmod(0o644)
    whole_files.write_whole(tmp_path / "a.yaml", "b", private=True)
    assert rights(tmp_path / "a.yaml") == "0o644"


def test_a_disk_without_links_gives_no_rights_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", link)
    (tmp_path / "a").write_text("a", "utf-8")
    whole_files.copy_whole(tmp_path / "a", tmp_path / "b", new=True, private=True)
    kept = whole_files.keep_aside(tmp_path / "b")
    assert kept is not None
    assert (rights(tmp_path / "b"), rights(kept)) == ("0o600", "0o600")
