"""The command that fills the pools: spans, facts, or both."""

from __future__ import annotations

from typing import Annotated

import typer

from annotations import suggest
from annotations.propose import propose_on
from models import queries
from models.project import Project
from models.settings import Settings, annotator_name
from ui.cli import Json, ProjectPath, ShowProgress, among, app, opened, report
from ui.progress import Progress

WHAT = ("spans", "facts", "all")
BATCH = 20  # articles a transaction


@app.command("suggest")
def suggest_(
    project: ProjectPath,
    pipeline: Annotated[str | None, typer.Option(help="Else the one that project.yaml names.")] = None,
    what: Annotated[str, typer.Option(help="spans, facts (on the spans there are) or all.")] = "spans",
    again: Annotated[bool, typer.Option(help="Also where there are suggestions already.")] = False,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Look for entities and facts in every article; what is found waits in the pool to be decided."""
    among("--what", what, WHAT)
    with opened(project) as at, Progress(progress, "suggesting") as ticking:
        result: dict[str, int] = {}
        if what != "facts":
            result = _spans(at, pipeline or at.schema.pipeline, again, ticking)
        if what != "spans":
            result |= _facts(at, again or what == "all", ticking)
    found = " and ".join(f"{result[name]:,} {noun}" for name, noun in FOUND.items() if name in result)
    report(result, f"Suggested {found} in {result['articles']:,} articles.", json_ or progress)


FOUND = {"suggestions": "spans", "facts": "facts"}


def _spans(at: Project, name: str, again: bool, ticking: Progress) -> dict[str, int]:
    suggester = suggest.load(name, at.folder)
    ids = queries.article_ids(at.db) if again else queries.unsuggested(at.db)
    ticking.total, spans = len(ids), 0
    learned = at.learned(annotator_name(None, Settings()), whole=True)
    for start in range(0, len(ids), BATCH):
        asked = [at.asked(article) for article in map(at.article, ids[start : start + BATCH])]
        found = list(suggester.suggest(asked, set(at.schema.labels), learned))
        at.set_pools([(one.article, one.items()) for one in found], by=name)
        spans += sum(len(one.spans) for one in found)
        ticking.tick(len(found))
    return {"articles": len(ids), "suggestions": spans}


def _facts(at: Project, again: bool, ticking: Progress) -> dict[str, int]:
    """On the spans that the annotator sees: their own, and those of the pool."""
    annotator = annotator_name(None, Settings())
    ids = queries.article_ids(at.db) if again else queries.without_facts(at.db)
    ticking.total, count = ticking.total + len(ids), 0
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        found = [(id_, propose_on(at.article(id_), at.sheet(id_, annotator), at.schema)) for id_ in batch]
        at.set_facts(found)
        count += sum(len(facts) for _, facts in found)
        ticking.tick(len(batch))
    return {"articles": len(ids), "facts": count}
