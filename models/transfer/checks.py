"""The check of a project: the file, every article with the sets on it, and what is derived from them."""

from __future__ import annotations

from collections.abc import Callable

from models.checks import articles, derived, file
from models.checks.faults import UNREADABLE, Checked, Fault, lenient
from models.project import Project


def check(project: Project) -> Checked:
    """Return all that is wrong with the project, and what could not be compared; nothing is changed."""
    checked, database = Checked(), project.db
    faults = checked.faults
    looks: tuple[tuple[str, Callable[[], object]], ...] = (
        ("file", lambda: faults.extend(file.faults(database))),
        ("articles", lambda: faults.extend(articles.faults(database))),
        ("log", lambda: derived.log(database, checked)),
        ("full-text index", lambda: derived.search(database, checked)),
        ("tallies", lambda: faults.extend(derived.tallies(database))),
        ("labels", lambda: faults.extend(derived.labels(database, project.schema))),
        ("fact types", lambda: checked.notices.extend(derived.fact_types(database, project.schema))),
    )
    with lenient(database):
        for what, look in looks:
            try:
                look()
            except UNREADABLE as error:
                faults.append(Fault("file", f"The {what} could not be looked at to the end: {error}."))
    return checked
