"""The command that fills the pools: spans, facts, or both."""

from __future__ import annotations

from typing import Annotated

import typer

from annotations.articles import Asked
from annotations.errors import ReadOnly
from annotations.problems import Noted
from annotations.suggest import suggester as suggesters
from annotations.suggest.facts import propose_on
from annotations.suggest.foretold import elsewhere
from annotations.suggest.mentions import Learned
from annotations.suggest.one_by_one import Say, each, tried
from annotations.suggest.parse import Parse
from annotations.suggest.suggester import Suggester
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
from ui.terminal import complain
from ui.wording import never_suggested, spans_and_facts

WHAT = ("spans", "facts", "all")
FOUND = {"suggestions": "spans", "facts": "facts"}
BATCH = 20  # articles per transaction


@app.command("suggest")
def suggest_(
    project: ProjectPath,
    pipeline: Annotated[str | None, typer.Option(help="Else the one that project.yaml names.")] = None,
    what: Annotated[str, typer.Option(help="spans, facts (on the spans there are) or all.")] = "spans",
    again: Annotated[bool, typer.Option(help="Also where there are suggestions already.")] = False,
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
        name, load = pipeline or at.schema.pipeline, suggesters.parser if what == "facts" else suggesters.load
        suggester = trusting(lambda trusted: load(name, at.folder, trusted, at.schema.language), trust)
        result = _fill(at, suggester, name, what, again, ticking, noted.note)
        never = {} if what == "spans" else at.schema.never_proposed
        foreign = elsewhere(name, at.schema.language, at.folder)
    troubles = noted.lines()
    found = spans_and_facts(result.get("suggestions", 0), result.get("facts", 0)) or "nothing"
    more = {"problems": troubles, "never_suggested": dict(never), "language": foreign}
    said = {**result, **{name: value for name, value in more.items() if value}}
    told = f"Suggested {found} in {count(result['articles'], 'article')}."
    report(said, " ".join(filter(None, (told, *never_suggested(never), foreign))), json_ or progress)
    for trouble in troubles:
        complain(f"factmark: {trouble}")
    if troubles:
        raise typer.Exit(1)


def _fill(
    at: Project, suggester: Suggester, name: str, what: str, again: bool, ticking: ProgressReport, say: Say
) -> dict[str, int]:
    """Suggest spans, facts or both where there are none, or everywhere `again`; return the counts.

    An article goes through the pipeline once, for its spans and for the parse of its facts.
    """
    everywhere = article_queries.article_ids(at)
    spans = [] if what == "facts" else everywhere if again else article_queries.unsuggested(at)
    facts = [] if what == "spans" else everywhere if again else article_queries.without_facts(at, at.schema)
    fresh, lacking = set(spans), set(facts)
    ids = [id_ for id_ in everywhere if id_ in fresh or id_ in lacking]
    result = {"articles": len(ids)} | {kind: 0 for kind, noun in FOUND.items() if what in (noun, "all")}
    learned = at.learning.learned(annotator_name(None, Settings()), whole=True) if spans else Learned()
    ticking.total = len(spans) + len(facts)
    for start in range(0, len(ids), BATCH):
        batch, parses = ids[start : start + BATCH], dict[str, Parse]()
        if wanted := [id_ for id_ in batch if id_ in fresh]:
            count, parses = _spans(at, suggester, name, wanted, learned, say)
            result["suggestions"] += count
            ticking.tick(len(wanted))
        if wanted := [id_ for id_ in batch if id_ in lacking]:
            result["facts"] += _facts(at, suggester, name, wanted, parses, say)
            ticking.tick(len(wanted))
    for said in suggester.left_out():
        say(said)
    return result


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
    at: Project, suggester: Suggester, name: str, ids: list[str], parses: dict[str, Parse], say: Say
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
        facts = tried(asked, lambda: propose_on(one, sheet, at.schema, parse), say)  # noqa: B023 - called at once
        found += [] if facts is None else [(id_, facts)]
    at.set_facts(found, by=name)
    return sum(len(facts) for _, facts in found)
