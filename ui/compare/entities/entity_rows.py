"""Rows of entities and of their mentions, as lists show them: counts, standing, order, and the words of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from annotations.compare.comparison import ComparedEntity, CrossComparison, Mention
from annotations.compare.material import Said
from annotations.compare.verbs import wording_of, wordings
from annotations.processes.quick_dataclass import dataclass
from annotations.text.counts import counted

AROUND = 60  # code points of the text shown on each side of a mention
LONGEST = 200  # code points of a name that are shown
SOURCES = 2  # of the articles of a wording that are named


class EntityStanding(StrEnum):
    """How far an entity, or a wording of one, is decided, as it is said."""

    PROPOSED = "proposed"
    ADDED = "confirmed, and more is proposed"
    CONFIRMED = "confirmed"
    ALONE = "named once"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A row of the list of entities; `added`: mentions that a proposal adds to what a person confirmed."""

    id: str
    name: str
    label: str
    mentions: int
    articles: int
    standing: EntityStanding
    score: float
    added: int = 0

    @property
    def is_to_decide(self) -> bool:
        return self.standing in (EntityStanding.PROPOSED, EntityStanding.ADDED)

    @property
    def more(self) -> str:
        """Return how often it is named: 12 in 4 articles."""
        return f"{self.mentions:,} in {counted(self.articles, 'article')}"


