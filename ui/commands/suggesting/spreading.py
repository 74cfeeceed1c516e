"""The option `--jobs`: in how many processes a run looks through articles at a time."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from annotations.suggest.chunks.here import Here
from annotations.suggest.chunks.processes import Processes
from annotations.suggest.chunks.shapes import Spread
from ui.commands.suggesting.beginning import begin

AUTO = ("auto", "0")
Jobs = Annotated[
    str,
    typer.Option(
        "--jobs",
        metavar="N",
        help="Processes that look through articles at a time, each with the pipeline in its memory; auto: one for each core.",
    ),
]


def processes(asked: str) -> int:
    """Return how many processes are meant.  A usage error for anything but a number, or auto."""
    if asked in AUTO:
        return _cores()
    if not (asked.isascii() and asked.isdecimal()):
        raise typer.BadParameter(f"--jobs is a number of processes, or auto, not {asked}.")
    return int(asked)


def spread_of(asked: str) -> Spread:
    """Return the way in which a run with that `--jobs` gets its articles looked through."""
    count = processes(asked)
    return Here() if count == 1 else Processes(count, begin)


def _cores() -> int:
    """Return how many cores this process may use: a scheduler gives some of a machine's."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
