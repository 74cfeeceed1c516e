"""Articles of agreement as arrays: who has which of them, and how much of what two annotators have is the same.

Rows are counts by article, pair of annotators and column (a label, a role ...): every figure is a function of
their sums.  Pairs go by the order of the names in the alphabet, so figures are the same whoever is named first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import cached_property
from itertools import accumulate, combinations
from typing import TYPE_CHECKING, Any

from annotations.agreement.compared import Compared
from annotations.agreement.ranges import Range
from annotations.processes.quick_dataclass import dataclass

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class MarkArrays:
    """Ranges that annotators marked, as arrays of one length; `base` is where the article begins."""

    article: Any
    who: Any
    column: Any
    start: Any
    end: Any
    base: Any

    def of(self, kept: Any) -> MarkArrays:
        """Return some of the marks."""
        return MarkArrays(*(getattr(self, one.name)[kept] for one in fields(self)))


class Material:
    """The articles and annotators that are compared; both are named by their places."""

    def __init__(self, articles: Iterable[Compared], who: Iterable[str]) -> None:
        self.articles = list(articles)
        self.who = sorted(who)
        there = [[name in one.sets for one in self.articles] for name in self.who]
        self.pairs = [
            (a, b)
            for a, b in combinations(range(len(self.who)), 2)
            if any(map(all, zip(there[a], there[b], strict=True)))
        ]
        self._there = there

    @cached_property
    def has(self) -> Any:
        """Return which annotator has which article."""
        import numpy as np

        return np.array(self._there, dtype=bool).reshape(len(self.who), len(self.articles))

    @cached_property
    def both(self) -> Numbers:
        """Return 1 for each article that both of a pair have, else 0."""
        import numpy as np

        rows = [self.has[a] & self.has[b] for a, b in self.pairs]
        return np.array(rows, dtype=np.float64).reshape(len(self.pairs), len(self.articles)).T

    @cached_property
    def starts(self) -> list[int]:
        """Return where each article begins when all stand end to end."""
        return [0, *accumulate(len(one.text) + 1 for one in self.articles)][:-1]

    @cached_property
    def labels(self) -> list[str]:
        """Return the labels of all spans, in alphabetical order."""
        return sorted({s.label for one in self.articles for each in one.spans.values() for s in each})

    @cached_property
    def spans(self) -> MarkArrays:
        """Return all spans, their labels' places being the columns."""
        codes = {label: n for n, label in enumerate(self.labels)}
        each = [[one.spans.get(name, ()) for name in self.who] for one in self.articles]
        return self.marks(
            [[[(s.start, s.end) for s in spans] for spans in sets] for sets in each],
            [codes[s.label] for sets in each for spans in sets for s in spans],
        )

    def marks(
        self, ranges: Sequence[Sequence[Sequence[Range]]], columns: Sequence[int] | None = None
    ) -> MarkArrays:
        """Return the ranges by article and annotator as arrays, with their columns, else all of column 0."""
        import numpy as np

        counts = np.array([[len(some) for some in sets] for sets in ranges], dtype=np.int64)
        cells = np.repeat(np.arange(counts.size), counts.reshape(-1))
        flat = [offset for sets in ranges for some in sets for bounds in some for offset in bounds]
        start, end = np.array(flat, dtype=np.int64).reshape(-1, 2).T
        column = 0 * cells if columns is None else np.array(columns, dtype=np.int64)
        article, who = cells // len(self.who), cells % len(self.who)
        return MarkArrays(article, who, column, start, end, np.array(self.starts, dtype=np.int64)[article])

    def zeros(self, *shape: int) -> Numbers:
        """Return empty rows: an article, a pair, and what is counted."""
        import numpy as np

        return np.zeros((len(self.articles), len(self.pairs), *shape))

    def counted(self, cells: Any, width: int) -> Numbers:
        """Return how often each cell (article * width + column) is there, by article and column."""
        import numpy as np

        size = len(self.articles) * width
        return np.bincount(cells, minlength=size).astype(np.float64).reshape(len(self.articles), width)

    def matched(self, said: MarkArrays, width: int) -> Numbers:
        """Return rows (hit, marked, right, found) by column: a mark is hit when both of a pair have it.

        What an annotator marks twice counts once.
        """
        import numpy as np

        wide = int((said.end - said.start).max(initial=0)) + 1
        keys = ((said.base + said.start) * wide + said.end - said.start) * max(width, 1) + said.column
        _, first, places = np.unique(keys, return_index=True, return_inverse=True)
        cells = said.article[first] * width + said.column[first]
        has = np.zeros((len(self.who), len(first)), dtype=bool)
        has[said.who, places] = True
        counts = [self.counted(cells[mine], width) for mine in has]
        rows = self.zeros(width, 4)
        for pair, (a, b) in enumerate(self.pairs):
            hit = self.counted(cells[has[a] & has[b]], width)
            there = self.both[:, pair, None]
            rows[:, pair] = np.stack([hit, counts[a] * there, hit, counts[b] * there], axis=-1)
        return rows
