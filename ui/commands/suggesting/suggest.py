"""The command that fills the pools: spans, facts, or both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from annotations.errors import ReadOnly, UserError
from annotations.problems import Noted
from annotations.suggest.chunks.cluster.on_cluster import OnCluster
from annotations.suggest.chunks.here import Here
from annotations.suggest.foretold import elsewhere
from annotations.suggest.installed import RULES
from annotations.suggest.one_by_one import Say
from annotations.suggesters.configured import SuggesterCommand, is_lacking, lacking
from annotations.suggesters.tally import SuggesterTally
from models.project import Project
from models.queries.suggesting.wanted import ArticlePart, WantedArticles
from models.settings import Settings, annotator_name
from ui.commands.base import (
    WAIT,
    Json,
    ProjectPath,
    ShowProgress,
    Trust,
    Wait,
    among,
    app,
    count,
    opened,
    report,
)
from ui.commands.progress import ProgressReport
from ui.commands.suggesting import machine_annotator, outside, shards
from ui.commands.suggesting.clustering import PATIENCE, Cluster, ClusterWait
from ui.commands.suggesting.filling import FOUND, LookRun, SuggestOptions, job_for, wanted_in
from ui.commands.suggesting.machine_annotator import Look
from ui.commands.suggesting.shards import WHY, Out, Shard, part_of
from ui.commands.suggesting.spreading import Jobs, spread_of
from ui.terminal import complain
from ui.wording import never_suggested, spans_and_facts

WHAT = ("spans", "facts", "all")
STOPPED = 130  # the exit code of what Ctrl+C has stopped
ALONE = (
    "The suggester {name} is a command of yours, of which one process runs at a time: leave {option} out, and have it do more at "
    "once by itself."
)
AsAnnotator = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Write finished work under this name, a machine's, instead."),
]


@app.command("suggest")
def suggest_(
    project: ProjectPath,
    pipeline: Annotated[str | None, typer.Option(help="Else the one that project.yaml names.")] = None,
    what: Annotated[str, typer.Option(help="spans, facts (on the spans there are) or all.")] = "spans",
    again: Annotated[bool, typer.Option(help="Also where there are suggestions already.")] = False,
    as_annotator: AsAnnotator = None,
    jobs: Jobs = "1",
    cluster: Cluster = None,
    cluster_wait: ClusterWait = PATIENCE,
    shard: Shard = None,
    out: Out = None,
    trust: Trust = False,
    wait: Wait = WAIT,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Look for entities and facts in every article; what is found waits to be decided."""
    among("--what", what, WHAT)
    spread = spread_of(jobs, cluster, cluster_wait)
    asked = SuggestOptions(pipeline, what, again, as_annotator, spread, trust, json_ or progress)
    part, noted = part_of(shard, out, as_annotator), Noted()
    reading = WHY if part else ""
    with opened(project, wait=wait, reading=reading) as at, ProgressReport(progress, "suggesting") as ticking:
        if at.read_only and not part:
            raise ReadOnly(at.read_only, where=at.folder)
        if part and out:
            code = _look_at(at, asked, part, out, ticking, noted)
        else:
            told = _annotate if as_annotator is not None else _suggest
            code = told(at, asked, ticking, noted)
    for trouble in noted.lines():
        complain(f"factmark: {trouble}")
    if code or noted:
        raise typer.Exit(code or 1)


def _suggest(at: Project, asked: SuggestOptions, ticking: ProgressReport, noted: Noted) -> int:
    """Fill the pools and report what was found; return the exit code."""
    name, command = which(at, asked.pipeline, noted.note)
    if command:
        result = _fill_by(_alone(command, asked), at, asked, ticking, noted.note)
    else:
        result = fill(at, name, asked, wanted_in(at, asked.what, again=asked.again), noted.note, ticking)
    never = {} if asked.what == "spans" or command else at.schema.never_proposed
    foreign = "" if command else elsewhere(name, at.schema.language, at.folder)
    more = {"problems": noted.lines(), "never_suggested": dict(never), "language": foreign}
    said = {**result, **{name: value for name, value in more.items() if value}}
    given = [f"{name}: {SuggesterTally.from_json(result['suggester']).sentence}"] if command else []
    told = (_told(result, again=asked.again), *given, *never_suggested(never), foreign)
    report(said, " ".join(filter(None, told)), asked.as_json)
    return STOPPED if "stopped" in result else 0


