"""Proposing groups: facts of one type that report one event, strongest first; only a person makes them one.

What is settled stands: a settled group keeps its id and its facts, takes in others, and never meets another settled
one; facts kept apart are in one group neither directly nor through a third.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from annotations.compare.groups.closeness import NearArticles, near_articles
from annotations.compare.groups.fact_grouping import LEAST, FactGrouping, FoundGroup
from annotations.compare.groups.fact_reading import FactReader, KnownOfProject
from annotations.compare.groups.places_around import places_around
from annotations.compare.groups.read_facts import ReadFact
from annotations.compare.groups.see_also import EventFinder
from annotations.compare.groups.twins import Twins, twins_in
from annotations.compare.material import ComparedArticle, Settled, Tick, no_tick
from annotations.compare.proposed import ProposedGroup, group_id
from annotations.facts import Fact
from annotations.schema.types import Schema
from annotations.sentences import sentence_of
from annotations.spans import derived_id

Keyed = Mapping[str, tuple[ComparedArticle, Fact]]  # every fact by its key, in order


def propose_groups(
    articles: Sequence[ComparedArticle],
    schema: Schema,
    entity_of: Mapping[str, str],
    settled: Settled,
    tick: Tick = no_tick,
    *,
    near_by: NearArticles | None = None,
) -> list[ProposedGroup]:
    """Return the groups of two facts and more, the settled ones among them, strongest first.

    `entity_of`: the entity of each mention by its key, settled or proposed.  The order of `articles` does not matter.
    `near_by`: what `near_articles` gave for the same articles, where stories are proposed as well.
    """
    near_by = near_by or near_articles(articles, tick)
    ordered = near_by.ordered
    known = KnownOfProject(schema, entity_of, near_by.words, places_around(ordered, entity_of))
    twins = twins_in(ordered, near_by.words, settled)
    keyed = {key: (article, fact) for article in ordered for key, fact in article.keyed_facts()}
    read: list[ReadFact] = []
    for place, article in enumerate(ordered):
        if place % 100 == 0:
            tick("Reading facts", place, len(ordered))
        reader = FactReader(place, article, known)
        read += (reader.read(key, fact) for key, fact in article.keyed_facts() if key not in twins.left_out)
    found = FactGrouping(read, near_by.closeness, settled, tick).groups()
    found = [*_told_by_several(found, ordered), *_of_one_text(found, read, twins)]
    return list(_proposed(found, keyed, twins, schema, EventFinder(read)))


def _told_by_several(found: Sequence[FoundGroup], ordered: Sequence[ComparedArticle]) -> list[FoundGroup]:
    """Return the groups; those of several articles of one text come last, as of one source."""
    first, last = list[FoundGroup](), list[FoundGroup]()
    for group in found:
        places = {fact.article for fact in group.facts}
        is_one = len(places) > 1 and len({ordered[place].text_key for place in places}) == 1
        if is_one and not group.settled:
            last.append(replace(group, score=min(group.score, LEAST), reasons=("same text",)))
        else:
            first.append(group)
    return [*first, *last]


def _of_one_text(found: Sequence[FoundGroup], read: Sequence[ReadFact], twins: Twins) -> list[FoundGroup]:
    """Return the groups of what stands in mirrors of one text alone; they come last, since they are one source."""
    grouped = {fact.key for group in found for fact in group.facts}
    return [
        FoundGroup([fact], LEAST, ("same text",))
        for fact in read
        if fact.key in twins.of and fact.key not in grouped
    ]


def _proposed(
    found: Sequence[FoundGroup], keyed: Keyed, twins: Twins, schema: Schema, finder: EventFinder
) -> Iterator[ProposedGroup]:
    order = {key: place for place, key in enumerate(keyed)}
    taken: set[str] = set()
    for group in found:
        keys = [key for one in group.facts for key in (one.key, *twins.of.get(one.key, ()))]
        keys.sort(key=order.__getitem__)
        id_ = group.settled or _new_id(keys[0], keyed, taken)
        taken.add(id_)
        yield ProposedGroup(
            id=id_,
            name=_name(keys, keyed, schema),
            type=Counter(one.type for one in group.facts).most_common(1)[0][0],
            facts=tuple(keys),
            score=group.score,
            reasons=group.reasons,
            see_also=finder.others(group.facts),
        )


def _new_id(first: str, keyed: Keyed, taken: set[str]) -> str:
    """Return the id of a group by its first fact, another one where two facts have their triggers in one place."""
    article, fact = keyed[first]
    id_ = group_id(article.id, fact.type, fact.place[0])
    return derived_id(id_, fact.id) if id_ in taken else id_


def _name(keys: Sequence[str], keyed: Keyed, schema: Schema) -> str:
    """Return the sentence of the fullest fact, of as full ones the first."""
    article, fact = max((keyed[key] for key in keys), key=lambda one: len(one[1].fillers()))
    return sentence_of(fact, article.text, schema, article.by_id).words
