"""What stands where a backup is put back: a link is followed, and what is no file is named and left."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotations.errors import UserError
from models.project import Project
from models.store import backup
from models.store.migrations import MIGRATIONS
from tests.making import TEXT, put_articles

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links")


@pytest.fixture
def copy(project: Project) -> Path:
    """A backup with the article a, of a project that has b too and is closed."""
    put_articles(project, a=TEXT)
    made = backup.save(project.db, project.folder)
    put_articles(project, b="Another.")
    project.close()
    return made


def restore(copy: Path) -> Path | None:
    return backup.restore(copy.parents[1], copy, newest=len(MIGRATIONS))


def ids(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM article")]


@pytest.mark.parametrize("elsewhere", ["the same disk", "another disk"])
def test_a_link_is_followed_and_stays(copy: Path, tmp_path: Path, elsewhere: str) -> None:
    path, place = copy.parents[1] / "project.db", tmp_path / "far"
    place.mkdir()
    if elsewhere == "another disk":
        place = other_disk(place)
    try:
        (place / "work.db").write_bytes(path.read_bytes())
        path.unlink()
        path.symlink_to(place / "work.db")
        kept = restore(copy)
        assert kept
        assert (path.is_symlink(), ids(place / "work.db"), ids(kept)) == (True, ["a"], ["a", "b"])
        assert (set(copy.parent.iterdir()), list(place.iterdir())) == ({copy, kept}, [place / "work.db"])
    finally:
        (place / "work.db").unlink()


def other_disk(place: Path) -> Path:
    shm = Path("/dev/shm")
    if not shm.is_dir() or shm.stat().st_dev == place.stat().st_dev:
        pytest.skip("there is no other disk here")
    (found := shm / f"factmark-{os.getpid()}").mkdir(exist_ok=True)
    return found


ODD = {"a dangling link": "is a link to", "a pipe": "is no file", "a folder": "is a folder"}


@pytest.mark.parametrize("what", ODD)
def test_what_is_no_file_is_named_and_left(copy: Path, what: str) -> None:
    path = copy.parents[1] / "project.db"
    path.unlink()
    if what == "a dangling link":
        path.symlink_to(path.with_name("gone.db"))
    else:
        os.mkfifo(path) if what == "a pipe" else path.mkdir()
    with pytest.raises(UserError, match=rf"project\.db {ODD[what]}.*Move project\.db away") as refused:
        restore(copy)
    assert "nothing was changed" in str(refused.value)
    assert not path.is_file()
    assert list(copy.parent.iterdir()) == [copy]
