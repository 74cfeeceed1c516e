"""A database that is missing, empty or foreign: it is said, and never made anew."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotations.errors import UserError
from models.project import Project
from models.store import backup, presence
from models.store.database import Database
from models.store.migrations import MIGRATIONS
from tests.making import SMALL, TEXT, put_articles

FAULTS = {
    "missing": "database is missing",
    "empty": "database is empty",
    "text": "this file is no database",
    "folder": "this is no file",
    "foreign": "database of something else",
    "torn": "database cannot be opened",
}


def spoil(path: Path, fault: str) -> bytes | None:
    """Put another thing in the place of the database; return its bytes, None where it has none."""
    path.unlink()
    if fault == "folder":
        path.mkdir()
    elif fault == "foreign":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE bookmark (n INTEGER)")
    elif fault != "missing":
        path.write_bytes(
            {"empty": b"", "text": b"notes\n", "torn": b"SQLite format 3\0" + b"x" * 5000}[fault]
        )
    return path.read_bytes() if path.is_file() else None


@pytest.fixture
def kept(project: Project) -> Path:
    """A backup of a project with one article, which is closed."""
    put_articles(project, a=TEXT)
    copy = backup.save(project.db, project.folder)
    project.close()
    return copy


@pytest.mark.parametrize("fault", FAULTS)
def test_an_unfit_database_is_said_with_the_newest_backup_and_left(kept: Path, fault: str) -> None:
    path = kept.parents[1] / "project.db"
    before = spoil(path, fault)
    with pytest.raises(UserError, match=FAULTS[fault]) as refused:
        Project(path.parent)
    assert f"The newest backup is {kept}; the command `restore {path.parent} {kept}` puts it back." in str(
        refused.value
    )
    assert (path.read_bytes() if path.is_file() else None) == before
    assert {p.name for p in path.parent.iterdir()} - {"project.db"} == {"project.yaml", "backups"}


@pytest.mark.parametrize("fault", sorted(FAULTS.keys() - {"folder"}))
def test_the_backup_that_was_named_brings_the_project_back(kept: Path, fault: str) -> None:
    path = kept.parents[1] / "project.db"
    before = spoil(path, fault)
    aside = backup.restore(path.parent, kept, newest=len(MIGRATIONS))
    assert (aside.read_bytes() if aside else None) == before
    again = Project(path.parent)
    assert again.article("a").text == TEXT
    again.close()


def test_a_project_without_a_backup_says_so(project: Project) -> None:
    project.close()
    (project.folder / "project.db").unlink()
    with pytest.raises(UserError, match=r"There is no backup of it in .*backups; look for a copy of project"):
        Project(project.folder)


def test_the_newest_backup_is_told_by_its_name_and_must_be_a_projects(kept: Path) -> None:
    for name in ("project-by-hand-20200101-000000.db", "project-before-merge-20990101-000000.db"):
        shutil.copyfile(kept, kept.with_name(name))
    kept.with_name("project-by-hand-21000101-000000.db").write_bytes(b"")
    kept.with_name("project-by-hand-21000102-000000.db").write_bytes(b"torn")
    found = presence.newest(kept.parents[1])
    assert found
    assert found.name == "project-before-merge-20990101-000000.db"


def test_edits_that_a_lost_database_left_in_its_log_are_kept_and_not_read_into_a_backup(
    project: Project,
) -> None:
    copy, path = backup.save(project.db, project.folder), project.folder / "project.db"
    put_articles(project, a=TEXT)
    log = path.with_name("project.db-wal").read_bytes()
    path.unlink()
    with pytest.raises(UserError, match=r"Leave project\.db-wal where it is"):
        Project(project.folder)
    aside = backup.restore(project.folder, copy, newest=len(MIGRATIONS))
    assert aside
    assert (aside.name[-4:], aside.read_bytes()) == ("-wal", log)
    again = Project(project.folder)
    assert again.db.rows("SELECT id FROM article") == []
    again.close()


def test_a_database_is_opened_only_where_it_is_unless_a_new_one_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="missing"):
        Database(tmp_path / "project.db")
    assert not list(tmp_path.iterdir())
    Database(tmp_path / "project.db", new=True).close()
    assert (tmp_path / "project.db").is_file()


@pytest.mark.parametrize("at", ["at once", "while its tables are made", "before its schema"])
def test_a_new_project_that_was_killed_is_none_and_can_be_made_again(tmp_path: Path, at: str) -> None:
    folder = tmp_path / "p"
    Project.create(folder, SMALL).close()
    (folder / "project.yaml").unlink()
    if at != "before its schema":
        (folder / "project.db").unlink()
        sqlite3.connect(folder / "project.db").close()
    if at == "while its tables are made":
        (folder / "project.db").write_bytes(b"")
        Database(folder / "project.db", new=True).close()
    with pytest.raises(UserError, match="no Factmark project"):
        Project(folder)
    Project.create(folder, SMALL).close()
    assert presence.is_unused(folder / "project.db")


@pytest.mark.parametrize("copies", [True, False])
def test_a_project_that_lost_its_schema_is_not_made_anew(project: Project, copies: bool) -> None:
    put_articles(project, a=TEXT)
    if copies:
        project.add_labels(["NEW"])
    project.close()
    (project.folder / "project.yaml").unlink()
    with pytest.raises(UserError, match=r"Its database is there: (copy .*yaml to|look for a copy)"):
        Project(project.folder)
    with pytest.raises(UserError, match="something there already"):
        Project.create(project.folder, SMALL)
