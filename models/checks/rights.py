"""The look at who can read a project's files: older versions made them for everybody."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from annotations.files.there import is_file, is_folder
from models.store.backup import BACKUPS

READ, PASS = 0o004, 0o001  # the bits of everybody


def notices(folder: Path) -> Iterator[str]:
    """Yield a sentence when everybody on this machine can read the project; a group may have been given it on purpose."""
    place = folder.resolve()
    if os.name == "nt" or not all(path.stat().st_mode & PASS for path in (place, *place.parents)):
        return
    files = [place / "project.db", place / "project.yaml"]
    if is_folder(place.joinpath(BACKUPS)) and place.joinpath(BACKUPS).stat().st_mode & PASS:
        files += sorted(place.joinpath(BACKUPS).glob("project-*.*"))
    found = [path.name for path in files if is_file(path) and path.stat().st_mode & READ]
    if found:
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        yield (
            f"Everybody on this machine can read {found[0]}{more}, which an older Factmark made so, or somebody did; "
            f"`chmod -R o-rwx` on the project's folder ends it."
        )
