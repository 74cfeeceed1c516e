"""The command that packs what is to be known of a problem, without the work."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from annotations.errors import UserError, cause
from models.transfer.problem_report import SECONDS
from ui.commands.base import Json, ShowProgress, app, report
from ui.commands.progress import ProgressReport
from ui.terminal import complain
from ui.trouble import report_files


@app.command("report")
def report_(
    places: Annotated[
        list[Path],
        typer.Argument(
            metavar="[PROJECT] OUT.zip", help="A project's folder, if it is about one; the report."
        ),
    ],
    seconds: Annotated[float, typer.Option(help="How long the check of the project may take.")] = SECONDS,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Pack versions, log, settings, schema and the check of a project to report a problem; no texts, no names."""
    if len(places) > 2:
        raise typer.BadParameter("Name a project or none, and the file to write.")
    project, out = places[0] if len(places) == 2 else None, places[-1]
    if out.is_dir():
        raise UserError("This is a folder; name a file, such as report.zip.", where=out)
    with ProgressReport(progress, "looking") as ticking:
        ticking.total = report_files.steps(project)
        files = report_files.made(project, ticking.tick, seconds=seconds)
    try:
        report_files.write(files, out)
    except OSError as error:
        raise UserError(f"The report could not be written: {cause(error)}.", where=out) from error
    lines = [f"Packed {out}; look it through before you send it.", *(f"    {name}" for name in files)]
    if project and "project.json" not in files:
        complain(
            "factmark: The project could not be opened, so the report has no check of it; check.json says why."
        )
    report({"report": str(out), "files": list(files)}, "\n".join(lines), json_ or progress)
