"""Copies of a project's database: made before anything that cannot be undone, checked, and put back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from annotations import whole_files
from annotations.errors import UserError, cause
from models.settings import Settings
from models.store import presence
from models.store.database import Database, reason


def save(database: Database, folder: Path, *, why: str = "by-hand", keep: int | None = None) -> Path:
    """Copy the open database into `backups/`; return the copy's path.  UserError when it cannot be written.

    The oldest copies beyond `keep` go, else beyond the number that the person's settings say.
    """
    target = folder / "backups"
    try:
        target = free_name(folder / "backups", f"project-{why}", ".db")
        with whole_files.writing(target, new=True) as made, closing(sqlite3.connect(made)) as copy:
            database.connection.backup(copy)
    except (sqlite3.Error, OSError) as error:
        why = cause(error) if isinstance(error, OSError) else reason(error, folder)
        raise UserError(f"The backup could not be written: {why}.", where=target) from error
    thin_out(folder, Settings()["backups_kept"] if keep is None else keep)
    return target


def save_file(path: Path, *, why: str) -> Path | None:
    """Copy a file such as `project.yaml` into `backups/` beside it; None when there is nothing to copy."""
    if not path.exists():
        return None
    target = free_name(path.parent / "backups", f"{path.stem}-{why}", path.suffix)
    whole_files.copy_whole(path, target, new=True)
    return target


def thin_out(folder: Path, keep: int) -> None:
    """Remove the oldest database copies beyond `keep`."""
    copies = sorted((folder / "backups").glob("project-*.db"), key=lambda path: path.stat().st_mtime)
    for path in copies[: max(0, len(copies) - keep)]:
        path.unlink(missing_ok=True)


def problems(path: Path) -> list[str]:
    """Return what SQLite finds wrong with the file: nothing, in a whole one."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.Error as error:
        return [str(error)]
    return found + [f"a row of {row[0]} refers to a missing row of {row[2]}" for row in broken]


def restore(folder: Path, copy: Path, *, newest: int) -> Path | None:
    """Put the copy in place of the database; return where what was there is kept, None when nothing was.

    UserError when the copy is no whole database of a project, is of a version above `newest`, or when another
    program has the project open.
    """
    if not copy.is_file():
        raise UserError("There is no such backup.", where=copy)
    if found := problems(copy):
        raise UserError(f"This backup is damaged ({found[0]}); nothing was changed.", where=copy)
    if not 1 <= _version(copy) <= newest:
        raise UserError(
            "This is no backup of a project, or a newer Factmark made it; nothing was changed.", where=copy
        )
    path = folder / "project.db"
    try:
        kept = _set_aside(path)
        whole_files.copy_whole(copy, path)
    except OSError as error:
        raise UserError(f"The backup could not be put back: {cause(error)}.", where=copy) from error
    return kept


def _version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """Return a path in the folder that is not taken, with the time (UTC) in its name."""
    folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    names = (f"{stem}-{stamp}{tail}{suffix}" for tail in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())


def _set_aside(path: Path) -> Path | None:
    """Keep the present database, or what its write-ahead log has of it; return where, None when nothing is there.

    A log that is left would be read into the copy that is put in place.
    """
    kept, whole = free_name(path.parent / "backups", "project-before-restore", ".db"), path.is_file()
    if whole and presence.is_database(path):
        _only_user(path)
    if whole:
        whole_files.copy_whole(path, kept, new=True)
    log = path.with_name(f"{path.name}-wal")
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    if not log.is_file() or not log.stat().st_size:
        log.unlink(missing_ok=True)
        return kept if whole else None
    moved = kept.with_name(f"{kept.name}-wal")
    log.replace(moved)
    return kept if whole else moved


def _only_user(path: Path) -> None:
    """Fold the write-ahead log into the file.  UserError while another program has it open."""
    try:
        with closing(sqlite3.connect(path, timeout=1)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.rollback()
    except sqlite3.OperationalError as error:
        raise UserError(
            "The project is open in another program; close it there first.", where=path
        ) from error
    except sqlite3.DatabaseError:
        return  # it is damaged; it is kept as it is, with its log
