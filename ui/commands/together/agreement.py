"""The command that measures agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Annotated, Any

import typer

from annotations.agreement.compared import Compared
from models.queries import people
from models.queries.agreement.across_sets import placed_by
from models.queries.agreement.compared_sets import ComparedSets
from ui.commands.base import Json, ProjectPath, ShowProgress, among, app, opened, report
from ui.commands.progress import ProgressReport

ARTICLES, FORMATS, GROUPS = ("done", "all"), ("text", "markdown", "latex"), ("batch", "date")
By = Annotated[
    list[str] | None,
    typer.Option(
        "--by", metavar="batch|date", help="Figures of each batch (a field of the metadata) or day."
    ),
]
Asked = Annotated[str, typer.Option(help="done, or all: unfinished work too.")]


@app.command()
def agreement(
    project: ProjectPath,
    annotators: Annotated[
        list[str], typer.Argument(metavar="A B...", help="Two annotators or more; gold is one.")
    ],
    articles: Asked = "done",
    first_pass: Annotated[
        bool, typer.Option("--first-pass", help="Their work as each had first finished it.")
    ] = False,
    by: By = None,
    seed: Annotated[int, typer.Option(help="Of the intervals.")] = 0,
    confused: Annotated[
        bool, typer.Option("--confusion", help="In the JSON: which label met which, and where.")
    ] = False,
    format: Annotated[str, typer.Option(help="text, markdown or latex.")] = "text",
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Measure how far annotators agree: spans, tokens, facts; docs/agreement.md explains the figures."""
    from annotations.agreement.across import across
    from annotations.agreement.text import written

    among("--articles", articles, ARTICLES)
    among("--format", format, FORMATS)
    for name in by or ():
        among("--by", name, GROUPS)
    if len(set(annotators)) < 2 or len(set(annotators)) < len(annotators):
        raise typer.BadParameter("Name two different annotators or more.")
    with opened(project) as at, ProgressReport(progress, "comparing") as ticking:
        sets = ComparedSets(at, annotators, unfinished=articles == "all", first_pass=first_pass)
        articles_compared = list(_read(sets, ticking))
        found = _measured(sets, articles_compared, annotators, by or [], seed)
        if confused:
            found["confusion"] = _confused(articles_compared, annotators)
        if not first_pass:
            placed = placed_by(at, annotators, sets.articles)
            found["across"] = across(articles_compared, placed, annotators)
        found |= {"machines": sorted(people.machines(at).keys() & set(annotators))}
    found |= {"asked": {"articles": articles, "first_pass": first_pass}}
    report(found, written(found, format), json_ or progress)


def _read(sets: ComparedSets, ticking: ProgressReport) -> Iterator[Compared]:
    ticking.total = len(sets.articles)
    for article in sets.read():
        yield article
        ticking.tick()


def _measured(
    sets: ComparedSets, articles: Sequence[Compared], annotators: list[str], by: list[str], seed: int
) -> dict[str, Any]:
    from annotations.agreement.report import Agreement

    groups: dict[str, Mapping[str, str]] = {
        name: sets.batches() if name == "batch" else sets.days() for name in by
    }
    return Agreement(articles, annotators, groups=groups, seed=seed).as_json()


def _confused(articles: Sequence[Compared], annotators: list[str]) -> list[dict[str, Any]]:
    from annotations.agreement.confusion import confusion

    return [confusion(articles, *pair) for pair in combinations(annotators, 2)]
