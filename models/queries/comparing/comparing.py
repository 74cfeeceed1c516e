"""Comparing the articles of a project: the search for proposals, and how entities and groups stand."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.compare.comparison import CrossComparison
from annotations.compare.finding_again import settled
from annotations.compare.in_force import in_force
from annotations.compare.items import Story
from annotations.compare.material import Tick, no_tick
from annotations.compare.proposed import Proposals
from annotations.compare.resolving import compare
from annotations.compare.searching import search
from annotations.sets import GOLD, PROJECT
from models.project import Project
from models.queries import articles as article_queries
from models.queries.comparing import gathering, proposals
from models.store.database import stamps_of


def propose(project: Project, annotator: str, tick: Tick = no_tick) -> Proposals:
    """Search all articles as the annotator sees them, keep what is found in place of the last, and return it.

    `tick` may raise to cancel: then nothing is changed.
    """
    material = proposals.material_of(project.db, annotator)
    articles = list(gathering.every(project, annotator, tick))
    said = project.annotation_set(PROJECT, whose(annotator))
    held = in_force(said, stamps_of(project.db, said.annotator))
    found = search(articles, project.schema, settled(articles, held), tick)
    proposals.put(project, found, annotator, material)
    return found


def comparison(
    project: Project, annotator: str, ids: Iterable[str] | None = None, found: Proposals | None = None
) -> CrossComparison:
    """Return those articles, or all, as they stand for the annotator; columns in the order of publication.

    For `all` the decisions are gold's.  `found`: the proposals, by whoever has read them already.
    """
    wanted = article_queries.article_ids(project) if ids is None else ids
    articles = gathering.compared(project, annotator, wanted)
    said = project.annotation_set(PROJECT, whose(annotator))
    known = proposals.stored(project) if found is None else found
    return compare(articles, said, known, project.schema, stamps_of(project.db, said.annotator))


def stories(project: Project, annotator: str, found: Proposals | None = None) -> list[tuple[Story, bool]]:
    """Return the stories, each with whether a person made it: those first, then the proposed ones, largest first.

    `found` as of `comparison`.
    """
    said = project.annotation_set(PROJECT, whose(annotator)).items.get(Story.kind, {}).values()
    made = sorted((one for one in said if isinstance(one, Story)), key=lambda one: (one.name, one.id))
    there = set(article_queries.article_ids(project))
    taken = {frozenset(one.articles) for one in made}
    proposed = [
        Story(one.id, one.name, articles)
        for one in (proposals.stored(project) if found is None else found).stories
        if len(articles := tuple(id_ for id_ in one.articles if id_ in there)) > 1
        and frozenset(articles) not in taken
    ]
    return [*((one, True) for one in made), *((one, False) for one in proposed)]


def whose(annotator: str) -> str:
    """Return whose project set counts for the annotator: for all it is that of gold."""
    return GOLD if annotator == gathering.ALL else annotator
