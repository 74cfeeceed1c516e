"""The random id of a copy of a project: another one for each machine and folder in which it lies.

Machine and folder are kept as one hash: a project that is sent to somebody does not tell where it was.
"""

from __future__ import annotations

import hashlib
import platform
import sqlite3
import sys
import uuid
from contextlib import suppress
from pathlib import Path

from annotations.errors import UserError
from models.store.database import Database

MACHINE_FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


def keep(database: Database) -> None:
    """Give the copy another id when it has none yet, or got its own elsewhere.

    Where that cannot be written now, it is left for the next time; a damaged file is for `check` to tell.
    """
    place = _place(database.path.parent)
    if _read(database, "place") == place:
        return
    with suppress(UserError), database.writing_if_free():
        if _read(database, "place") != place:  # another program may have been faster
            database.run("DELETE FROM copy")
            database.run("INSERT INTO copy VALUES (?, ?)", (uuid.uuid4().hex, place))


def stored(database: Database) -> str | None:
    """Return the id of this copy; None when none could be written as yet, or it cannot be read."""
    return _read(database, "id")


def _read(database: Database, column: str) -> str | None:
    try:
        row = database.row(f"SELECT {column} FROM copy")
    except sqlite3.DatabaseError:
        return None
    return None if row is None else str(row[0])


def _place(folder: Path) -> str:
    """Return the hash of this machine and the folder."""
    named = "\0".join(("factmark", _machine(), str(folder.resolve())))
    return hashlib.sha256(named.encode("utf-8", "surrogateescape")).hexdigest()


def _machine() -> str:
    """Return what tells this machine from others: the id that its system has, else its name."""
    if sys.platform == "win32":
        import winreg

        with (
            suppress(OSError),
            winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key,
        ):
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    for path in MACHINE_FILES:
        with suppress(OSError, UnicodeDecodeError):
            if found := path.read_text("ascii").strip():
                return found
    return platform.node()
