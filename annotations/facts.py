"""Facts: typed statements whose roles are filled by spans or bare ranges of the text.

A filler keeps its own bounds, so a fact survives the deletion of any span that fills it.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import field, replace
from typing import ClassVar

from annotations.fact_attributes import ATTRIBUTES, Attributes, AttributeValue, Modality, stated, value_in
from annotations.processes.quick_dataclass import dataclass
from annotations.processes.quick_pickle import quickly_pickled
from annotations.spans import Span, Status

Value = Hashable  # of one of the kinds in `annotations.values.kinds`


@dataclass(frozen=True, slots=True)
class Number:
    """A count or amount: `comparison` is one of = > >= < <= ~; `unit` as written, or None."""

    number: float
    comparison: str = "="
    unit: str | None = None


RULE = "rule"  # what resolved a date, unless a person did


@dataclass(frozen=True, slots=True)
class Date:
    """A day or moment between two ISO 8601 strings, as exact as `precision` says.

    `resolved_against` is the publication date that a relative wording was read against, or None;
    `by` is what resolved it: a rule, or an annotator's name.
    """

    earliest: str
    latest: str
    precision: str
    resolved_against: str | None = None
    by: str | None = None


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Filler:
    """A filler of a role: the span with that id or, without one, a bare range."""

    start: int
    end: int
    span: str | None = None
    value: Value | None = None


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Role:
    """One role of a fact and its fillers, in the annotator's order."""

    role: str
    fillers: tuple[Filler, ...]


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of the article: a type, a trigger, roles with fillers, and attributes.

    `attributes` are those that are not plain, as `fact_attributes.stated` gives them.  `group`: the fact group, on the
    way in and out; in a project the annotator's project set has it.
    """

    kind: ClassVar[str] = "fact"

    id: str
    type: str
    trigger: tuple[int, int] | None = None
    roles: tuple[Role, ...] = ()
    attributes: Attributes = ()
    status: Status = Status.CONFIRMED
    origin: str = ""
    score: float | None = None
    group: str | None = field(default=None, repr=False)  # what is compared with the last export has none

    @property
    def modality(self) -> Modality:
        return Modality(str(self.attribute("modality")))

    @property
    def negated(self) -> bool:
        return bool(self.attribute("negated"))

    @property
    def note(self) -> str:
        return str(self.attribute("note"))

    def attribute(self, name: str) -> AttributeValue:
        """Return the value of the attribute of that name, plain unless the fact states another."""
        return value_in(self.attributes, name)

    def stating(self, **said: AttributeValue) -> Fact:
        """Return the fact with these values of its attributes."""
        return replace(self, attributes=stated(**{**dict(self.attributes), **said}))

    def compared(self) -> Attributes:
        """Return the attributes that count when facts are compared; remarks are left out."""
        return tuple(pair for pair in self.attributes if ATTRIBUTES[pair[0]].compared)

    def fillers(self) -> tuple[Filler, ...]:
        return tuple(filler for role in self.roles for filler in role.fillers)

    def by_role(self) -> dict[str, tuple[Filler, ...]]:
        """Return the fillers by role, of those roles that have any."""
        found: dict[str, tuple[Filler, ...]] = {}
        for role in self.roles:
            found[role.role] = found.get(role.role, ()) + role.fillers
        return {role: fillers for role, fillers in found.items() if fillers}

    def span_ids(self) -> set[str]:
        return {filler.span for filler in self.fillers() if filler.span}

    def ranges(self) -> list[tuple[int, int]]:
        """Return the ranges of the trigger and every filler, in text order."""
        ranges = [(filler.start, filler.end) for filler in self.fillers()]
        return sorted(ranges + ([self.trigger] if self.trigger else []))

    @property
    def place(self) -> tuple[int, int]:
        """Return the words that hold the fact in the text: its trigger, else its first filler; of an empty one none."""
        return self.trigger or next(iter(self.ranges()), (0, 0))

    def is_empty(self) -> bool:
        """Return whether the fact has neither trigger nor filler."""
        return self.trigger is None and not self.fillers()

    def with_fillers(self, spans: Mapping[str, Span | None]) -> Fact:
        """Return the fact with its fillers moved to where those spans are now; bare ranges where None."""

        def filler(old: Filler) -> Filler:
            if old.span is None or old.span not in spans:
                return old
            span = spans[old.span]
            if span is None:
                return replace(old, span=None)
            return replace(old, start=span.start, end=span.end, span=span.id)

        roles = (replace(role, fillers=tuple(map(filler, role.fillers))) for role in self.roles)
        return replace(self, roles=tuple(roles))


def in_text_order(fact: Fact) -> tuple[list[tuple[int, int]], str, str]:
    """Return the sort key of facts in text order: by trigger, else by the first filler."""
    return ([fact.place], fact.type, fact.id)