@dataclass(frozen=True, slots=True)
class WordingRow:
    """The mentions of an entity that are worded alike, and are decided as one."""

    key: str
    text: str
    label: str
    mentions: tuple[Mention, ...]
    standing: EntityStanding
    sources: str


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention in its words, with the source that it stands in."""

    key: str
    mention: Mention
    before: str
    after: str
    source: str
    wording: str  # the key of its wording


def entity_rows(entities: Iterable[ComparedEntity]) -> list[EntityRow]:
    """Return the rows in order: to decide, strongest first; decided; named once and not decided."""
    rows = [_row(one) for one in entities if one.mentions]
    return sorted(rows, key=lambda row: (_PLACE[row.standing], -row.score, -row.mentions, row.name, row.id))


_PLACE = {
    EntityStanding.PROPOSED: 0,
    EntityStanding.ADDED: 0,
    EntityStanding.CONFIRMED: 1,
    EntityStanding.GONE: 2,
    EntityStanding.ALONE: 3,
}


def _row(entity: ComparedEntity) -> EntityRow:
    there = [one for one in entity.mentions if not one.is_gone]
    added = len(entity.undecided)
    standing = EntityStanding.CONFIRMED
    if not there:
        standing = EntityStanding.GONE
    elif entity.is_to_decide:
        standing = EntityStanding.ADDED if entity.item or added < len(there) else EntityStanding.PROPOSED
    elif entity.item is None and len(there) == 1 and added:
        standing = EntityStanding.ALONE
    articles = len({one.article for one in there})
    is_more = standing is EntityStanding.ADDED
    score = entity.score if entity.is_to_decide else 1.0
    return EntityRow(
        entity.id,
        shortened(entity.name),
        entity.label,
        len(there),
        articles,
        standing,
        score,
        added * is_more,
    )


def shortened(name: str) -> str:
    """Return the name in one line, as much of it as any row or sentence has room for."""
    line = " ".join(name[: LONGEST * 2].split())
    return line if len(line) <= LONGEST and len(name) <= LONGEST * 2 else f"{line[: LONGEST - 1]}…"


def haystack(entity: ComparedEntity) -> str:
    """Return what a filter looks through: the name, label and wordings of the entity, in lower case."""
    texts = dict.fromkeys((entity.name, entity.label, *(one.text for one in entity.mentions)))
    return "\n".join(texts).casefold()


def wording_rows(entity: ComparedEntity, comparison: CrossComparison) -> list[WordingRow]:
    """Return the wordings of the entity, the commonest first, those that are gone last."""
    groups: dict[tuple[Said, bool], list[Mention]] = {}
    for mention in entity.mentions:
        groups.setdefault((wording_of(mention), mention.is_gone), []).append(mention)
    rows = [
        WordingRow(
            key=f"{said[1]}/{said[0]}/{is_gone}",
            text=shortened(Counter(one.text for one in its).most_common(1)[0][0]),
            label=said[1],
            mentions=tuple(its),
            standing=_standing(its),
            sources=_sources(its, comparison),
        )
        for (said, is_gone), its in groups.items()
    ]
    return sorted(rows, key=lambda row: (row.standing is EntityStanding.GONE, -len(row.mentions)))


def _standing(mentions: Sequence[Mention]) -> EntityStanding:
    settled = sum(one.is_settled for one in mentions)
    if mentions[0].is_gone:
        return EntityStanding.GONE
    if settled == len(mentions):
        return EntityStanding.CONFIRMED
    return EntityStanding.ADDED if settled else EntityStanding.PROPOSED


def _sources(mentions: Iterable[Mention], comparison: CrossComparison) -> str:
    """Return the sources of the first articles, and how many there are besides."""
    articles = list(dict.fromkeys(one.article for one in mentions))
    named = ", ".join(source(id_, comparison) for id_ in articles[:SOURCES])
    more = len(articles) - SOURCES
    return f"{named} +{more:,}" if more > 0 else named


def source(id_: str, comparison: CrossComparison) -> str:
    """Return where the article comes from, else its title, else its id."""
    found = comparison.article(id_)
    if found is None:
        return id_
    return shortened(str(found.article.meta.get("source") or found.article.title or id_))


def mention_rows(row: WordingRow, comparison: CrossComparison) -> list[MentionRow]:
    """Return the mentions of a wording, in the order of articles and text."""
    return [
        MentionRow(one.key, one, *_around(one, comparison), source(one.article, comparison), row.key)
        for one in row.mentions
    ]


def _around(mention: Mention, comparison: CrossComparison) -> tuple[str, str]:
    """Return what stands before and after the mention, each in one line, with a blank next to it where there is one."""
    found = comparison.article(mention.article)
    text = found.text if found else ""
    before = text[max(0, mention.start - AROUND) : mention.start]
    after = text[mention.end : mention.end + AROUND]
    return (
        " ".join(before.split()) + " " * before[-1:].isspace(),
        " " * after[:1].isspace() + " ".join(after.split()),
    )


def spoken_entity(row: EntityRow, *, is_marked: bool) -> str:
    """Return the row in words, for those who hear it."""
    added = f"{counted(row.added, 'mention')} to decide" if row.added else ""
    parts = (row.name, row.label, row.standing.value, f"named {row.more}", added, "marked" * is_marked)
    return ", ".join(filter(None, parts))


def spoken_wording(row: WordingRow, *, is_marked: bool) -> str:
    parts = (
        row.text,
        row.label,
        row.standing.value,
        counted(len(row.mentions), "mention"),
        row.sources,
        "marked" * is_marked,
    )
    return ", ".join(filter(None, parts))


def spoken_mention(row: MentionRow, *, is_marked: bool) -> str:
    words = f"{row.before}{shortened(row.mention.text)}{row.after}".strip()
    standing = EntityStanding.GONE if row.mention.is_gone else _standing([row.mention])
    return ", ".join(filter(None, (f"{row.source}: {words}", standing.value, "marked" * is_marked)))


def about(entity: ComparedEntity, comparison: CrossComparison) -> list[str]:
    """Return a sentence on each thing that is known of the entity beside its mentions."""
    lines = [_proposal(entity), _conflict(entity.mentions)]
    lines += [_relation(*related, comparison) for related in entity.related]
    for id_, note in entity.apart:
        if other := comparison.entity(id_):
            lines.append(f"Kept apart from {shortened(other.name)}" + (f": {note}" if note else "."))
    if entity.item:
        lines += [f"Id elsewhere: {entity.item.outside}"] * bool(entity.item.outside)
        lines += [f"Note: {entity.item.note}"] * bool(entity.item.note)
    return [line for line in lines if line]


def _proposal(entity: ComparedEntity) -> str:
    if not entity.is_to_decide:
        return ""
    what = "More is proposed" if entity.item else "Proposed"
    if len(wordings(entity)) < 2:
        return f"{what}: the same words."
    why = f": {'; '.join(entity.reasons)}" if entity.reasons else ""
    return f"{what}, with a score of {entity.score:.0%}{why}."


def _conflict(mentions: Iterable[Mention]) -> str:
    """Return the sentence on mentions whose labels differ, the commonest first."""
    labels = Counter(one.label for one in mentions if not one.is_gone).most_common()
    said = ", ".join(f"{count:,} × {label}" for label, count in labels)
    return f"Labels differ: {said}." if len(labels) > 1 else ""


def _relation(other: str, how: str, is_first: bool, comparison: CrossComparison) -> str:
    found = comparison.entity(other)
    if found is None:
        return ""
    name = shortened(found.name)
    return f"This is {how} {name}." if is_first else f"{name} is {how} this."
