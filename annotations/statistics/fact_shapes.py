"""The figures of decided facts, and of what spans and facts speak of, as `docs/statistics.md` defines each."""

from __future__ import annotations

from typing import ClassVar

from annotations.processes.quick_dataclass import dataclass


@dataclass(frozen=True)
class FactFates:
    """The fates of suggested facts; `unknown`: confirmed, but what was suggested is no longer kept."""

    taken: int = 0
    corrected: int = 0
    unknown: int = 0
    rejected: int = 0
    by_hand: int = 0
    imported: int = 0

    @property
    def suggested(self) -> int:
        """Return how many suggestions were decided."""
        return self.taken + self.corrected + self.unknown + self.rejected

    @property
    def share_taken(self) -> float | None:
        """Return the share taken as they stood of those of which that is known, 0..1, None without any."""
        known = self.suggested - self.unknown
        return self.taken / known if known else None


@dataclass(frozen=True)
class RoleFilled:
    """How many confirmed facts of a type have the role filled, of how many."""

    role: str
    filled: int
    of: int


@dataclass(frozen=True)
class TypeFigures:
    """The facts of a type: `count` confirmed; of these the modalities, how many negated, the roles filled."""

    type: str
    count: int = 0
    fates: FactFates = FactFates()
    roles: tuple[RoleFilled, ...] = ()
    modality: tuple[tuple[str, int], ...] = ()
    negated: int = 0


@dataclass(frozen=True)
class QuotedSource:
    """A wording that fills roles of the kind source: in how many facts, of how many articles."""

    wording: str
    facts: int
    articles: int


@dataclass(frozen=True)
class FactsPart:
    """The facts by type, the most first, and the sources most quoted, the most first."""

    name: ClassVar[str] = "facts"

    types: tuple[TypeFigures, ...] = ()
    sources: tuple[QuotedSource, ...] = ()
    sources_of: int = 0  # how many there are


@dataclass(frozen=True)
class MentionedThing:
    """A thing with its name and label: how many confirmed spans mention it, in how many articles.

    `entity`: its id, where the annotator has put the mentions together across articles, "" of what is one by wording.
    """

    name: str
    label: str
    mentions: int
    articles: int
    entity: str = ""


@dataclass(frozen=True)
class EntitiesPart:
    """The things mentioned most, the most first; `of`: how many there are."""

    name: ClassVar[str] = "entities"

    things: tuple[MentionedThing, ...] = ()
    of: int = 0


@dataclass(frozen=True)
class DatedFacts:
    """How many facts of a type date from a day, month or year (`date`: ISO 8601, shortened to it)."""

    date: str
    type: str
    facts: int


@dataclass(frozen=True)
class TimelinePart:
    """When the confirmed facts say that things happened; `grain`: day, month or year.

    `coarser`: dated less exactly than that; `undated`: facts without a date, or of an unknown year.
    """

    name: ClassVar[str] = "timeline"

    grain: str = "day"
    dates: tuple[DatedFacts, ...] = ()
    coarser: int = 0
    undated: int = 0
