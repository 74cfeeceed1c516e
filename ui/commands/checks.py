"""The command that looks for what is wrong with a project."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from models.transfer import checks
from models.transfer import salvage as saving
from ui.commands.base import WAIT, Json, ProjectPath, Wait, app, count, opened, report
from ui.wording import pieces_of_work


@app.command()
def check(
    project: ProjectPath,
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend what can be derived, behind a backup; say what was done.")
    ] = False,
    salvage: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT", help="Make a new project there of all that can be read in a damaged one."
        ),
    ] = None,
    wait: Wait = WAIT,
    json_: Json = False,
) -> None:
    """Look for all that is wrong with the project: texts, sets, log, suggestions and what is derived."""
    if salvage is not None:
        _salvage(project, salvage, json_)
        return
    with opened(project, wait=wait) as at:
        made = checks.repair(at) if repair else checks.Repaired(left=checks.check(at))
        copy = checks.copy_of(at)
    found = made.left
    result = {
        "copy": copy,
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


def _salvage(project: Path, out: Path, as_json: bool) -> None:
    """Report what came of a damaged project; exit code 1 when something was lost."""
    done = saving.salvage(project, out)
    came = f"{count(done.articles, 'article')} and {pieces_of_work(done.sets)}"
    lines = [f"Saved {came} in {out}, without what could be undone.", *done.lost]
    report({"salvaged": str(out), **asdict(done)}, "\n".join(lines), as_json)
    if done.lost:
        raise typer.Exit(1)


def _advice(made: checks.Repaired, repaired: bool) -> list[str]:
    """Return what to do about what is wrong."""
    left = made.left
    if made.is_held:
        return [
            "Try `check --repair` again when the other program has done; `--wait SECONDS` says how long it waits."
        ]
    if left.mendable and not repaired:
        problems = count(len(left.faults), "problem")
        return [f"`check --repair` can mend {left.mendable:,} of {problems}, behind a backup."]
    return (
        ["For the rest: `restore` a backup, or save what can be read with `check --salvage OUT`."]
        if left.faults
        else []
    )
