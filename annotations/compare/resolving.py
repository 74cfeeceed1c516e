"""Resolving: what a person said across articles and what is proposed, put together as they stand now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from annotations.compare.comparison import (
    ComparedEntity,
    ComparedGroup,
    CrossComparison,
    GroupedFact,
    JudgedRow,
    Mention,
)
from annotations.compare.finding_again import FoundAgain, wordings_apart
from annotations.compare.in_force import InForce, Stamps, in_force
from annotations.compare.items import How, Member, article_of, id_of
from annotations.compare.material import ComparedArticle, Said
from annotations.compare.names.fold import fold
from annotations.compare.proposed import Proposals, ProposedEntity, ProposedGroup, entity_id
from annotations.compare.told import OTHER_TYPE, sentence
from annotations.compare.verdicts.computing import compute_verdicts
from annotations.compare.verdicts.shapes import KnownEntities, PlacedFact
from annotations.schema.types import Schema
from annotations.sets import AnnotationSet
from annotations.spans import Span, Status, derived_id, in_order


def compare(
    articles: Sequence[ComparedArticle],
    said: AnnotationSet,
    proposals: Proposals,
    schema: Schema,
    stamps: Stamps | None = None,
) -> CrossComparison:
    """Return the articles, in their order, as the annotator of the project set `said` has them."""
    held, places = in_force(said, stamps), FoundAgain(articles)
    entities = _MadeEntities(articles, held, proposals, places)
    made = entities.made()
    known = KnownEntities(
        {mention.key: one.id for one in made for mention in one.mentions if not mention.is_gone},
        {one.id: one.name for one in made},
        entities.related,
    )
    grouping = _MadeGroups(articles, held, proposals, places, known, schema)
    groups = grouping.made()
    return CrossComparison(
        said.annotator,
        tuple(articles),
        tuple(made),
        tuple(groups),
        known.of,
        {fact.key: group.id for group in groups for fact in group.facts},
        (*(sentence(item, held) for item in held.overruled), *grouping.left_out),
    )


class _MadeEntities:
    """The entities in the making."""

    def __init__(
        self, articles: Sequence[ComparedArticle], held: InForce, proposals: Proposals, places: FoundAgain
    ) -> None:
        self._held = held
        self._order = {article.id: n for n, article in enumerate(articles)}
        self._texts = {article.id: article for article in articles}
        self._spans = {key: span for article in articles for key, span in article.mentions()}
        self._apart = wordings_apart(held)
        self._proposed: dict[str, ProposedEntity] = {}
        self._of: dict[str, str] = {}
        self._gone: dict[str, list[Member]] = {}
        self._settled = set[str]()
        for member, key in places.members(held.members):
            if key is None or key not in self._spans:
                self._gone.setdefault(held.now(member.entity), []).append(member)
            else:
                self._of[key] = held.now(member.entity)
                self._settled.add(key)
        for one in proposals.entities:
            self._propose(one)
        self._place_alone()
        related = {(r.from_, r.to): r.how for r in proposals.relations} | {
            (held.now(r.from_), held.now(r.to)): r.how for r in held.relations
        }
        there = {*self._of.values(), *self._gone}
        self.related: dict[tuple[str, str], How] = {
            pair: how for pair, how in related.items() if set(pair) <= there and pair[0] != pair[1]
        }

    def _place_alone(self) -> None:
        """Give each mention left an entity by where it begins; of two that begin together the second gets another id."""
        ends: dict[str, int] = {}
        for key, id_ in self._of.items():
            span = self._spans[key]
            if id_ == entity_id(article_of(key), span.start):
                ends.setdefault(id_, span.end)
        for key, span in self._spans.items():
            if key not in self._of:
                id_ = entity_id(article_of(key), span.start)
                is_free = ends.setdefault(id_, span.end) == span.end
                self._of[key] = id_ if is_free else derived_id("entity", article_of(key), *in_order(span))

    def _propose(self, one: ProposedEntity) -> None:
        """Add what is proposed to the entity, but what was kept apart since then."""
        here = self._held.now(one.id)
        self._proposed.setdefault(here, one)
        open_ = [key for key in one.mentions if key in self._spans and key not in self._of]
        taken = {self._said(key) for key in one.mentions if self._of.get(key) == here}
        alone: dict[Said, str] = {}
        for key in open_:
            said = self._said(key)
            if said not in taken and any(frozenset((said, other)) in self._apart for other in taken):
                span = self._spans[key]
                self._of[key] = alone.setdefault(said, entity_id(article_of(key), span.start))
            else:
                taken.add(said)
                self._of[key] = here

    def _said(self, key: str) -> Said:
        span = self._spans[key]
        return fold(self._texts[article_of(key)].wording(span), span.label), span.label

    def made(self) -> list[ComparedEntity]:
        """Return the entities: what was proposed or said in its order, each other mention alone after that."""
        keys: dict[str, list[str]] = {}
        for key, id_ in self._of.items():
            keys.setdefault(id_, []).append(key)
        apart = self._pairs(keys)
        related = self._related()
        ids = dict.fromkeys((*(id_ for id_ in self._proposed if id_ in keys), *keys, *self._gone))
        return [self._entity(id_, keys.get(id_, []), related, apart) for id_ in ids]

    def _entity(
        self,
        id_: str,
        keys: Iterable[str],
        related: Mapping[str, list[tuple[str, How, bool]]],
        apart: Mapping[str, list[tuple[str, str]]],
    ) -> ComparedEntity:
        there = [self._mention(key, self._spans[key]) for key in keys]
        mentions = sorted((*there, *map(self._gone_mention, self._gone.get(id_, ()))), key=self._place)
        item, proposed = self._held.entity(id_), self._proposed.get(id_)
        common = Counter((mention.text, mention.label) for mention in mentions).most_common(1)
        name, label = common[0][0] if common else ("", "")
        name, label = (proposed.name, proposed.label) if proposed and len(mentions) > 1 else (name, label)
        return ComparedEntity(
            id_,
            (item and item.name) or name,
            (item and item.label) or label,
            tuple(mentions),
            item,
            proposed.score if proposed else 1.0,
            proposed.reasons if proposed else (),
            tuple(sorted(related.get(id_, ()))),
            tuple(sorted(apart.get(id_, ()))),
        )

    def _mention(self, key: str, span: Span) -> Mention:
        article = self._texts[article_of(key)]
        place = (span.start, span.end, article.wording(span), span.label, span.status)
        return Mention(article.id, span.id, *place, is_settled=key in self._settled)

    def _gone_mention(self, member: Member) -> Mention:
        article = self._texts[article_of(member.id)]
        words = article.text[member.start : member.end]
        place = (member.start, member.end, words, member.label, Status.REJECTED)
        return Mention(article.id, id_of(member.id), *place, is_settled=True, is_gone=True)

    def _place(self, mention: Mention) -> tuple[int, int, int, str]:
        return self._order[mention.article], mention.start, mention.end, mention.span

    def _related(self) -> dict[str, list[tuple[str, How, bool]]]:
        found: dict[str, list[tuple[str, How, bool]]] = {}
        for (one, other), how in self.related.items():
            found.setdefault(one, []).append((other, how, True))
            found.setdefault(other, []).append((one, how, False))
        return found

    def _pairs(self, keys: Mapping[str, list[str]]) -> dict[str, list[tuple[str, str]]]:
        """Return for each entity those that it is kept apart from, by their ids or by their wordings, with the note."""
        by_said: dict[Said, set[str]] = {}
        if self._apart:
            for id_, its in keys.items():
                for said in set(map(self._said, its)):
                    by_said.setdefault(said, set()).add(id_)
        found: dict[str, dict[str, str]] = {}
        for item in self._held.apart:
            if item.of == "entity":
                ones = {self._held.now(item.one)} & keys.keys() or by_said.get(item.said[0], set())
                others = {self._held.now(item.other)} & keys.keys() or by_said.get(item.said[1], set())
                for one, other in ((a, b) for a in ones for b in others if a != b):
                    found.setdefault(one, {})[other] = item.note
                    found.setdefault(other, {})[one] = item.note
        return {id_: list(pairs.items()) for id_, pairs in found.items()}


class _MadeGroups:
    """The groups in the making."""

    def __init__(
        self,
        articles: Sequence[ComparedArticle],
        held: InForce,
        proposals: Proposals,
        places: FoundAgain,
        known: KnownEntities,
        schema: Schema,
    ) -> None:
        self._held, self._known, self._schema = held, known, schema
        order = {article.id: n for n, article in enumerate(articles)}
        self._place: Callable[[GroupedFact], tuple[int, int, str]] = lambda one: (
            order[one.article],
            one.fact.fact.place[0] if one.fact else 0,
            one.key,
        )
        self._facts = {
            key: PlacedFact(article, fact) for article in articles for key, fact in article.keyed_facts()
        }
        self._proposed: dict[str, ProposedGroup] = {}
        self._in: dict[str, dict[str, GroupedFact]] = {}
        self._of: dict[str, str] = {}
        pairs = [
            (places.kept_fact(i, True), places.kept_fact(i, False), i.note)
            for i in held.apart
            if i.of == "fact"
        ]
        self._apart: dict[str, dict[str, str]] = {}
        for one, other, note in pairs:
            if one and other:
                self._apart.setdefault(one, {})[other] = note
                self._apart.setdefault(other, {})[one] = note
        for item, key in places.grouped(held.grouped):
            self._put(held.now(item.group), key or item.id, item.type, is_settled=True)
        self.left_out = self._leave_other_types()
        for one_ in proposals.groups:
            self._propose(one_)

    def _leave_other_types(self) -> list[str]:
        """Take out the facts that are of another type by now than their group; return a sentence on each."""
        said = list[str]()
        for id_, its in self._in.items():
            type_ = self._type(id_)
            for key in [key for key, one in its.items() if one.type != type_]:
                one = its.pop(key)
                del self._of[key]
                said.append(OTHER_TYPE.format(type=one.type, article=one.article))
        return said

    def _type(self, group: str) -> str:
        """Return the type of the group: what it is said to be of, where a fact is, else that of most."""
        counts, item = Counter(one.type for one in self._in[group].values()), self._held.group(group)
        return item.type if item and item.type in counts else counts.most_common(1)[0][0]

    def _put(self, group: str, key: str, type_: str, *, is_settled: bool) -> None:
        fact = self._facts.get(key)
        made = GroupedFact(key, article_of(key), fact.fact.type if fact else type_, fact, is_settled)
        self._in.setdefault(group, {})[key] = made
        self._of[key] = group

    def _propose(self, one: ProposedGroup) -> None:
        """Add what is proposed to the group, but what was kept apart since then."""
        here = self._held.now(one.id)
        self._proposed.setdefault(here, one)
        type_ = self._type(here) if here in self._in else one.type
        for key in one.facts:
            held, fact = self._in.get(here, {}), self._facts.get(key)
            is_open = fact is not None and fact.fact.type == type_ and key not in self._of
            if is_open and not (self._apart.get(key, {}).keys() & held.keys()):
                self._put(here, key, one.type, is_settled=False)

    def made(self) -> list[ComparedGroup]:
        """Return the groups, strongest first: those that a person made, and proposed ones of two facts or more."""
        said = {id_ for id_ in self._in if self._held.group(id_)}
        ids = dict.fromkeys((*(id_ for id_ in self._proposed if id_ in self._in), *self._in))
        return [self._group(id_) for id_ in ids if id_ in said or len(self._in[id_]) > 1]

    def _group(self, id_: str) -> ComparedGroup:
        facts = tuple(sorted(self._in[id_].values(), key=self._place))
        item, proposed = self._held.group(id_), self._proposed.get(id_)
        type_ = self._type(id_)
        there = [one.fact for one in facts if one.fact]
        judged = self._held.judged(id_)
        rows = compute_verdicts(there, self._schema.facts.get(type_), self._known) if len(there) > 1 else []
        return ComparedGroup(
            id_,
            (item and item.name) or (proposed.name if proposed else "") or type_,
            type_,
            facts,
            tuple(JudgedRow(row, judged.get(row.role)) for row in rows),
            item,
            proposed.score if proposed else 1.0,
            proposed.reasons if proposed else (),
            tuple(
                (one.key, other, note)
                for one in facts
                for other, note in sorted(self._apart.get(one.key, {}).items())
            ),
            tuple(key for key in proposed.see_also if key in self._facts) if proposed else (),
        )
