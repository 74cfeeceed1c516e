"""The one error whose message is meant for people."""

from __future__ import annotations

import errno
from pathlib import Path

STALE = "Somebody changed this in the meantime, so {verb} was not done; the article is shown as it is now."

FULL = "the disk is full"
CAUSES = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: "your share of the disk is full",
    errno.EROFS: "the disk is read-only",
    errno.EFBIG: "the file would be larger than is allowed here",
}


class UserError(Exception):
    """An error whose message is for people.

    The message is a full sentence: what is wrong, where (`file:line`), and what to do about it.
    """

    def __init__(self, sentence: str, *, where: Path | str | None = None, line: int | None = None) -> None:
        self.sentence, self.where, self.line = sentence, where, line
        place = "" if where is None else f"{where}: " if line is None else f"{where}:{line}: "
        super().__init__(place + sentence)


class StaleEdit(UserError):
    """An edit made against rows that somebody else has changed since; nothing was written."""


class NotWritten(UserError):
    """A change that did not reach the disk, so that what is shown as saved is not the last."""


def cause(error: OSError) -> str:
    """Return why a file could not be written, to end a sentence with.

    >>> cause(OSError(errno.ENOSPC, "No space left on device"))
    'the disk is full'
    """
    return CAUSES.get(error.errno or 0) or error.strerror or str(error)
