"""The command that looks for what is wrong with a project."""

from __future__ import annotations

from dataclasses import asdict

import typer

from models.transfer import checks
from ui.commands.base import Json, ProjectPath, app, opened, report


@app.command()
def check(project: ProjectPath, json_: Json = False) -> None:
    """Look for all that is wrong with the project: texts, sets, log, suggestions and what is derived."""
    with opened(project) as at:
        found = checks.check(at)
    result = {
        "whole": not found.faults,
        "problems": found.sentences,
        "faults": [asdict(fault) for fault in found.faults],
        "notices": found.notices,
    }
    lines = found.sentences or ["The project is whole."]
    report(result, "\n".join([*lines, *found.notices]), json_)
    if found.faults:
        raise typer.Exit(1)
