"""The kinds of faults, as a table: how a step fails, and what is to be true after it."""

from __future__ import annotations

import errno
from dataclasses import dataclass

from tests.faults.shim import Mode

SHIM, OWN, LOCK, DISK = "shim", "own", "lock", "disk"  # what makes it happen
KILLED, REFUSED, ON, MOVED = "killed", "refused", "on", "moved"  # how it is judged
YEAR = 365 * 86_400


@dataclass(frozen=True)
class Kind:
    """A kind of fault.  `again`: it ends once a step was refused, which is then taken a second time.

    `only`: the names of the steps that can fail so; all of them, when it is empty.
    """

    name: str
    by: str
    judged: str
    mode: Mode = Mode.OFF
    error: int = 0
    again: bool = False
    only: tuple[str, ...] = ()


NAMES = ("open", "rename", "renameat2", "link", "unlink", "mkdir", "rmdir")
KINDS = {
    kind.name: kind
    for kind in (
        Kind("kill", SHIM, KILLED, Mode.KILL),
        Kind("torn-write", SHIM, KILLED, Mode.TORN, only=("write", "pwrite")),
        Kind("error-once", SHIM, REFUSED, Mode.ONCE, errno.EIO),
        Kind("error-on", SHIM, REFUSED, Mode.ON, errno.EIO),
        Kind("error-ends", SHIM, REFUSED, Mode.ON, errno.EIO, again=True),
        Kind("full-on", SHIM, REFUSED, Mode.ON, errno.ENOSPC),
        Kind("full-ends", SHIM, REFUSED, Mode.ON, errno.ENOSPC, again=True),
        Kind("no-right", SHIM, REFUSED, Mode.ONCE, errno.EACCES, only=NAMES),
        Kind("clock-back", SHIM, ON, Mode.BACK),
        Kind("gone", SHIM, MOVED, Mode.MOVE),
        Kind("replaced", SHIM, MOVED, Mode.MOVE),
        Kind("own-kill", OWN, KILLED),
        Kind("own-error", OWN, REFUSED, error=errno.EIO),
        Kind("own-full", OWN, REFUSED, error=errno.ENOSPC),
        Kind("own-right", OWN, REFUSED, error=errno.EACCES),
        Kind("lock", LOCK, REFUSED),
        Kind("lock-ends", LOCK, REFUSED, again=True),
        Kind("disk-full", DISK, REFUSED),
        Kind("disk-ends", DISK, REFUSED, again=True),
    )
}
