"""Weighing: what a role is compared by, and the values of it that facts have told."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import field
from typing import Generic, Protocol, TypeVar

from annotations.compare.items import Verdict
from annotations.compare.verdicts.shapes import KnownEntities, PlacedFact
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.kinds import RoleKind

Weighed = tuple[Verdict, str]  # how two values go together, and why, as a clause


class ComparedValue(Protocol):
    """A value of a role as one fact has it; equal keys for values that say the very same."""

    @property
    def key(self) -> Hashable: ...

    @property
    def shown(self) -> str: ...


Compared = TypeVar("Compared", bound=ComparedValue)


@dataclass(frozen=True, slots=True)
class ComparedRole:
    """A role and what its comparison goes by.

    `has_one`: only one filler can be right.  `is_total`: a total at a time; `grows`: a figure of it grows as news
    comes in; `of_people`: its numbers count people unless they say more.
    """

    name: str
    kind: RoleKind | None = None
    has_one: bool = False
    is_total: bool = False
    grows: bool = False
    of_people: bool = False
    beside: tuple[str, ...] = ()  # roles that may name what is counted
    times: tuple[str, ...] = ()  # roles that say when
    known: KnownEntities = field(default_factory=KnownEntities)


@dataclass(frozen=True, slots=True)
class ToldValue(Generic[Compared]):
    """A distinct value, the facts that have it, and their places in the group's list.

    `shown` is the value in words, `outlet` the name of the first fact's source, "" where it has none.
    """

    value: Compared
    facts: tuple[PlacedFact, ...]
    places: tuple[int, ...]
    shown: str = ""
    outlet: str = ""
