"""Lint checks of facts: each check is a pure function over a fact, the text, the schema and the spans.

A check finds and never mends; it says what is odd and where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from annotations.fact_verbs import fillers_in, incomplete
from annotations.facts import Fact, Filler
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.kinds import AGENTS
from annotations.schema.types import FactType, Schema
from annotations.spans import Span, Status
from annotations.values.kinds import VALUE_KINDS, Reference, ValueKind

QUOTES = frozenset('“”"‘„«»')


@dataclass(frozen=True)
class Odd:
    """A finding about a fact: the check that found it, the fact, where in the text, and a sentence."""

    look: str
    fact: str
    start: int
    end: int
    sentence: str


@dataclass(frozen=True)
class Ground:
    """The material of the checks.

    The text, the schema, the spans by id, and all of one annotator's facts on an article.
    """

    text: str
    schema: Schema
    spans: Mapping[str, Span]
    facts: Sequence[Fact]

    @cached_property
    def first(self) -> Mapping[object, str]:
        """Return the id of the first fact of each content, by content; rejected facts are left out."""
        stated = (fact for fact in reversed(self.facts) if fact.status is not Status.REJECTED)
        return {_said(fact): fact.id for fact in stated}

    def quote(self, start: int, end: int) -> str:
        return self.text[start:end]


def look(ground: Ground) -> list[Odd]:
    """Return the findings about all facts, in text order; rejected ones are not checked."""
    shown = [fact for fact in ground.facts if fact.status is not Status.REJECTED]
    found = [odd for fact in shown for one in LOOKS for odd in one(fact, ground)]
    return sorted(found, key=lambda odd: (odd.start, odd.end, odd.look))


def unknown_type(fact: Fact, ground: Ground) -> Iterator[Odd]:
    """Yield a finding when the schema has no such fact type, and one for each role that the type lacks."""
    type_ = ground.schema.facts.get(fact.type)
    if type_ is None:
        yield _odd("unknown type", fact, f"The schema has no fact type {fact.type}.")
        return
    for role in fact.roles:
        if role.role not in type_.roles:
            yield _odd("unknown role", fact, f"{fact.type} has no role {role.role}.", *role.fillers[:1])


def wrong_label(fact: Fact, ground: Ground) -> Iterator[Odd]:
    """Yield a finding for each filler whose span has a label that the role does not allow."""
    for name, filler in _filled(fact):
        role = _type(fact, ground).roles.get(name)
        span = ground.spans.get(filler.span or "")
        if role and role.labels and span and span.label not in role.labels:
            allowed = ", ".join(role.labels)
            yield _odd("wrong label", fact, f"The {name} is {span.label}; it may be {allowed}.", filler)


def open_role(fact: Fact, ground: Ground) -> Iterator[Odd]:
    """Yield a finding for each required role without a filler, and for a fact without any words."""
    for name in incomplete(fact, _type(fact, ground)):
        yield _odd("open role", fact, f"The {fact.type} has no {name}.")


def too_many(fact: Fact, ground: Ground) -> Iterator[Odd]:
    """Yield a finding for each role with more fillers than it may have."""
    for role in fact.roles:
        most = _type(fact, ground).roles[role.role].most if role.role in _type(fact, ground).roles else None
        if most and len(role.fillers) > most:
            yield _odd("too many", fact, f"The {role.role} has {len(role.fillers)} fillers; {most} at most.")


def said_twice(fact: Fact, ground: Ground) -> Iterator[Odd]:
    """Yield a finding when an earlier fact has the same type, trigger and fillers."""
    if ground.first.get(_said(fact), fact.id) != fact.id:
        yield _odd("said twice", fact, f"There is an equal {fact.type} already.")


def own_source(fact: Fact, ground: Ground) -> Iterator[Odd]:
    """Yield a finding when the actor is the source and nothing is quoted: it is then rather their claim."""
    type_ = _type(fact, ground)
    acting = (name for name, role in type_.roles.items() if role.kind in AGENTS)
    first = next(acting, next(iter(type_.roles), ""))
    actors = {ground.quote(f.start, f.end).casefold() for f in fillers_in(fact, first)}
    for name in (name for name, role in type_.roles.items() if role.kind == "source" and name != first):
        for filler in fillers_in(fact, name):
            if ground.quote(filler.start, filler.end).casefold() in actors and not _is_quoted(fact, ground):
                sentence = f"The {name} is also the {first}, and nothing is quoted: is it claimed?"
                yield _odd("own source", fact, sentence, filler)


def without_value(kind: ValueKind) -> Look:
    """Return the check for fillers of that kind without a value, and without one in their wording."""

    def without(fact: Fact, ground: Ground) -> Iterator[Odd]:
        for name, filler in _filled(fact):
            role = _type(fact, ground).roles.get(name)
            if role is None or role.value != kind.name or isinstance(filler.value, kind.of):
                continue
            quote = ground.quote(filler.start, filler.end)
            if kind.found(quote, Reference(language=ground.schema.language)) is None:
                said = f"There is no {kind.name} in the {name} “{quote}”."
                yield _odd(f"no {kind.name}", fact, said, filler)

    return without


def no_text(fact: Fact, ground: Ground) -> Iterator[Odd]:
    """Yield a finding for each range of the fact outside the text and each filler whose span is not there."""
    for start, end in fact.ranges():
        if end > len(ground.text):
            yield Odd("no text", fact.id, start, end, "The text ends before this range does.")
    for name, filler in _filled(fact):
        if filler.span and filler.span not in ground.spans:
            yield _odd("no span", fact, f"The span that fills the {name} is not there.", filler)


Look = Callable[[Fact, Ground], Iterator[Odd]]
LOOKS: tuple[Look, ...] = (
    unknown_type,
    wrong_label,
    open_role,
    too_many,
    said_twice,
    own_source,
    *(without_value(kind) for kind in VALUE_KINDS.values() if kind.lack),
    no_text,
)


def _type(fact: Fact, ground: Ground) -> FactType:
    return ground.schema.facts.get(fact.type) or FactType(fact.type)


def _filled(fact: Fact) -> Iterator[tuple[str, Filler]]:
    return ((role.role, filler) for role in fact.roles for filler in role.fillers)


def _said(fact: Fact) -> object:
    roles = {(role.role, frozenset((f.start, f.end) for f in role.fillers)) for role in fact.roles}
    return fact.type, fact.trigger, frozenset(roles), fact.compared()


def _is_quoted(fact: Fact, ground: Ground) -> bool:
    """Return whether a quotation mark stands in the fact or within 80 characters of it."""
    ranges = fact.ranges()
    start, end = ranges[0][0], max(end for _, end in ranges)
    return any(sign in QUOTES for sign in ground.text[max(0, start - 80) : end + 80])


def _odd(name: str, fact: Fact, sentence: str, filler: Filler | None = None) -> Odd:
    start, end = (filler.start, filler.end) if filler else fact.place
    return Odd(name, fact.id, start, end, sentence)
