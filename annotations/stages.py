"""Stages: folders of random names beside a target, in which files are made before they go to their place.

Each holds a note that names it and is locked while its program is at work.  By that a stage that a killed program left is
known, and nothing else is ever removed.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from annotations.files.there import is_folder, is_there

STAGE, NOTE = ".factmark-", "made-by-factmark"  # how a stage's name begins, and its note is called
YOUNG = 60  # seconds in which an empty stage may be one that has just been made

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(1 << 20)  # beyond the note, which stays to be read
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Stage:
    """A folder of a random name beside the target; `new` is where the file or folder is to be made."""

    def __init__(self, target: Path) -> None:
        """Make it, and remove those that killed programs left there.  OSError when it cannot be made."""
        remove_abandoned(target)
        self.folder = Path(mkdtemp(prefix=STAGE, dir=target.parent))
        self.new = self.folder / "new"
        try:
            self._note = (self.folder / NOTE).open("xb")
        except OSError:
            _remove(self.folder)
            raise
        try:
            _lock(self._note)
        except OSError:
            return  # without locks a stage that is left is never taken for an abandoned one
        try:
            self._note.write(os.fsencode(f"{self.folder.name}\n{target.name}"))
            self._note.flush()
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        """Remove it with all that is still in it, but for a folder that could neither be replaced nor put back."""
        if _holds_both(self.folder):
            self._note.close()  # `remove_abandoned` puts it back
            return
        with suppress(OSError):
            _empty(self.folder)
        with suppress(OSError):  # a note that found no room on the disk
            self._note.close()
        _remove(self.folder)


def remove_abandoned(target: Path) -> None:
    """Remove the stages that programs which are gone left beside the target.

    Between two renames one may hold the folder that was there: that is put back first.
    """
    with suppress(OSError):
        for folder in Path(os.path.realpath(target)).parent.glob(f"{STAGE}*"):
            with suppress(OSError):
                _remove_if_abandoned(folder)


def _remove_if_abandoned(folder: Path) -> None:
    note = folder / NOTE
    if folder.is_symlink() or note.is_symlink():
        return
    if not is_there(note):
        if time.time() - folder.stat().st_mtime > YOUNG:
            folder.rmdir()  # OSError when there is anything in it
        return
    with note.open("r+b") as file:
        _lock(file)  # OSError while its program is at work
        said = os.fsdecode(file.read(4096))
        name, _, target = said.partition("\n")
        if name != folder.name:
            if _is_begun(folder, said):
                _remove(folder)
            return
        old, place = folder / "old", folder.with_name(target)
        if _holds_both(folder):
            if os.path.lexists(place):
                return  # somebody put something there: neither is to go
            old.rename(place)
        _empty(folder)
    _remove(folder)


def _is_begun(folder: Path, said: str) -> bool:
    """Return True for a stage whose program was killed before its note was written, and nothing else made."""
    is_alone = [path.name for path in folder.iterdir()] == [NOTE]
    return is_alone and folder.name.startswith(said) and time.time() - folder.stat().st_mtime > YOUNG


def _holds_both(folder: Path) -> bool:
    return is_there(folder / "old") and is_there(folder / "new")


def _empty(folder: Path) -> None:
    """Remove what a stage holds but its note, which tells until then that it is one."""
    for inner in folder.iterdir():
        if inner.name != NOTE:
            if is_folder(inner) and not inner.is_symlink():
                shutil.rmtree(inner, ignore_errors=True)
            with suppress(OSError):
                inner.unlink()


def _remove(folder: Path) -> None:
    """Remove an empty stage with its note, which stays while anything else does: by it the rest is found later."""
    with suppress(OSError):
        if any(path.name != NOTE for path in folder.iterdir()):
            return
        (folder / NOTE).unlink(missing_ok=True)
        folder.rmdir()


def is_staged(path: Path, below: Path) -> bool:
    """Return True for what lies in a stage below the folder: it is being written, or was left."""
    return any(part.startswith(STAGE) for part in path.relative_to(below).parts)
