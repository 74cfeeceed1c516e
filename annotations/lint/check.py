"""The interface of a lint check (`Look`): it gets one annotator's work on an article, and gives places in it.

A check is a function and a sentence; the table of checks is in `span_checks`, so that a module of checks need
not know it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import NamedTuple

from annotations.facts import in_text_order
from annotations.lint.fact_checks import Ground
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from annotations.text.tokens import tokens

Bounds = tuple[int, int]
Labels = Mapping[str, Mapping[str, int]]  # wording -> label -> how often it is confirmed so


class FindingPlace(NamedTuple):
    """A place that a check found: bounds, the id of the span or fact there, and words for the sentence."""

    start: int
    end: int
    item: str | None = None
    words: tuple[object, ...] = ()


class Finding(NamedTuple):
    """A finding of a check, with its sentence for people."""

    look: str
    start: int
    end: int
    item: str | None
    sentence: str


@dataclass(frozen=True)
class Work:
    """The work to check: one annotator's sheet on an article; `tokens` are in text order.

    `labels`: the wordings of the whole project, when they are known; else those of the article count.
    """

    text: str
    sheet: Sheet
    schema: Schema
    tokens: Sequence[Bounds] = ()
    labels: Labels = field(default_factory=dict)

    @cached_property
    def spans(self) -> list[Span]:
        """Return the confirmed spans, in text order."""
        return list(self.sheet.confirmed)

    @cached_property
    def ground(self) -> Ground:
        """Return the confirmed facts in text order, with the text, schema and spans to check them against."""
        own, spans = self.sheet.set.facts.values(), {span.id: span for span in self.spans}
        facts = sorted((fact for fact in own if fact.status is Status.CONFIRMED), key=in_text_order)
        return Ground(self.text, self.schema, spans, facts)

    @cached_property
    def here(self) -> dict[str, Counter[str]]:
        """Return how often each wording of the article has each label."""
        return labels_of(self.text, self.spans)

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]


@dataclass(frozen=True)
class Look:
    """A row of the table of checks.

    `about` says what it finds; `sentence` is filled with the place's quote and words.
    """

    name: str
    about: str
    sentence: str
    find: Callable[[Work], Iterator[FindingPlace]]


def work_of(text: str, sheet: Sheet, schema: Schema) -> Work:
    """Return the work on one article by itself, to be checked against our own tokens."""
    return Work(text, sheet, schema, tokens(text))


def labels_of(text: str, spans: Iterable[Span]) -> dict[str, Counter[str]]:
    """Return how often each wording has each label."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        found[text[span.start : span.end]][span.label] += 1
    return found
