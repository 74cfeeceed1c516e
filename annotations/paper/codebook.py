"""The codebook of a project: its guidelines, with examples of what annotators confirmed, differed on and rejected.

The values, and how they are gathered article by article; `codebook_html` and `codebook_markdown` write them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any

from annotations.articles import Article
from annotations.facts import Fact
from annotations.paper.quotes import ArticleQuotes, QuoteChoice, WorkQuote
from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import Case, Item, Ordered, meet, place_of
from annotations.review.comparing import compare
from annotations.schema.types import FactType, Label, Schema
from annotations.sentences import sentence_of
from annotations.sets import GOLD, AnnotationSet, State
from annotations.sheet import Sheet, touches, united
from annotations.spans import Span, Status
from annotations.text.counts import counted
from annotations.text.sentences import sentences
from annotations.text.text import quoted

CONFIRMED, DISPUTED, REJECTED = "confirmed", "disputed", "rejected"
KINDS = (CONFIRMED, DISPUTED, REJECTED)
EXAMPLES = 3  # of each kind, unless told otherwise
NOTHING = "nothing"
Ranges = list[tuple[int, int]]
Key = tuple[str, str]  # kind of item, and label or fact type


@dataclass(frozen=True)
class CodebookEntry:
    """A label or fact type with its guideline and examples by kind; `roles` of a fact type, one a line."""

    name: str
    guideline: str
    examples: Mapping[str, tuple[WorkQuote, ...]]
    archived: bool = False
    gloss: str = ""
    key: str = ""
    roles: tuple[str, ...] = ()

    @property
    def aside(self) -> str:
        """Return what stands below the name: gloss, key, and whether it is archived."""
        said = (self.gloss, f"key {self.key}" if self.key else "", "archived" if self.archived else "")
        return " · ".join(filter(None, said))

    def as_json(self) -> dict[str, Any]:
        said = {kind: [one.as_json() for one in quotes] for kind, quotes in self.examples.items()}
        return {**vars(self), "roles": list(self.roles), "examples": said}


@dataclass(frozen=True)
class Codebook:
    """The codebook; `topics` have no examples, since a whole article is one."""

    name: str
    language: str
    labels: tuple[CodebookEntry, ...]
    types: tuple[CodebookEntry, ...]
    topics: tuple[CodebookEntry, ...]

    def parts(self) -> tuple[tuple[str, tuple[CodebookEntry, ...]], ...]:
        """Return the parts that have entries, by their titles."""
        parts = (("Labels", self.labels), ("Fact types", self.types), ("Topics", self.topics))
        return tuple((title, entries) for title, entries in parts if entries)

    def as_json(self) -> dict[str, Any]:
        parts = {
            name: [one.as_json() for one in getattr(self, name)] for name in ("labels", "types", "topics")
        }
        return {"name": self.name, "language": self.language, **parts}


@dataclass
class CodebookWork:
    """The examples that the work has, by kind; `add` the sets of each article once."""

    schema: Schema
    ordered: Ordered = ()
    found: dict[str, dict[str, QuoteChoice]] = field(
        default_factory=lambda: {kind: {Span.kind: QuoteChoice(), Fact.kind: QuoteChoice()} for kind in KINDS}
    )

    def add(self, article: Article, sheets: Sequence[Sheet]) -> None:
        """Weigh what an article's sets say; nothing that somebody holds for boilerplate is taken."""
        left_out = united(bounds for sheet in sheets for bounds in sheet.boilerplate)
        sets = [sheet.set for sheet in sheets]
        text = ArticleQuotes(article.id, article.text, sentences(article.text))
        gold = next((made for made in sets if made.annotator == GOLD and made.state is State.REVIEWED), None)
        people = [made for made in sets if made.annotator != GOLD]
        told = _ArticleWork(text, self.schema, left_out)
        for (kind, name), quote in told.confirmed([gold] if gold else people):
            self.found[CONFIRMED][kind].add(name, quote)
        for (kind, name), quote in told.rejected(people, sets):
            self.found[REJECTED][kind].add(name, quote)
        if len(people) > 1:
            for case in compare(people, ordered=self.ordered).cases:
                for (kind, name), quote in told.disputed(case, gold):
                    self.found[DISPUTED][kind].add(name, quote)

    def codebook(self, examples: int = EXAMPLES) -> Codebook:
        """Return the codebook with so many examples of each kind; archived labels and types stay, and are named so."""
        schema = self.schema
        topics = (CodebookEntry(one.name, one.guideline, {}) for one in schema.topics.values())
        return Codebook(
            schema.name,
            schema.language,
            tuple(self._entry(one, Span.kind, examples) for one in schema.labels.values()),
            tuple(self._entry(one, Fact.kind, examples) for one in schema.facts.values()),
            tuple(topics),
        )

    def _entry(self, one: Label | FactType, kind: str, count: int) -> CodebookEntry:
        chosen = {of: tuple(self.found[of][kind].chosen(one.name, count)) for of in KINDS}
        roles = one.roles.values() if isinstance(one, FactType) else ()
        told = (
            f"{role.name}{', required' if role.required else ''}{f': {words}' if (words := ', '.join(role.labels)) else ''}"
            for role in roles
        )
        return CodebookEntry(
            one.name, one.guideline, chosen, one.archived, one.gloss, one.key or "", tuple(told)
        )


