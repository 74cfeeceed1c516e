"""The check of a project: the file, every article with the sets on it, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from pathlib import Path

from annotations.errors import Busy, UserError
from annotations.processes.quick_dataclass import dataclass
from models.checks import articles, derived, file, gold, rights
from models.checks import repair as mending
from models.checks.faults import UNREADABLE, Checked, Fault, lenient
from models.project import Project
from models.store import backup, copy_id


def check(project: Project) -> Checked:
    """Return all that is wrong with the project, and what could not be compared; nothing is changed."""
    checked, database = Checked(), project.db
    faults = checked.faults
    looks: tuple[tuple[str, Callable[[], object]], ...] = (
        ("file", lambda: faults.extend(file.faults(database))),
        ("articles", lambda: faults.extend(articles.faults(database))),
        ("log", lambda: derived.log(database, checked)),
        ("checksums", lambda: derived.sealed(database, checked)),
        ("full-text index", lambda: derived.search(database, checked)),
        ("tallies", lambda: faults.extend(derived.tallies(database))),
        ("labels", lambda: faults.extend(derived.labels(database, project.schema))),
        ("gold", lambda: faults.extend(gold.faults(database, project.schema))),
        ("rights", lambda: checked.notices.extend(rights.notices(project.folder))),
        ("fact types", lambda: checked.notices.extend(derived.fact_types(database, project.schema))),
    )
    with lenient(database):
        for what, look in looks:
            try:
                look()
            except UNREADABLE as error:
                faults.append(Fault("file", f"The {what} could not be looked at to the end: {error}."))
    return checked


def copy_of(project: Project) -> str | None:
    """Return the id of this copy of the project; None when none could be written as yet."""
    return copy_id.stored(project.db)


@dataclass
class Repaired:
    """The report of a repair: the copy made before, None where nothing could be mended; what was done; what is left.

    `is_held`: another program's lock stopped it, so that it can be done once that is gone.
    """

    copy: Path | None = None
    done: list[str] = field(default_factory=list)
    left: Checked = field(default_factory=Checked)
    is_held: bool = False


def repair(project: Project) -> Repaired:
    """Mend what can be derived from texts and log, behind a backup.  UserError when that cannot be made."""
    project.db.require_writable()
    before = check(project)
    if not before.mendable and not before.unsealed:
        return Repaired(left=before)
    made = Repaired(backup.save(project.db, project.folder, why="before-repair"))
    with lenient(project.db):
        try:
            made.done.extend(mending.mend(project.db, before.faults, project.schema))
            made.done.extend(gold.mend(project.golds, before.faults))
        except (*UNREADABLE, UserError) as error:
            made.done.append(f"The repair stopped there: {error}")
            made.is_held = isinstance(error, Busy)
    made.left = check(project)
    return made
