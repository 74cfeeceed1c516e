"""Proposing groups: which facts report one event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotations.compare.items import article_of
from annotations.compare.material import ComparedArticle, Settled, Tick, no_tick
from annotations.compare.proposed import ProposedGroup, group_id, in_article_order
from annotations.schema.types import Schema


def propose_groups(
    articles: Sequence[ComparedArticle],
    schema: Schema,
    entity_of: Mapping[str, str],
    settled: Settled,
    tick: Tick = no_tick,
) -> list[ProposedGroup]:
    """Return the groups of two facts or more."""
    by: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for article in in_article_order(articles):
        for key, fact in article.keyed_facts():
            if fact.trigger and key not in settled.group_of:
                by.setdefault((fact.type, article.text[slice(*fact.trigger)]), []).append(
                    (key, fact.trigger[0])
                )
    return [
        ProposedGroup(group_id(article_of(f[0][0]), type_, f[0][1]), words, type_, tuple(k for k, _ in f))
        for (type_, words), f in by.items()
        if len(f) > 1
    ]
