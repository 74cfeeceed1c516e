"""The parts that commands share: the program, the options that several have, the report of a result."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from models.project import Project
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
Wait = Annotated[
    float,
    typer.Option(
        "--wait", min=0, metavar="SECONDS", help="How long another program that writes is waited for."
    ),
]
WAIT = 5.0  # seconds, unless told otherwise


@contextmanager
def opened(folder: Path, *, wait: float = WAIT) -> Iterator[Project]:
    """Hold the project open; `wait` is how many seconds another program that writes is waited for."""
    project = Project(folder, wait=wait)
    try:
        yield project
    finally:
        for news in project.schema_news():
            complain(f"factmark: {news}")
        project.close()


def report(result: dict[str, Any], text: str, as_json: bool) -> None:
    say(json.dumps(result) if as_json else text)


def count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def among(option: str, value: str, options: Collection[str]) -> None:
    """Raise a usage error unless the value is one of the options."""
    if value not in options:
        raise typer.BadParameter(f"{option} is {' or '.join(options)}, not {value}.")
