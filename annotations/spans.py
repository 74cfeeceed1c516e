"""Spans: labelled stretches of an article's text.

Offsets are code points, half-open.  A span is a value: changing one makes another with the same id.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from hashlib import blake2b
from secrets import token_hex
from typing import ClassVar

from annotations.processes.quick_dataclass import dataclass
from annotations.processes.quick_pickle import quickly_pickled


class Status(StrEnum):
    """The decision of an annotator about a span or a fact."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


def new_id() -> str:
    """Return a new id: 16 random hex digits."""
    return token_hex(8)


def derived_id(*parts: object) -> str:
    """Return 16 hex digits, an id of the parts alone, so that two people who import one file agree."""
    return blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).hexdigest()


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch `[start, end)` of an article's text.

    `origin` is its maker: a pipeline and its version, "rule", "seen", "imported", or an annotator's
    name.  `score` is 0..1 or None.  `first` is (start, end, label) as it was suggested, once that has
    been changed.  `entity` is the id of the thing in the world that it refers to.
    """

    kind: ClassVar[str] = "span"

    id: str
    start: int
    end: int
    label: str
    status: Status = Status.CONFIRMED
    origin: str = ""
    score: float | None = None
    first: tuple[int, int, str] | None = None
    entity: str | None = None

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def nests(self, other: Span) -> bool:
        """Return whether one of the two lies within the other and is shorter."""
        inside = self.start <= other.start and other.end <= self.end
        around = other.start <= self.start and self.end <= other.end
        return inside != around

    def at(self, start: int, end: int) -> Span:
        """Return the same span with these bounds in another text.

        Quicker than `replace`: exports move all spans.
        """
        return Span(
            self.id, start, end, self.label, self.status, self.origin, self.score, self.first, self.entity
        )

    def changed(self, *, start: int | None = None, end: int | None = None, label: str | None = None) -> Span:
        """Return the span with other bounds or label; `first` keeps those that were suggested."""
        new = replace(
            self,
            start=self.start if start is None else start,
            end=self.end if end is None else end,
            label=self.label if label is None else label,
        )
        first = self.first or (self.start, self.end, self.label)
        return replace(new, first=None if first == (new.start, new.end, new.label) else first)


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Voted(Span):
    """A span that belongs to no one annotator: `share`, 0..1, of the `of` asked marked it.

    It is in exports only.
    """

    share: float = 0.0
    of: int = 0


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Hint:
    """A stretch that may be a span somebody missed; `score` is how likely, 0..1.

    It lies in the pool only.
    """

    kind: ClassVar[str] = "hint"

    start: int
    end: int
    score: float

    @property
    def id(self) -> str:
        return f"{self.start}-{self.end}"


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Rival:
    """A suggestion of another origin that lost its place to the one kept.  It lies in the pool only."""

    kind: ClassVar[str] = "rival"

    start: int
    end: int
    label: str
    origin: str
    score: float | None = None

    @property
    def id(self) -> str:
        return f"{self.start}-{self.end}-{self.label}-{self.origin}"


def in_order(span: Span) -> tuple[int, int, str, str]:
    """Return the sort key of spans in text order: outer before inner."""
    return (span.start, -span.end, span.label, span.id)
