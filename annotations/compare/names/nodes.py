"""Nodes: the distinct wordings of a project's mentions, which is what is compared, and not the mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from functools import lru_cache

from annotations.compare.items import key_of
from annotations.compare.material import ComparedArticle, Settled, Tick, is_naming
from annotations.compare.names.acronyms import is_acronym
from annotations.compare.names.bodies import body_name
from annotations.compare.names.built import built_name
from annotations.compare.names.countries import named_people, named_state
from annotations.compare.names.events import event_name
from annotations.compare.names.fold import fold
from annotations.compare.names.kinds import (
    BODY,
    BUILT,
    EVENT,
    MAY_BE_STATE,
    PEOPLE,
    PERSON,
    PLACE,
    PRODUCT,
    STATE,
    kind_of,
)
from annotations.compare.names.persons import is_surname
from annotations.compare.names.same_things import known_places, other_name_lines
from annotations.compare.proposed import in_article_order
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Span, in_order
from annotations.text.word_forms import listed

COMMON_PLACES = listed("""
    capital city town village province district region country state island coast border north south east west area
    strait gulf sea bay river lake ocean street square mountain mountains valley desert peninsula neighborhood suburb
    northern southern eastern western central military civilian international local main of the port airport
""")
LONGEST_OF_PLACES = 4  # letters of a place's acronym
ALSO_BODIES = {"emirates"}
Named = tuple[str, str]  # a wording and its label
Key = tuple[object, ...]


@dataclass(slots=True)
class PlacedMention:
    """A mention in its article, whose place in the order of articles is `at`."""

    key: str
    at: int
    article: str
    span: Span
    wording: str


@dataclass(eq=False, slots=True)
class Node:
    """Mentions of one wording: of the whole project, or of one article where `article` says which."""

    number: int
    kind: str
    words: tuple[str, ...]
    article: int | None = None
    settled: str | None = None
    mentions: list[PlacedMention] = field(default_factory=list)
    articles: set[int] = field(default_factory=set)
    labels: dict[str, int] = field(default_factory=dict)
    wordings: dict[str, int] = field(default_factory=dict)
    is_acronym: bool = False

    def add(self, mention: PlacedMention) -> None:
        self.mentions.append(mention)
        self.articles.add(mention.at)
        label, wording = mention.span.label, mention.wording
        self.labels[label] = self.labels.get(label, 0) + 1
        self.wordings[wording] = self.wordings.get(wording, 0) + 1

    @property
    def said(self) -> set[tuple[str, str]]:
        """Return the node's wordings as decisions of people know them."""
        return {(fold(one.wording, one.span.label), one.span.label) for one in self.mentions}

    @property
    def shown(self) -> str:
        """Return the commonest wording, on one line."""
        commonest = min(self.wordings, key=lambda wording: (-self.wordings[wording], wording))
        return " ".join(commonest.split())


@dataclass(frozen=True, slots=True)
class ReadName:
    """A wording with its label, before its mentions are looked at."""

    kind: str
    words: tuple[str, ...]
    is_local: bool  # it names something in its article alone
    is_acronym: bool


@lru_cache(maxsize=50_000)
def read(wording: str, label: str) -> ReadName:
    """Return what a wording is by itself."""
    kind, folded = kind_of(label), fold(wording, label)
    if kind in MAY_BE_STATE:
        if code := named_state(wording):
            return ReadName(STATE, (code,), False, False)
        if code := named_people(wording):
            return ReadName(PEOPLE, (code,), False, False)
    words = tuple(folded.split())
    short = kind != PERSON and is_acronym(wording) and not _is_place(kind, folded)
    return ReadName(kind, words, is_local(kind, words), short)


def _is_place(kind: str, folded: str) -> bool:
    """Return whether capitals are no acronym, but a place's name in a headline: "HODEIDAH"."""
    return kind == PLACE and (len(folded) > LONGEST_OF_PLACES or folded in known_places())


def is_local(kind: str, words: tuple[str, ...]) -> bool:
    """Return whether the words name something only within an article: a surname, "the army", "the airport"."""
    if not words:
        return True
    if (kind, " ".join(words)) in other_name_lines():
        return False
    if kind == PERSON:
        return is_surname(words)
    if kind == BODY:
        return body_name(words).is_common
    if kind == BUILT:
        return not [word for word in built_name(words).name if word not in COMMON_PLACES]
    if kind == PLACE:
        return set(words) <= COMMON_PLACES
    if kind == EVENT:
        name = event_name(words)
        return bool(name.head) and not (name.states or name.words or name.numbers or name.year)
    return kind == PRODUCT and set(words) <= VESSELS


