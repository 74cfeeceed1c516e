"""The salvage of a damaged project: all that can be read of it, as a new project beside it.

The damaged one is read from a copy and left as it is.  Undo history and hints stay behind.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import field
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.processes.quick_dataclass import dataclass
from annotations.schema import reader as schema_reader
from annotations.schema.types import Schema
from models.checks.ruins import Ruins, copied
from models.project import DATABASE_FILE, SCHEMA_FILE, Project
from models.store import presence
from models.transfer import assignments


@dataclass
class Salvaged:
    """The report of a salvage: what came, and in sentences what did not."""

    articles: int = 0
    sets: int = 0
    lost: list[str] = field(default_factory=list)


def salvage(folder: Path, out: Path) -> Salvaged:
    """Make a project at `out` of all that can be read in the folder's.

    UserError when something is at `out`, or nothing can be read.
    """
    done = Salvaged()
    schema = _schema(folder, done)
    with TemporaryDirectory() as temporary:
        copies = sorted(presence.in_backups(folder), key=lambda path: path.stat().st_mtime)
        source = folder / DATABASE_FILE
        ruins = Ruins(copied(source, Path(temporary)), source, copies[::-1])
        records = ruins.records()
        first = next(records, None)
        if first is None:
            raise presence.lost(source, "No article can be read any more.")
        Project.create(out, schema).close()
        if not done.lost:
            shutil.copyfile(folder / SCHEMA_FILE, out / SCHEMA_FILE)  # with a person's comments in it
        project = Project(out)
        try:
            _land(project, chain([first], records), done)
            done.lost += ruins.lost
            if ruins.lost and (why := presence.unlisted(folder)):
                done.lost.append(f"There may be more in backups, but {why}.")
            assignments.replace(project, ruins.assigned)
        finally:
            project.close()
    return done


def _land(project: Project, records: Iterable[Record], done: Salvaged) -> None:
    arrivals = project.arrivals(by="salvage")
    try:
        arrivals.take(records)
        report = arrivals.land()
    finally:
        arrivals.close()
    for label in sorted(report.labels):
        try:
            project.add_labels([label])
        except UserError as error:  # damaged, and no label's name any more
            done.lost.append(str(error))
    done.articles, done.sets = report.articles, report.sets
    done.lost += map(str, report.problems)


def _schema(folder: Path, done: Salvaged) -> Schema:
    """Return the project's schema; one with no labels yet when `project.yaml` cannot be read."""
    try:
        return schema_reader.read(folder / SCHEMA_FILE)
    except UserError as error:
        done.lost.append(f"{error} The new project has the labels that its spans have.")
        return schema_reader.parse(schema_reader.shipped("blank"), "blank")
