"""Files and folders made for their owner alone: a project's, its backups, settings, logs, reports.

What is there already keeps its rights: somebody may have given them.  Exports and packages follow the person's mask.
"""

from __future__ import annotations

import os
from pathlib import Path

from annotations.files.there import is_there

FOLDER, FILE = 0o700, 0o600  # Windows has other rights, and takes them from the folder above


def private_folder(path: Path) -> None:
    """Make the folder, with those above it, unless it is there."""
    path.mkdir(mode=FOLDER, parents=True, exist_ok=True)


def private_file(path: Path) -> Path:
    """Make the file, empty, unless it is there; return its path.

    It must not be a database that is open in this process: closing one as a plain file drops SQLite's locks.
    """
    if not is_there(path):
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, FILE))
    return path
