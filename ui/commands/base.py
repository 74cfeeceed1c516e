"""The parts that commands share: the program, the options that several have, the report of a result."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from annotations.errors import UserError
from annotations.suggest.trust import RIGHTS, UntrustedPipelineError
from models.project import Project
from models.settings import Settings
from models.transfer import surroundings
from ui.help.version import version_line
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


def _say_version(asked: bool) -> None:
    if asked:
        say(version_line())
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version and end.")
]


@app.callback()
def factmark(version: Version = False) -> None:
    """Keep a command's name among the words also where its module alone is there."""


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
Trust = Annotated[
    bool,
    typer.Option(
        "--trust-pipeline",
        help="Load the pipeline although it lies in a folder that you have not trusted as it is now, and remember that. "
        + RIGHTS,
    ),
]
Loaded = TypeVar("Loaded")


def trusting(load: Callable[[Collection[str]], Loaded], is_trusted: bool) -> Loaded:
    """Return what `load` loads, given the hashes of the pipelines that may be loaded.

    UserError, with nothing loaded, when its pipeline is none of them, unless the person trusts it.
    """
    settings = Settings()
    try:
        return load(settings.trusted_pipelines())
    except UntrustedPipelineError as error:
        if not is_trusted:
            raise UserError(f"{error} If you trust its author, add --trust-pipeline.") from error
        settings.trust_pipeline(error.hash, error.folder.absolute())
    return trusting(load, is_trusted)  # a second opinion may be another folder


@contextmanager
def opened(folder: Path, *, wait: float = WAIT, reading: str = "") -> Iterator[Project]:
    """Hold the project open, perhaps only to read it (`reading`: why); `wait` is how many seconds another program that writes is waited for."""
    project = Project(folder, wait=wait, reading=reading)
    warn_of_place(folder)
    try:
        yield project
    finally:
        for news in project.schema_news():
            complain(f"factmark: {news.sentence}")
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
