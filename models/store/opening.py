"""The ways in which a database file is opened: to be written, or where that is refused to be read alone.

Nothing is made beside a file that cannot be written: what SQLite leaves there would have the file's rights, and stand
in the way once they are given back.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import peewee as pw

from annotations.errors import FULL, Busy, UserError, cause, unread
from annotations.files.there import is_file, is_there
from annotations.processes.quick_dataclass import dataclass
from annotations.text.regex import regex
from models.store import presence
from models.store.refusals import code, is_allowed, is_full, is_locked, is_refusal, obstacle, refusal

PRAGMAS = {"journal_mode": "wal", "synchronous": "full", "foreign_keys": 1, "cache_size": -8000}
BUSY = 5.0  # seconds to wait for another writer, unless told otherwise
ELSEWHERE = "The project is open in another program; close it there first."
HELD = "Another program has the project to itself just now; try again in a moment."
ERRORS = (pw.DatabaseError, sqlite3.DatabaseError)
BESIDE = ("-wal", "-shm")
DERIVED = ("tally", "undecided", "tallied")  # what a project that is read keeps for itself
REFERENCE = regex(r" REFERENCES article( ON DELETE CASCADE)?")
PRIVATE = 0o600  # the rights of a temporary copy
Stamp = tuple[tuple[int, int, int] | None, ...]


@dataclass
class Opened:
    """An open file: `why` it is open for reading alone, "" where it can be written.

    `copy`: the temporary folder of the copy that is read in its place.  `seen`: what was there when it was opened, where
    SQLite does not notice what others write.  `wait`: seconds that another program is waited for.
    """

    db: Any
    why: str = ""
    copy: TemporaryDirectory[str] | None = None
    seen: Stamp | None = None
    wait: float = BUSY
    derived: list[str] = field(default_factory=list)

    def close(self) -> None:
        self.db.close()
        if self.copy:
            self.copy.cleanup()

    def make_derived(self) -> None:
        """Give this connection tables of its own, which hide those of the file, for what is derived."""
        if self.copy or self.derived:
            return
        connection: sqlite3.Connection = self.db.connection()
        sql = "SELECT tbl_name, sql FROM main.sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC"
        for table in DERIVED:
            for _, statement in connection.execute(sql, (table,)).fetchall():
                made = re.sub(r"^CREATE (TABLE|INDEX) ", r"CREATE \1 temp.", REFERENCE.sub("", statement))
                connection.execute(made)
            connection.execute(f"INSERT INTO temp.{table} SELECT * FROM main.{table}")
            self.derived.append(table)

    def drop_derived(self) -> None:
        for table in self.derived:
            self.db.connection().execute(f"DROP TABLE temp.{table}")
        self.derived.clear()


def opened(path: Path, *, new: bool = False, wait: float = BUSY, reading: str = "") -> Opened:
    """Open the file to be written, or make it (`new`), or open it to be read where writing is refused, or not wanted.

    `reading`: why it is not wanted.  UserError when neither can be done.
    """
    try:
        if new:
            return Opened(_connected(path, f"{_uri(path)}?mode=rwc", wait, new=True))
        why = reading or obstacle(path, path)
        if not why:
            try:
                return Opened(_connected(path, f"{_uri(path)}?mode=rw", wait, write=True))
            except ERRORS as error:
                if not is_refusal(error) and not is_full(error, path.parent):
                    raise
                why = obstacle(path, path.parent, *_beside(path)) or refusal(path, error)
                if not why:
                    raise
        return read_alone(path, why, wait)
    except UnicodeDecodeError as error:  # SQLite quotes damaged bytes in what it says
        raise presence.lost(
            path, "The project's database cannot be opened: its tables are damaged."
        ) from error
    except ERRORS as error:
        raise _failure(path, error) from error


def read_alone(path: Path, why: str, wait: float = BUSY) -> Opened:
    """Open the file for reading: with the log of those who write to it, from a copy with a log that was left, or as it is."""
    if all(is_file(beside) for beside in _beside(path)):
        try:
            return Opened(_connected(path, f"{_uri(path)}?mode=ro", wait), why, wait=wait)
        except ERRORS as error:
            if not is_refusal(error) and not is_full(error, path.parent):
                raise
    seen, log = stamp(path), _beside(path)[0]
    if is_file(log) and log.stat().st_size:
        copy = _copied(path)
        return Opened(_connected(path, f"{_uri(_within(copy, path))}?mode=rw", wait), why, copy, seen, wait)
    return Opened(_connected(path, f"{_uri(path)}?immutable=1", wait), why, seen=seen, wait=wait)


def copied_from(opened: Opened, path: Path) -> Opened:
    """Read on from a temporary copy, which may be changed; the one before is closed."""
    copy = TemporaryDirectory(prefix="factmark-")
    target = _within(copy, path)
    try:
        _back_up(opened.db.connection(), target)
        made = Opened(
            _connected(path, f"{_uri(target)}?mode=rw", opened.wait), opened.why, copy, wait=opened.wait
        )
    except BaseException:
        copy.cleanup()
        raise
    opened.close()
    return made


def require_alone(path: Path, wait: float) -> None:
    """Fold the write-ahead log into the file.  UserError while another program has it open."""
    if not is_there(path):
        return
    try:
        with closing(sqlite3.connect(path, timeout=wait)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.rollback()
    except sqlite3.OperationalError as error:
        if not is_locked(error):
            raise
        raise UserError(ELSEWHERE, where=path) from error
    except sqlite3.DatabaseError:
        return  # the present file is no database


def stamp(path: Path) -> Stamp:
    """Return a value that differs once the file or its log has been written or replaced."""
    return tuple(_stamp(one) for one in (path, _beside(path)[0]))


# --- the parts


def _connected(path: Path, uri: str, wait: float, *, new: bool = False, write: bool = False) -> Any:
    """Return a connection that was tried: `write` tries whether it can be written, too."""
    db = pw.SqliteDatabase(uri, uri=True, timeout=wait)
    try:
        db.connect()
        connection: sqlite3.Connection = db.connection()  # type: ignore[no-untyped-call]
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        if not new:
            presence.require_ours(path, {name for (name,) in tables})  # before a pragma writes to it
            presence.require_passive(path, connection.execute(presence.BUILT).fetchall())
        for name, value in PRAGMAS.items():
            db.pragma(name, value, permanent=True)
        if write:
            _try_to_write(connection, wait)
    except BaseException:
        db.close()
        raise
    return db


def _try_to_write(connection: sqlite3.Connection, wait: float) -> None:
    """Begin a change and take it back; OperationalError when it is refused.  Somebody who writes now is no refusal."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("BEGIN")
        connection.execute(f"PRAGMA user_version = {version}")
    except sqlite3.OperationalError as error:
        if code(error) & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    finally:
        connection.rollback()
        connection.execute(f"PRAGMA busy_timeout = {round(wait * 1000)}")


