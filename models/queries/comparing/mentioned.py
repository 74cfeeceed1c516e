"""The entity of one mention, and how often it stands in its article and in others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotations.compare.items import article_of, id_of, key_of
from annotations.compare.material import ComparedArticle, is_naming
from annotations.compare.proposed import Proposals, ProposedEntity
from annotations.compare.resolving import compare
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Span, in_order
from annotations.text.counts import counted
from models.queries.comparing.across import Across, KeyedProposals, SaidAcross
from models.queries.comparing.steps import Steps

AT_ONCE = 20  # articles that are looked at in one step
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

    Only the articles that the entity may stand in are looked at, one at a step.
    """
    if not across.is_searched:
        return None
    own = yield from across.articles([article])
    at = own[0].by_id.get(span) if own else None
    if at is None or not is_naming(at.label):
        return None
    known = yield from across.proposals()
    said, key = across.said(), key_of(article, span)
    asked = _Asked(known, said, key, at)
    read = yield from across.articles(asked.articles())
    is_whole = any(
        one.of == "entity" for one in said.held.apart
    )  # a wording in one may part those in another
    size = len(read) if is_whole else AT_ONCE
    parts = [read[n : n + size] for n in range(0, len(read), size)]
    found = yield from _counted(across, asked, said, parts)
    if found is None:
        return None
    id_, name, count = found
    elsewhere = {other: much for other, much in count.items() if other != article}
    is_compared = key in known.entity_of or bool(asked.members)
    return MentionedEntity(id_, name, count[article], sum(elsewhere.values()), len(elsewhere), is_compared)


def _counted(
    across: Across, asked: _Asked, said: SaidAcross, parts: Sequence[Sequence[ComparedArticle]]
) -> Steps[tuple[str, str, Counter[str]] | None]:
    """Give id and name of the entity and how often each article has it; the first part has the mention."""
    id_, count, names = "", Counter[str](), Counter[str]()
    for part in parts:
        these = Proposals(asked.proposed if len(parts) == 1 else asked.proposed_in(part))  # in its own order
        narrowed = [asked.only(one) for one in part]
        pairs = zip(part, narrowed, strict=True)
        members = [member for one, only in pairs for member in said.members_in(one, only)]
        made = compare(narrowed, said.of(members), these, across.project.schema, said.stamps)
        id_ = id_ or made.entity_of.get(asked.key, "")
        if not id_:
            return None
        entity = made.entity(id_)
        there = [one for one in entity.mentions if not one.is_gone] if entity else []
        count.update(one.article for one in there)
        names.update(one.text for one in there)
        yield
    item = said.held.entity(id_)
    proposed = next((one.name for one in asked.proposed if said.held.now(one.id) == id_), "")
    common = names.most_common(1)[0][0] if names else ""
    return id_, (item and item.name) or (proposed if count.total() > 1 else "") or common, count


class _Asked:
    """The entities that a mention may be of: what is proposed and said of them, article by article."""

    def __init__(self, known: KeyedProposals, said: SaidAcross, key: str, span: Span) -> None:
        now, ids = said.held.now, _ids(known, said, key, span)
        self.key = key
        self.proposed = tuple(one for one in known.all.entities if now(one.id) in ids)
        self.members = [one for one in said.held.members if now(one.entity) in ids]
        self._proposed = [_by_article(one.mentions) for one in self.proposed]
        self._members = _by_article(one.id for one in self.members)
        self._said = {one.id: one for one in self.members}

    def articles(self) -> list[str]:
        """Return the articles that have a mention, that of the one asked for first."""
        others = {id_ for of in (*self._proposed, self._members) for id_ in of}
        return list(dict.fromkeys((article_of(self.key), *sorted(others))))

    def proposed_in(self, part: Sequence[ComparedArticle]) -> tuple[ProposedEntity, ...]:
        """Return what is proposed, with the mentions of those articles alone."""
        return tuple(
            replace(one, mentions=tuple(key for article in part for key in of.get(article.id, ())))
            for one, of in zip(self.proposed, self._proposed, strict=True)
        )

    def only(self, article: ComparedArticle) -> ComparedArticle:
        """Return the article with those mentions alone, and with what stands where members stood."""
        keys = [key for of in (*self._proposed, self._members) for key in of.get(article.id, ())]
        found = {
            id_of(key): article.by_id.get(id_of(key))
            for key in (self.key, *keys)
            if article_of(key) == article.id
        }
        spans = {id_: span for id_, span in found.items() if span}
        members = (self._said[key] for key in self._members.get(article.id, ()))
        if places := {(one.start, one.end) for one in members}:
            spans |= {one.id: one for one in article.spans if (one.start, one.end) in places}
        return ComparedArticle(article.article, tuple(sorted(spans.values(), key=in_order)))


def _by_article(keys: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(article_of(key), []).append(key)
    return found


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
