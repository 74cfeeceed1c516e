"""The commands of reviewers over a whole project: what a rule decides, and a second look at gold."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from annotations.compare.across.cases_json import case_as_json
from annotations.errors import ReadOnly, UserError
from annotations.review.fair import second_look
from annotations.review.fair.majority import LEAST
from models.queries.comparing.reviewing import AcrossArticles, annotators
from models.queries.reviews import majority, second_looks
from models.settings import Settings, annotator_name
from ui.commands.base import WAIT, Json, ProjectPath, ShowProgress, Wait, app, count, opened, report
from ui.commands.progress import ProgressReport
from ui.review.across.across_words import cases_across
from ui.wording import majority_takes
from ui.wording import second_looks as told


@app.command()
def review(
    project: ProjectPath,
    least: Annotated[
        int | None,
        typer.Option(
            "--majority",
            metavar="COUNT",
            min=LEAST,
            help="Take each open case where so many annotators or more agree and no other reading has as many.",
        ),
    ] = None,
    across: Annotated[
        bool, typer.Option("--across", help="List the open cases across articles; nothing is decided.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be taken.")] = False,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; else as --annotator.")] = None,
    wait: Wait = WAIT,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Decide by majority over the whole project, as one edit that the reviewer can undo; or list what is open across."""
    if (least is None) is not across:
        raise UserError("Say either --majority with a count or --across.")
    if least is None:
        _list_across(project, wait, json_ or progress)
        return
    who = annotator_name(by, Settings())
    with opened(project, wait=wait) as at, ProgressReport(progress, "counting votes") as ticking:
        if at.read_only and not dry_run:
            raise ReadOnly(at.read_only, where=project)
        begin = partial(ticking.begin, "counting votes")
        plan = majority.plan(at, at.schema, least, by=who, begin=begin, tick=ticking.tick)
        if not dry_run:
            at.apply(plan.edit, by=who)
    taken = {"majority": least, "dry_run": dry_run, "by": who, **plan.as_json()}
    report(taken, majority_takes(taken), json_ or progress)


def _list_across(project: Path, wait: float, is_json: bool) -> None:
    with opened(project, wait=wait) as at:
        found = AcrossArticles(at, annotators(at)).found
    report({"cases": [case_as_json(case) for case in found.open]}, cases_across(found), is_json)


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
