"""The rescue of an open project that is not at its place any more: what the connection holds becomes a new project.

The file that was open can be read for as long as it is, wherever it was moved, and when it was deleted, too.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from annotations.edits import Edit
from annotations.errors import UserError, cause
from annotations.private_files import private_folder
from annotations.processes.quick_dataclass import dataclass
from annotations.whole_files import require_room, write_whole
from models.project import DATABASE_FILE, SCHEMA_FILE, Project
from models.store import backup


@dataclass(frozen=True)
class Rescued:
    """The counts of a project that was saved, read again from its new folder."""

    folder: Path
    articles: int
    sets: int
    spans: int
    edits: int
    lost: int = 0  # edits that waited for another program and did not fit


def require(project: Project) -> None:
    """Raise Gone, which says what happened, unless the open project is still where it was opened."""
    project.db.place.require()


def what_happened(project: Project) -> str:
    """Return the sentence that says what became of the open project, "" while it is where it was opened."""
    return project.db.place.what_happened()


def there_now(project: Project) -> Path | None:
    """Return the folder of the project that can be opened now: where this one was moved, or what is in its place.

    None when there is nothing.
    """
    moved = project.db.place.moved_to()
    for folder in (moved.parent if moved else project.folder, project.folder):
        if all(
            os.path.isfile(folder / name) for name in (SCHEMA_FILE, DATABASE_FILE)
        ):  # False, too, without the right
            return folder
    return None


def free_folder(project: Project) -> Path:
    """Return a folder for the copy that is not there yet: beside the project's, else in the person's own."""
    place = project.folder.absolute().parent
    place = place if os.access(place, os.W_OK | os.X_OK) else Path.home()
    names = (f"{project.folder.name} saved{tail}" for tail in ("", *(f" {n}" for n in range(2, 1000))))
    return next(folder for folder in map(place.joinpath, names) if not os.path.lexists(folder))


def save(project: Project, out: Path, by: str) -> Rescued:
    """Make a project at `out` of what the open project holds, and return what is in it, read again.

    Edits of `by` that waited for another program are written there.

    UserError when something is there already, or it cannot be written; then nothing is left there.
    """
    try:
        require_room(out)
    except OSError as error:
        raise UserError(f"The copy was not saved: {cause(error)}.", where=out) from error
    try:
        private_folder(out)
        backup.write(project.db.connection, out, why="rescued").replace(out / DATABASE_FILE)
        # last: a folder is a project, whose database must be there, once this is
        write_whole(out / SCHEMA_FILE, project.schema_text, private=True)
    except (UserError, OSError, sqlite3.Error) as error:
        with suppress(OSError):
            (out / DATABASE_FILE).unlink()
        why = error.sentence if isinstance(error, UserError) else f"{_cause(error)}."
        raise UserError(f"The copy was not saved. {why}", where=out) from error
    finally:
        for folder in (out / backup.BACKUPS, out):
            with suppress(OSError):  # not there, or not empty
                folder.rmdir()
    saved = Project(out)
    try:
        lost = write_late(saved, project.late.edits, by)
        return replace(_counted(saved), lost=len(lost))
    finally:
        saved.close()


def write_late(project: Project, edits: Iterable[Edit], by: str) -> list[str]:
    """Write in the project what waited in the one before; return a sentence for each edit that does not fit."""
    lost = []
    for edit in edits:
        try:
            project.late.apply(edit, by=by)
        except UserError as error:
            lost.append(f"{edit.verb}: {error}")
    return lost


def _cause(error: Exception) -> str:
    return cause(error) if isinstance(error, OSError) else str(error)


def _counted(project: Project) -> Rescued:
    asked = (
        "SELECT count(*) FROM article",
        "SELECT count(*) FROM (SELECT DISTINCT article, annotator FROM item)",
        "SELECT count(*) FROM item WHERE kind = 'span'",
        "SELECT count(*) FROM event WHERE kind = 'edit'",
    )
    return Rescued(project.folder, *(int((project.db.row(sql) or (0,))[0]) for sql in asked))