class _ArticleWork:
    """The sets of one article as quotes of it."""

    def __init__(self, text: ArticleQuotes, schema: Schema, left_out: Ranges) -> None:
        self._text, self._schema, self._left_out = text, schema, left_out

    def confirmed(self, sets: Sequence[AnnotationSet]) -> Iterable[tuple[Key, WorkQuote]]:
        """Yield what all of the sets confirmed."""
        found: dict[tuple[Key, int, int], list[tuple[AnnotationSet, Span | Fact]]] = {}
        for made in sets:
            for item in _with_status(made, Status.CONFIRMED):
                found.setdefault((_key(item), *place_of(item)), []).append((made, item))
        for (key, start, end), said in found.items():
            if len({made.annotator for made, _ in said}) == len(sets) and self._counts(start, end):
                first, one = said[0]
                told = self._words(one, first) if isinstance(one, Fact) else ""
                yield key, self._text.quote(start, end, told, sets=len(sets))

    def rejected(
        self, people: Iterable[AnnotationSet], sets: Iterable[AnnotationSet]
    ) -> Iterable[tuple[Key, WorkQuote]]:
        """Yield what people rejected and nobody confirmed, with what is confirmed in its place."""
        held = {
            (_key(item), *place_of(item)) for made in sets for item in _with_status(made, Status.CONFIRMED)
        }
        found: dict[tuple[Key, int, int], list[tuple[AnnotationSet, Item]]] = {}
        for made in people:
            for item in _with_status(made, Status.REJECTED):
                place = (_key(item), *place_of(item))
                if place not in held:
                    found.setdefault(place, []).append((made, item))
        for (key, start, end), said in found.items():
            if self._counts(start, end):
                yield key, self._text.quote(start, end, self._instead(*said[0]), sets=len(said))

    def disputed(self, case: Case, gold: AnnotationSet | None) -> Iterable[tuple[Key, WorkQuote]]:
        """Yield the case once for each label, or type, that somebody gave, with who said what and what gold has."""
        if not case.sides or not all(isinstance(item, Span | Fact) for item in case.sides.values()):
            return
        start, end = place_of(next(iter(case.sides.values())))
        if not self._counts(start, end):
            return
        readings = [(-len(who), item is None, self._words(item)) for item, who in case.readings().items()]
        said = [f"{counted(-count, 'annotator')}: {words}" for count, _, words in sorted(readings)]
        if gold is not None:
            said.append(f"gold: {self._of_gold(case, gold)}")
        for key, item in {_key(item): item for item in case.sides.values()}.items():
            yield key, self._text.quote(*place_of(item), "; ".join(said))

    def _of_gold(self, case: Case, gold: AnnotationSet) -> str:
        mine = list(case.sides.values())
        near = [item for item in _with_status(gold, Status.CONFIRMED) if any(meet(item, one) for one in mine)]
        return " and ".join(self._words(item, gold) for item in near) or NOTHING

    def _instead(self, made: AnnotationSet, rejected: Item) -> str:
        near = (
            item
            for item in _with_status(made, Status.CONFIRMED)
            if isinstance(item, Span) and isinstance(rejected, Span) and item.overlaps(rejected)
        )
        said = " and ".join(self._words(item, made) for item in near)
        return (
            f"instead: {said}" if said else self._words(rejected, made) if isinstance(rejected, Fact) else ""
        )

    def _words(self, item: Item | None, made: AnnotationSet | None = None) -> str:
        """Return what a reading says: the label and its words, or the type and the fact as a sentence."""
        if isinstance(item, Span):
            return f"{item.label} {quoted(self._text.text, item.start, item.end)}"
        if isinstance(item, Fact):
            spans: Mapping[str, Span] = made.spans if made else {}
            return f"{item.type}: {sentence_of(item, self._text.text, self._schema, spans).words}"
        return NOTHING

    def _counts(self, start: int, end: int) -> bool:
        return start < end and not touches(self._left_out, start, end)


def _with_status(made: AnnotationSet, status: Status) -> list[Span | Fact]:
    items: tuple[Span | Fact, ...] = (*made.spans.values(), *made.facts.values())
    return [item for item in items if item.status is status]


def _key(item: Item) -> Key:
    return (item.kind, item.type if isinstance(item, Fact) else item.label if isinstance(item, Span) else "")
