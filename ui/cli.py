"""The commands: each opens a project, calls what the window calls, and reports.

Exit codes: 0 done, 1 the user's error (a sentence on stderr), 2 wrong words.
"""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from annotations import formats, schema_file
from annotations.errors import UserError
from annotations.formats.base import Problem, Record
from annotations.formats.choice import ARTICLES, SPANS, Choice
from annotations.formats.export import export as write_export
from models import backup, queries
from models.arrivals import Report
from models.migrations import MIGRATIONS
from models.project import DATABASE_FILE, SCHEMA_FILE, Project
from models.settings import Settings, annotator_name
from ui.progress import Progress

app = typer.Typer(
    name="factmark",
    help="Mark up news by hand: entities and facts. Without a command: the window.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ProjectPath = Annotated[Path, typer.Argument(metavar="PROJECT", help="The project's folder.")]
Json = Annotated[bool, typer.Option("--json", help="Report as one JSON object on stdout.")]
ShowProgress = Annotated[bool, typer.Option("--progress", help="Progress as JSON lines on stdout.")]
Annotator = Annotated[
    str | None, typer.Option(help="Whose work it is; else the setting, else the login name.")
]


def run_command(words: list[str]) -> int:
    """Runs a command; its exit code."""
    for stream in (sys.stdout, sys.stderr):  # a file's name may hold what the terminal cannot show
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app(words, prog_name="factmark")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    except UserError as error:
        print(f"factmark: {error}", file=sys.stderr)
        return 1
    except sqlite3.DatabaseError as error:
        print(f"factmark: The project's database cannot be read: {error}. Try `restore`.", file=sys.stderr)
        return 1
    return 0


@contextmanager
def opened(folder: Path) -> Iterator[Project]:
    project = Project(folder)
    try:
        yield project
    finally:
        project.close()


def report(result: dict[str, Any], text: str, as_json: bool) -> None:
    print(json.dumps(result) if as_json else text)


@app.command("open")
def open_(project: Annotated[Path | None, typer.Argument(metavar="PROJECT")] = None) -> None:
    """Open the project in the window."""
    from ui.app import run_window

    raise typer.Exit(run_window([str(project)] if project else []))


@app.command()
def new(
    project: ProjectPath,
    schema: Annotated[str, typer.Option(help="news, blank, or a project.yaml to start from.")] = "news",
    name: Annotated[
        str | None, typer.Option(help="What the project is called; else its folder's name.")
    ] = None,
    json_: Json = False,
) -> None:
    """Make a project."""
    if schema in schema_file.SHIPPED:
        made = schema_file.parse(schema_file.shipped(schema), schema).called(name or project.resolve().name)
    else:
        made = schema_file.read(Path(schema))
        made = made.called(name) if name else made
    Project.create(project, made).close()
    report({"project": str(project), "labels": len(made.labels)}, f"Made {project}.", json_)


@app.command("import")
def import_(
    project: ProjectPath,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files, or folders of them.")],
    format: Annotated[str | None, typer.Option(help="The files' format; else told by their endings.")] = None,
    annotator: Annotated[str | None, typer.Option(help="Whose work it is, whatever the file says.")] = None,
    as_: Annotated[str, typer.Option("--as", help="spans or suggestions.")] = "spans",
    by: Annotated[str | None, typer.Option(hidden=True, help="Who imports.")] = None,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Bring articles into the project, with the work that comes with them."""
    among("--as", as_, ("spans", "suggestions"))
    if format:
        among("--format", format, formats.names(to="read"))
    if annotator is not None:
        annotator_name(annotator, Settings())
    with opened(project) as at, Progress(progress, "importing") as ticking:
        paths = list(formats.files(files))
        ticking.total = sum(formats.size(path) for path in paths if isinstance(path, Path))
        arrivals = at.arrivals(
            by=annotator_name(annotator or by, Settings()),
            annotator=annotator,
            as_suggestions=as_ == "suggestions",
        )
        try:
            arrivals.take(entries(paths, format), ticking.tick)
            done = arrivals.land()
        finally:
            arrivals.close()
        labels = at.add_labels(done.labels)
    report_import(done, labels, json_ or progress)
    if done.problems:
        raise typer.Exit(1)


def report_import(done: Report, labels: list[str], as_json: bool) -> None:
    """What came and what was there on stdout, each problem a line on stderr."""
    result = {
        "articles": done.articles,
        "sets": done.sets,
        "already_there": done.already,
        "notices": done.notices,
        "problems": [str(problem) for problem in done.problems],
        "labels_added": labels,
    }
    lines = [f"Imported {done.articles:,} articles and {done.sets:,} annotation sets."]
    lines += [f"Already there: {name}" for name in done.already] + done.notices
    lines += [f"Labels added to the schema, without keys: {', '.join(labels)}."] if labels else []
    report(result, "\n".join(lines), as_json)
    for problem in done.problems:
        print(f"factmark: {problem}", file=sys.stderr)


def entries(paths: list[Path | Problem], format: str | None) -> Iterator[Record | Problem]:
    for path in paths:
        yield from [path] if isinstance(path, Problem) else formats.read(path, format)


@app.command()
def export(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write.")],
    format: Annotated[str, typer.Option(help="The format; see `formats`.")],
    annotator: Annotated[str, typer.Option(help="A name, gold, or all.")] = "all",
    articles: Annotated[str, typer.Option(help="done, reviewed or all.")] = "done",
    spans: Annotated[str, typer.Option(help="confirmed, suggested or all.")] = "confirmed",
    boilerplate: Annotated[bool, typer.Option(help="Spans that lie in boilerplate too.")] = False,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Write a dataset and, beside it, its manifest."""
    among("--articles", articles, ARTICLES)
    among("--spans", spans, SPANS)
    among("--format", format, formats.names(to="write"))
    with opened(project) as at, Progress(progress, "exporting") as ticking:
        ticking.total = queries.count_records(at.db, annotator)
        manifest = write_export(
            queries.records(at.db, annotator),
            out,
            format=format,
            schema=at.schema,
            choice=Choice(annotator, articles, spans, boilerplate),
            tick=ticking.tick,
        )
    left = ", ".join(f"{count:,} {reason}" for reason, count in manifest["left_out"].items())
    said = f"Wrote {manifest['records']:,} records with {sum(manifest['spans_by_label'].values()):,} spans to {out}."
    report(manifest, said + (f" Left out: {left}." if left else ""), json_ or progress)


@app.command("formats")
def formats_(json_: Json = False) -> None:
    """List the formats that can be read and written."""
    rows = [
        {"name": row.name, "reads": bool(row.read), "writes": bool(row.write), "about": row.about}
        for row in formats.FORMATS.values()
    ]
    lines = [
        f"{r['name']:10}{'reads' if r['reads'] else '':7}{'writes' if r['writes'] else '':8}{r['about']}"
        for r in rows
    ]
    report({"formats": rows}, "\n".join(lines), json_)


@app.command()
def check(project: ProjectPath, json_: Json = False) -> None:
    """Look whether the project's database is whole and says the same as its log."""
    with opened(project) as at:
        found = backup.problems(project / DATABASE_FILE) + at.history.problems()
    report({"whole": not found, "problems": found}, "\n".join(found) or "The project is whole.", json_)
    if found:
        raise typer.Exit(1)


@app.command("backup")
def backup_(project: ProjectPath, json_: Json = False) -> None:
    """Copy the project's database into its backups folder."""
    with opened(project) as at:
        copy = backup.save(at.db, project)
    report({"backup": str(copy)}, f"Kept as {copy}.", json_)


@app.command()
def restore(
    project: ProjectPath,
    copy: Annotated[Path, typer.Argument(metavar="BACKUP", help="A copy from the project's backups folder.")],
    json_: Json = False,
) -> None:
    """Put a backup back; the present database is kept beside it."""
    if not (project / SCHEMA_FILE).is_file():
        raise UserError(f"This is no Factmark project: there is no {SCHEMA_FILE} in it.", where=project)
    kept = backup.restore(project, copy, newest=len(MIGRATIONS))
    report(
        {"restored": str(copy), "kept": str(kept)},
        f"Restored {copy}; what was there is kept as {kept}.",
        json_,
    )


@app.command()
def demo(
    out: Annotated[Path, typer.Option(help="Where dataset and pictures go.")] = Path("build/demo"),
    json_: Json = False,
) -> None:
    """Do the main job on the sample articles by itself: no display is needed."""
    from ui.demo import run_demo

    result = run_demo(out, say=lambda line: print(line, file=sys.stderr))
    report(result, "\n".join(f"{name}: {path}" for name, path in result.items()), json_)


def among(option: str, value: str, options: Collection[str]) -> None:
    """A usage error unless the value is one of the options."""
    if value not in options:
        raise typer.BadParameter(f"{option} is {' or '.join(options)}, not {value}.")


import ui.cli_facts  # (these bring their commands, which need the names above)
import ui.cli_lint
import ui.cli_pipeline
import ui.cli_review
import ui.cli_suggest  # noqa: F401
