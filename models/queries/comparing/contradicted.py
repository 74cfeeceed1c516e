"""The facts of one article that other articles contradict, as the groups that they are in stand now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from annotations.compare.comparison import ComparedGroup, JudgedRow
from annotations.compare.finding_again import FoundAgain
from annotations.compare.items import Verdict, article_of
from annotations.compare.material import ComparedArticle
from annotations.compare.proposed import Proposals
from annotations.compare.resolving import compare
from annotations.compare.table import TableColumn
from annotations.compare.verdicts.computing import MODALITY
from annotations.compare.verdicts.shapes import PlacedFact, RoleValue
from annotations.processes.quick_dataclass import dataclass
from models.queries.comparing.across import Across, KeyedProposals, SaidAcross
from models.queries.comparing.steps import Steps


@dataclass(frozen=True)
class Contradiction:
    """A value that other articles have of a role, against a fact's; `is_judged`: a person said that they contradict it."""

    role: str
    shown: str
    outlets: tuple[str, ...]
    is_judged: bool = False

    def __str__(self) -> str:
        *most, last = self.outlets
        who = f"{', '.join(most)} and {last}" if most else last
        says = ":" if self.role == MODALITY else " say" if most else " says"
        return f"{who}{says} {self.shown}"


Contradictions = Mapping[str, tuple[Contradiction, ...]]  # by the fact's id


def contradicted(across: Across, article: str) -> Steps[Contradictions]:
    """Give for each fact of the article that others contradict what they say; nothing without a search.

    Only the articles of its own groups are read, one at a step.
    """
    if not across.is_searched:
        return {}
    known = yield from across.proposals()
    said = across.said()
    groups = _groups(known, said, article)
    some = tuple(one for one in known.all.groups if said.held.now(one.id) in groups)
    grouped = [one.id for one in said.held.grouped.values() if said.held.now(one.group) in groups]
    ids = dict.fromkeys(map(article_of, (*(key for one in some for key in one.facts), *grouped)))
    if len(ids) < 2:
        return {}
    read = yield from across.articles(ids)
    found: dict[str, list[Contradiction]] = {}
    places = FoundAgain(read)
    settled = {key: said.held.now(one.group) for one, key in places.grouped(said.held.grouped) if key}
    for group in sorted(groups):
        keys = {key for one in some if said.held.now(one.id) == group for key in one.facts}
        keys = {key for key in keys if settled.get(key, group) == group}
        keys |= {key for key, of in settled.items() if of == group}
        yield
        for fact, against in _in_group(_resolved(across, known, said, group, keys, read), article):
            found.setdefault(fact, []).append(against)
    return {fact: tuple(dict.fromkeys(ones)) for fact, ones in found.items()}


def _resolved(
    across: Across,
    known: KeyedProposals,
    said: SaidAcross,
    group: str,
    keys: set[str],
    read: Iterable[ComparedArticle],
) -> ComparedGroup | None:
    """Return the group of that id as it stands, whose facts are those of the keys; None for one of one fact."""
    there = {article_of(key) for key in keys}
    whole = [one for one in read if one.id in there]
    narrowed = [_only(one, keys) for one in whole]
    mentions = {mention for one in narrowed for mention, _ in one.mentions()}
    entities = {of.id: of for mention in mentions if (of := known.entity_of.get(mention))}
    pairs = zip(whole, narrowed, strict=True)
    members = [member for one, part in pairs for member in said.members_in(one, part)]
    of_these = said.of(
        members, (one for one in said.held.grouped.values() if said.held.now(one.group) == group)
    )
    some = tuple(
        replace(one, facts=tuple(key for key in one.facts if key in keys))
        for one in known.all.groups
        if said.held.now(one.id) == group
    )
    wanted = Proposals(tuple(entities.values()), known.all.relations, some)
    return compare(narrowed, of_these, wanted, across.project.schema, said.stamps).group(group)


def _groups(known: KeyedProposals, said: SaidAcross, article: str) -> frozenset[str]:
    """Return the groups that facts of the article are in, as proposed or as a person said."""
    now = said.held.now
    proposed = (one.id for key, one in known.group_of.items() if article_of(key) == article)
    settled = (one.group for one in said.held.grouped.values() if article_of(one.id) == article)
    return frozenset(map(now, (*proposed, *settled)))


def _only(article: ComparedArticle, keys: set[str]) -> ComparedArticle:
    """Return the article with those facts alone, and the spans that fill them."""
    facts = tuple(fact for key, fact in article.keyed_facts() if key in keys)
    used = {filler.span for fact in facts for filler in fact.fillers()}
    spans = tuple(span for span in article.spans if span.id in used)
    return ComparedArticle(article.article, spans, facts)


def _in_group(group: ComparedGroup | None, article: str) -> Iterator[tuple[str, Contradiction]]:
    """Yield the ids of facts of the article with what contradicts them, role by role."""
    there = group.there if group else ()
    ours = {n for n, one in enumerate(there) if one.article.id == article}
    for row in group.verdicts if group and ours else ():
        if row.verdict is not Verdict.CONTRADICTS:
            continue
        for mine, other in _against(row):
            outlets = _outlets(there, other, article)
            said = Contradiction(row.role, other.shown, outlets, row.judged is not None)
            yield from ((there[n].fact.id, said) for n in mine.facts if n in ours and outlets)


def _against(row: JudgedRow) -> Iterator[tuple[RoleValue, RoleValue]]:
    """Yield each two values that contradict each other, both ways round; as a person judged, all."""
    values, pairs = row.computed.values, row.computed.pairs
    found = [(pair.a, pair.b) for pair in pairs if pair.verdict is Verdict.CONTRADICTS]
    if row.judged:
        found = [(a, b) for b in range(len(values)) for a in range(b)]
    for a, b in found:
        yield values[a], values[b]
        yield values[b], values[a]


def _outlets(there: tuple[PlacedFact, ...], value: RoleValue, article: str) -> tuple[str, ...]:
    """Return who has the value, each once, but for the article itself and those of its very text."""
    texts = {one.article.text for one in there if one.article.id == article}
    said = [there[n].article for n in value.facts]
    return tuple(dict.fromkeys(TableColumn((one,)).called for one in said if one.text not in texts))
