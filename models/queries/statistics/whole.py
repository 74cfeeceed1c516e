"""The statistics of an open project for whoever waits for all of them, such as the command."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.errors import UserError
from annotations.sets import GOLD
from annotations.statistics.shapes import EVERYONE, Scope, StatisticsPart
from models.project import Project
from models.queries.people import machines_in, people, works_by_hand
from models.queries.progress import count_on
from models.queries.statistics.gathering import gathered

AT_ONCE = 200  # articles whose suggestions are counted at a time
NOBODY = "There is no work of {} in this project; there is work of {}."


def require_known(project: Project, name: str) -> None:
    """Raise UserError when nobody of that name has a part in the project."""
    if (
        name not in (EVERYONE, GOLD)
        and not works_by_hand(project.db, name)
        and name not in machines_in(project.db)
    ):
        there = ", ".join(people(project.db)) or "nobody"
        raise UserError(NOBODY.format(name, there), where=project.folder)


def counted(project: Project, scope: Scope) -> Iterator[StatisticsPart]:
    """Yield all parts, of the project as it is at the first; before, what is left to decide is counted in all articles."""
    place = 0
    while scope.annotator not in (EVERYONE, GOLD):
        if not (place := count_on(project, scope.annotator, AT_ONCE, after=place)):
            break
    with project.db.reading():
        yield from gathered(project, scope)
