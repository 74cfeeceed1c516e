"""Trust in a pipeline's folder: it is known by a hash of all that it holds, and only that is loaded.

A pipeline may run any code of its author's.  What is loaded is a copy that nobody else can change, of the very
bytes that were hashed; a link or a device in the folder could be something else at the next look, and is refused.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import NamedTuple

from annotations.errors import UserError, cause

NEEDED = ("meta.json", "config.cfg")  # every pipeline has them: no other folder is looked through
FILES, BYTES = 10_000, 8 * 2**30  # more than any pipeline has
BLOCK = 1 << 20  # bytes read at a time
COPY = "factmark-pipeline-"  # how a copy's folder begins
OLD = 86_400  # seconds after which the copy of a program that was killed is removed
FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
RIGHTS = "A pipeline may run any code of its author's with your rights: read, change and send your files."


class UntrustedPipelineError(UserError):
    """A pipeline's folder that nobody has said may be loaded; nothing of it was.

    `hash`: of all that the folder holds, in hexadecimal digits.
    """

    def __init__(self, name: str, folder: Path, hash_: str) -> None:
        self.name, self.folder, self.hash = name, folder, hash_
        super().__init__(
            f"The pipeline {name} was not loaded: it lies in a folder that you have not said you trust. {RIGHTS}",
            where=folder,
        )


class FolderPart(NamedTuple):
    """A file or folder in a pipeline: its path from the top with `/`, and of a file the size in bytes and the hash."""

    path: str
    size: int = -1
    hash: str = ""


def fingerprint(folder: Path, copy: Path | None = None) -> str:
    """Return the hash of all names and contents below the folder; put what was hashed into `copy`.

    UserError when it is no pipeline, too large for one, cannot be read, or holds a link or a device.
    """
    try:
        entries = sorted(_entries(Path(os.path.realpath(folder)), folder, copy))
    except OSError as error:
        raise UserError(f"The pipeline cannot be read: {cause(error)}.", where=folder) from error
    return hashlib.sha256(json.dumps(entries).encode("ascii")).hexdigest()


@contextmanager
def loadable(name: str, folder: Path, trusted: Collection[str]) -> Iterator[Path]:
    """Give a copy of the folder that is as it was hashed, for as long as it takes to load it.

    UntrustedPipelineError when its hash is not among the trusted; UserError as `fingerprint`.
    """
    found = fingerprint(folder)
    if found not in trusted:
        raise UntrustedPipelineError(name, folder, found)
    _remove_left()
    with TemporaryDirectory(
        prefix=COPY, ignore_cleanup_errors=True
    ) as private:  # nobody else may look into it
        copy = Path(private) / "pipeline"
        copied = fingerprint(folder, copy)
        if copied not in trusted:  # somebody changed it since the look above
            raise UntrustedPipelineError(name, folder, copied)
        yield copy


def _entries(top: Path, said: Path, copy: Path | None) -> Iterator[FolderPart]:
    for name in NEEDED:
        if not stat.S_ISREG(_mode(top / name)):
            raise _refused(said, f"it has no file {name}")
    folders, count, size = [top], 0, 0
    while folders:
        folder = folders.pop()
        if copy:
            (copy / folder.relative_to(top)).mkdir()
        with os.scandir(folder) as found:
            for one in found:
                count += 1
                if count > FILES:
                    raise _refused(said, f"it holds more than {FILES:,} files")
                path = folder / one.name
                named = path.relative_to(top).as_posix()
                if one.is_dir(follow_symlinks=False):
                    folders.append(path)
                    yield FolderPart(named)
                    continue
                yield (entry := FolderPart(named, *_hashed(path, said, copy and copy / named, BYTES - size)))
                size += entry.size


def _hashed(path: Path, said: Path, copy: Path | None, room: int) -> tuple[int, str]:
    """Return the size and hash of the file, which may have `room` bytes; what was read goes into `copy`."""
    if not stat.S_ISREG(_mode(path)):
        raise _refused(said, f"{path.name} in it is a link or a device")
    read, size = hashlib.sha256(), 0
    with open(path, "rb", opener=lambda name, _: os.open(name, FLAGS)) as file:
        status = os.fstat(file.fileno())  # of what was opened: the name may mean something else by now
        if not stat.S_ISREG(status.st_mode):
            raise _refused(said, f"{path.name} in it is a link or a device")
        with copy.open("xb") if copy else nullcontext() as written:
            while status.st_size <= room and (block := file.read(BLOCK)):
                size += len(block)
                if size > room:
                    break
                read.update(block)
                if written:
                    written.write(block)
    if max(size, status.st_size) > room:
        raise _refused(said, f"it holds more than {BYTES // 2**30} GB")
    return size, read.hexdigest()


def _mode(path: Path) -> int:
    try:
        return os.lstat(path).st_mode
    except FileNotFoundError:
        return 0


def _refused(folder: Path, why: str) -> UserError:
    return UserError(
        f"This is no spaCy pipeline, or it cannot be loaded: {why}. Name another under `pipeline:` in project.yaml.",
        where=folder,
    )


def _remove_left() -> None:
    """Remove the copies of ours that programs which were killed have left."""
    mine = getattr(os, "getuid", lambda: None)()
    for left in Path(gettempdir()).glob(f"{COPY}*"):
        with suppress(OSError):
            status = os.lstat(left)
            is_old = time.time() - status.st_mtime > OLD
            if is_old and stat.S_ISDIR(status.st_mode) and mine in (None, status.st_uid):
                shutil.rmtree(left, ignore_errors=True)
