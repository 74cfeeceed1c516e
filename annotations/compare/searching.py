"""The search for proposals over all articles: entities, then groups by them, and stories."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.compare.groups.closeness import near_articles
from annotations.compare.groups.proposing import propose_groups
from annotations.compare.groups.stories import propose_stories
from annotations.compare.material import ComparedArticle, Settled, Tick, no_tick
from annotations.compare.names.proposing import propose_entities
from annotations.compare.proposed import Proposals
from annotations.schema.types import Schema


def search(
    articles: Sequence[ComparedArticle], schema: Schema, settled: Settled, tick: Tick = no_tick
) -> Proposals:
    """Return all that is proposed across the articles; a second search gives the same, whatever their order.

    `tick` is told each step and may raise to cancel.
    """
    entities, relations = propose_entities(articles, settled, tick)
    entity_of = {key: one.id for one in entities for key in one.mentions}
    near_by = near_articles(articles, tick)
    groups = propose_groups(articles, schema, entity_of, settled, tick, near_by=near_by)
    stories = propose_stories(articles, tick, near_by=near_by)
    return Proposals(tuple(entities), tuple(relations), tuple(groups), tuple(stories))
