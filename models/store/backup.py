"""Copies of a project's database: made before anything that cannot be undone, checked, and put back.

A copy is read again before it gets its name: one that has the name was whole when it was made.
"""

from __future__ import annotations

import os
import re
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from annotations import whole_files
from annotations.errors import NotWritten, UserError, cause
from annotations.files.there import is_file, is_there
from annotations.private_files import FILE, private_file, private_folder
from annotations.text.regex import regex
from models.settings import Settings
from models.store import opening, presence, refusals
from models.store.database import Database, reason, snapshot
from models.store.soundness import damage, first_damage
from models.store.thinning import BY_HAND, Copy, to_remove

BACKUPS = "backups"  # the folder of copies below the project's
STAMP = "%Y%m%d-%H%M%S"
NAME = regex(
    r"project-(?P<why>[a-z]+(?:-[a-z]+)*)(?:-\d+)?-(?P<stamp>\d{8}-\d{6})(?:-(?P<number>\d{1,3}))?\.db"
)
COUNTED = ("article", "item", "event")  # tables whose rows a copy must have in the same number
BESIDE = (
    "-wal",
    "-shm",
    "-journal",
)  # what SQLite keeps beside a database that is open or was left by a killed program
MEGABYTE = 1_000_000
PART = regex(r"project-[a-z0-9-]+\.[0-9a-f]{8}\.part(-journal|-wal|-shm)?")  # a copy in the making
LEFT_OVER = 86_400  # seconds after which an unfinished copy is nobody's any more


def save(database: Database, folder: Path, *, why: str = BY_HAND) -> Path:
    """Copy the open database into `backups/`; return the copy's path.

    UserError when it cannot be written, Gone when the database is not the folder's any more.  Older copies are
    thinned out as `models/store/thinning.py` and the person's settings say.
    """
    database.place.require()
    return write(database.connection, folder, why=why)


def write(connection: sqlite3.Connection, folder: Path, *, why: str) -> Path:
    """Copy what the connection sees, as `save`: written, flushed, read again, and only then named."""
    part = folder / BACKUPS / f"project-{why}.{token_hex(4)}.part"
    try:
        private_folder(part.parent)
        with _making(part):
            if found := _write_part(connection, part):
                raise UserError(
                    f"The backup was not kept, since it is not whole: {found}.", where=part.parent
                )
            target = free_name(part.parent, f"project-{why}", ".db")
            part.replace(target)
        whole_files.settle(part.parent)
    except (sqlite3.Error, OSError) as error:
        said = cause(error) if isinstance(error, OSError) else reason(error, part.parent)
        raise NotWritten(f"The backup could not be written: {said}.", where=part.parent) from error
    thin_out(folder, target)
    return target


@contextmanager
def _making(part: Path) -> Iterator[None]:
    """Remove the part when it could not be made whole, or not put in its place."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def save_file(path: Path, *, why: str) -> Path | None:
    """Copy a file such as `project.yaml` into `backups/` beside it; None when there is nothing to copy."""
    if not is_there(path):
        return None
    target = free_name(path.parent / BACKUPS, f"{path.stem}-{why}", path.suffix)
    whole_files.copy_whole(path, target, new=True, private=True)
    return target


def copies(folder: Path) -> dict[Path, Copy]:
    """Return the copies of the project's database, the newest first; what has another name is none."""
    found: list[tuple[datetime, int, Copy, Path]] = []
    for path in presence.in_backups(folder):
        match = NAME.fullmatch(path.name)
        with suppress(FileNotFoundError):  # another window has thinned out just now
            if match and is_file(path):
                file = path.stat()
                made = _time(match["stamp"]) or datetime.fromtimestamp(file.st_mtime, UTC)
                copy = Copy(made, int(match["number"] or 1), match["why"], file.st_size)
                found.append((made, file.st_mtime_ns, copy, path))
    return {path: copy for _, _, copy, path in sorted(found, reverse=True)}


def thin_out(folder: Path, just_made: Path) -> None:
    """Remove the copies that give way to newer ones, and unfinished ones that a killed program left.

    One that cannot be removed now stays until the next time, and so do all when the folder cannot be read.
    """
    with suppress(OSError):
        for path in _outlived(folder, just_made):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _outlived(folder: Path, just_made: Path) -> list[Path]:
    settings, found = Settings(), copies(folder)
    going = to_remove(
        found.values(),
        just_made=found.get(just_made),
        now=datetime.now(UTC),
        latest=settings["backups_latest"],
        most_bytes=settings["backups_megabytes"] * MEGABYTE,
    )
    by_copy = {copy: path for path, copy in found.items()}
    gone = [by_copy[copy] for copy in going]
    gone += [path.with_name(path.name + end) for path in gone for end in BESIDE]
    for part in (folder / BACKUPS).iterdir():
        with suppress(OSError):
            is_left = PART.fullmatch(part.name) and is_file(part)
            if is_left and abs(datetime.now(UTC).timestamp() - part.stat().st_mtime) > LEFT_OVER:
                gone.append(part)
    return gone


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows the tables have that a project's work is in."""
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED}


