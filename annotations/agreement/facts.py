"""Agreement of two annotators on facts: triggers, types, roles given matched triggers, attributes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from annotations.agreement.figures import kappa_row
from annotations.agreement.spans import Row
from annotations.fact_attributes import category, compared
from annotations.facts import Fact
from annotations.review.pairing import pair_facts


class Paired:
    """The facts of two annotators on one article, paired where they speak of the same thing."""

    def __init__(self, ours: Sequence[Fact], theirs: Sequence[Fact]) -> None:
        self.pairs = pair_facts(ours, theirs)
        self._counts = len(ours), len(theirs)
        self._types = Counter(f.type for f in ours), Counter(f.type for f in theirs)

    def trigger_row(self) -> Row:
        """Return the row of triggers: a fact is hit when it is paired, whatever the types."""
        return [len(self.pairs), self._counts[0], len(self.pairs), self._counts[1]]

    def type_rows(self, types: Sequence[str]) -> list[Row]:
        """Return a row for each fact type: hit when the paired fact is of that type too."""
        same = Counter(one.type for one, other in self.pairs if one.type == other.type)
        ours, theirs = self._types
        return [[same[type_], ours[type_], same[type_], theirs[type_]] for type_ in types]

    def role_rows(self, roles: Sequence[str]) -> list[Row]:
        """Return a row for each role: hit when the paired fact has a filler with the same bounds in it."""
        return [self._role_row(role) for role in roles]

    def attribute_row(self, name: str) -> list[float]:
        """Return the row for `figures.kappa` on that attribute, over the paired facts."""
        both = ((one.attribute(name), other.attribute(name)) for one, other in self.pairs)
        said = Counter((category(one), category(other)) for one, other in both)
        return kappa_row(said, rated()[name])

    def _role_row(self, role: str) -> Row:
        hit = ours = theirs = 0
        for one, other in self.pairs:
            mine, others = _fillers(one, role), _fillers(other, role)
            hit, ours, theirs = hit + len(mine & others), ours + len(mine), theirs + len(others)
        return [hit, ours, hit, theirs]


def rated() -> dict[str, tuple[str, ...]]:
    """Return the attributes that kappa is given for, with the categories of each."""
    return {row.name: row.kind.categories for row in compared() if row.kind.categories}


def roles_of(facts: Iterable[Fact]) -> set[str]:
    return {role.role for fact in facts for role in fact.roles}


def _fillers(fact: Fact, name: str) -> set[tuple[int, int]]:
    return {(f.start, f.end) for role in fact.roles if role.role == name for f in role.fillers}
