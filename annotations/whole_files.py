"""The door for every write of a whole file or folder: made beside its target, flushed, put in its place at once.

Meanwhile it lies in a stage (`annotations/stages.py`).  Links are followed, what no file can replace is refused.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from annotations.errors import UserError
from annotations.files.there import is_file, is_folder, is_there
from annotations.private_files import FILE, private_file
from annotations.stages import Stage

OWN_FILES = (
    "project.yaml",
    "patterns.jsonl",
    "searches.yaml",
    *(f"project.db{end}" for end in ("", "-wal", "-shm", "-journal")),
)
OWN_FOLDERS = ("backups", "pipelines")  # of a project, like the files before
MANY = 200  # files from which on the whole system is flushed rather than each of them
NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EACCES)
NO_FLUSH = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)  # what a folder says where it cannot be flushed
AT_HERE, SWAP = -100, 2  # of Linux's renameat2

# --- where it may go


def target_of(path: Path) -> Path:
    """Return the file or folder that a write to the path goes to: a link is followed, and stays.

    UserError for a device, a pipe or a socket.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        mode = stat.S_IFREG
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        kind = "pipe" if stat.S_ISFIFO(mode) else "socket" if stat.S_ISSOCK(mode) else "device"
        raise UserError(f"This is a {kind}, and no file; name a file to write.", where=path)
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def free_target(path: Path) -> Path:
    """Return the target of a file that somebody named.  UserError too when it is one of a project's own."""
    target = target_of(path)
    for place in (Path(os.path.abspath(path)), Path(os.path.realpath(path))):
        for inner in (place, *place.parents):
            name = inner.name.casefold()
            is_own = name in OWN_FOLDERS or (inner == place and name in OWN_FILES)
            if is_own and any(is_there(inner.parent / own) for own in ("project.yaml", "project.db")):
                said = f"{inner.name} belongs to the project in {inner.parent} and is not written over"
                raise UserError(f"{said}; name another file.", where=path)
    return target


def require_room(folder: Path) -> None:
    """Raise UserError unless a folder can be made there: nothing is there, or an empty one.  OSError when that cannot be seen."""
    if is_there(folder) and (not is_folder(folder) or any(folder.iterdir())):
        raise UserError("There is something there already; choose another folder.", where=folder)


def keep_aside(target: Path) -> Path | None:
    """Give what is there a second name, so that it stays when the target is written; None for an empty file."""
    if not is_file(target) or not target.stat().st_size:
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    for tail in ("", *(f"-{n}" for n in range(2, 1000))):
        kept = target.with_name(f"{target.name}.kept-{stamp}{tail}")
        with suppress(FileExistsError):
            _second_name(target, kept)
            return kept
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))


# --- files


@contextmanager
def writing(path: Path, *, new: bool = False, private: bool = False) -> Iterator[Path]:
    """Give a path to make a file at, and then put that in the place of the one at `path`, or of none (`new`).

    `private`: where there was none, it is its owner's alone; one that was there keeps its rights.  OSError when that cannot be done, or UserError of `target_of`; then what was there stays.
    """
    target = target_of(path)
    stage = Stage(target)
    try:
        yield private_file(stage.new) if private else stage.new
        _put_new(stage.new, target) if new else put(stage.new, target)
    finally:
        stage.close()


def stamp_of(path: Path) -> tuple[int, int] | None:
    """Return a value that differs once the file has been written; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def write_whole(path: Path, text: str, *, private: bool = False) -> None:
    """Write the text, whole or not at all; lines end as they are.  OSError leaves what was there."""
    with writing(path, private=private) as made, made.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def copy_whole(source: Path, path: Path, *, new: bool = False, private: bool = False) -> None:
    """Copy the file, whole or not at all, over the one at `path`, or over none (`new`)."""
    with writing(path, new=new, private=private) as made:
        shutil.copyfile(source, made)


def put(made: Path, target: Path) -> None:
    """Flush a file and put it in the target's place, with the permissions of what was there.

    A target on another disk, to which a link led, gets a copy in the same way.
    """
    _flush(made)
    with suppress(OSError):
        made.chmod(_rights(target))
    try:
        made.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        copy_whole(made, target, private=_rights(made) == FILE)
    settle(target.parent)


def _put_new(made: Path, target: Path) -> None:
    """Flush a file and give it a name that nothing has.  FileExistsError when something has it."""
    _flush(made)
    _second_name(made, target)
    settle(target.parent)


def _second_name(path: Path, other: Path) -> None:
    """Give the file a second name, or the name to a copy where there are no links.  FileExistsError when taken."""
    try:
        os.link(path, other)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        handle = os.open(
            other, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), _rights(path)
        )
        with path.open("rb") as source, os.fdopen(handle, "wb") as file:
            shutil.copyfileobj(source, file)
            file.flush()
            os.fsync(file.fileno())


def _rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# --- folders


def put_folder(stage: Stage, target: Path, check: Callable[[Path], None]) -> None:
    """Flush the stage's folder and put it in the target's place; the old one goes with the stage.

    `check` gets the old one before, and again when nobody finds it by its name any more; what it raises leaves all as it
    was.
    """
    _flush_tree(stage.new)
    if not is_there(target):
        stage.new.rename(target)
    else:
        check(target)
        with suppress(OSError):
            stage.new.chmod(_rights(target))
        _swap(stage, target, check)
    settle(target.parent)


def _swap(stage: Stage, target: Path, check: Callable[[Path], None]) -> None:
    """Exchange the two in one step where the system can, else in two that `remove_abandoned` can undo."""
    if _exchange(stage.new, target):
        try:
            check(stage.new)
        except BaseException:
            _exchange(stage.new, target)
            raise
        return
    old = stage.folder / "old"
    target.rename(old)
    try:
        check(old)
        stage.new.rename(target)
    except BaseException:
        old.rename(target)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Return True when each of the two now has the other's name."""
    if sys.platform != "linux":
        return False
    import ctypes

    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(AT_HERE, os.fsencode(one), AT_HERE, os.fsencode(other), SWAP) == 0)


# --- to the disk


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # a folder cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in NO_FLUSH:
            raise
    finally:
        os.close(handle)


def settle(folder: Path) -> None:
    """Flush a folder's names when something has got its name in it, as far as the system can.

    It is in its place in any case, and an error here must not say otherwise.  Should the power fail, the old file is
    there or the new one, whole: the content was flushed before.
    """
    with suppress(OSError):
        _flush_folder(folder)


def _flush_tree(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if is_file(path)]
    if len(files) > MANY and sys.platform == "linux":  # elsewhere it returns before all is written
        os.sync()
        return
    for path in files:
        _flush(path)
    for path in (folder, *(path for path in folder.rglob("*") if is_folder(path))):
        _flush_folder(path)
