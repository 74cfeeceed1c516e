"""The look at a project's database before it is opened: one that is missing, empty or foreign is never made anew.

What is said of it names the newest backup, and how that is put back.
"""

from __future__ import annotations

import os
import re
import shlex
import sqlite3
import stat
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from annotations.errors import UserError, unread
from annotations.files.there import is_file, is_folder, is_there
from annotations.text.regex import regex
from models.store.refusals import is_allowed

TABLES = {"article", "event", "item"}  # every version of ours has these
BUILT = "SELECT name, CAST(sql AS BLOB) FROM sqlite_master WHERE sql IS NOT NULL"
PASSIVE = regex(
    rb"\s*create\s+(unique\s+)?(table|index)\b", re.IGNORECASE
)  # SQLite goes by this, not by `type`
WORDS = b"CREATE VIRTUAL TABLE article_words USING fts5 ("  # the one virtual table of ours
STAMPED = regex(r"-(\d{8}-\d{6})(?:-(\d+))?$")  # the time in a backup's name
UNTOUCHED = "Nothing was made in its place."


class Lost(UserError):
    """A database that cannot be opened; the sentence goes on with the ways back.  `found`: without those."""

    found = ""


def require(path: Path) -> None:
    """Look whether the file can be a project's database.  UserError when it is missing, empty or no file.

    It is not read: closing a file drops the locks that SQLite holds on it in this process.
    """
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise lost(path, f"The project's database is missing. {UNTOUCHED}") from error
    except OSError as error:
        raise UserError(f"The project's database cannot be opened: {unread(error)}.", where=path) from error
    if not stat.S_ISREG(found.st_mode):
        raise lost(path, "The project's database cannot be opened: this is no file.")
    if not found.st_size:
        raise lost(path, f"The project's database is empty. {UNTOUCHED}")


def replaceable(path: Path) -> Path:
    """Return the file that a restored database goes to, which a link leads to, as it does for SQLite.

    UserError for a link that leads nowhere, and where something stands that is no file.
    """
    target = Path(os.path.realpath(path))
    if path.is_symlink() and not is_there(path):
        found = f"is a link to {target}, which is not there"
    elif is_there(path) and not is_file(path):
        found = "is no file" if not is_folder(path) else "is a folder, not a file"
    else:
        return target if path.is_symlink() else path
    raise UserError(
        f"The backup could not be put back: {path.name} {found}. Move {path.name} away and restore it again; "
        "nothing was changed.",
        where=path,
    )


def require_ours(path: Path, tables: set[str]) -> None:
    """Look whether the database of these tables is a project's.  UserError when it is another program's."""
    if not tables >= TABLES:
        raise lost(path, "The project's database cannot be opened: this is a database of something else.")


def require_passive(path: Path, built: Iterable[tuple[str, bytes]]) -> None:
    """Look whether the statements of the database are tables and indexes alone.

    UserError for a trigger or view, which could change or hide work with each edit, and for what reads other files.
    """
    for name, sql in built:
        if not is_passive(sql):
            raise UserError(
                f"The project's database was not opened: it holds {name}, which Factmark never makes, and which could "
                "change your work unseen (a trigger, a view or a foreign table). The command "
                f"`{shlex.join(['check', str(path.parent), '--salvage', 'OUT'])}` makes a new project of what is in it.",
                where=path,
            )


def is_passive(sql: bytes) -> bool:
    """Return whether the statement makes a table or index, or the one virtual table of ours."""
    return PASSIVE.match(sql) is not None or sql.startswith(WORDS)


def is_unused(path: Path) -> bool:
    """Return whether nothing was ever kept in the file: what a `new` that was killed leaves."""
    if not is_there(path) or (is_file(path) and not path.stat().st_size):
        return True
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            tables = _tables(connection)
            if not tables:
                return True
            sql = "SELECT 1 FROM article UNION ALL SELECT 1 FROM event LIMIT 1"
            return tables >= TABLES and connection.execute(sql).fetchone() is None
    except sqlite3.Error:
        return False


def lost(path: Path, sentence: str) -> Lost:
    """Return the error of that sentence, which goes on with what can be done about it."""
    error = Lost(" ".join([sentence, *_ways_back(path)]), where=path)
    error.found = sentence
    return error


def _ways_back(path: Path) -> list[str]:
    log, copy = path.with_name(f"{path.name}-wal"), newest(path.parent)
    said, unseen = [], unlisted(path.parent)
    if copy is None and unseen:
        said.append(f"There may be backups of it in {path.parent / 'backups'}, but {unseen}.")
    elif copy is None:
        said.append(f"There is no backup of it in {path.parent / 'backups'}; look for a copy of {path.name}.")
    else:
        words = shlex.join(["restore", str(path.parent), str(copy)])
        said.append(
            f"The newest backup is {copy}; the command `{words}` puts it back. `backups` lists them all."
        )
        if unseen:
            said.append(f"There may be a newer one: {unseen}.")
    if is_file(log) and log.stat().st_size:
        said.append(
            f"Leave {log.name} where it is: it may hold the latest edits, and goes with the {path.name} that was here."
        )
    return said


def newest(folder: Path) -> Path | None:
    """Return the newest backup that is a project's database; None when there is none."""
    copies = sorted(in_backups(folder), key=_made, reverse=True)
    return next((copy for copy in copies if _is_projects(copy)), None)


def in_backups(folder: Path) -> list[Path]:
    """Return what is called like a copy of the database; nothing where that may not be looked at."""
    place = folder / "backups"
    try:
        return list(place.glob("project-*.db")) if is_allowed(place, os.R_OK | os.X_OK) else []
    except OSError:
        return []


def unlisted(folder: Path) -> str:
    """Return why not all of the project's backups can be looked at, to go on with "but"; "" when they can."""
    place = folder / "backups"
    try:
        copies = [name for name in os.listdir(place) if name.startswith("project-") and name.endswith(".db")]
        for name in copies:
            (place / name).stat()
    except FileNotFoundError:  # also one that is thinned out just now
        return ""
    except NotADirectoryError:
        return f"{place.name} is no folder"
    except OSError as error:
        return f"the folder {place.name} cannot be read: {unread(error)}"
    denied = [name for name in sorted(copies) if not is_allowed(place / name, os.R_OK)]
    return f"you have no right to read {denied[-1]}" if denied else ""


def _made(copy: Path) -> tuple[str, int]:
    """Return when the copy was made, by its name: copying a folder gives every file another time."""
    if found := STAMPED.search(copy.stem):
        return found[1], int(found[2] or 1)
    return datetime.fromtimestamp(copy.stat().st_mtime, UTC).strftime("%Y%m%d-%H%M%S"), 1


def _is_projects(copy: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?immutable=1", uri=True)) as connection:
            return _tables(connection) >= TABLES
    except sqlite3.Error:
        return False


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
