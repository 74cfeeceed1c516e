"""The comparison that leaves: what of entities and groups was chosen, without what is gone.

With `confirmed` a mention leaves that a person confirmed, as a span or as one of an entity, and a proposal has no say:
a mention of which nobody said whose it is stands alone.  Otherwise proposals and undecided spans leave too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotations.compare.comparison import ComparedEntity, ComparedGroup, CrossComparison
from annotations.compare.finding_again import FoundAgain
from annotations.compare.in_force import InForce, Stamps, in_force
from annotations.compare.items import Entity, Story
from annotations.compare.material import ComparedArticle
from annotations.compare.proposed import Proposals
from annotations.compare.resolving import compare
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.sets import AnnotationSet
from annotations.spans import Status, derived_id

CONFIRMED = "confirmed"  # of the choices of spans


@dataclass(frozen=True)
class CrossExport:
    """A comparison that leaves.  Every mention and fact in it leaves; each mention is in one entity.

    `held`: what its annotator said; `stories`: those of articles that leave, each with whether a person made it.  `proposed_stories` are those that
    a search proposes, also where no other proposal leaves: documents are made of them.
    """

    comparison: CrossComparison
    held: InForce
    stories: tuple[tuple[Story, bool], ...] = ()
    proposed_stories: tuple[Story, ...] = ()

    @property
    def annotator(self) -> str:
        return self.comparison.annotator

    def beside(self, groups: Iterable[ComparedGroup]) -> int:
        """Return how many facts are in none of these groups."""
        return sum(len(one.facts) for one in self.comparison.articles) - sum(len(one.there) for one in groups)


def leaving(
    articles: Sequence[ComparedArticle],
    said: AnnotationSet,
    proposals: Proposals,
    schema: Schema,
    *,
    spans: str,
    stamps: Stamps | None = None,
    stories: Iterable[tuple[Story, bool]] = (),
) -> CrossExport:
    """Return what leaves of the articles, in their order, as the annotator of the project set `said` has them.

    `spans`: `confirmed`, or anything else for all.
    """
    held, is_narrow = in_force(said, stamps), spans == CONFIRMED
    if is_narrow:
        articles, proposals = _confirmed(articles, held), _without_members(proposals)
    found = compare(articles, said, proposals, schema, stamps)
    entities = [one for entity in found.entities for one in _parted(entity, is_narrow=is_narrow)]
    known = {one.id for one in found.entities}
    entities += [one for one in _named(held) if one.id not in known]
    groups = _of_several(found.groups)
    of = {mention.key: one.id for one in entities for mention in one.mentions}
    made = replace(
        found,
        entities=tuple(entities),
        groups=groups,
        entity_of=of,
        group_of={fact.key: group.id for group in groups for fact in group.facts},
    )
    every = list(_of_those(made, stories))
    told = tuple(one for one in every if one[1] or not is_narrow)
    return CrossExport(made, held, told, tuple(story for story, is_made in every if not is_made))


def _of_those(found: CrossComparison, stories: Iterable[tuple[Story, bool]]) -> Iterator[tuple[Story, bool]]:
    """Yield the stories with the articles that leave; one of which none leaves stays behind."""
    for story, is_made in stories:
        there = tuple(id_ for id_ in story.articles if found.article(id_))
        if there or not story.articles:
            yield replace(story, articles=there), is_made


def _confirmed(articles: Sequence[ComparedArticle], held: InForce) -> list[ComparedArticle]:
    """Return the articles with the spans and facts that a person confirmed, or put into an entity or group."""
    places = FoundAgain(articles)
    settled = {key for _, key in places.members(held.members)}
    grouped = {key for _, key in places.grouped(held.grouped)}
    return [
        ComparedArticle(
            one.article,
            tuple(s for s in one.spans if s.status is Status.CONFIRMED or f"{one.id}/{s.id}" in settled),
            tuple(f for f in one.facts if f.status is Status.CONFIRMED or f"{one.id}/{f.id}" in grouped),
        )
        for one in articles
    ]


def _without_members(proposals: Proposals) -> Proposals:
    """Return the proposals with nothing that they would add: of what was confirmed, scores and reasons stay."""
    return Proposals(
        tuple(replace(one, mentions=()) for one in proposals.entities),
        (),
        tuple(replace(one, facts=(), see_also=()) for one in proposals.groups),
    )


def _parted(entity: ComparedEntity, *, is_narrow: bool) -> Iterator[ComparedEntity]:
    """Yield the entity without what is gone, and each mention that nobody put into it as one of its own."""
    there = [one for one in entity.mentions if not one.is_gone]
    settled = [one for one in there if one.is_settled]
    kept = (settled or there[:1]) if is_narrow else there
    if kept:
        yield replace(entity, mentions=tuple(kept))
    for one in there:
        if one not in kept:
            yield ComparedEntity(derived_id("alone", one.key), one.text, one.label, (one,))


def _named(held: InForce) -> Iterator[ComparedEntity]:
    """Yield the entities that a person named or related, and that nobody gave a mention."""
    filled = {held.now(member.entity) for member in held.members}
    for item in held.said.items.get(Entity.kind, {}).values():
        if isinstance(item, Entity) and held.now(item.id) == item.id and item.id not in filled:
            yield ComparedEntity(item.id, item.name, item.label, (), item)


def _of_several(groups: Iterable[ComparedGroup]) -> tuple[ComparedGroup, ...]:
    """Return the groups that have more than one fact without what is gone, kept apart from facts that leave as well."""
    made = [replace(group, facts=tuple(one for one in group.facts if one.fact)) for group in groups]
    left = [group for group in made if len(group.facts) > 1]
    keys = {fact.key for group in left for fact in group.facts}
    return tuple(
        replace(group, apart=tuple(pair for pair in group.apart if pair[1] in keys)) for group in left
    )
