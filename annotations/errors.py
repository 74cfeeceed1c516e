"""The one error whose message is meant for people, and the door through which any other becomes one."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

Given = TypeVar("Given")
STALE = "Somebody changed this in the meantime, so {verb} was not done; the article is shown as it is now."
LOG = "factmark"  # the logger that errors.log is written from
LONGEST = 160  # code points of an error's own words

FULL = "the disk is full"
CAUSES = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: "your share of the disk is full",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you have no right to write there",
    errno.EPERM: "you have no right to write there",
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
    """A change that did not reach the disk, so that what is shown as saved is not the last.

    `mark`: what stands in place of the mark *saved*.
    """

    mark = "✗ not saved"


class Busy(NotWritten):
    """A change that another program's lock kept from the disk; it can be written once that is gone.

    `waiting`: how many changes are kept until then; with none of them the change was simply not made.
    """

    def __init__(self, sentence: str, *, where: Path | str | None = None, waiting: int = 0) -> None:
        super().__init__(sentence, where=where)
        if waiting:
            self.mark = f"… waiting for another program ({waiting:,})"


class Gone(NotWritten):
    """A project that is not where it was opened any more: what is written to it would not be found again."""

    mark = "✗ gone"


class ReadOnly(NotWritten):
    """A change to a project that is open for reading alone; nothing of it was done."""

    mark = "read only"

    def __init__(self, why: str, *, where: Path | str | None = None) -> None:
        advice = "Make room and open it again" if why == FULL else "Copy its folder"
        super().__init__(
            f"This project is open for reading alone, since {why}. {advice} to change it.", where=where
        )


def cause(error: OSError) -> str:
    """Return why a file could not be written, to end a sentence with.

    >>> cause(OSError(errno.ENOSPC, "No space left on device"))
    'the disk is full'
    """
    return CAUSES.get(error.errno or 0) or error.strerror or str(error)


def unread(error: OSError) -> str:
    """Return why a file could not be read, to end a sentence with."""
    denied = error.errno in (errno.EACCES, errno.EPERM)
    return "you have no right to read it" if denied else error.strerror or str(error)


def guarded(entries: Iterable[Given], say: Callable[[str], Given], doing: str) -> Iterator[Given]:
    """Yield the entries; when what gives them fails in a way that nobody foresaw, yield last what `say` makes of it.

    `say` is given the kind of the error in a few words; the traceback goes to the log, under the words `doing`.
    """
    try:
        yield from entries
    except UserError:
        raise
    except (
        Exception,
        SystemExit,
    ) as error:  # libraries throw anything at a hostile file, and some end the program
        import logging

        logging.getLogger(LOG).exception(doing)
        yield say(kind_of(error))


def attempted(make: Callable[[], Given], say: Callable[[str], Given], doing: str) -> Given:
    """Return what `make` makes; when that fails in a way that nobody foresaw, what `say` makes of it, as above."""
    (made,) = guarded((make() for _ in range(1)), say, doing)
    return made


def kind_of(error: BaseException) -> str:
    """Return what went wrong, in a few words: the error's class, and the first line of what it says."""
    if isinstance(error, MemoryError):
        return "it needs more memory than there is"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    said = "".join(char if char.isprintable() else "?" for char in (str(error).splitlines() or [""])[0])
    module, name = type(error).__module__, type(error).__name__
    name = name if module == "builtins" else f"{module.split('.')[0]}.{name}"
    return f"{name}: {said[:LONGEST]}" if said else name
