"""The progress of a project that is not open, by its folder: read as it lies there, without waiting for anybody."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from annotations.errors import UserError
from annotations.files.there import is_file
from annotations.processes.quick_dataclass import dataclass
from annotations.text.text import clean
from models.queries.progress import ProjectProgress, progress_in
from models.store import opening
from models.store.rows import Row

SCHEMA_FILE, DATABASE_FILE, LOG = "project.yaml", "project.db", "project.db-wal"
WITH_FACTS = 12  # the first version of the database whose tallies count facts
HEAD = 65_536  # bytes of project.yaml in which its name is looked for


@dataclass(frozen=True)
class RecentProgress:
    """A project's name and progress; `progress` is None where it cannot be told without opening the project."""

    name: str
    progress: ProjectProgress | None = None


def recent_progress(folder: Path, annotator: str) -> RecentProgress | None:
    """Return name and progress of the project in the folder; None when there is none to be read."""
    try:
        name = _name(folder)
    except (OSError, ValueError):
        return None
    with suppress(OSError, UserError, UnicodeDecodeError, *opening.ERRORS):
        return RecentProgress(name, _progress(folder / DATABASE_FILE, annotator))
    return RecentProgress(name)


def _name(folder: Path) -> str:
    """Return what `project.yaml` calls the project, else the folder's name.  Only the line of the name is parsed."""
    if not is_file(folder / SCHEMA_FILE):
        raise FileNotFoundError(SCHEMA_FILE)
    with (folder / SCHEMA_FILE).open("rb") as file:
        head = file.read(HEAD).decode("utf-8-sig", "replace")
    line = next((line for line in head.splitlines() if line.startswith("name:")), "")
    with suppress(yaml.YAMLError, AttributeError):
        said = yaml.safe_load(line).get("name")
        if isinstance(said, str) and (name := " ".join(clean(said).split())):
            return name
    return folder.name


def _progress(path: Path, annotator: str) -> ProjectProgress | None:
    if not is_file(path):
        return None  # reading alone would make one in its place
    log = path.with_name(LOG)
    if is_file(log) and log.stat().st_size and not is_file(path.with_name("project.db-shm")):
        return None  # left by a program that was killed: it would have to be copied
    opened = opening.read_alone(path, "it is only looked at", wait=0)
    try:
        rows = _Rows(opened.db.connection())
        [(version,)] = rows.rows("PRAGMA user_version")
        if version < WITH_FACTS:
            return None
        known = rows.rows("SELECT 1 FROM tallied WHERE annotator = ?", (annotator,))
        return progress_in(rows, annotator, is_followed=bool(known))
    finally:
        opened.close()


class _Rows:
    """The rows of a connection that is read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, values: Row = ()) -> list[Row]:
        found: list[Any] = self._connection.execute(sql, values).fetchall()
        return found
