"""The command that searches a project: a concordance for the terminal, as JSON, or as a file."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from annotations.errors import UserError
from annotations.search.concordance import fields, in_columns, write_concordance, writer_of
from annotations.search.hits import InContext
from annotations.search.parsing import KnownValues, check_known, parse
from annotations.sets import GOLD
from models.queries.searching.counting import SearchCounts
from models.queries.searching.known import known_values
from models.queries.searching.sorting import KEYS
from models.settings import Settings, annotator_name
from models.transfer.searches import save_search, saved_search, saved_searches
from ui.commands.base import Json, ProjectPath, ShowProgress, among, app, count, opened, report
from ui.commands.progress import ProgressReport
from ui.commands.search.running import SearchRunning
from ui.terminal import say

SIDES = (16, 60)  # the narrowest and the widest that a side of a line is in a terminal
WRITING = "writing the concordance"
REST = 66  # columns of a terminal that the words, labels and titles take beside the two sides

Line = Annotated[
    str | None,
    typer.Argument(metavar="[LINE]", help="What to look for: words and fields, as docs/search.md has it."),
]
WhoLooks = Annotated[
    str | None,
    typer.Option(
        "--annotator", help="Whose work is looked at, or gold; else the setting, else the login name."
    ),
]
SavedName = Annotated[
    str | None, typer.Option("--saved", metavar="NAME", help="Do the saved search of that name.")
]
List = Annotated[bool, typer.Option("--list", help="List the saved searches.")]
Save = Annotated[str | None, typer.Option("--save", metavar="NAME", help="Also save LINE under that name.")]
Sort = Annotated[
    str | None, typer.Option("--sort", metavar="|".join(KEYS), help="Else they are in the order of articles.")
]
Limit = Annotated[
    int | None, typer.Option("--limit", min=0, metavar="HITS", help="Show no more; all are counted.")
]
Counts = Annotated[bool, typer.Option("--counts", help="Also count by label, month and article.")]
OutFile = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FILE", help="Write the concordance: to a name that ends with .csv, .md or .html."
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]


@app.command()
def search(
    project: ProjectPath,
    line: Line = None,
    annotator: WhoLooks = None,
    saved: SavedName = None,
    list_: List = False,
    save: Save = None,
    sort: Sort = None,
    limit: Limit = None,
    counts: Counts = False,
    out: OutFile = None,
    force: Force = False,
    progress: ShowProgress = False,
    json_: Json = False,
) -> None:
    """Find words, spans or facts in all articles, each with what stands around it.

    LINE is one argument, so it stands in quotes; one that begins with a minus stands behind `--`.
    """
    _check(sort, save, line, saved, list_)
    with opened(project) as at, _closed_early():
        if list_:
            _list(at.folder, as_json=json_)
            return
        asked = line if line is not None else saved_search(at.folder, saved or "")
        known = known_values(at)
        query, who = parse(asked, known), _who(annotator, known, is_window=progress)
        if save is not None:
            save_search(at.folder, save, asked)
        running = SearchRunning(at, query, who, sort=sort, limit=limit, counts=counts or json_)
        if out is not None:
            _write(running, out, asked, force=force, progress=progress, as_json=json_ or progress)
        elif json_:
            _say_json(running, asked)
        else:
            _say_lines(running)


def _check(sort: str | None, save: str | None, line: str | None, saved: str | None, is_list: bool) -> None:
    """Raise a usage error where the words do not go together."""
    if sort is not None:
        among("--sort", sort, KEYS)
    if (line is not None) + (saved is not None) + is_list != 1:
        raise typer.BadParameter("Give a LINE, --saved NAME or --list: one of them.")
    if save is not None and line is None:
        raise typer.BadParameter("--save wants the LINE that it saves.")


def _list(folder: Path, *, as_json: bool) -> None:
    kept = saved_searches(folder)
    said = "\n".join(f"{name}: {line}" for name, line in kept.items())
    report({"saved": kept}, said or "None is saved.", as_json)


def _who(annotator: str | None, known: KnownValues, *, is_window: bool) -> str:
    """Return whose work is looked at; in the window that may be somebody who has none yet.

    UserError of a name that nobody in the project has.
    """
    who = GOLD if annotator == GOLD else annotator_name(annotator, Settings())
    if annotator is not None and not is_window:
        check_known("annotator", who, known)
    return who


def _write(
    running: SearchRunning, out: Path, line: str, *, force: bool, progress: bool, as_json: bool
) -> None:
    writer_of(out)
    if out.exists() and not out.is_dir() and not force:
        raise UserError(
            "This file is there already; name another one, or add --force to write over it.", where=out
        )
    with ProgressReport(progress, WRITING) as ticking:
        many = write_concordance(out, _ticked(running, ticking), line)
    said = f"{count(many, 'hit')} written to {out}."
    report(
        {"out": str(out), "written": many, **_ending(running)}, "\n".join([said, *_told(running)]), as_json
    )


def _ticked(running: SearchRunning, ticking: ProgressReport) -> Iterator[InContext]:
    """Yield the lines with a tick for each; how many there will be is known as they are found."""
    tick = ticking.begin(WRITING, 1)
    for line in running.lines():
        ticking.expect(max(0, running.counting.counts.total + 1 - ticking.total))
        yield line
        tick()


def _say_lines(running: SearchRunning) -> None:
    columns = shutil.get_terminal_size((140, 24)).columns
    width = min(max((columns - REST) // 2, SIDES[0]), SIDES[1])
    shown = 0
    for line in running.lines():
        say(in_columns(line, width))
        shown += 1
    total, articles = running.counting.counts.total, running.articles
    said = f"{count(total, 'hit')} in {count(articles, 'article')}" if total else "Nothing was found"
    say(f"{said}, {shown:,} of them shown." if shown < total else f"{said}.")
    for told in _told(running):
        say(told)


def _say_json(running: SearchRunning, line: str) -> None:
    """Say one JSON object, hit by hit, so that none of them is kept; whole also when a pattern was given up."""
    say(
        f'{{"line": {json.dumps(line)}, "annotator": {json.dumps(running.annotator)}, "target": "{running.target}", "hits": ['
    )
    comma, trouble = "", None
    try:
        for shown in running.lines():
            say(comma + json.dumps(fields(shown) | {"id": shown.found.item}))
            comma = ","
    except UserError as error:
        trouble = error
    said = {**_ending(running), **({"error": trouble.sentence} if trouble else {})}
    say(f"], {json.dumps(said)[1:]}")
    if trouble:
        raise trouble


def _ending(running: SearchRunning) -> dict[str, Any]:
    """Return what is known at the end of a search."""
    made = running.counting.counts
    counted = {"label": dict(made.labels()), "article": dict(made.by_article), "month": dict(made.months())}
    return {
        "total": made.total,
        "articles": running.articles,
        "left_out": running.left_out,
        **({"counts": counted} if running.counts else {}),
    }


def _told(running: SearchRunning) -> Iterator[str]:
    """Yield the counts, if they are wanted, as lines for a person."""
    made: SearchCounts = running.counting.counts
    if running.counts and made.total:
        for name, pairs in (
            ("label", made.labels()),
            ("month", made.months()),
            ("article", made.by_article.most_common()),
        ):
            yield f"By {name}:"
            yield from (f"{many:>9,}  {said or 'none'}" for said, many in pairs)


@contextmanager
def _closed_early() -> Iterator[None]:
    """Say nothing when whoever reads has had enough, as `head` does."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
