"""The reasons why a database file may not be written: what SQLite says of it, and what the system does."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from pathlib import Path
from tempfile import TemporaryFile

from annotations.errors import CAUSES, FULL, UserError, cause
from annotations.files.there import is_there

REFUSED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
RIGHTS = (errno.EACCES, errno.EPERM, errno.EROFS)
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
ROOM = 65_536  # bytes; a disk with less is full: a page of the log and of its index do not fit
NO_FOLDER = "you have no right to write in its folder"


def is_refusal(error: BaseException) -> bool:
    """Return True when SQLite was not let do what it tried: rights, or a disk that is read-only."""
    return code(error) & 0xFF in REFUSED


def is_full(error: BaseException, folder: Path) -> bool:
    """Return True when a disk without room was the cause: SQLite has several words for it."""
    said = str(error)
    return "is full" in said or ("I/O error" in said and shutil.disk_usage(folder).free < ROOM)


def is_locked(error: BaseException) -> bool:
    return "locked" in str(error) or "busy" in str(error)


def code(error: BaseException | None) -> int:
    """Return SQLite's number of the error; 0 when it has none."""
    while error is not None:
        if found := getattr(error, "sqlite_errorcode", 0):
            return int(found)
        error = error.__cause__ or error.__context__
    return 0


def obstacle(path: Path, *places: Path) -> str:
    """Return why one of the places, which belong to the database, cannot be written; "" where nothing speaks against it."""
    if hasattr(os, "statvfs") and os.statvfs(path.parent).f_flag & os.ST_RDONLY:
        return CAUSES[errno.EROFS]
    for place in places:
        if is_there(place) and not is_allowed(place, os.W_OK):
            return f"you have no right to write to {place.name}" if place != path.parent else NO_FOLDER
    return ""


def refusal(path: Path, error: BaseException) -> str:
    """Return why the file may not be written where no rights say so; "" where that failed for once.

    What could not be made beside the file is made once more, since SQLite does not say why.  UserError when the disk
    fails.
    """
    if is_full(error, path.parent):
        return FULL
    if code(error) & 0xFF != sqlite3.SQLITE_CANTOPEN:
        return f"it cannot be written here ({error})"
    try:
        with TemporaryFile(dir=path.parent):
            return ""
    except OSError as refused:
        if refused.errno in (*RIGHTS, *NO_ROOM):
            return cause(refused)
        said = f"The project's database cannot be opened: {cause(refused)}."
        raise UserError(said, where=path) from refused


def is_allowed(path: Path, how: int) -> bool:
    return os.access(path, how, effective_ids=os.access in os.supports_effective_ids)
