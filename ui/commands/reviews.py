"""The commands of reviewers over a whole project: what a rule decides, and a second look at gold."""

from __future__ import annotations

from typing import Annotated

import typer

from annotations.errors import ReadOnly
from annotations.review.fair import second_look
from annotations.review.fair.majority import LEAST
from models.queries.reviews import majority, second_looks
from models.settings import Settings, annotator_name
from ui.commands.base import WAIT, Json, ProjectPath, ShowProgress, Wait, app, count, opened, report
from ui.commands.progress import ProgressReport
from ui.wording import majority_takes
from ui.wording import second_looks as told


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


@app.command("recheck")
def second_look_at(
    project: ProjectPath,
    draw: Annotated[
        int, typer.Option(metavar="COUNT", min=0, help="Take so many reviewed articles into review again.")
    ] = 0,
    seed: Annotated[int, typer.Option(help="Another number draws others.")] = 0,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who draws; else as --annotator.")] = None,
    wait: Wait = WAIT,
    json_: Json = False,
) -> None:
    """Draw reviewed articles for a second look, by another reviewer; without --draw: say how much of gold held."""
    who = annotator_name(by, Settings())
    with opened(project, wait=wait) as at:
        if draw and at.read_only:
            raise ReadOnly(at.read_only, where=project)
        edit, drawn = second_looks.draw(at, draw, seed, by=who)
        at.apply(edit, by=who)
        found = second_look.as_json(second_looks.looks(at))
    result = {**found, "now_drawn": drawn}
    said = f"Drew {count(len(drawn), 'article')}: open Review, look, and approve again. " * bool(draw)
    report(result, said + told(found), json_)
