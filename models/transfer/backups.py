"""Backups as a person asks for them."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from annotations.errors import UserError
from annotations.files.there import is_file
from models.project import DATABASE_FILE, SCHEMA_FILE, Project
from models.store import backup
from models.store.migrations import MIGRATIONS
from models.store.opening import BUSY


def save(project: Project) -> Path:
    """Copy the database into the project's `backups/`; return the copy's path."""
    return backup.save(project.db, project.folder)


def copy_work(folder: Path, *, why: str, of: Project | None = None) -> Path | None:
    """Copy the project's database, unless the newest copy has the same work; return the copy's path, else None.

    It reads by a connection of its own, so that it can run in a thread beside an open project.  Work is what
    annotators did, and the articles with their titles and metadata; suggestions can be made again.  UserError
    when the database cannot be read or the copy not be written; Gone when it is not the one that `of` has open, or had.
    """
    path = folder / DATABASE_FILE
    try:
        with closing(_present(path)) as connection:
            if of:
                of.db.place.require()  # of what was opened just now, before anything is read of it
            newest = next(iter(backup.copies(folder)), None)
            if newest and _work(connection) == _work_in(newest):
                return None
            return backup.write(connection, folder, why=why)
    except (sqlite3.Error, OSError) as error:
        raise UserError(
            f"The project was not copied: its database or backups cannot be read ({error}).", where=path
        ) from error


def _present(path: Path) -> sqlite3.Connection:
    """Return a connection to the project's database, which must be there: none is made."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=BUSY
    )


def _work(connection: sqlite3.Connection) -> tuple[object, ...]:
    """Return a value that differs once somebody has worked on the project."""
    articles = hashlib.sha256()
    for row in connection.execute("SELECT id, hash, title, meta FROM article ORDER BY number"):
        articles.update(repr(row).encode("utf-8", "surrogatepass"))
    last = connection.execute("SELECT number, uuid FROM event ORDER BY number DESC LIMIT 1").fetchone()
    return articles.digest(), last


def _work_in(copy: Path) -> tuple[object, ...] | None:
    """Return the work that a copy has; None when it cannot be read."""
    try:
        with closing(backup.opened(copy)) as connection:
            return _work(connection)
    except sqlite3.Error:
        return None


def restore(folder: Path, copy: Path, *, wait: float = BUSY) -> Path | None:
    """Put the copy in place of the database, which nobody may have open; return where what was there is kept.

    None when there was no database.  `wait`: how many seconds another program is waited for.

    UserError when the folder is no project, the copy is none of a project, or a program has the project open.
    """
    if not is_file(folder / SCHEMA_FILE):
        raise UserError(f"This is no Factmark project: there is no {SCHEMA_FILE} in it.", where=folder)
    return backup.restore(folder, copy, newest=len(MIGRATIONS), wait=wait)
