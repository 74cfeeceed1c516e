"""The command for a project's own list of wordings and token patterns: shown, checked, and filled."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from annotations.problems import Noted, Problem
from annotations.suggest.own_list import ListRow, OwnList
from annotations.suggest.word_lists import WordList
from models.project import Project
from models.queries.wordings.confirmed_wordings import confirmed_wordings, speaking
from models.transfer import own_lists
from models.transfer.own_lists import ListFile
from ui.commands.base import Json, ProjectPath, ShowProgress, app, count, opened, report
from ui.terminal import complain

Add = Annotated[
    Path | None,
    typer.Option(help="Add the wordings of a file: a text, one a line, a CSV, or a patterns.jsonl."),
]
Label = Annotated[str, typer.Option(help="The label of wordings that name none.")]


@app.command()
def lists(
    project: ProjectPath,
    add: Add = None,
    label: Label = "",
    add_confirmed: Annotated[
        bool, typer.Option(help="Add what was confirmed, by anybody, and is not in doubt.")
    ] = False,
    confirmed: Annotated[
        bool, typer.Option(help="Show what was confirmed and is not in the list; nothing is added.")
    ] = False,
    problems: Annotated[bool, typer.Option(help="Show only the lines with something wrong.")] = False,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Show, check and fill the project's own list, patterns.jsonl."""
    with opened(project) as at:
        there = own_lists.read(at)
        result: dict[str, Any] = {"file": str(own_lists.path_of(at))}
        told: list[str] = []
        if confirmed:
            result["confirmed"] = [asdict(one) for one in confirmed_wordings(at, there.list)]
            told = [f"{one['label']}\t{one['wording']}\t{one['confirmed']:,}" for one in result["confirmed"]]
        elif add or add_confirmed:
            listed, added = _filled(at, there, add, label, add_confirmed)
            left = listed.problems.lines() if listed else []
            result |= {"added": added, "problems": left}
            told = [f"{listed.said()}."] if listed else []
            told += [f"{count(added, 'line')} added to {result['file']}."]
        else:
            rows = checked(at, there.list)
            wrong = [row for row in rows if row.wrong]
            result |= {"labels": there.list.labels(), "problems": _sentences(result["file"], wrong)}
            result["rows"] = [row._asdict() for row in (wrong if problems else rows)]
            told = [_line(row) for row in (wrong if problems else rows)]
    report(result, "\n".join(told) or "The list is empty.", json_ or progress)
    for problem in result.get("problems", ()):
        complain(f"factmark: {problem}")
    if result.get("problems"):
        raise typer.Exit(1)


def checked(at: Project, listed: OwnList) -> list[ListRow]:
    """Return the rows of the list, each with what is wrong with it, as the suggester finds it."""
    rows = listed.told(at.schema.labels)
    if all(row.is_wording or not row.is_pattern for row in rows):
        return rows
    from annotations.suggest.patterns import check  # loads spaCy

    wrong = {problem.line: problem.reason for problem in check(own_lists.path_of(at))}
    return [row._replace(wrong=wrong.get(row.line) or row.wrong) for row in rows]


def _filled(
    at: Project, there: ListFile, file: Path | None, label: str, with_confirmed: bool
) -> tuple[WordList | None, int]:
    """Add to the list; return what a file brought, and how many lines were added."""
    listed = own_lists.of_file(at, file, label) if file else None
    made, added = there.list.adding(listed.patterns if listed else ())
    if with_confirmed:
        made, more = made.adding(speaking(confirmed_wordings(at, made)))
        added += more
    if added:
        own_lists.write(at, made, there)
    return listed, added


def _sentences(file: str, wrong: list[ListRow]) -> list[str]:
    noted = Noted()
    for row in wrong:
        noted.add(Problem(file, row.line, row.wrong))
    return noted.lines()


def _line(row: ListRow) -> str:
    return f"{row.line}\t{row.label}\t{row.words}"