def _copied(path: Path) -> TemporaryDirectory[str]:
    """Return a temporary folder with a copy of the database and its log.  UserError when there is no room for it.

    SQLite reads the file itself: closing it as a plain file would drop the locks that this process has on it.
    """
    copy = TemporaryDirectory(prefix="factmark-")
    target, log = _within(copy, path), _beside(path)[0]
    try:
        with closing(sqlite3.connect(f"{_uri(path)}?immutable=1", uri=True)) as source:
            _back_up(source, target)
        shutil.copyfile(log, target.with_name(log.name))
        target.with_name(log.name).chmod(PRIVATE)
    except BaseException as error:
        copy.cleanup()
        if isinstance(error, OSError):
            said = f"The project's database cannot be read: no copy of {log.name} could be made ({cause(error)})."
            raise UserError(said, where=path) from error
        raise
    return copy


def _back_up(source: sqlite3.Connection, target: Path) -> None:
    target.touch(PRIVATE)
    with closing(sqlite3.connect(target)) as made:
        source.backup(made)


def _within(copy: TemporaryDirectory[str], path: Path) -> Path:
    return Path(copy.name) / path.name


def _failure(path: Path, error: Exception) -> UserError:
    """Return the error of a file that cannot even be read."""
    if is_locked(error):
        return Busy(HELD, where=path)
    why = "this file is no database" if "not a database" in str(error) else str(error)
    if not is_allowed(path, os.R_OK):
        why = unread(PermissionError(errno.EACCES, ""))
    elif is_full(error, path.parent):
        why = FULL
    said = f"The project's database cannot be opened: {why}."
    if isinstance(error, pw.OperationalError | sqlite3.OperationalError):
        return UserError(said, where=path)
    return presence.lost(path, said)


def _beside(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + end) for end in BESIDE)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _uri(path: Path) -> str:
    return path.absolute().as_uri()
