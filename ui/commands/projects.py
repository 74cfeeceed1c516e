"""The commands about projects: each opens one, calls what the window calls, and reports.

Exit codes: 0 done, 1 the user's error (a sentence on stderr), 2 wrong words.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from models.transfer import backup_list, backups
from ui.commands.base import (
    WAIT,
    Json,
    ProjectPath,
    ShowProgress,
    Wait,
    app,
    count,
    opened,
    report,
)
from ui.terminal import complain

OPENED = "A project's folder, or its project.yaml or project.db; or a file that `pack` or `feedback` wrote."


@app.command("open")
def open_(
    project: Annotated[Path | None, typer.Argument(metavar="PROJECT|FILE", help=OPENED)] = None,
) -> None:
    """Open a project in the window, or a package or packed project that somebody sent.

    The word itself may be left out before a file whose name ends in .factmark, or a path with a slash in it.
    """
    from ui.app import run_window

    raise typer.Exit(run_window([str(project)] if project else []))


@app.command("backup")
def backup_(project: ProjectPath, json_: Json = False) -> None:
    """Copy the project's database into its backups folder."""
    with opened(project) as at:
        copy = backups.save(at)
    report({"backup": str(copy)}, f"Kept as {copy}.", json_)


@app.command("backups")
def backups_(project: ProjectPath, json_: Json = False, progress: ShowProgress = False) -> None:
    """List the project's backups, the newest first, and what restoring each would change."""
    rows: list[dict[str, Any]] = []
    lines: list[str] = []
    for one in backup_list.backups(project):
        rows.append({**vars(one), "path": str(one.path), "made": one.made.isoformat()})
        counts = ", ".join(count(many, what.removesuffix("s")) for what, many in one.counts.items())
        size = f"{one.size / 1_000_000:,.1f} MB"
        lines.append(f"{one.made.astimezone():%Y-%m-%d %H:%M}  {one.reason}  {size}  {counts}")
        lines += [f"    {one.path}", f"    {one.change}"]
    lines = lines or ["There are no backups of this project."]
    report({"backups": rows}, "\n".join(lines), json_ or progress)


@app.command()
def restore(
    project: ProjectPath,
    copy: Annotated[Path, typer.Argument(metavar="BACKUP", help="A copy from the project's backups folder.")],
    wait: Wait = WAIT,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Put a backup back; the present database is kept beside it."""
    beside = project / "backups" / copy
    copy = copy if copy.exists() or not beside.exists() else beside  # a name as the folder has it
    kept = backups.restore(project, copy, wait=wait)
    before = f"what was there is kept as {kept}" if kept else "there was no database to keep"
    result = {"restored": str(copy), "kept": kept and str(kept)}
    report(result, f"Restored {copy}; {before}.", json_ or progress)


@app.command()
def demo(
    out: Annotated[Path, typer.Option(help="Where dataset and pictures go.")] = Path("build/demo"),
    pictures: Annotated[
        bool,
        typer.Option("--pictures", help="Take every picture: each view in two sizes, in light and in dark."),
    ] = False,
    json_: Json = False,
) -> None:
    """Do the main job on the sample articles by itself: no display is needed."""
    from ui.demo.demo import run_demo

    result = run_demo(out, say=complain, every_picture=pictures)
    report(result, "\n".join(f"{name}: {path}" for name, path in result.items()), json_)
