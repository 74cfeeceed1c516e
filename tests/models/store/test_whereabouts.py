"""A database whose path names another file by now, or none: nothing is written to it unseen."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotations import span_verbs
from annotations.errors import Gone, UserError
from models.project import Project
from models.store import backup
from models.transfer import backups, checks, rescue
from tests.making import TEXT, arrive, edit, put_articles, small_project, suggested


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Project]:
    """An open project with one article and one confirmed span."""
    project = small_project(tmp_path / "p")
    put_articles(project, a=TEXT)
    confirm(project, 0, 10)
    yield project
    project.close()


def confirm(project: Project, start: int, end: int) -> None:
    edit(project, "confirm", span_verbs.confirm(project.annotation_set("a", "anna"), suggested(start, end)))


def spans(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "project.db")) as connection:
        return int(connection.execute("SELECT count(*) FROM item WHERE kind = 'span'").fetchone()[0])


def delete(folder: Path) -> None:
    shutil.rmtree(folder)


def delete_database(folder: Path) -> None:
    (folder / "project.db").unlink()


def rename(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def replace(folder: Path) -> None:
    shutil.copy(folder / "project.db", folder / "coming")
    os.replace(folder / "coming", folder / "project.db")


def delete_log(folder: Path) -> None:
    (folder / "project.db-wal").unlink()


def replace_log(folder: Path) -> None:
    (folder / "coming").write_bytes(b"a log of another machine")
    os.replace(folder / "coming", folder / "project.db-wal")


def hide(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("a file")


HAPPENED = {
    delete: "The project's folder was deleted while it was open.",
    delete_database: "The project's database was deleted while it was open.",
    rename: "it is now in ",
    hide: "it is now in ",
    replace: "The project's database was replaced by another file while it was open",
    delete_log: "project.db-wal, which holds the latest changes of the project, was deleted",
    replace_log: "project.db-wal, which holds the latest changes of the project, was replaced by another",
}
every = pytest.mark.parametrize(
    ("happens", "said"), HAPPENED.items(), ids=lambda v: getattr(v, "__name__", "")
)


@every
def test_no_edit_is_written_once_the_path_names_another_file(
    opened: Project, happens: Callable[[Path], None], said: str
) -> None:
    happens(opened.folder)
    with pytest.raises(Gone, match=r"Nothing was changed\.$") as error:
        confirm(opened, 28, 32)
    assert said in error.value.sentence
    assert len(opened.annotation_set("a", "anna").spans) == 1


@every
def test_an_edit_that_is_committed_when_it_happens_is_not_told_as_saved(
    opened: Project, happens: Callable[[Path], None], said: str
) -> None:
    def write() -> None:
        with opened.db.writing():
            opened.db.run("UPDATE article SET title = 'B'")
            happens(opened.folder)

    with pytest.raises(Gone, match="The last change was written") as error:
        write()
    assert said in error.value.sentence
    assert opened.article("a").title == "B"


@every
def test_what_is_still_open_is_saved_as_a_project_of_its_own(
    opened: Project, tmp_path: Path, happens: Callable[[Path], None], said: str
) -> None:
    happens(opened.folder)
    done = rescue.save(opened, tmp_path / "saved", "anna")
    assert (done.articles, done.sets, done.spans, done.edits) == (1, 1, 1, 1)
    assert sorted(path.name for path in (tmp_path / "saved").iterdir()) == ["project.db", "project.yaml"]
    saved = Project(tmp_path / "saved")
    assert saved.schema == opened.schema
    assert not checks.check(saved).faults
    saved.close()


@every
def test_no_backup_schema_or_import_is_written_in_its_place(
    opened: Project, happens: Callable[[Path], None], said: str
) -> None:
    happens(opened.folder)
    before = sorted(opened.folder.parent.rglob("*"))
    writes = (
        lambda: backups.save(opened),
        lambda: opened.set_schema(opened.schema.called("Other")),
        lambda: put_articles(opened, b="Oslo."),
        lambda: opened.describe("a", title="B", meta={}),
        lambda: opened.remove_article("a"),
        lambda: opened.set_pools([("a", [])], by="rules"),
    )
    for write in writes:
        with pytest.raises(Gone):
            write()
    opened.reread_schema()
    assert sorted(opened.folder.parent.rglob("*")) == before


def test_a_disk_that_was_unmounted_is_said(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("No disk can be mounted here, so none can be unmounted.")
    project = small_project(disk / "p")
    put_articles(project, a=TEXT)
    subprocess.run(["umount", "-l", str(disk)], check=True)
    with pytest.raises(Gone, match="deleted or moved, or its disk was unmounted") as error:
        confirm(project, 0, 10)
    assert "folder is not there any more" in error.value.sentence
    assert rescue.save(project, tmp_path / "saved", "anna").articles == 1
    project.close()


def test_a_copy_in_a_thread_is_none_of_what_was_put_in_its_place(opened: Project) -> None:
    replace(opened.folder)
    with pytest.raises(Gone):
        backups.copy_work(opened.folder, why="hourly", of=opened)
    opened.close()
    with pytest.raises(Gone):
        backups.copy_work(opened.folder, why="at-closing", of=opened)
    assert not (opened.folder / "backups").exists()


def test_a_copy_after_closing_is_made(opened: Project) -> None:
    opened.close()
    assert backups.copy_work(opened.folder, why="at-closing", of=opened)


def test_a_folder_that_is_put_back_is_written_to_again(opened: Project) -> None:
    rename(opened.folder)
    assert rescue.there_now(opened) == opened.folder.with_name("elsewhere")
    opened.folder.with_name("elsewhere").rename(opened.folder)
    confirm(opened, 28, 32)
    assert len(opened.annotation_set("a", "anna").spans) == 2


def test_a_log_that_was_deleted_is_folded_in_at_closing(opened: Project) -> None:
    delete_log(opened.folder)
    opened.close()
    assert spans(opened.folder) == 1


def test_closing_leaves_the_log_of_another_machine_in_the_backups(opened: Project) -> None:
    replace_log(opened.folder)
    opened.close()
    [kept] = (opened.folder / "backups").iterdir()
    assert kept.read_bytes() == b"a log of another machine"
    assert spans(opened.folder) == 1


def test_closing_leaves_what_was_put_in_the_place_of_the_database_alone(
    opened: Project, tmp_path: Path
) -> None:
    coming = small_project(tmp_path / "q")
    put_articles(coming, a=TEXT)
    for name in ("project.db", "project.db-wal", "project.db-shm"):
        shutil.copy(coming.folder / name, coming.folder / "coming")
        os.replace(coming.folder / "coming", opened.folder / name)
    coming.close()
    log = (opened.folder / "project.db-wal").read_bytes()
    opened.close()
    assert (opened.folder / "project.db-wal").read_bytes() == log
    again = Project(opened.folder)
    assert not again.annotation_set("a", "anna").spans
    again.close()


def test_what_sqlite_and_we_do_ourselves_is_not_taken_for_it(opened: Project) -> None:
    other = Project(opened.folder)
    put_articles(other, b="Oslo waits.")
    for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "ANALYZE"):
        other.db.run(statement)
        confirm(opened, 28, 32)
        opened.undo("anna")
    checks.repair(other)
    other.close()
    backup.save(opened.db, opened.folder)
    opened.db.run("VACUUM")
    arrive(opened)
    rescue.require(opened)


def test_a_copy_is_not_saved_over_something(opened: Project, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "notes.txt").write_text("mine")
    with pytest.raises(UserError, match="There is something there already"):
        rescue.save(opened, tmp_path / "taken", "anna")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UserError, match="The copy was not saved"):
        rescue.save(opened, tmp_path / "file" / "below", "anna")
    assert rescue.free_folder(opened) == opened.folder.with_name("p saved")
