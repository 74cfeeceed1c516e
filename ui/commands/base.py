"""The parts that commands share: the program, the options that several have, the report of a result."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from models.project import Project
from models.transfer import surroundings
from ui.program import BESIDE
from ui.terminal import complain, say

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


@contextmanager
def opened(folder: Path) -> Iterator[Project]:
    project = Project(folder)
    warn_of_place(folder)
    try:
        yield project
    finally:
        for news in project.schema_news():
            complain(f"factmark: {news}")
        project.close()


def warn_of_place(folder: Path) -> None:
    """Say on stderr why a project's place can lose work, where it can; the window has said so by itself."""
    if BESIDE not in os.environ and (found := surroundings.look(folder)):
        complain(f"factmark: {folder}: {found.sentence}")


def report(result: dict[str, Any], text: str, as_json: bool) -> None:
    say(json.dumps(result) if as_json else text)


def count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def among(option: str, value: str, options: Collection[str]) -> None:
    """Raise a usage error unless the value is one of the options."""
    if value not in options:
        raise typer.BadParameter(f"{option} is {' or '.join(options)}, not {value}.")
