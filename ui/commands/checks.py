"""The command that looks for what is wrong with a project."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from models.transfer import checks
from ui.commands.base import Json, ProjectPath, app, count, opened, report


@app.command()
def check(
    project: ProjectPath,
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend what can be derived, behind a backup; say what was done.")
    ] = False,
    json_: Json = False,
) -> None:
    """Look for all that is wrong with the project: texts, sets, log, suggestions and what is derived."""
    with opened(project) as at:
        made = checks.repair(at) if repair else checks.Repaired(left=checks.check(at))
    found = made.left
    result = {
        "whole": not found.faults,
        "problems": found.sentences,
        "faults": [asdict(fault) for fault in found.faults],
        "notices": found.notices,
    }
    lines = [f"Kept as it was as {made.copy}."] if made.copy else []
    if repair:
        result |= {"backup": str(made.copy) if made.copy else None, "done": made.done}
        lines += made.done or ["There was nothing that a repair can mend."]
    lines += found.sentences or ["The project is whole."]
    report(result, "\n".join([*lines, *found.notices, *_advice(made, repair)]), json_)
    if found.faults:
        raise typer.Exit(1)


def _advice(made: checks.Repaired, repaired: bool) -> list[str]:
    """Return what to do about what is wrong."""
    left = made.left
    if left.mendable and not repaired:
        problems = count(len(left.faults), "problem")
        return [f"`check --repair` can mend {left.mendable:,} of {problems}, behind a backup."]
    return ["For the rest: `restore` a backup."] if left.faults else []
