"""Lint: looks at one annotator's confirmed spans and facts on an article for what is probably a slip.

A table of looks, each a function that gives places; none changes anything.  Their cost grows with the length
of the text and the number of spans.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from annotations.schema import FactType, RoleType, Schema
from annotations.sheet import Sheet, touches, united
from annotations.spans import Span, Status
from annotations.text import crosses_paragraph, quoted
from annotations.tokens import tokens

Bounds = tuple[int, int]
Labels = Mapping[str, Mapping[str, int]]  # wording -> label -> how often it is confirmed so
FACT_TYPE, ROLE_TYPE = FactType(""), RoleType("")  # of what the schema lacks: they allow everything


class Place(NamedTuple):
    """Where a look found something: the id of the span or fact there, and what fills the look's sentence."""

    start: int
    end: int
    item: str | None = None
    words: tuple[object, ...] = ()


class Finding(NamedTuple):
    """What a look found, as a sentence for people."""

    look: str
    start: int
    end: int
    item: str | None
    sentence: str


@dataclass(frozen=True)
class Work:
    """What is looked at; `tokens` are in text order.

    `labels`: the wordings of the whole project, when they are known; else those of the article count.
    """

    text: str
    sheet: Sheet
    schema: Schema
    tokens: Sequence[Bounds] = ()
    labels: Labels = field(default_factory=dict)

    @cached_property
    def spans(self) -> list[Span]:
        """The confirmed spans, in text order."""
        return list(self.sheet.confirmed)

    @cached_property
    def here(self) -> dict[str, Counter[str]]:
        """The labels of the article's wordings."""
        return labels_of(self.text, self.spans)

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]


@dataclass(frozen=True)
class Look:
    """A row of the table: `about` is what it looks for; `sentence` is filled with the place's quote and words."""

    name: str
    about: str
    sentence: str
    find: Callable[[Work], Iterator[Place]]


def lint(work: Work) -> list[Finding]:
    """What all looks find, in text order."""
    found = (
        Finding(look.name, at.start, at.end, at.item, _sentence(look, work.text, at))
        for look in LOOKS
        for at in look.find(work)
    )
    return sorted(found, key=lambda finding: (finding.start, finding.end))


def _sentence(look: Look, text: str, at: Place) -> str:
    return look.sentence.format(quoted(text, at.start, at.end), *at.words)


def work_of(text: str, sheet: Sheet, schema: Schema) -> Work:
    """An article by itself, held against our own tokens."""
    return Work(text, sheet, schema, tokens(text))


def labels_of(text: str, spans: Iterable[Span]) -> dict[str, Counter[str]]:
    """How often each wording has each label."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        found[text[span.start : span.end]][span.label] += 1
    return found


# --- the looks


def _white_space(work: Work) -> Iterator[Place]:
    for span in work.spans:
        quote = work.quote(span)
        if quote != quote.strip():
            yield _at(span)


def _off_tokens(work: Work) -> Iterator[Place]:
    """Bounds on white space are the look's above."""
    starts, ends = {start for start, _ in work.tokens}, {end for _, end in work.tokens}
    for span in work.spans:
        quote = work.quote(span)
        off_start = span.start not in starts and not quote[:1].isspace()
        if off_start or (span.end not in ends and not quote[-1:].isspace()):
            yield _at(span)


def _over_paragraph(work: Work) -> Iterator[Place]:
    return (_at(span) for span in work.spans if crosses_paragraph(work.text, span.start, span.end))


def _twice(work: Work) -> Iterator[Place]:
    seen: set[tuple[int, int, str]] = set()
    for span in work.spans:
        said = (span.start, span.end, span.label)
        if said in seen:
            yield _at(span, span.label)
        seen.add(said)