VESSELS = listed(
    "ship vessel tanker carrier destroyer frigate aircraft plane drone missile boat submarine bulk"
)


def mentions_of(articles: Sequence[ComparedArticle]) -> list[PlacedMention]:
    """Return all mentions, articles by id and each in text order."""
    return [
        PlacedMention(key_of(one.id, span.id), at, one.id, span, one.text[span.start : span.end])
        for at, one in enumerate(in_article_order(articles))
        for span in sorted(one.spans, key=in_order)
        if is_naming(span.label)
    ]


class NodeMaker:
    """Mentions sorted into nodes: settled ones by their entity, wordings that a person parted by article."""

    def __init__(self, mentions: Iterable[PlacedMention], settled: Settled) -> None:
        self.mentions = list(mentions)
        self.settled = settled
        self.parted = {said for pair in settled.apart_wordings for said in pair}
        self.parted_from_itself = {said for pair in settled.apart_wordings if len(pair) == 1 for said in pair}
        self.counts = Counter((one.wording, one.span.label) for one in self.mentions)
        self.wordings = self._of_one_mind({named: read(*named) for named in self.counts})
        self.acronyms = self._acronyms()
        self.torn = self._torn()

    def _of_one_mind(self, read_: dict[Named, ReadName]) -> dict[Named, ReadName]:
        """Return the wordings, "Emirates" as a body's name where no mention of it has a place's label."""
        places = {
            fold(*named) for named, one in read_.items() if one.kind == STATE and kind_of(named[1]) == PLACE
        }
        made = dict(read_)
        for named, one in read_.items():
            folded = fold(*named) if one.kind == STATE else ""
            if folded in ALSO_BODIES and folded not in places:
                made[named] = ReadName(BODY, tuple(folded.split()), False, False)
        return made

    def _acronyms(self) -> set[tuple[str, tuple[str, ...]]]:
        """Return kinds and words of which most mentions are written as an acronym."""
        balance: Counter[tuple[str, tuple[str, ...]]] = Counter()
        for named, count in self.counts.items():
            wording = self.wordings[named]
            balance[wording.kind, wording.words] += count if wording.is_acronym else -count
        found = {name for name, count in balance.items() if count > 0}
        return found | {(PLACE, words) for kind, words in found if kind == BODY and (PLACE, words) in balance}

    def _torn(self) -> set[tuple[str, tuple[str, ...]]]:
        """Return kinds and words of which people settled the mentions as two things or more."""
        owners: dict[tuple[str, tuple[str, ...]], set[str]] = {}
        for one in self.mentions if self.settled.entity_of else ():
            if entity := self.settled.entity_of.get(one.key):
                wording = self.wordings[one.wording, one.span.label]
                owners.setdefault((wording.kind, wording.words), set()).add(entity)
        return {name for name, entities in owners.items() if len(entities) > 1}

    def nodes(self, tick: Tick, torn: Callable[[PlacedMention], bool] = lambda mention: False) -> list[Node]:
        """Return the nodes, numbered by their first mentions; those of which `torn` says so by article."""
        made: dict[Key, Node] = {}
        plans = {named: self._plan(named) for named in self.wordings}
        for i, one in enumerate(self.mentions):
            if i % 5000 == 0:
                tick("names", i, len(self.mentions))
            wording, is_short, alone, parted = plans[one.wording, one.span.label]
            article = one.at if alone or torn(one) else None
            owner = self.settled.entity_of.get(one.key)
            key: Key = (wording.kind, wording.words, article, owner, parted, "" if wording.words else one.key)
            node = made.get(key)
            if node is None:
                node = Node(len(made), wording.kind, wording.words, article, owner, is_acronym=is_short)
                made[key] = node
            node.add(one)
        return list(made.values())

    def _plan(self, named: Named) -> tuple[ReadName, bool, bool, Named | None]:
        """Return a wording as it is read, whether it is an acronym, or one of its article alone, and as what it is parted."""
        wording = self.wordings[named]
        name, said = (wording.kind, wording.words), (fold(*named), named[1])
        is_short = name in self.acronyms
        alone = wording.is_local or is_short or name in self.torn or said in self.parted_from_itself
        return wording, is_short, alone, said if said in self.parted else None
