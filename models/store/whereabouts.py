"""The look whether an open database is still the file that its path names.

A file that was deleted, moved or replaced can be written to for as long as it is open, and nobody finds that again.
Device and inode are compared, of the database and of the log beside it; neither is opened for that.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from annotations.errors import Gone, unread
from annotations.files.there import is_folder, is_there
from annotations.private_files import private_folder

Identity = tuple[int, int]  # device and inode
HELD = Path("/proc/self/fd")  # what this program has open, by number; on Linux alone
IN_STEP = "as programs do that keep folders in step"


class Whereabouts:
    """The place of a database: its path, and which file and log were there when it was opened.

    It is made before the file is opened; before `note` and after `leave` nothing is open, and the log is not looked for.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._log_path = self.path.with_name(f"{path.name}-wal")
        self._file = identity(self.path)
        self._log: Identity | None = None

    def note(self) -> None:
        """Take the log that is there for the one that is open.  Called once it is; Gone when the file was taken away."""
        self.require()
        self._log = identity(self._log_path)

    def leave(self) -> None:
        """Note that the file is about to be closed.

        SQLite then deletes the log that the path names: one that is another program's is kept in `backups/`.
        """
        if self._log and self.is_same_file():
            found = identity(self._log_path)
            if found not in (None, self._log):
                stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
                kept = self.path.parent / "backups" / f"{self._log_path.name}-{stamp}"
                with suppress(OSError):
                    private_folder(kept.parent)
                    self._log_path.rename(kept)
        self._log = None

    def is_same_file(self) -> bool:
        """Return whether the path still names the database; its log is not looked at."""
        return self._file is not None and identity(self.path) == self._file

    def require(self, *, written: bool = False) -> None:
        """Raise Gone unless the path names the file, and its log, that are open.

        `written`: a change has just been written to what is open.
        """
        if self.is_same_file() and (self._log is None or identity(self._log_path) == self._log):
            return
        moved = self.moved_to()
        if not written:
            said = "Nothing was changed."
        elif moved:
            said = "The last change was written there."
        else:
            said = "The last change was written only to what this program still has open."
        raise Gone(f"{self._what_happened(moved)} {said}", where=self.path)

    def what_happened(self) -> str:
        """Return the sentence that says what became of the file, "" while it is in its place."""
        try:
            self.require()
        except Gone:
            return self._what_happened(self.moved_to())
        return ""

    def moved_to(self) -> Path | None:
        """Return the path that the open database has now, when it was moved and that can be known; else None."""
        held = self._held()
        if held is None or identity(held[1]) != self._file or held[1] == self.path:
            return None
        return held[1]

    def _held(self) -> tuple[int, Path] | None:
        """Return how many names the open file has, and its path as the system knows it; None where it cannot say."""
        try:
            numbers = os.listdir(HELD)
        except OSError:
            return None
        for number in numbers:
            with suppress(OSError):  # closed meanwhile
                found = os.stat(HELD / number)
                if (found.st_dev, found.st_ino) == self._file:
                    return found.st_nlink, Path(os.readlink(HELD / number))
        return None

    def _what_happened(self, moved: Path | None) -> str:
        """Return the sentence that says what became of the file."""
        try:
            found = os.stat(self.path)
        except (FileNotFoundError, NotADirectoryError):
            if moved:
                return f"The project was moved or renamed while it was open; it is now in {moved.parent}."
            thing = "database" if is_folder(self.path.parent) else "folder"
            held = self._held()
            if held and not held[0]:
                return f"The project's {thing} was deleted while it was open."
            return f"The project's {thing} is not there any more: it was deleted or moved, or its disk was unmounted."
        except OSError as error:
            return f"The project cannot be reached any more: {unread(error)}."
        if (found.st_dev, found.st_ino) != self._file:
            return f"The project's database was replaced by another file while it was open, {IN_STEP}."
        done = "replaced by another file" if is_there(self._log_path) else "deleted"
        return f"{self._log_path.name}, which holds the latest changes of the project, was {done} while it was open."


def identity(path: Path) -> Identity | None:
    """Return the device and inode of the file; None when it cannot be found."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
