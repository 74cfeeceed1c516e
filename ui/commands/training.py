"""The command that trains a pipeline on the project's own labels, says how good it is, and has it used."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from annotations.errors import ReadOnly
from annotations.learn import report as reports
from annotations.learn.shapes import BUDGET
from annotations.sets import GOLD
from models.settings import Settings, annotator_name
from ui.commands.base import WAIT, Json, ProjectPath, ShowProgress, Trust, Wait, app, opened, report
from ui.commands.learning.running import TrainingMade, TrainingOptions, TrainingRun, package_it
from ui.terminal import complain

SCHEMA_FILE, META = "project.yaml", "meta.json"  # by which a project and a pipeline are told
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


WhoseWork = Annotated[str | None, typer.Option(help="Whose work is learned from, or gold.")]
Parent = Annotated[
    str | None,
    typer.Option("--from", metavar="PIPELINE", help="What it begins with: en_news, another, or nothing."),
]
Budget = Annotated[float, typer.Option(min=1, metavar="SECONDS", help="How long it may take.")]
WithCurve = Annotated[
    bool, typer.Option(help="The learning curve: would more articles help? 1.5 times as long.")
]
Out = Annotated[Path | None, typer.Option(help="A new folder; else one in the project's pipelines.")]
PackageOut = Annotated[
    Path | None, typer.Option(metavar="OUT", help="Also write an installable package into this folder.")
]
Use = Annotated[bool, typer.Option(help="Have it suggest from now on, in articles that nobody has finished.")]


@app.command()
def train(
    project: ProjectPath,
    annotator: WhoseWork = None,
    from_: Parent = None,
    budget: Budget = BUDGET,
    curve: WithCurve = False,
    out: Out = None,
    package: PackageOut = None,
    use: Use = False,
    seed: Annotated[int, typer.Option(help="Another seed, other chances.")] = 0,
    trust: Trust = False,
    wait: Wait = WAIT,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Train a pipeline on finished articles, and compare it with the one in use on held-out ones.

    With --package, PROJECT may also be a pipeline's folder, which is packaged as it is.
    """
    if package and not (project / SCHEMA_FILE).exists() and (project / META).exists():
        packed = package_it(project, package)
        report({"package": packed}, f"The package: {packed['wheel']}", json_ or progress)
        return
    os.environ.update(dict.fromkeys(THREADS, "1"))  # the same sums in the same order, whatever the machine
    options = TrainingOptions(from_ or "", budget, curve, seed, out, package, use, trust)
    made = _made(project, annotator, options, wait=wait, progress=progress)
    said: dict[str, Any] = made.as_json() if made else reports.nothing()
    report(said, made.as_text() if made else said["headline"], json_ or progress)
    for trouble in made.troubles if made else ():
        complain(f"factmark: {trouble}")


def _made(
    project: Path, annotator: str | None, options: TrainingOptions, *, wait: float, progress: bool
) -> TrainingMade | None:
    """Return what was trained; None when it was stopped before there was anything to keep."""
    with opened(project, wait=wait) as at:
        if options.use and at.read_only:
            raise ReadOnly(at.read_only, where=at.folder)
        who = GOLD if annotator == GOLD else annotator_name(annotator, Settings())
        return TrainingRun(at, who, options, progress).done()
