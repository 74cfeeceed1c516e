"""Backups as a person asks for them, and the check that says whether one is needed."""

from __future__ import annotations

from pathlib import Path

from annotations.errors import UserError
from models.project import DATABASE_FILE, SCHEMA_FILE, Project
from models.store import backup
from models.store.migrations import MIGRATIONS


def save(project: Project) -> Path:
    """Copy the database into the project's `backups/`; return the copy's path."""
    return backup.save(project.db, project.folder)


def restore(folder: Path, copy: Path) -> Path | None:
    """Put the copy in place of the database, which nobody may have open; return where that one was kept.

    None when there was no database.

    UserError when the folder is no project, the copy is none of a project, or a program has the project open.
    """
    if not (folder / SCHEMA_FILE).is_file():
        raise UserError(f"This is no Factmark project: there is no {SCHEMA_FILE} in it.", where=folder)
    return backup.restore(folder, copy, newest=len(MIGRATIONS))


def problems(project: Project) -> list[str]:
    """Return what is wrong with the database or differs from its log: nothing, in a whole project."""
    return backup.problems(project.folder / DATABASE_FILE) + project.history.problems()
