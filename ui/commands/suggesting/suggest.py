"""The command that fills the pools: spans, facts, or both."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Annotated, Any

import typer

from annotations.articles import Asked
from annotations.errors import ReadOnly, UserError
from annotations.problems import Noted
from annotations.suggest import suggester as suggesters
from annotations.suggest.facts import propose_on
from annotations.suggest.foretold import elsewhere
from annotations.suggest.installed import RULES
from annotations.suggest.mentions import Learned
from annotations.suggest.one_by_one import Say, each, tried
from annotations.suggest.parse import Parse
from annotations.suggest.pipelines.second_opinion import advised
from annotations.suggest.suggester import Suggester
from annotations.suggesters.configured import SuggesterCommand, is_lacking, lacking
from annotations.suggesters.tally import SuggesterTally
from models.project import Project
from models.queries import articles as article_queries
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
    trusting,
)
from ui.commands.progress import ProgressReport
from ui.commands.suggesting import machine_annotator, outside
from ui.commands.suggesting.machine_annotator import Look
from ui.terminal import complain
from ui.wording import never_suggested, spans_and_facts

WHAT = ("spans", "facts", "all")
FOUND = {"suggestions": "spans", "facts": "facts"}
BATCH = 20  # articles per transaction
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
    trust: Trust = False,
    wait: Wait = WAIT,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Look for entities and facts in every article; what is found waits to be decided."""
    among("--what", what, WHAT)
    with opened(project, wait=wait) as at, ProgressReport(progress, "suggesting") as ticking:
        if at.read_only:
            raise ReadOnly(at.read_only, where=at.folder)
        noted = Noted()
        if as_annotator is not None:
            _annotate(at, as_annotator, pipeline, what, again, trust, ticking, as_json=json_ or progress)
            return
        name, command = which(at, pipeline, noted.note)
        where = article_queries.article_ids(at) if again else None
        if command:
            complain(command.notice)
            result = _fill_by(command, at, what, where, ticking, noted.note)
        else:
            suggester = trusting(lambda trusted: loaded(at, name, trusted, what), trust)
            result = fill(at, suggester, name, what, where, noted.note, ticking)
        never = {} if what == "spans" or command else at.schema.never_proposed
        foreign = "" if command else elsewhere(name, at.schema.language, at.folder)
    troubles = noted.lines()
    found = spans_and_facts(result.get("suggestions", 0), result.get("facts", 0)) or "nothing"
    more = {"problems": troubles, "never_suggested": dict(never), "language": foreign}
    said = {**result, **{name: value for name, value in more.items() if value}}
    told = f"Suggested {found} in {count(result['articles'], 'article')}."
    given = [f"{name}: {SuggesterTally.from_json(result['suggester']).sentence}"] if command else []
    report(said, " ".join(filter(None, (told, *given, *never_suggested(never), foreign))), json_ or progress)
    _complain(troubles)


def _annotate(
    at: Project,
    asked: str,
    pipeline: str | None,
    what: str,
    again: bool,
    trust: bool,
    ticking: ProgressReport,
    *,
    as_json: bool,
) -> None:
    """Write finished sets under the name of a machine, by a pipeline or a suggester's command."""
    whose, noted = machine_annotator.checked_name(at, asked, what), Noted()
    name, command = which(at, pipeline, _refuse)
    if command:
        complain(command.notice)
        look: Look = partial(machine_annotator.by_command, at, command, whose, what)
    else:
        suggester = trusting(lambda trusted: loaded(at, name, trusted, "all"), trust)
        look = partial(machine_annotator.by_pipeline, at, suggester, whose, what)
    result = machine_annotator.annotate(at, look, whose, again, ticking, noted.note)
    troubles = noted.lines()
    report(result | ({"problems": troubles} if troubles else {}), machine_annotator.told(result), as_json)
    _complain(troubles)


def _complain(troubles: Collection[str]) -> None:
    """Say on stderr what went wrong, and end with the exit code for that; go on where nothing did."""
    for trouble in troubles:
        complain(f"factmark: {trouble}")
    if troubles:
        raise typer.Exit(1)


def loaded(at: Project, name: str, trusted: Collection[str], what: str = "all") -> Suggester:
    """Return the suggester with that pipeline and the project's second opinion; for facts alone, its parser.

    UserError when one of them cannot be loaded; UntrustedPipelineError when it is not trusted.
    """
    schema = at.schema
    if what == "facts":
        return suggesters.parser(name, at.folder, trusted, schema.language)
    first = suggesters.load(name, at.folder, trusted, schema.language)
    return advised(first, schema.second_opinion, schema.labels_in_use, at.folder, trusted)


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


