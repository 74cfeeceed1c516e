"""The command that counts the work: progress, suggestions, times, facts."""

from __future__ import annotations

from typing import Annotated

import typer

from annotations.sets import GOLD
from annotations.statistics.shapes import EVERYONE, Scope
from models.settings import Settings, annotator_name
from ui.commands.base import Json, ProjectPath, ShowProgress, app, opened, report
from ui.commands.progress import ProgressReport


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
    from models.queries.statistics.gathering import PARTS
    from models.queries.statistics.whole import counted, require_known

    whose = annotator if annotator in (EVERYONE, GOLD) else annotator_name(annotator, Settings())
    scope = Scope(whose, since, until)
    parts = []
    with opened(project) as at, ProgressReport(progress, "counting") as ticking:
        if annotator is not None:
            require_known(at, whose)
        ticking.total = PARTS
        for part in counted(at, scope):
            parts.append(part)
            ticking.tick()
    found = scope_json(scope) | {part.name: part_json(part) for part in parts}
    report(found, written(parts, _whose(scope)), json_ or progress)


def _whose(scope: Scope) -> str:
    since = f" from {scope.since}" if scope.since else ""
    until = f" to {scope.until}" if scope.until else ""
    return f"{scope.annotator}{since}{until}"
