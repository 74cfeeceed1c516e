"""The commands about pipelines."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.base import Json, app, report


@app.command()
def evaluate(
    pipeline: Annotated[
        str, typer.Argument(metavar="PIPELINE", help="A shipped one, a package or a folder.")
    ],
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Own or Prodigy's JSONL with confirmed spans.")
    ],
    alone: Annotated[
        bool, typer.Option(help="The pipeline's own entities, without the rules beside it.")
    ] = False,
    json_: Json = False,
) -> None:
    """Measure what a pipeline finds against what a person marked: precision, recall, F and speed."""
    from annotations.training.evaluate import evaluate as measure

    found = measure(pipeline, file, alone=alone)
    report(found.as_json(), found.as_text(), json_)
