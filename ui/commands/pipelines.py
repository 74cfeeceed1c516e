"""The commands about pipelines."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from annotations.errors import UserError
from annotations.suggest.installed import NONE, RULES, SHIPPED, installed
from models.settings import Settings
from ui.commands.base import Json, Trust, app, report, trusting


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
    trust: Trust = False,
    json_: Json = False,
) -> None:
    """Measure what a pipeline finds against what a person marked: precision, recall, F and speed."""
    from annotations.training.evaluate import evaluate as measure

    found = trusting(lambda trusted: measure(pipeline, file, alone=alone, trusted=trusted), trust)
    report(found.as_json(), found.as_text(), json_)


@app.command()
def pipelines(
    forget: Annotated[
        str | None,
        typer.Option(metavar="HASH", help="Trust that folder no longer; the hash's first digits do."),
    ] = None,
    json_: Json = False,
) -> None:
    """List the pipelines that are loaded without a question, the folders that you have trusted, and suggesters."""
    settings = Settings()
    if forget is not None:
        hashes = [hash_ for hash_ in settings.trusted_pipelines() if forget and hash_.startswith(forget)]
        if not hashes:
            raise UserError(f"No folder that you trust has a hash that begins with “{forget}”.")
        settings.distrust_pipelines(hashes)
    names, trusted = sorted(installed()), settings.trusted_pipelines()
    folders = [{"hash": hash_, "folder": said[0], "since": said[1]} for hash_, said in trusted.items()]
    lines = [f"{NONE}, {RULES}, {SHIPPED}: come with Factmark", *(f"{name}: installed" for name in names)]
    lines += [f"{one['folder']}: trusted since {one['since']}, {one['hash'][:12]}" for one in folders]
    outside = settings.suggesters()
    lines += [f"{name}: a suggester that is set up here" for name in outside]
    listed = {
        "shipped": [NONE, RULES, SHIPPED],
        "installed": names,
        "trusted": folders,
        "suggesters": outside,
    }
    report(listed, "\n".join(lines), json_)
