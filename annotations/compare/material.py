"""Material that proposals are made of: articles with what one annotator sees in them, and what is settled already."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from hashlib import blake2b

from annotations.articles import Article
from annotations.compare.items import key_of
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Span

NAMING = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "LAW"})
# Labels of which no span names a thing; a project's own labels are taken to name things.
NOT_NAMING = frozenset(
    {"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT", "TITLE", "WEAPON", "LANGUAGE"}
)

Tick = Callable[[str, int, int], None]  # a step in words, how far, of how much; raises to cancel


def no_tick(step: str, done: int, of: int) -> None:
    """Tell nobody."""


def is_naming(label: str) -> bool:
    """Return whether a span of the label refers to a thing, and so has an entity."""
    return label not in NOT_NAMING


@dataclass(frozen=True)
class ComparedArticle:
    """An article with the spans and facts of one annotator, confirmed and undecided, none in boilerplate."""

    article: Article
    spans: tuple[Span, ...] = ()  # in text order
    facts: tuple[Fact, ...] = ()  # in text order

    @property
    def id(self) -> str:
        return self.article.id

    @property
    def text(self) -> str:
        return self.article.text

    @cached_property
    def by_id(self) -> Mapping[str, Span]:
        return {span.id: span for span in self.spans}

    @cached_property
    def text_key(self) -> bytes:
        """Return what is equal for articles of one text, white space folded: they are one witness, whoever prints it."""
        return blake2b(" ".join(self.text.split()).encode("utf-8", "surrogatepass")).digest()

    def mentions(self) -> Iterator[tuple[str, Span]]:
        """Yield every span that names a thing, with its key."""
        return ((key_of(self.id, span.id), span) for span in self.spans if is_naming(span.label))

    def keyed_facts(self) -> Iterator[tuple[str, Fact]]:
        """Yield every fact, with its key."""
        return ((key_of(self.id, fact.id), fact) for fact in self.facts)

    def wording(self, span: Span) -> str:
        return self.text[span.start : span.end]


Said = tuple[str, str]  # a folded wording and its label


@dataclass(frozen=True)
class Settled:
    """Decisions of people: fixed points, which a proposal adds to and never moves.

    `entity_of` and `group_of`: by the key of a mention or fact, chains followed.  `apart_wordings`: pairs of folded
    wordings with their labels, either way round.  `apart_entities` and `apart_facts`: pairs of ids or keys.
    `names`: of entities, a name and a label that a person gave, by id.
    """

    entity_of: Mapping[str, str] = field(default_factory=dict)
    group_of: Mapping[str, str] = field(default_factory=dict)
    apart_wordings: frozenset[frozenset[Said]] = frozenset()
    apart_entities: frozenset[frozenset[str]] = frozenset()
    apart_facts: frozenset[frozenset[str]] = frozenset()
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