def _told(result: Mapping[str, Any], *, again: bool) -> str:
    """Return what was suggested in a sentence, or two where it was stopped."""
    found = spans_and_facts(result.get("suggestions", 0), result.get("facts", 0)) or "nothing"
    if "stopped" not in result:
        return f"Suggested {found} in {count(result['articles'], 'article')}."
    on = "" if again else " The next run goes on with the rest."
    return f"Stopped: suggested {found} in {result['articles']:,} of {count(result['of'], 'article')}, which is kept.{on}"


def fill(
    at: Project,
    name: str,
    asked: SuggestOptions,
    wanted: WantedArticles,
    say: Say,
    ticking: ProgressReport,
) -> dict[str, Any]:
    """Suggest spans, facts or both by a pipeline; return the counts, as far as it came where Ctrl+C stopped it."""
    job = job_for(at, asked.spread, name, asked.what, asked.trust)
    run = LookRun(at, asked.spread, job, wanted)
    try:
        run.fill(say, ticking)
    except KeyboardInterrupt:
        return {"articles": run.looked, "of": run.articles, "stopped": True, **run.counts}
    return {"articles": run.articles, **run.counts}


def _annotate(at: Project, asked: SuggestOptions, ticking: ProgressReport, noted: Noted) -> int:
    """Write finished sets under the name of a machine, by a pipeline or a suggester's command; return the exit code."""
    what = asked.what
    whose = machine_annotator.checked_name(at, asked.as_annotator or "", what)
    name, command = which(at, asked.pipeline, _refuse)
    if command:
        complain(_alone(command, asked).notice)
        look: Look = partial(machine_annotator.by_command, at, command, whose, what)
    else:
        job = job_for(at, asked.spread, name, what, asked.trust, is_machine=True)
        look = partial(machine_annotator.by_pipeline, at, asked.spread, job, whose)
    try:
        looked = machine_annotator.looked_through(at, look, whose, asked.again, ticking, noted.note)
    except KeyboardInterrupt:
        report({"stopped": True, "written": 0}, "Stopped; nothing was written.", asked.as_json)
        return STOPPED
    result = machine_annotator.write(at, *looked, whose)
    troubles = noted.lines()
    said = result | ({"problems": troubles} if troubles else {})
    report(said, machine_annotator.told(result), asked.as_json)
    return 0


def _look_at(
    at: Project, asked: SuggestOptions, part: ArticlePart, out: Path, ticking: ProgressReport, noted: Noted
) -> int:
    """Write what is found in a part of the articles to a file; return the exit code."""
    name, command = which(at, asked.pipeline, noted.note)
    if command:
        raise UserError(ALONE.format(name=command.name, option="--shard"))
    try:
        result = shards.write(at, name, asked, part, out, ticking, noted)
    except KeyboardInterrupt:
        report({"stopped": True, "out": None}, f"Stopped; {out} was not written.", asked.as_json)
        return STOPPED
    troubles = noted.lines()
    report(result | ({"problems": troubles} if troubles else {}), shards.told(result), asked.as_json)
    return 0


def _alone(command: SuggesterCommand, asked: SuggestOptions) -> SuggesterCommand:
    """Return the suggester's command.  UserError when several processes are asked for."""
    if isinstance(asked.spread, Here):
        return command
    option = "--cluster" if isinstance(asked.spread, OnCluster) else "--jobs"
    raise UserError(ALONE.format(name=command.name, option=option))


def _refuse(sentence: str) -> None:
    raise UserError(sentence)


def which(at: Project, asked: str | None, say: Say) -> tuple[str, SuggesterCommand | None]:
    """Return the pipeline's name, and the command if it is a suggester that is set up here.

    Where the project names one that is not, the rules, and that is said.
    """
    name = asked or at.schema.pipeline
    command = Settings().suggester(name)
    if command is None and not asked and is_lacking(name, at.folder):
        say(lacking(name))
        return RULES, None
    return name, command


def _fill_by(
    command: SuggesterCommand, at: Project, asked: SuggestOptions, ticking: ProgressReport, say: Say
) -> dict[str, Any]:
    """Do as `fill` by a suggester's command."""
    complain(command.notice)
    wanted = [*wanted_in(at, asked.what, again=asked.again).read(at)]
    spans, facts = ({one.id for one in wanted if getattr(one, kind)} for kind in FOUND.values())
    ticking.total = len(spans) + len(facts)
    learned = at.learning.learned(annotator_name(None, Settings()), whole=True)
    counts = outside.fill(at, command, spans, facts, learned, ticking, say)
    return {
        name: value
        for name, value in counts.items()
        if asked.what == "all" or name not in FOUND or FOUND[name] == asked.what
    }
