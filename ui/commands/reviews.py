"""The command of reviewers: what a rule decides over a whole project."""

from __future__ import annotations

from typing import Annotated

import typer

from annotations.errors import ReadOnly
from annotations.review.majority import LEAST
from models.queries import majority
from models.settings import Settings, annotator_name
from ui.commands.base import WAIT, Json, ProjectPath, ShowProgress, Wait, app, opened, report
from ui.commands.progress import ProgressReport
from ui.wording import majority_takes


@app.command()
def review(
    project: ProjectPath,
    least: Annotated[
        int,
        typer.Option(
            "--majority",
            metavar="COUNT",
            min=LEAST,
            help="Take each open case where so many annotators or more agree and no other reading has as many.",
        ),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be taken.")] = False,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; else as --annotator.")] = None,
    wait: Wait = WAIT,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Decide by majority over the whole project, as one edit that the reviewer can undo; the rest stays open."""
    who = annotator_name(by, Settings())
    with opened(project, wait=wait) as at, ProgressReport(progress, "counting votes") as ticking:
        if at.read_only and not dry_run:
            raise ReadOnly(at.read_only, where=project)
        plan = majority.plan(
            at,
            at.schema,
            least,
            by=who,
            begin=lambda articles: ticking.begin("counting votes", articles),
            tick=ticking.tick,
        )
        if not dry_run:
            at.apply(plan.edit, by=who)
    found = {"majority": least, "dry_run": dry_run, "by": who, **plan.as_json()}
    report(found, majority_takes(found), json_ or progress)
