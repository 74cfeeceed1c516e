"""The part of `suggest` that makes a pipeline an annotator: what it finds is finished work under a name of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from annotations.errors import UserError
from annotations.facts import Fact
from annotations.sets import AnnotationSet, Boilerplate
from annotations.sheet import Sheet
from annotations.spans import Span
from annotations.suggest.chunks.shapes import ChunkJob, LookedThrough, Spread
from annotations.suggest.mentions import Learned
from annotations.suggest.one_by_one import Say, tried
from annotations.suggest.pipelines.machine_set import machine_set, with_facts
from annotations.suggest.suggester import Suggested
from annotations.suggesters.configured import SuggesterCommand
from annotations.suggesters.outside import Looked
from annotations.text.counts import counted
from models.project import Project
from models.settings import Settings, annotator_name
from models.transfer.machines import machine_sets
from ui.commands.progress import ProgressReport
from ui.commands.suggesting.filling import LookRun, wanted_in
from ui.commands.suggesting.outside import OutsideLook
from ui.wording import pieces_of_work, spans_and_facts

Look = Callable[[list[str], Say], Iterator[AnnotationSet]]  # the sets that are made on articles of these ids
Kind = TypeVar("Kind", Span, Boilerplate)


def checked_name(at: Project, given: str, what: str) -> str:
    """Return the name for the machine.  UserError when it is a person's or reserved, or facts alone are wanted."""
    if what == "facts":
        raise UserError("A machine's work has spans in any case: use --what spans or --what all.")
    name = annotator_name(given, Settings())
    machine_sets.require_free(at, name, annotator_name(None, Settings()))
    return name


def looked_through(
    at: Project, look: Look, name: str, again: bool, ticking: ProgressReport, say: Say
) -> tuple[list[AnnotationSet], int]:
    """Return the finished sets that `look` makes under that name, and how many that are there stay; nothing is written."""
    ids, kept = machine_sets.to_be_annotated(at, name, again=again)
    ticking.total = len(ids)
    sets = list[AnnotationSet]()
    for made in look(ids, say):
        sets.append(made)
        ticking.tick()
    return sets, kept


def write(at: Project, sets: list[AnnotationSet], kept: int, name: str) -> dict[str, Any]:
    """Write the sets under that name, as one edit; return the counts."""
    written = machine_sets.write(at, sets, by=annotator_name(None, Settings()), name=name)
    machines = sorted({made.progress.machine for made in sets})
    counts = {"articles": len(sets), "written": written, "kept": kept}
    counts |= {"spans": sum(len(made.spans) for made in sets), "facts": sum(len(made.facts) for made in sets)}
    return {"annotator": name, "machine": ", ".join(machines), **counts}


def by_pipeline(
    at: Project, spread: Spread, job: ChunkJob, name: str, ids: list[str], say: Say
) -> Iterator[AnnotationSet]:
    """Yield the set of each article in which looking did not fail."""
    run = LookRun(at, spread, job, wanted_in(at, job.what, again=True, among=ids))
    for answer in run.answers(say, ProgressReport(False, "")):
        for one in answer.looked:
            found = Suggested(one.article, [*_of(Span, one)], [*_of(Boilerplate, one)])
            made = machine_set(found, name, machine=answer.origin)
            yield with_facts(made, one.facts or ())


def _of(kind: type[Kind], one: LookedThrough) -> Iterator[Kind]:
    return (item for item in one.pool or () if isinstance(item, kind))


def by_command(
    at: Project, command: SuggesterCommand, name: str, what: str, ids: list[str], say: Say
) -> Iterator[AnnotationSet]:
    """Do as `by_pipeline` by a suggester's command; an article on which it has an error gets no set."""
    look = OutsideLook(at, command, Learned(), say)
    for one in look.through(ids, spans=True, facts=what == "all"):
        if not one.error:
            made = machine_set(one.suggested, name, machine=one.origin)
            facts = tried(one.article, partial(_facts, at, one, made), say) if what == "all" else []
            yield with_facts(made, facts or ())


def _facts(at: Project, one: Looked, made: AnnotationSet) -> list[Fact]:
    return one.facts(at.article(one.article.id), Sheet((), made), at.schema)


def told(result: Mapping[str, Any]) -> str:
    """Return what was written, in a sentence or two."""
    name, found = result["annotator"], spans_and_facts(result["spans"], result["facts"]) or "nothing"
    by = f"{result['machine']}, a machine" if result["machine"] else "a machine"
    said = f"{name} ({by}) annotated {counted(result['articles'], 'article')}: {found}."
    return said + (f" {pieces_of_work(result['kept'])} stayed." if result["kept"] else "")
