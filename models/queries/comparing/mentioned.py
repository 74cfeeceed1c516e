"""The entity of one mention, and how often it stands in its article and in others."""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotations.compare.items import Member, article_of, key_of
from annotations.compare.material import ComparedArticle, is_naming
from annotations.compare.proposed import Proposals
from annotations.compare.resolving import compare
from annotations.spans import Span
from annotations.text.counts import counted
from models.queries.comparing.across import Across, KeyedProposals, SaidAcross, Steps

NEW = "New since the last search across articles: not compared yet"


@dataclass(frozen=True)
class MentionedEntity:
    """An entity: its mentions in the article of the one asked for, and those in how many other articles.

    `is_compared`: a search or a person has looked at the mention.
    """

    id: str
    name: str
    here: int
    elsewhere: int = 0
    articles: int = 0
    is_compared: bool = True

    def __str__(self) -> str:
        if not self.is_compared:
            return f"{self.name}: {NEW[0].lower()}{NEW[1:]}"
        others = f"{self.elsewhere:,} in {counted(self.articles, 'other article')}"
        return f"{self.name}: {counted(self.here, 'mention')} here, {others if self.elsewhere else 'none elsewhere'}"


def entity_of_mention(across: Across, article: str, span: str) -> Steps[MentionedEntity | None]:
    """Give the entity of a span as Compare has it; None without a search, and for what names no thing.

    Articles are read for this entity alone, one at a step.
    """
    if not across.is_searched:
        return None
    own = yield from across.articles([article])
    at = own[0].by_id.get(span) if own else None
    if at is None or not is_naming(at.label):
        return None
    known = yield from across.proposals()
    said, key = across.said(), key_of(article, span)
    ids = _ids(known, said, key, at)
    some = tuple(one for one in known.all.entities if said.held.now(one.id) in ids)
    members = [one for one in said.held.members if said.held.now(one.entity) in ids]
    keys = {key, *(key for one in some for key in one.mentions), *(one.id for one in members)}
    read = yield from across.articles(dict.fromkeys(map(article_of, sorted(keys))))
    narrowed = [_only(one, keys, members) for one in read]
    of_these = said.of(ids, frozenset())
    made = compare(narrowed, of_these, Proposals(some), across.project.schema, said.stamps)
    entity = made.entity(made.entity_of.get(key, ""))
    if entity is None:
        return None
    there = [one for one in entity.mentions if not one.is_gone]
    elsewhere = [one.article for one in there if one.article != article]
    here, is_compared = len(there) - len(elsewhere), key in known.entity_of or bool(members)
    return MentionedEntity(entity.id, entity.name, here, len(elsewhere), len(set(elsewhere)), is_compared)


def _ids(known: KeyedProposals, said: SaidAcross, key: str, span: Span) -> frozenset[str]:
    """Return the entities that the mention may be of: as proposed, and as a person said, also of its place."""
    proposed = known.entity_of.get(key)
    found = {said.held.now(proposed.id)} if proposed else set[str]()
    for member in said.held.members:
        if member.id == key or (article_of(member.id), member.start, member.end) == (
            article_of(key),
            span.start,
            span.end,
        ):
            found.add(said.held.now(member.entity))
    return frozenset(found)


def _only(article: ComparedArticle, keys: set[str], members: list[Member]) -> ComparedArticle:
    """Return the article with those mentions alone, and what stands where members stood."""
    places = {(one.start, one.end) for one in members if article_of(one.id) == article.id}
    spans = tuple(
        span
        for span in article.spans
        if key_of(article.id, span.id) in keys or (span.start, span.end) in places
    )
    return replace(article, spans=spans, facts=())
