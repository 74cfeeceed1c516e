"""The fresh look: what it says is so of the file that the path names now, whatever the window believed."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotations import span_verbs
from annotations.articles import Article
from annotations.edits import Edit
from annotations.formats.base import Record
from models.project import Project
from models.queries.fresh_look import KEEP, Screen, look

TEXT = "Oslo waits for rain."


@pytest.fixture
def screen(project: Project) -> Screen:
    """An article on which anna has labelled one span."""
    arrivals = project.arrivals(by="anna")
    arrivals.take([Record(Article("a", TEXT, "A", {}))])
    arrivals.land()
    arrivals.close()
    before = project.annotation_set("a", "anna")
    after = span_verbs.label(before, 0, 4, "GPE", text=TEXT)
    project.apply(Edit.between("label", before, after), by="anna")
    return Screen(project.folder, "anna", project.annotation_set("a", "anna"), TEXT)


def test_what_is_saved_is_said_with_the_time_of_the_last_edit(screen: Screen) -> None:
    said = look(screen)
    assert re.fullmatch(
        r"The project was read again just now: its file is whole, and holds your work on this article as it is "
        r"shown\. Your last edit in it is of \d\d:\d\d:\d\d\.",
        said,
    )


def test_an_edit_that_is_not_in_the_file_is_said(screen: Screen) -> None:
    assert screen.set
    unsaved = span_verbs.label(screen.set, 15, 19, "GPE", text=TEXT)
    said = look(replace(screen, set=unsaved))
    assert (
        "does not hold what is on the screen: 1 item of your work is otherwise in it, or not at all." in said
    )
    assert said.endswith(KEEP)


def test_an_article_that_is_gone_and_a_text_that_is_another_are_said(
    screen: Screen, project: Project
) -> None:
    assert "the article's text is another" in look(replace(screen, text="Oslo"))
    project.remove_article("a")
    assert "the article is not in it" in look(screen)


def test_a_file_that_was_replaced_is_the_one_looked_at(
    screen: Screen, project: Project, tmp_path: Path
) -> None:
    other = Project.create(tmp_path / "other", project.schema)
    other.close()
    for name in ("project.db-wal", "project.db-shm"):  # a log that is left would be read with the new file
        (project.folder / name).unlink()
    (tmp_path / "other" / "project.db").replace(project.folder / "project.db")
    assert "does not hold what is on the screen: the article is not in it." in look(screen)


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 400])
def test_a_file_that_cannot_be_read_is_said(screen: Screen, project: Project, content: bytes | None) -> None:
    project.close()
    (project.folder / "project.db").unlink()
    if content is not None:
        (project.folder / "project.db").write_bytes(content)
    said = look(screen)
    assert said.startswith("The project could not be read again, so it is not known what of it is saved: ")
    assert said.endswith(KEEP)


def test_damaged_pages_are_said(screen: Screen, project: Project) -> None:
    project.close()
    path = project.folder / "project.db"
    content = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'tombstone'").fetchone()
    content[(page - 1) * 4096 : (page - 1) * 4096 + 8] = b"\xff" * 8
    path.write_bytes(content)
    assert "and its file is damaged" in look(screen)


def test_a_row_that_is_nonsense_is_said(screen: Screen, project: Project) -> None:
    with project.db.writing():
        project.db.run("UPDATE item SET body = '{'")
    assert look(screen).startswith("The project could not be read again")


def test_a_file_too_large_to_look_through_is_compared_all_the_same(screen: Screen) -> None:
    said = look(screen, seconds=0)
    assert "its file is too large to be looked through here, and holds your work on this article" in said


def test_the_look_at_a_large_file_ends_in_time(screen: Screen, project: Project) -> None:
    with project.db.writing():
        rows = ((f"{n:09}" * 400,) for n in range(30_000))
        project.db.run("CREATE TABLE large (text TEXT)")
        project.db.many("INSERT INTO large VALUES (?)", rows)
    said = look(screen, seconds=1e-6)
    assert "its file is too large to be looked through here, and holds your work on this article" in said


def test_a_lock_that_is_held_is_not_waited_for_long(screen: Screen, project: Project) -> None:
    project.close()
    with closing(sqlite3.connect(project.folder / "project.db", isolation_level=None)) as held:
        held.execute("PRAGMA locking_mode = EXCLUSIVE")
        held.execute("BEGIN IMMEDIATE")
        assert "could not be read again" in look(screen)


def test_the_look_leaves_the_locks_of_the_open_project(screen: Screen, project: Project) -> None:
    with project.db.writing():
        look(screen)
        other = sqlite3.connect(project.folder / "project.db", timeout=0)
        with closing(other), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
