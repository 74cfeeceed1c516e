"""Rows of agreement on facts: triggers, types, roles given matched triggers, values, whole facts, attributes."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from annotations.agreement.material import Material
from annotations.fact_attributes import category, compared
from annotations.facts import Fact
from annotations.review.pairing import paired
from annotations.values.kinds import meaning

if TYPE_CHECKING:
    from annotations.agreement.material import Numbers

NO_VALUE = 0  # the number of a filler without one


class PairedFacts:
    """The facts of the material as numbers, those of each two annotators paired where they speak of the same thing."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._each = [[one.facts.get(name, []) for name in material.who] for one in material.articles]
        self.facts = [fact for each in self._each for facts in each for fact in facts]
        self.types = sorted({fact.type for fact in self.facts})
        self.roles = sorted({role.role for fact in self.facts for role in fact.roles})

    @cached_property
    def pairs(self) -> Any:
        """Return arrays of article, pair, and the places of the two facts, of all that are paired."""
        import numpy as np

        found, first = list[tuple[int, int, int, int]](), 0
        for n, each in enumerate(self._each):
            starts = [first]
            for facts in each:
                starts.append(starts[-1] + len(facts))
            for p, (a, b) in enumerate(self._material.pairs):
                if each[a] and each[b]:
                    mine, others = starts[a], starts[b]
                    found += [(n, p, mine + i, others + j) for i, j in paired(each[a], each[b])]
            first = starts[-1]
        return np.array(found, dtype=np.int64).reshape(-1, 4).T

    def trigger_rows(self) -> Numbers:
        """Return the rows of triggers: a fact is hit when it is paired, whatever the types."""
        hit = self._by_cell(self.pairs, 0 * self.pairs[0], 1)
        return self._rows(hit, 0 * self._type, 1)

    def type_rows(self) -> Numbers:
        """Return the rows by fact type: hit when the paired fact is of that type too."""
        return self._rows(self._by_type(self._same(self._type)), self._type, len(self.types))

    def whole_rows(self) -> Numbers:
        """Return the rows by fact type: hit when the paired fact has the same fillers in every role too.

        Their values mean the same; the order of the fillers does not count.
        """
        return self._rows(self._by_type(self._same(self._content)), self._type, len(self.types))

    def role_rows(self) -> Numbers:
        """Return the rows by role: hit when the paired fact has a filler with the same bounds in it."""
        import numpy as np

        match, mine, others, width = *self._fillers, len(self.roles)
        _, at, _ = np.intersect1d(mine[0], others[0], assume_unique=True, return_indices=True)
        role = self._filler_roles
        hit = self._by_cell(self.pairs[:, match[0][at]], role[mine[1][at]], width)
        marked = self._by_cell(self.pairs[:, match[0]], role[mine[1]], width)
        found = self._by_cell(self.pairs[:, match[1]], role[others[1]], width)
        return np.stack([hit, marked, hit, found], axis=-1)

    def value_rows(self) -> Numbers:
        """Return the rows of values, over the fillers that are hit: hit when both values mean the same."""
        import numpy as np

        match, mine, others = self._fillers
        _, at, to = np.intersect1d(mine[0], others[0], assume_unique=True, return_indices=True)
        one, other = (self._filler_values[side] for side in (mine[1][at], others[1][to]))
        where, column = self.pairs[:, match[0][at]], 0 * at
        counts = [
            self._by_cell(where[:, mask], column[mask], 1)
            for mask in ((one == other) & (one != NO_VALUE), one != NO_VALUE, other != NO_VALUE)
        ]
        return np.stack([counts[0], counts[1], counts[0], counts[2]], axis=-1)

    def attribute_rows(self, name: str) -> Numbers:
        """Return the rows for kappa on that attribute, over the paired facts."""
        import numpy as np

        names = {category_: n for n, category_ in enumerate(rated()[name])}
        said = np.array([names[category(fact.attribute(name))] for fact in self.facts], dtype=np.int64)
        one, other = said[self.pairs[2]], said[self.pairs[3]]
        same = one == other
        agreed = self._by_cell(self.pairs[:, same], one[same] * 0, 1)
        units = self._by_cell(self.pairs, one * 0, 1)
        sides = [self._by_cell(self.pairs, side, len(names)) for side in (one, other)]
        return np.concatenate([agreed, units, *sides], axis=-1)

    # --- the facts as numbers

    @cached_property
    def _type(self) -> Any:
        import numpy as np

        codes = {name: n for n, name in enumerate(self.types)}
        return np.array([codes[fact.type] for fact in self.facts], dtype=np.int64)

    @cached_property
    def _content(self) -> Any:
        """Return a number for each fact, the same where type and fillers with their values are."""
        each = zip(self.facts, self._held, strict=True)
        return _numbered((fact.type, frozenset(held.items())) for fact, held in each)

    @cached_property
    def _held(self) -> list[dict[Hashable, Hashable]]:
        return [_fillers(fact) for fact in self.facts]

    @cached_property
    def _filler_roles(self) -> Any:
        import numpy as np

        codes = {name: n for n, name in enumerate(self.roles)}
        return np.array([codes[key[0]] for held in self._held for key in held], dtype=np.int64)  # type: ignore[index]

    @cached_property
    def _filler_values(self) -> Any:
        return _numbered((value for held in self._held for value in held.values()), none=NO_VALUE)

    @cached_property
    def _fillers(self) -> tuple[Any, Any, Any]:
        """Return what the paired facts are filled with: of either side the match, and (its key, which filler)."""
        import numpy as np

        counts = np.array([len(held) for held in self._held], dtype=np.int64)
        ends = np.cumsum(counts)
        keys = _numbered(key for held in self._held for key in held)
        most = int(keys.max(initial=0)) + 1
        sides = []
        for facts in self.pairs[2:]:
            many = counts[facts]
            match = np.repeat(np.arange(len(facts)), many)
            within = np.arange(len(match)) - np.repeat(np.cumsum(many) - many, many)
            which = np.repeat(ends[facts] - many, many) + within
            sides.append((match, (match * most + keys[which], which)))
        (left, mine), (right, others) = sides
        return (left, right), mine, others

    # --- counting

    def _same(self, codes: Any) -> Any:
        return self.pairs[:, codes[self.pairs[2]] == codes[self.pairs[3]]]

    def _by_type(self, matches: Any) -> Numbers:
        return self._by_cell(matches, self._type[matches[2]], len(self.types))

    def _by_cell(self, matches: Any, column: Any, width: int) -> Numbers:
        """Return how many of the matches there are by article, pair and column."""
        import numpy as np

        many, pairs = len(self._material.articles), len(self._material.pairs)
        cells = (matches[0] * pairs + matches[1]) * width + column
        counts = np.bincount(cells, minlength=many * pairs * width).astype(np.float64)
        return counts.reshape(many, pairs, width)

    def _rows(self, hit: Numbers, column: Any, width: int) -> Numbers:
        """Return the rows of whole facts: those that are hit, beside all that either has."""
        import numpy as np

        whose = [(n, w) for n, each in enumerate(self._each) for w, facts in enumerate(each) for _ in facts]
        article, who = np.array(whose, dtype=np.int64).reshape(-1, 2).T
        has = [
            self._material.counted((article * width + column)[who == w], width)
            for w in range(len(self._material.who))
        ]
        marked, found = (
            np.stack([has[pair[side]] for pair in self._material.pairs], axis=1)
            * self._material.both[..., None]
            for side in (0, 1)
        )
        return np.stack([hit, marked, hit, found], axis=-1)


def rated() -> dict[str, tuple[str, ...]]:
    """Return the attributes that kappa is given for, with the categories of each."""
    return {row.name: row.kind.categories for row in compared() if row.kind.categories and not row.borrowed}


def _fillers(fact: Fact) -> dict[Hashable, Hashable]:
    """Return what each filler means, by role and bounds."""
    return {(role.role, f.start, f.end): meaning(f.value) for role in fact.roles for f in role.fillers}


def _numbered(things: Iterable[Hashable], none: int = -1) -> Any:
    """Return a number for each, the same for equal ones, from 1 on; `none` for None."""
    import numpy as np

    known: dict[Hashable, int] = {None: none}
    found: Sequence[int] = [known.setdefault(thing, len(known)) for thing in things]
    return np.array(found, dtype=np.int64)