def _wanted(at: Project, what: str, again: Collection[str] | None) -> tuple[list[str], list[str]]:
    """Return the articles in which spans, and those in which facts are looked for: of `again`, or with None all that lack any."""
    spans = [] if what == "facts" else [*again] if again is not None else article_queries.unsuggested(at)
    if what == "spans":
        return spans, []
    return spans, [*again] if again is not None else article_queries.without_facts(at, at.schema)


def fill(
    at: Project,
    suggester: Suggester,
    name: str,
    what: str,
    again: Collection[str] | None,
    say: Say,
    ticking: ProgressReport | None = None,
) -> dict[str, int]:
    """Suggest spans, facts or both in the articles of `again`, or with None where there are none; return the counts.

    An article goes through the pipeline once, for its spans and for the parse of its facts.
    """
    spans, facts = _wanted(at, what, again)
    fresh, without = set(spans), set(facts)
    ids = [id_ for id_ in article_queries.article_ids(at) if id_ in fresh or id_ in without]
    ticking = ticking or ProgressReport(False, "")
    result = {"articles": len(ids)} | {kind: 0 for kind, noun in FOUND.items() if what in (noun, "all")}
    learned = at.learning.learned(annotator_name(None, Settings()), whole=True)
    ticking.total = len(spans) + len(facts)
    for start in range(0, len(ids), BATCH):
        batch, parses = ids[start : start + BATCH], dict[str, Parse]()
        if wanted := [id_ for id_ in batch if id_ in fresh]:
            count, parses = _spans(at, suggester, name, wanted, learned, say)
            result["suggestions"] += count
            ticking.tick(len(wanted))
        if wanted := [id_ for id_ in batch if id_ in without]:
            result["facts"] += _facts(at, suggester, name, wanted, parses, learned, say)
            ticking.tick(len(wanted))
    for said in suggester.left_out():
        say(said)
    return result


def _fill_by(
    command: SuggesterCommand,
    at: Project,
    what: str,
    again: Collection[str] | None,
    ticking: ProgressReport,
    say: Say,
) -> dict[str, Any]:
    """Do as `fill` by a suggester's command."""
    spans, facts = _wanted(at, what, again)
    ticking.total = len(spans) + len(facts)
    learned = at.learning.learned(annotator_name(None, Settings()), whole=True)
    counts = outside.fill(at, command, set(spans), set(facts), learned, ticking, say)
    return {
        name: value
        for name, value in counts.items()
        if what == "all" or name not in FOUND or FOUND[name] == what
    }


def _spans(
    at: Project, suggester: Suggester, name: str, ids: list[str], learned: Learned, say: Say
) -> tuple[int, dict[str, Parse]]:
    """Put suggested spans into the pools; return how many, and the parses of the articles, by id."""
    asked = [at.learning.asked(article) for article in map(at.article, ids)]
    labels = at.schema.labels_in_use
    looked = each(asked, lambda some: suggester.suggest(some, labels, learned), say)
    found = [one for _, one in looked if one is not None]
    count = at.set_pools([(one.article, one.items()) for one in found], by=name)
    return count, {one.article: one.parse for one in found}


def _facts(
    at: Project,
    suggester: Suggester,
    name: str,
    ids: list[str],
    parses: dict[str, Parse],
    learned: Learned,
    say: Say,
) -> int:
    """Put suggested facts into the pools; return how many.

    They stand on the spans that the annotator sees: their own, and those of the pool.
    """
    annotator = annotator_name(None, Settings())
    articles = {id_: at.article(id_) for id_ in ids}
    rest = [Asked(id_, one.text, one.title) for id_, one in articles.items() if id_ not in parses]
    parses = parses | {one.id: parse for one, parse in each(rest, suggester.parses, say) if parse is not None}
    found = []
    for id_, one in ((id_, one) for id_, one in articles.items() if id_ in parses):
        sheet, parse = at.sheet(id_, annotator), parses[id_]
        asked = Asked(id_, one.text, one.title)
        facts = tried(asked, lambda: propose_on(one, sheet, at.schema, parse, learned.facts), say)  # noqa: B023 - called at once
        found += [] if facts is None else [(id_, facts)]
    at.set_facts(found, by=name)
    return sum(len(facts) for _, facts in found)