def _write_part(connection: sqlite3.Connection, part: Path) -> str:
    """Copy what the connection sees into the file, flushed; return what is wrong in it, read again, or ""."""
    with snapshot(connection), closing(sqlite3.connect(private_file(part))) as copy:
        copy.execute("PRAGMA journal_mode = OFF")  # nobody wants half of it back
        connection.backup(copy)
        wanted = counts(connection)
    with part.open("r+b") as file:
        os.fsync(file.fileno())
    return _differences(part, wanted)


def opened(path: Path) -> sqlite3.Connection:
    """Return a connection that reads a copy, see `address`."""
    return sqlite3.connect(address(path), uri=True, isolation_level=None)


def address(path: Path) -> str:
    """Return the URI by which SQLite reads a database and leaves no file beside it.

    A log that lies beside it already, as beside an open project, is read with it.
    """
    alone = "" if is_there(path.with_name(path.name + BESIDE[0])) else "&immutable=1"
    return f"{path.absolute().as_uri()}?mode=ro{alone}"


def _differences(part: Path, wanted: dict[str, int]) -> str:
    """Return what a copy just written is wrong in, read again from the file; "" when it is whole."""
    with closing(opened(part)) as connection:
        if found := first_damage(connection.execute):
            return found
        has = counts(connection)
    return ", ".join(f"{has[table]:,} of {wanted[table]:,} rows of {table}" for table in has if has != wanted)


def _time(stamp: str) -> datetime | None:
    """Return the time in a copy's name; None when it is none, such as of a month 13."""
    try:
        return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def problems(path: Path) -> list[str]:
    """Return what SQLite finds wrong with the file: nothing, in a whole one."""
    try:
        with closing(opened(path)) as connection:
            found = damage(connection.execute)
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.Error as error:
        return [str(error)]
    return found + [f"a row of {row[0]} refers to a missing row of {row[2]}" for row in broken]


def restore(folder: Path, copy: Path, *, newest: int, wait: float = 1) -> Path | None:
    """Put the copy in place of the database; return where what was there is kept, None when nothing was.

    UserError when the copy is no whole database of a project, is of a version above `newest`, or when another
    program has the project open, and still has after `wait` seconds.
    """
    if not is_file(copy):
        raise UserError("There is no such backup.", where=copy)
    if found := problems(copy):
        raise UserError(f"This backup is damaged ({found[0]}); nothing was changed.", where=copy)
    if not 1 <= _version(copy) <= newest:
        raise UserError(
            "This is no backup of a project, or a newer Factmark made it; nothing was changed.", where=copy
        )
    path = presence.replaceable(folder / "project.db")
    if is_file(path) and (why := refusals.obstacle(path, path, path.parent, folder)):
        raise UserError(f"The backup could not be put back: {why}.", where=copy)
    try:
        kept = free_name(folder / BACKUPS, "project-before-restore", ".db")
        aside = _set_aside(path, kept, wait)
        _put(copy, path, folder)
    except (sqlite3.Error, OSError) as error:
        said = cause(error) if isinstance(error, OSError) else reason(error, folder)
        raise UserError(f"The backup could not be put back: {said}.", where=copy) from error
    thin_out(folder, kept)
    return aside


def _set_aside(path: Path, kept: Path, wait: float) -> Path | None:
    """Keep the present database, or what its log has of it; return where, None when nothing is there.

    A log that cannot be folded in belongs to the old file: the copy that is put in place must not get it.
    """
    aside = None
    if is_file(path):
        opening.require_alone(path, wait)
        whole_files.copy_whole(path, kept, new=True, private=True)
        aside = kept
    for end in BESIDE:
        if is_there(beside := path.with_name(path.name + end)):
            beside.replace(moved := kept.with_name(kept.name + end))
            moved.chmod(FILE)
    log = kept.with_name(f"{kept.name}-wal")
    return aside or (log if is_file(log) and log.stat().st_size else None)


def _put(copy: Path, path: Path, folder: Path) -> None:
    """Put a copy of `copy`, with what its log holds, in the place of `path`, which a link in the folder may lead to."""
    part = folder / BACKUPS / f"project-restored.{token_hex(4)}.part"
    with _making(part):
        with closing(opened(copy)) as connection:
            found = _write_part(connection, part)
        if found:
            raise UserError(
                f"The backup could not be put back whole: {found}; nothing was changed.", where=copy
            )
        with suppress(FileNotFoundError):  # a project that is shared stays so
            part.chmod(stat.S_IMODE(path.stat().st_mode))
        if part.stat().st_dev == path.parent.stat().st_dev:
            part.replace(path)
        else:  # a link leads to another disk
            whole_files.copy_whole(part, path, private=True)
            part.unlink()
    whole_files.settle(path.parent)


def _version(path: Path) -> int:
    with closing(opened(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """Return a path in the folder that is not taken, with the time (UTC) in its name.

    What is made later in one second has a higher number, even where one before it was removed.
    """
    private_folder(folder)
    start = f"{stem}-{datetime.now(UTC).strftime(STAMP)}"
    tails = [path.stem.removeprefix(start) for path in folder.glob(f"{start}*{suffix}")]
    taken = [int(tail[1:] or 1) for tail in tails if re.fullmatch(r"(-\d+)?", tail)]
    tail = f"-{max(taken) + 1}" if taken else ""
    return folder / f"{start}{tail}{suffix}"
