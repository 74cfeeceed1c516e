"""Entities proposed: every mention in exactly one, settled ones as fixed points, and what goes together beside."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from annotations.compare.material import ComparedArticle, Settled, Tick, no_tick
from annotations.compare.names.exclusives import brought
from annotations.compare.names.fits import full_names, surname_fits
from annotations.compare.names.joining import Cluster, Clusters
from annotations.compare.names.nodes import Node, NodeMaker, PlacedMention, mentions_of
from annotations.compare.names.parts import missing_parts
from annotations.compare.names.relations import relations
from annotations.compare.names.short_names import ShortNames
from annotations.compare.names.telling import label_of, name_of, reasons_of
from annotations.compare.names.ties import (
    equal_ties,
    label_pair_ties,
    label_ties,
    local_ties,
    other_name_ties,
    same_word_fits,
    settled_ties,
)
from annotations.compare.proposed import ProposedEntity, ProposedRelation, entity_id, in_article_order
from annotations.spans import derived_id, in_order

STEPS = 6


def propose_entities(
    articles: Sequence[ComparedArticle], settled: Settled, tick: Tick = no_tick
) -> tuple[list[ProposedEntity], list[ProposedRelation]]:
    """Return the entities of all mentions, by their first mentions, and the relations between them.

    Members that a person settled stay where they are, and what a person kept apart is never together.  An entity's
    id is the settled one, else that of its first mention.  The order of the articles does not count.
    """
    ordered = in_article_order(articles)
    with _uncollected():
        nodes = _nodes(mentions_of(ordered), settled, tick)
        clusters = _joined(nodes, ordered, settled, tick)
        entities = _entities(clusters, nodes, settled)
        return entities, relations(ordered, nodes, clusters, _ids_by_root(entities, nodes, clusters), tick)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold back the collector, which would look at all that is kept again and again: nothing here is a cycle."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _nodes(mentions: list[PlacedMention], settled: Settled, tick: Tick) -> list[Node]:
    """Return the nodes; one in which what is kept apart would be together is parted by article."""
    maker = NodeMaker(mentions, settled)
    nodes = maker.nodes(tick)
    if not settled.apart_entities:
        return nodes
    held, apart = brought(nodes, settled)
    torn = {
        mention.key
        for node, one in zip(nodes, held, strict=True)
        if any(apart[thing] & one.held for thing in one.held if thing in apart)
        for mention in node.mentions
    }
    return maker.nodes(tick, lambda mention: mention.key in torn) if torn else nodes


def _joined(
    nodes: Sequence[Node], articles: Sequence[ComparedArticle], settled: Settled, tick: Tick
) -> Clusters:
    """Return the nodes in clusters: what is equal first, what lacks a part then, surnames last."""
    held, apart = brought(nodes, settled)
    clusters = Clusters(held, apart)
    for tie in settled_ties(nodes):
        clusters.join(tie, anyway=True)
    clusters.join_only(same_word_fits(nodes))
    tick("equal names", 1, STEPS)
    ties, likely = full_names(nodes)
    clusters.join_all(
        [
            *ties,
            *equal_ties(nodes),
            *local_ties(nodes),
            *other_name_ties(nodes),
            *label_ties(nodes),
            *label_pair_ties(nodes),
        ]
    )
    tick("names that lack a part", 2, STEPS)
    clusters.join_only(missing_parts(nodes))
    clusters.join_only(likely)
    tick("acronyms", 3, STEPS)
    short = ShortNames(nodes, articles)
    clusters.join_only(short.in_articles())
    short.across(clusters)
    tick("surnames", 4, STEPS)
    for fits in surname_fits(nodes):
        clusters.join_only(fits)
    tick("relations", 5, STEPS)
    return clusters


def _entities(clusters: Clusters, nodes: Sequence[Node], settled: Settled) -> list[ProposedEntity]:
    """Return the clusters as entities, by their first mentions."""
    taken = {*settled.entity_of.values(), *settled.names}
    found = []
    for cluster in clusters.all():
        members = nodes[cluster.nodes[0]].mentions
        if len(cluster.nodes) > 1:
            members = [mention for number in cluster.nodes for mention in nodes[number].mentions]
            members.sort(key=_place)
        found.append((members, cluster))
    entities = []
    for mentions, cluster in sorted(found, key=lambda pair: _place(pair[0][0])):
        id_ = cluster.marks.get("settled") or _free_id(mentions, taken)
        taken.add(id_)
        entities.append(_entity(id_, mentions, cluster, nodes, settled))
    return entities


def _place(mention: PlacedMention) -> tuple[object, ...]:
    return (mention.at, *in_order(mention.span))


def _free_id(mentions: Sequence[PlacedMention], taken: set[str]) -> str:
    """Return the id by the first mention, or by a later one where another entity has it: two spans may begin together."""
    for one in mentions:
        if (id_ := entity_id(one.article, one.span.start)) not in taken:
            return id_
    first = mentions[0]
    return derived_id("entity", first.article, *in_order(first.span))


def _entity(
    id_: str, mentions: Sequence[PlacedMention], cluster: Cluster, nodes: Sequence[Node], settled: Settled
) -> ProposedEntity:
    own = [nodes[number] for number in sorted(cluster.nodes)]
    name, label = settled.names.get(id_, ("", ""))
    return ProposedEntity(
        id_,
        name or name_of(own),
        label or label_of(own),
        tuple(one.key for one in mentions),
        round(cluster.score, 3),
        reasons_of(cluster, nodes),
    )


def _ids_by_root(
    entities: Sequence[ProposedEntity], nodes: Sequence[Node], clusters: Clusters
) -> dict[int, str]:
    """Return the entities' ids by the root of each one's cluster."""
    of_key = {node.mentions[0].key: clusters.find(node.number) for node in nodes}
    return {of_key[key]: entity.id for entity in entities for key in entity.mentions if key in of_key}
