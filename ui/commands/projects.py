"""The commands about projects: each opens one, calls what the window calls, and reports.

Exit codes: 0 done, 1 the user's error (a sentence on stderr), 2 wrong words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from annotations import formats
from annotations.formats.base import Record
from annotations.formats.reading.how_read import HowRead, Source
from annotations.problems import Problem
from models.settings import Settings, annotator_name
from models.transfer import backup_list, backups, import_choices
from models.transfer.imports import ImportReport
from models.transfer.label_room import LabelRoom
from ui.commands.base import (
    WAIT,
    Json,
    ProjectPath,
    ShowProgress,
    Wait,
    among,
    app,
    count,
    opened,
    report,
)
from ui.commands.file_options import Columns, Encoding, FieldMap, FileFormat, OffsetUnit, as_asked
from ui.commands.previews import looks, read_as, report_looks
from ui.commands.progress import ProgressReport
from ui.terminal import complain
from ui.wording import added


@app.command("open")
def open_(project: Annotated[Path | None, typer.Argument(metavar="PROJECT")] = None) -> None:
    """Open the project in the window."""
    from ui.app import run_window

    raise typer.Exit(run_window([str(project)] if project else []))


@app.command("import")
def import_(
    project: ProjectPath,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", readable=False, help="Files, or folders of them.")
    ],
    format: FileFormat = None,
    encoding: Encoding = "",
    offsets: OffsetUnit = "",
    columns: Columns = "",
    map_: FieldMap = "",
    preview: Annotated[
        bool,
        typer.Option("--preview", help="Show the first articles as they would come in, and import nothing."),
    ] = False,
    look_first: Annotated[
        bool, typer.Option(hidden=True, help="Show them if something is to be asked.")
    ] = False,
    choices: Annotated[str, typer.Option(hidden=True, help="What fields become, as JSON.")] = "[]",
    annotator: Annotated[str | None, typer.Option(help="Whose work it is, whatever the file says.")] = None,
    as_: Annotated[str, typer.Option("--as", help="spans or suggestions.")] = "spans",
    by: Annotated[str | None, typer.Option(hidden=True, help="Who imports.")] = None,
    wait: Wait = WAIT,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Bring articles into the project, with the work that comes with them."""
    among("--as", as_, ("spans", "suggestions"))
    asked = as_asked(format, encoding, offsets, columns, map_)
    if annotator is not None:
        annotator_name(annotator, Settings())
    with opened(project, wait=wait) as at, ProgressReport(progress, "importing") as ticking:
        paths = list(formats.files(files))
        chosen = import_choices.from_json(choices)
        if preview or look_first:
            found = looks(at, paths, asked, chosen, all_of_them=preview)
            if preview or any(one.asks for one in found):
                report_looks(found, len(paths), json_ or progress)
                return
        ticking.total = sum(formats.size(one.path) for one in paths if isinstance(one, Source))
        arrivals = at.arrivals(
            by=annotator_name(annotator or by, Settings()),
            annotator=annotator,
            as_suggestions=as_ == "suggestions",
        )
        try:
            told: Counter[tuple[str, str]] = Counter()
            labels = LabelRoom(at.schema)
            arrivals.take(
                labels.fitting(entries(paths, partial(read_as, at, asked, chosen), told)), ticking.tick
            )
            done = arrivals.land(add_labels=True)
            import_choices.keep(at, chosen)
        finally:
            arrivals.close()
    report_import(done, done.labels_added, told, json_ or progress)
    if done.problems:
        raise typer.Exit(1)


def report_import(
    done: ImportReport, labels: list[str], told: Counter[tuple[str, str]], as_json: bool
) -> None:
    """Print what came and what was there already, and each problem as a line on stderr.

    `told`: the formats found out, and why those.
    """
    result = {
        "articles": done.articles,
        "sets": done.sets,
        "already_there": done.already,
        "notices": done.notices,
        "problems": done.refused.lines(),
        "labels_added": labels,
        "read_as": [{"format": name, "reason": why, "files": n} for (name, why), n in told.items()],
    }
    lines = [added(result | {"already_there": []})]
    lines += [f"Read as {name}, since {why}: {count(n, 'file')}." for (name, why), n in told.items()]
    lines += [f"Already there: {name}" for name in done.already] + done.notices
    lines += [f"Labels added to the schema, without keys: {', '.join(labels)}."] if labels else []
    report(result, "\n".join(lines), as_json)
    for problem in done.refused.lines():
        complain(f"factmark: {problem}")


def entries(
    sources: list[Source | Problem], how: Callable[[Source], HowRead], told: Counter[tuple[str, str]]
) -> Iterator[Record | Problem]:
    """Yield the records of all files, and the problems.

    `told` takes in the format of each file that had to be found out, and why that one.
    """
    for one in sources:
        if isinstance(one, Problem):
            yield one
        else:
            yield from formats.read(one, how(one), lambda found: told.update([found]))


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