def _two_ways(work: Work) -> Iterator[Place]:
    """Each span whose wording has another label at least as often."""
    labels = work.labels or work.here
    for span in work.spans:
        counts = labels.get(work.quote(span), {})
        own = counts.get(span.label, 0)
        others = [(count, label) for label, count in counts.items() if label != span.label and count >= own]
        if others:
            count, label = max(others)
            yield _at(span, span.label, label, "once" if count == 1 else f"{count:,} times")


def _repeats(work: Work) -> Iterator[Place]:
    """Where a wording stands that is labelled elsewhere in the article, and nobody has decided on it.

    Looked up from each token on, the longest first, so that the cost is that of the text.
    """
    token_ends, reached = dict(work.tokens), 0
    lengths, ends, decided = _lengths(work, token_ends), set(token_ends.values()), _decided(work)
    for start, end in work.tokens:
        for length in lengths.get(work.text[start:end], ()) if start >= reached else ():
            stop = start + length
            labels = work.here.get(work.text[start:stop])
            if labels and stop in ends:
                reached = stop
                if not touches(decided, start, stop):
                    yield Place(start, stop, None, (labels.most_common(1)[0][0],))
                break


def _lengths(work: Work, token_ends: Mapping[int, int]) -> dict[str, list[int]]:
    """For each token with which a labelled wording begins the lengths of these wordings, the longest first."""
    found: dict[str, set[int]] = defaultdict(set)
    for span in work.spans:
        if span.start in token_ends and span.end - span.start > 1:
            found[work.text[span.start : token_ends[span.start]]].add(span.end - span.start)
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


def _decided(work: Work) -> list[Bounds]:
    """Where there is a span, a suggestion, a rejection or boilerplate."""
    spans = (*work.sheet, *work.sheet.set.spans.values())
    return united([*((span.start, span.end) for span in spans), *work.sheet.boilerplate])


def _unknown_label(work: Work) -> Iterator[Place]:
    known = work.schema.labels
    return (_at(span, span.label) for span in work.spans if span.label not in known)


def _archived_label(work: Work) -> Iterator[Place]:
    archived = {label.name for label in work.schema.labels.values() if label.archived}
    return (_at(span, span.label) for span in work.spans if span.label in archived)


def _roles(work: Work) -> Iterator[Place]:
    """Spans that fill a role whose labels in the schema are others; a bare range has none."""
    for fact in work.sheet.set.facts.values():
        roles = work.schema.facts.get(fact.type, FACT_TYPE).roles if fact.status is Status.CONFIRMED else {}
        for role in fact.roles:
            allowed = roles.get(role.role, ROLE_TYPE).labels
            for filler in role.fillers:
                span = work.sheet.set.spans.get(filler.span or "")
                if span and allowed and span.label not in allowed:
                    words = (role.role, fact.type, span.label, ", ".join(allowed))
                    yield Place(span.start, span.end, fact.id, words)


def _at(span: Span, *words: object) -> Place:
    return Place(span.start, span.end, span.id, words)


LOOKS: tuple[Look, ...] = (
    Look("white space", "white space at a bound", "{0} begins or ends with white space.", _white_space),
    Look("off tokens", "a bound inside a token", "{0} begins or ends inside a token.", _off_tokens),
    Look("paragraph", "a span over a paragraph break", "{0} runs over a paragraph break.", _over_paragraph),
    Look("twice", "an equal span twice", "{0} is labelled {1} twice here.", _twice),
    Look("two ways", "a wording labelled in two ways", "{0} is {1} here and {2} {3} elsewhere.", _two_ways),
    Look("repeat", "an unlabelled repeat", "{0} is labelled {1} elsewhere, and not here.", _repeats),
    Look("unknown label", "a label the schema lacks", "{0} is {1}, a label the schema lacks.", _unknown_label),
    Look("archived label", "an archived label", "{0} is {1}, a label that is archived.", _archived_label),
    Look("role", "a role filled by a wrong label", "{0}, the {1} of {2}, is {3}; it may be {4}.", _roles),
)
