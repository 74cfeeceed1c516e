"""The command `import`: files are read as a person asks, and land in the project; or are only looked into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import Annotated

import typer

from annotations import formats
from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.reading.how_read import HowRead, Source
from annotations.formats.reading.zips import unpacking
from annotations.problems import Problem
from models.project import Project
from models.settings import Settings, annotator_name
from models.transfer import import_choices
from models.transfer.imports import ImportReport
from models.transfer.label_room import LabelRoom
from ui.commands.base import WAIT, Json, ProjectPath, ShowProgress, Wait, among, app, count, opened, report
from ui.commands.file_options import (
    Columns,
    Encoding,
    FieldMap,
    FileFormat,
    FilesMeant,
    LookFirst,
    OffsetUnit,
    Password,
    Preview,
    as_asked,
)
from ui.commands.previews import read_as, shown
from ui.commands.progress import ProgressReport
from ui.commands.suggesting.shard_import import bring_in, report_shards, shards_among
from ui.terminal import complain
from ui.wording import added

SHARD = "A shard of `suggest --shard` has no articles to be looked at first: import it with --as suggestions."
Told = Counter[tuple[str, str]]  # formats found out, and why those
WhoseWork = Annotated[str | None, typer.Option(help="Whose work it is, whatever the file says.")]
Choices = Annotated[str, typer.Option(hidden=True, help="What fields become, as JSON.")]


@app.command("import")
def import_(
    project: ProjectPath,
    files: FilesMeant,
    format: FileFormat = None,
    encoding: Encoding = "",
    offsets: OffsetUnit = "",
    columns: Columns = "",
    map_: FieldMap = "",
    password: Password = "",
    preview: Preview = False,
    look_first: LookFirst = False,
    choices: Choices = "[]",
    annotator: WhoseWork = None,
    as_: Annotated[str, typer.Option("--as", help="spans or suggestions.")] = "spans",
    by: Annotated[str | None, typer.Option(hidden=True, help="Who imports.")] = None,
    wait: Wait = WAIT,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Bring articles into the project, with the work that comes with them."""
    among("--as", as_, ("spans", "suggestions"))
    asked = as_asked(format, encoding, offsets, columns, map_, password)
    if annotator is not None:
        annotator_name(annotator, Settings())
    ticks = ProgressReport(progress, "importing")
    with opened(project, wait=wait) as at, ticks as ticking, unpacking() as zips:
        paths = list(formats.files(files, zips))
        if _are_shards(at, paths, as_, preview or look_first, ticking, json_ or progress):
            return
        chosen = import_choices.from_json(choices)
        if (preview or look_first) and shown(at, paths, asked, chosen, preview, json_ or progress):
            return
        asked, told = replace(asked, ahead=ticking.expect, tick=ticking.tick), Told()
        ticking.total = sum(formats.size(one.path) for one in paths if isinstance(one, Source))
        found = entries(paths, partial(read_as, at, asked, chosen), told)
        done = _landed(at, found, (annotator, by, as_ == "suggestions"), ticking.tick)
        import_choices.keep(at, chosen)
    report_import(done, told, json_ or progress)


def _are_shards(
    at: Project,
    sources: Sequence[Source | Problem],
    as_: str,
    only_looks: bool,
    ticking: ProgressReport,
    as_json: bool,
) -> bool:
    """Bring the files in and report that where they are shards of `suggest --shard`; return whether they are."""
    if not (shards := shards_among(sources, as_)):
        return False
    if only_looks:
        raise UserError(SHARD)
    report_shards(bring_in(at, shards, ticking), as_json)
    return True


def _landed(
    project: Project,
    found: Iterator[Record | Problem],
    whose: tuple[str | None, str | None, bool],
    tick: Callable[[], None],
) -> ImportReport:
    """Land what the files have.  `whose`: whose work it is whatever they say, who imports, if as suggestions."""
    annotator, by, is_pool = whose
    by = annotator_name(annotator or by, Settings())
    with closing(project.arrivals(by=by, annotator=annotator, as_suggestions=is_pool)) as arrivals:
        arrivals.take(LabelRoom(project.schema).fitting(found), tick)
        return arrivals.land(add_labels=True)


def report_import(done: ImportReport, told: Told, as_json: bool) -> None:
    """Print what came and what was there already, and each problem as a line on stderr; exit with 1 when there is one.

    `told`: the formats found out, and why those.
    """
    result = {
        "articles": done.articles,
        "sets": done.sets,
        **({"across": done.across} if done.across else {}),
        "already_there": done.already,
        "notices": done.notices,
        "problems": done.refused.lines(),
        "labels_added": done.labels_added,
        "read_as": [{"format": name, "reason": why, "files": n} for (name, why), n in told.items()],
    }
    lines = [added(result | {"already_there": []})]
    lines += [f"Read as {name}, since {why}: {count(n, 'file')}." for (name, why), n in told.items()]
    lines += [f"Already there: {name}" for name in done.already] + done.notices
    if labels := ", ".join(done.labels_added):
        lines.append(f"Labels added to the schema, without keys: {labels}.")
    report(result, "\n".join(lines), as_json)
    for problem in done.refused.lines():
        complain(f"factmark: {problem}")
    if done.problems:
        raise typer.Exit(1)


def entries(
    sources: Sequence[Source | Problem], how: Callable[[Source], HowRead], told: Told
) -> Iterator[Record | Problem]:
    """Yield the records of all files, and the problems.

    `told` takes in the format of each file that had to be found out, and why that one.
    """
    for one in sources:
        if isinstance(one, Problem):
            yield one
        else:
            yield from formats.read(one, how(one), lambda found: told.update([found]))
