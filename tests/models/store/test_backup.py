"""Backups: copies that are whole, kept in number, and put back only when that is safe."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotations.errors import UserError
from models.project import Project
from models.settings import Settings
from models.store import backup
from models.store.migrations import MIGRATIONS
from tests.making import TEXT, edit, put_articles, span

PARTS = (("a" * 8, ""), ("b" * 8, ""), ("b" * 8, "-journal"))


def restore(project: Project, copy: Path) -> Path | None:
    return backup.restore(project.folder, copy, newest=len(MIGRATIONS))


def ids(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM article")]


def test_a_backup_is_a_whole_copy_made_while_the_project_is_open(project: Project) -> None:
    put_articles(project, a=TEXT)
    copy = backup.save(project.db, project.folder)
    assert copy.parent == project.folder / "backups"
    assert copy.name.startswith("project-by-hand-")
    assert (ids(copy), backup.problems(copy)) == (["a"], [])
    assert not list(copy.parent.glob("*.part"))


def test_two_backups_in_one_second_have_two_names(project: Project) -> None:
    assert len({backup.save(project.db, project.folder) for _ in range(3)}) == 3


def test_the_oldest_of_a_ring_go_beyond_the_number_that_is_kept(project: Project) -> None:
    Settings().set(backups_latest=2)
    made = [backup.save(project.db, project.folder, why="before-merge") for _ in range(4)]
    assert [path.exists() for path in made] == [False, False, True, True]


def test_a_copy_made_by_hand_outlives_any_number_of_others(project: Project) -> None:
    by_hand = backup.save(project.db, project.folder)
    for _ in range(21):
        backup.save(project.db, project.folder, why="before-merge")
    assert by_hand.exists()
    assert len(backup.copies(project.folder)) == 11


def test_a_copy_that_is_not_whole_is_not_kept(project: Project) -> None:
    put_articles(project, a=TEXT)
    project.db.run("PRAGMA writable_schema = 1")
    project.db.run(
        "UPDATE sqlite_master SET sql = replace(sql, 'title TEXT NOT NULL', 'title') WHERE name = 'article'"
    )
    project.db.run("UPDATE sqlite_master SET rootpage = rootpage + 1 WHERE name = 'article_hash'")
    with pytest.raises(UserError, match="not kept, since it is not whole"):
        backup.save(project.db, project.folder)
    assert list((project.folder / "backups").iterdir()) == []


def test_files_of_other_names_in_the_folder_of_copies_are_nobody_s_to_remove(project: Project) -> None:
    Settings().set(backups_latest=1, backups_megabytes=10)
    own = project.folder / "backups" / "project-before-merge-20200101-000000 good.db"
    own.parent.mkdir()
    own.write_bytes(b"x" * 20_000_000)
    for _ in range(3):
        backup.save(project.db, project.folder, why="before-merge")
    assert (own.exists(), len(backup.copies(project.folder))) == (True, 1)


def test_what_a_killed_program_left_goes_after_a_day(project: Project) -> None:
    copy = backup.save(project.db, project.folder)
    new, *old = (copy.with_name(f"project-hourly.{n}.part{end}") for n, end in PARTS)
    mine = copy.with_name("project-mine.part")
    for part in (new, mine, *old):
        part.write_bytes(b"half")
        os.utime(part, None if part == new else (1, 1))
    backup.save(project.db, project.folder)
    assert [path.exists() for path in (new, mine, *old)] == [True, True, False, False]


def test_a_backup_that_cannot_be_written_is_a_sentence(project: Project) -> None:
    (project.folder / "backups").write_text("in the way")
    with pytest.raises(UserError, match="backup could not be written"):
        backup.save(project.db, project.folder)
    assert (project.folder / "backups").read_text() == "in the way"


def test_a_restored_project_is_as_it_was_and_the_later_one_is_kept(project: Project) -> None:
    put_articles(project, a=TEXT)
    copy = backup.save(project.db, project.folder)
    put_articles(project, b="Another.")
    project.close()
    kept = restore(project, copy)
    assert kept
    assert (ids(project.folder / "project.db"), ids(kept), ids(copy)) == (["a"], ["a", "b"], ["a"])
    again = Project(project.folder)
    edit(again, "label", again.annotation_set("a", "anna").having(span(0, 5)))
    again.close()


def test_nothing_is_restored_while_the_project_is_open(project: Project) -> None:
    put_articles(project, a=TEXT)
    copy = backup.save(project.db, project.folder)
    put_articles(project, b="Another.")
    with pytest.raises(UserError, match="open in another program"):
        restore(project, copy)
    assert project.db.rows("SELECT id FROM article") == [("a",), ("b",)]


def test_a_damaged_database_can_be_replaced_and_is_kept(project: Project) -> None:
    put_articles(project, a=TEXT)
    copy = backup.save(project.db, project.folder)
    project.close()
    (project.folder / "project.db").write_bytes(b"rubbish" * 1000)
    kept = restore(project, copy)
    assert kept
    assert ids(project.folder / "project.db") == ["a"]
    assert kept.read_bytes().startswith(b"rubbish")


def test_a_log_beside_a_database_that_is_gone_is_kept_and_never_read_into_the_new_one(
    project: Project,
) -> None:
    put_articles(project, a=TEXT)
    copy = backup.save(project.db, project.folder)
    put_articles(project, b="Another.")
    log = (project.folder / "project.db-wal").read_bytes()
    project.close()
    (project.folder / "project.db").unlink()
    (project.folder / "project.db-wal").write_bytes(log)
    aside = restore(project, copy)
    [kept] = (project.folder / "backups").glob("*-wal")
    assert (ids(project.folder / "project.db"), kept.read_bytes(), aside) == (["a"], log, kept)


def test_a_copy_of_a_folder_with_its_log_is_put_back_with_what_the_log_holds(
    project: Project, tmp_path: Path
) -> None:
    put_articles(project, a=TEXT)
    shutil.copytree(project.folder, tmp_path / "copied")
    assert (tmp_path / "copied" / "project.db-wal").stat().st_size > 0
    project.close()
    (project.folder / "project.db").unlink()
    restore(project, tmp_path / "copied" / "project.db")
    assert ids(project.folder / "project.db") == ["a"]


def bad_copy(kind: str, folder: Path, copy: Path) -> Path:
    path = folder / f"{kind}.db"
    if kind in ("empty", "rubbish", "cut"):
        path.write_bytes({"empty": b"", "rubbish": b"x" * 9000, "cut": copy.read_bytes()[:9000]}[kind])
    if kind in ("newer", "foreign"):
        shutil.copyfile(copy, path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {0 if kind == 'foreign' else 99}")
    return path


@pytest.mark.parametrize("kind", ["missing", "empty", "rubbish", "cut", "newer", "foreign"])
def test_what_is_no_whole_backup_is_not_put_back(project: Project, tmp_path: Path, kind: str) -> None:
    put_articles(project, a=TEXT)
    copy = bad_copy(kind, tmp_path, backup.save(project.db, project.folder))
    put_articles(project, b="Another.")
    project.close()
    with pytest.raises(UserError, match=r"nothing was changed|no such backup"):
        restore(project, copy)
    assert ids(project.folder / "project.db") == ["a", "b"]


def test_a_file_is_copied_beside_itself_when_it_is_there(tmp_path: Path) -> None:
    assert backup.save_file(tmp_path / "none.yaml", why="x") is None
    (tmp_path / "a.yaml").write_text("a: 1")
    copy = backup.save_file(tmp_path / "a.yaml", why="before-change")
    assert (copy.parent.name, copy.suffix, copy.read_text()) == ("backups", ".yaml", "a: 1")


def test_as_many_copies_are_kept_as_the_settings_say(project: Project) -> None:
    Settings().set(backups_latest=3)
    put_articles(project, **{f"a{n}": TEXT for n in range(5)})
    for n in range(5):
        project.remove_article(f"a{n}")
    assert len(list((project.folder / "backups").iterdir())) == 3


def test_what_lies_under_other_names_in_a_project_stays(project: Project) -> None:
    (project.folder / "backups").mkdir()
    parts = [project.folder / "project.part", project.folder / "project.yaml.part"]
    parts.append(backup.free_name(project.folder / "backups", "project-by-hand", ".part"))
    for part in parts:
        part.write_text("mine")
    copy = backup.save(project.db, project.folder)
    project.set_schema(project.schema.called("Other"))
    project.close()
    restore(project, copy)
    assert {part.read_text() for part in parts} == {"mine"}


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_schema_behind_a_link_stays_there(project: Project, tmp_path: Path) -> None:
    path = project.folder / "project.yaml"
    path.rename(tmp_path / "shared.yaml")
    path.symlink_to(tmp_path / "shared.yaml")
    project.set_schema(project.schema.called("Other"))
    assert (path.is_symlink(), "Other" in (tmp_path / "shared.yaml").read_text()) == (True, True)
