"""The counts of a data set, taken of its records one by one: sizes, whence, labels, fact types.

Only what a record holds is counted, so that the figures are those of an export with the same choice.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import field

from annotations.articles import Article
from annotations.facts import Fact
from annotations.formats.base import Record
from annotations.paper.quotes import ArticleQuotes, QuoteChoice
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.sentences import sentence_of
from annotations.sets import Boilerplate
from annotations.sheet import united
from annotations.spans import Span, Status
from annotations.text.sentences import sentences
from annotations.text.tokens import tokens

Said = tuple[str, str, int, int]  # kind, label or type, and place
LANGUAGE = ("language", "lang")  # the fields of the metadata that name an article's language
LICENCE = ("license", "licence", "rights")


@dataclass
class DataCount:
    """The counts of the records that were added; `quotes` are of spans by label and of facts by type."""

    schema: Schema
    sizes: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)  # "" where none is known
    months: Counter[str] = field(default_factory=Counter)  # "" where no date is known
    days: set[str] = field(default_factory=set)
    unvouched: int = 0  # articles whose date nobody vouches for
    languages: Counter[str] = field(default_factory=Counter)
    licences: Counter[str] = field(default_factory=Counter)
    batches: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    roles: Counter[tuple[str, str]] = field(default_factory=Counter)  # fillers by fact type and role
    filled: Counter[tuple[str, str]] = field(default_factory=Counter)  # facts with that role filled
    modalities: Counter[str] = field(default_factory=Counter)
    topics: Counter[str] = field(default_factory=Counter)
    entities: set[str] = field(default_factory=set)  # into which people put mentions across articles
    groups: set[str] = field(default_factory=set)  # the same of facts
    quoted_labels: QuoteChoice = field(default_factory=QuoteChoice)
    quoted_types: QuoteChoice = field(default_factory=QuoteChoice)
    _last: ArticleQuotes | None = None
    _said: Counter[Said] = field(default_factory=Counter)  # on the last article: by how many sets
    _told: dict[Said, str] = field(default_factory=dict)  # the facts among that, in words

    def add(self, entry: Record) -> None:
        """Take in a record; those of one article come one after the other."""
        article = entry.article
        if self._last is None or self._last.article != article.id:
            self.finish()
            self._last = self._new_article(article)
        if entry.set is None:
            return
        text = self._last
        self.sizes["sets"] += 1
        for span in entry.set.spans.values():
            if span.status is Status.CONFIRMED:
                self._count_span(span)
        for fact in entry.set.facts.values():
            if fact.status is Status.CONFIRMED:
                self._count_fact(fact, text, entry)
        self.topics.update(entry.set.topics)
        marks = (mark for mark in entry.set.boilerplate.values() if mark.status is Status.CONFIRMED)
        self._count_boilerplate(list(marks))

    def finish(self) -> None:
        """Weigh the quotes of the last article, those first that several sets have."""
        if self._last is None:
            return
        for key, sets in self._said.items():
            kind, name, start, end = key
            choice = self.quoted_labels if kind == Span.kind else self.quoted_types
            choice.add(name, self._last.quote(start, end, self._told.get(key, ""), sets=sets))
        self._said.clear()
        self._told.clear()

    def _new_article(self, article: Article) -> ArticleQuotes:
        bounds = sentences(article.text)
        self.sizes["articles"] += 1
        self.sizes["characters"] += len(article.text)
        self.sizes["sentences"] += len(bounds)
        self.sizes["tokens"] += len(tokens(article.text))
        self.sources[named(article, ("source",))] += 1
        day = article.published[:10]
        is_day = len(day) == 10 and day[:4].isdigit()
        self.months[day[:7] if is_day else ""] += 1
        if is_day:
            self.days.add(day)
            self.unvouched += not article.published_trusted
        self.languages[named(article, LANGUAGE)] += 1
        self.licences[named(article, LICENCE)] += 1
        self.batches[named(article, ("batch",))] += 1
        return ArticleQuotes(article.id, article.text, bounds)

    def _count_span(self, span: Span) -> None:
        self.sizes["spans"] += 1
        self.labels[span.label] += 1
        if span.entity:
            self.sizes["placed_mentions"] += 1
            self.entities.add(span.entity)
        self._said[span.kind, span.label, span.start, span.end] += 1

    def _count_fact(self, fact: Fact, text: ArticleQuotes, entry: Record) -> None:
        self.sizes["facts"] += 1
        self.types[fact.type] += 1
        self.modalities[fact.modality.value] += 1
        self.sizes["negated_facts"] += fact.negated
        if fact.group:
            self.sizes["grouped_facts"] += 1
            self.groups.add(fact.group)
        for role, fillers in fact.by_role().items():
            self.sizes["fact_arguments"] += len(fillers)
            self.roles[fact.type, role] += len(fillers)
            self.filled[fact.type, role] += 1
        if fact.place != (0, 0) and entry.set is not None:
            key = (fact.kind, fact.type, *fact.place)
            self._said[key] += 1
            if key not in self._told:
                self._told[key] = sentence_of(fact, text.text, self.schema, entry.set.spans).words

    def _count_boilerplate(self, marks: list[Boilerplate]) -> None:
        ranges = united((mark.start, mark.end) for mark in marks)
        self.sizes["boilerplate_characters"] += sum(end - start for start, end in ranges)
        self.sizes["boilerplate_ranges"] += len(ranges)


def named(article: Article, fields: tuple[str, ...]) -> str:
    """Return the first of the fields of the metadata that says something, in one line; "" where none does."""
    values = (article.meta.get(name) for name in fields)
    plain = (" ".join(str(value).split()) for value in values if isinstance(value, str | int | float))
    return next(filter(None, plain), "")
