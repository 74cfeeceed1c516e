"""Proposing entities: which mentions are of one."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.compare.items import article_of
from annotations.compare.material import ComparedArticle, Settled, Tick, no_tick
from annotations.compare.names.fold import fold
from annotations.compare.proposed import ProposedEntity, ProposedRelation, entity_id, in_article_order


def propose_entities(
    articles: Sequence[ComparedArticle], settled: Settled, tick: Tick = no_tick
) -> tuple[list[ProposedEntity], list[ProposedRelation]]:
    """Return the entities of all mentions, and how they are related."""
    by: dict[tuple[str, ...], list[tuple[str, str, str, int]]] = {}
    for article in in_article_order(articles):
        for key, span in article.mentions():
            words = article.wording(span)
            node = (
                ("settled", settled.entity_of[key])
                if key in settled.entity_of
                else (fold(words, span.label), span.label)
            )
            by.setdefault(node, []).append((key, words, span.label, span.start))
    return [
        ProposedEntity(
            node[1] if node[0] == "settled" else entity_id(article_of(found[0][0]), found[0][3]),
            found[0][1],
            found[0][2],
            tuple(one[0] for one in found),
        )
        for node, found in by.items()
    ], []
