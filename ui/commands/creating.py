"""The commands that begin a project: making one with labels of whatever origin, and the labels that files bring.

Exit codes: 0 done, 1 the user's error (a sentence on stderr), 2 wrong words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from annotations import formats
from annotations.errors import UserError
from annotations.formats.reading.how_read import AS_IT_IS, Source
from annotations.formats.reading.zips import unpacking
from annotations.problems import Noted, Notice, Problem
from annotations.schema import own_labels
from annotations.schema import reader as schema_reader
from annotations.schema.languages import DEFAULT, LANGUAGES
from annotations.schema.types import Schema
from annotations.suggest.installed import NONE, chosen
from annotations.suggest.word_lists import WordList
from models.settings import Settings
from models.transfer import creating
from models.transfer.creating import Start
from models.transfer.label_room import LabelRoom
from ui.commands.base import Json, ProjectPath, ShowProgress, app, count, report, warn_of_place
from ui.commands.importing import entries
from ui.commands.progress import ProgressReport
from ui.terminal import complain

Labels = Annotated[
    str | None, typer.Option(help="Labels of your own, with commas: DISH,PLACE. Each gets a key and a hue.")
]
From = Annotated[
    Path | None,
    typer.Option(
        "--from", help="Another project, its project.yaml, or a file to be imported: its labels are taken."
    ),
]
Pipeline = Annotated[
    str | None,
    typer.Option(help="What suggests: en_news, rules, none, an installed spaCy package or a folder."),
]
Wordings = Annotated[
    Path | None,
    typer.Option(
        help="Wordings to be suggested wherever they stand: a text, one a line, or a CSV with wording and label."
    ),
]


@app.command()
def new(
    project: ProjectPath,
    schema: Annotated[
        str | None, typer.Option(help="news (unless told otherwise), blank, or a project.yaml to start from.")
    ] = None,
    labels: Labels = None,
    from_: From = None,
    name: Annotated[
        str | None, typer.Option(help="What the project is called; else its folder's name.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="The articles' language: en, de, fr and so on.")
    ] = None,
    pipeline: Pipeline = None,
    wordings: Wordings = None,
    label: Annotated[str, typer.Option(help="The label of wordings that name none.")] = "",
    json_: Json = False,
) -> None:
    """Make a project."""
    if sum(given is not None for given in (schema, labels, from_)) > 1:
        raise typer.BadParameter("Give one of --schema, --labels and --from.")
    if language and language not in LANGUAGES:
        raise typer.BadParameter(f"--language is one of {', '.join(LANGUAGES)}, not {language}.")
    pipeline = chosen(pipeline, known=Settings().suggesters()) if pipeline else None
    start = _start(schema, labels, from_, language)
    made = replace(start.schema, language=language or start.schema.language)
    if name or schema in (None, *schema_reader.SHIPPED):
        made = made.called(name or project.resolve().name)
    listed = creating.wordings(wordings, label, made.labels) if wordings else None
    patterns = creating.with_list(start.patterns, listed)
    start = replace(start, schema=made.using(pipeline or made.pipeline), patterns=patterns)
    creating.create(project, start)
    warn_of_place(project)
    _tell(project, start, listed, json_, from_)


@app.command("labels")
def labels_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", readable=False, help="Files, or folders of them.")
    ],
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """List the labels that files bring, without importing them."""
    with ProgressReport(progress, "reading") as ticking:
        found, articles, problems = _labels_in(files, ticking)
    counts = dict(found.most_common())
    lines = [f"{name}: {count(many, 'span')}" for name, many in counts.items()] or ["No labels."]
    result = {"labels": counts, "articles": articles, "problems": problems.lines()}
    report(result, "\n".join(lines), json_ or progress)
    for problem in problems.lines():
        complain(f"factmark: {problem}")
    if problems:
        raise typer.Exit(1)


def _tell(project: Path, start: Start, listed: WordList | None, as_json: bool, from_: Path | None) -> None:
    """Report what was made, the lines of the list that were left out, and what of the source is still to come."""
    said = {"wordings": len(listed.patterns)} if listed else {}
    told = f"Made {project}." + (f" {listed.said()}." if listed else "")
    if from_ and not _is_project(from_):
        told += f" The articles of {from_} are not in it yet; the command import brings them in."
    report({"project": str(project), "labels": len(start.schema.labels)} | said, told, as_json)
    for problem in listed.problems.lines() if listed else ():
        complain(f"factmark: {problem}")
    if listed and listed.problems:
        raise typer.Exit(1)


def _start(schema: str | None, labels: str | None, from_: Path | None, language: str | None) -> Start:
    """Return what the project begins with.  UserError when that is nothing."""
    if labels is not None:
        found = own_labels.typed(labels)
        if found.problems or not found.names:
            raise UserError(" ".join(found.problems) or "There is no label in --labels; write DISH,PLACE.")
        return creating.own(found.names, language or DEFAULT)
    if from_ is None:
        schema = schema or "news"
        if schema in schema_reader.SHIPPED:
            shipped = schema_reader.parse(schema_reader.shipped(schema), schema)
            return Start(shipped if language in (None, DEFAULT) else shipped.using(NONE))
        made = schema_reader.read(Path(schema))
        return Start(made, text=Path(schema).read_text("utf-8-sig"))
    if _is_project(from_):
        return creating.start_from(from_)
    counts, _, problems = _labels_in([from_])
    if not counts:
        raise UserError(
            "\n".join(problems.lines()) or "There are no labels in it; give --labels.", where=from_
        )
    for problem in problems.lines():
        complain(f"factmark: {problem}")
    return creating.own((name for name, _ in counts.most_common()), language or DEFAULT)


def _is_project(path: Path) -> bool:
    return path.is_dir() or creating.is_schema(path)


def _labels_in(files: list[Path], ticking: ProgressReport | None = None) -> tuple[Counter[str], int, Noted]:
    """Return the labels of the files with the number of spans each, the number of articles, and the problems."""
    with unpacking() as zips:
        return _labels_of(list(formats.files(files, zips)), ticking)


def _labels_of(
    paths: list[Source | Problem], ticking: ProgressReport | None
) -> tuple[Counter[str], int, Noted]:
    if ticking:
        ticking.total = sum(formats.size(one.path) for one in paths if isinstance(one, Source))
    room = LabelRoom(Schema(""))
    found, articles, problems = Counter[str](), set[str](), Noted()
    for entry in room.fitting(entries(paths, lambda _: AS_IT_IS, Counter())):
        if isinstance(entry, Notice):
            continue
        if isinstance(entry, Problem):
            problems.add(entry)
            continue
        if ticking:
            ticking.tick()
        articles.add(entry.article.id)
        found.update(span.label for span in entry.spans())
    return found, len(articles), problems
