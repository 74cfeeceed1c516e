"""Looks at what a path leads to, by following links, which never take for missing what cannot be seen.

From Python 3.14 on pathlib says False where a folder may not be looked into or a disk fails.
"""

from __future__ import annotations

import errno
import stat
from pathlib import Path

MISSING = {errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP}
MISSING_ON_WINDOWS = {21, 123, 1921}  # a drive without a disk, no name for a file, a link that leads nowhere


def is_there(path: Path) -> bool:
    """Return whether anything is there.  OSError when that cannot be seen."""
    return _mode(path) is not None


def is_file(path: Path) -> bool:
    """Return whether a file is there.  OSError when that cannot be seen."""
    return stat.S_ISREG(_mode(path) or 0)


def is_folder(path: Path) -> bool:
    """Return whether a folder is there.  OSError when that cannot be seen."""
    return stat.S_ISDIR(_mode(path) or 0)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except OSError as error:
        if error.errno in MISSING or getattr(error, "winerror", None) in MISSING_ON_WINDOWS:
            return None
        raise
    except ValueError:  # a name with a zero in it
        return None
