"""Shapes of verdicts: what they are computed from, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from annotations.compare.items import How, Verdict, key_of
from annotations.compare.material import ComparedArticle
from annotations.facts import Fact, Filler
from annotations.processes.quick_dataclass import dataclass


@dataclass(frozen=True)
class PlacedFact:
    """A fact in its article."""

    article: ComparedArticle
    fact: Fact

    @property
    def key(self) -> str:
        return key_of(self.article.id, self.fact.id)

    def words(self, filler: Filler) -> str:
        return self.article.text[filler.start : filler.end]

    def mention(self, filler: Filler) -> str | None:
        """Return the key of the mention that is the filler, None where it is a bare range."""
        return key_of(self.article.id, filler.span) if filler.span else None


@dataclass(frozen=True)
class KnownEntities:
    """The entities as they stand: `of` a mention's key, `names` and `related` by id; relations run from the first to the second."""

    of: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    related: Mapping[tuple[str, str], How] = field(default_factory=dict)

    def relation(self, one: str, other: str) -> How | None:
        return self.related.get((one, other)) or self.related.get((other, one))


@dataclass(frozen=True, slots=True)
class RoleValue:
    """A distinct value of a role as it is shown, and the places in the group's list of the facts that have it."""

    shown: str
    facts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ValuePair:
    """Two values, by their places in the role's list, and how they go together, with a sentence."""

    a: int
    b: int
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class RoleVerdict:
    """The computed verdict of a role: its worst pair.  `silent` are places in the group's list of facts without a value."""

    role: str
    computed: Verdict
    reason: str
    values: tuple[RoleValue, ...] = ()
    silent: tuple[int, ...] = ()
    pairs: tuple[ValuePair, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the values as they are shown, by which a person's verdict is known to be on others."""
        return tuple(value.shown for value in self.values)
