"""The ways in which a run gets its articles looked through: here, in several processes (`--jobs`), on a cluster."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from annotations.suggest.chunks.here import Here
from annotations.suggest.chunks.processes import Processes
from annotations.suggest.chunks.shapes import Spread
from ui.commands.suggesting.beginning import begin
from ui.commands.suggesting.clustering import spread_on

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


def spread_of(asked: str, cluster: str | None, patience: float) -> Spread:
    """Return the way in which a run with these `--jobs`, `--cluster` and `--cluster-wait` gets its articles looked through."""
    count = processes(asked)
    if cluster is not None:
        if count != 1:
            raise typer.BadParameter(
                "--jobs is for the cores of this computer, --cluster for others: choose one."
            )
        return spread_on(cluster, patience)
    return Here() if count == 1 else Processes(count, begin)


def _cores() -> int:
    """Return how many cores this process may use: a scheduler gives some of a machine's."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
