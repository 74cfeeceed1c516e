"""The command that counts the work: progress, suggestions, times, facts."""

from __future__ import annotations

from typing import Annotated

import typer

from annotations.errors import UserError
from annotations.sets import GOLD
from annotations.statistics.shapes import EVERYONE, Scope
from models.project import Project
from models.queries import people
from models.queries.progress import count_on
from models.settings import Settings, annotator_name
from ui.commands.base import Json, ProjectPath, ShowProgress, app, opened, report
from ui.commands.progress import ProgressReport

AT_ONCE = 200  # articles whose suggestions are counted at a time


@app.command()
def stats(
    project: ProjectPath,
    annotator: Annotated[
        str | None, typer.Option(metavar="NAME|everyone", help="Whose work; else your own.")
    ] = None,
    since: Annotated[
        str, typer.Option("--from", metavar="DAY", help="Work since that day, like 2024-01-23.")
    ] = "",
    until: Annotated[
        str, typer.Option("--to", metavar="DAY", help="Work until that day, which counts too.")
    ] = "",
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Count the work: progress, what became of suggestions, times, facts; docs/statistics.md explains the figures."""
    from annotations.statistics.as_json import part_json, scope_json
    from annotations.statistics.text import written
    from models.queries.statistics.gathering import PARTS, gathered

    with opened(project) as at, ProgressReport(progress, "counting") as ticking:
        scope = Scope(_known(at, annotator) if annotator else annotator_name(None, Settings()), since, until)
        ticking.total = PARTS
        while scope.annotator not in (EVERYONE, GOLD) and count_on(at, scope.annotator, AT_ONCE):
            continue
        parts = []
        with at.db.reading():
            for part in gathered(at, scope):
                parts.append(part)
                ticking.tick()
    found = scope_json(scope) | {part.name: part_json(part) for part in parts}
    report(found, written(parts, _whose(scope)), json_ or progress)


def _known(project: Project, name: str) -> str:
    """Return the name.  UserError when nobody of that name has a part in the project."""
    if name in (EVERYONE, GOLD) or people.works_by_hand(project.db, name) or name in people.machines(project):
        return name
    there = ", ".join(people.people(project.db)) or "nobody yet"
    raise UserError(
        f"There is no work of {name} in this project; of these there is: {there}.", where=project.folder
    )


def _whose(scope: Scope) -> str:
    since = f" from {scope.since}" if scope.since else ""
    until = f" to {scope.until}" if scope.until else ""
    return f"{scope.annotator}{since}{until}"
