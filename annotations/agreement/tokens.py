"""Rows of agreement over tokens: their labels by annotator as numbers, for kappa, Fleiss' kappa and alpha."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from annotations.agreement.material import Material

if TYPE_CHECKING:
    from annotations.agreement.material import Numbers

ABSENT = -1  # of an annotator who does not have the article


class TokenLabels:
    """The label of each token by annotator: 0 outside of spans, else its place among the labels, from 1 on."""

    def __init__(self, material: Material) -> None:
        import numpy as np

        self._material = material
        self.width = len(material.labels) + 1
        counts = [len(one.tokens) for one in material.articles]
        self.article = np.repeat(np.arange(len(counts)), counts)
        flat = [offset for one in material.articles for bounds in one.tokens for offset in bounds]
        bounds = np.array(flat, dtype=np.int64).reshape(-1, 2)
        starts, ends = (bounds + np.array(material.starts, dtype=np.int64)[self.article, None]).T
        self.codes = np.zeros((len(material.who), len(bounds)), dtype=np.int64)
        for who in range(len(material.who)):
            self._paint(who, starts, ends)
        self.codes[~material.has[:, self.article]] = ABSENT

    def _paint(self, who: int, starts: Any, ends: Any) -> None:
        """Give the annotator's tokens their labels, the outermost (longest) span's last, of equals the earlier."""
        import numpy as np

        spans = self._material.spans
        mine = spans.of(spans.who == who)
        first = np.searchsorted(ends, mine.base + mine.start, side="right")
        last = np.searchsorted(starts, mine.base + mine.end, side="left")
        order = np.lexsort((mine.column, -mine.start, mine.end - mine.start))
        row, each = self.codes[who], (some[order].tolist() for some in (first, last, mine.column + 1))
        for low, high, label in zip(*each, strict=True):
            row[low:high] = label

    @cached_property
    def is_marked(self) -> Any:
        """Return which tokens anybody has labelled."""
        return (self.codes > 0).any(axis=0)

    def kappa_rows(self, *, without_o: bool = False) -> Numbers:
        """Return rows (agreed, units, labels of the one, of the other); perhaps of what either has labelled."""
        import numpy as np

        rows = self._material.zeros(2 + 2 * self.width)
        for pair, (a, b) in enumerate(self._material.pairs):
            one, other = self.codes[a], self.codes[b]
            counted = (one >= 0) & (other >= 0)
            if without_o:
                counted &= (one > 0) | (other > 0)
            article, one, other = self.article[counted], one[counted], other[counted]
            counts = self._material.counted
            agreed, units = counts(article[one == other], 1), counts(article, 1)
            sides = [counts(article * self.width + side, self.width) for side in (one, other)]
            rows[:, pair] = np.concatenate([agreed, units, *sides], axis=1)
        return rows

    def shared_rows(self, *, without_o: bool = False) -> Numbers:
        """Return rows of each article: (annotators, units, agreeing pairs of annotators, each label's times).

        Without O: of the tokens that anybody has labelled.
        """
        import numpy as np

        counts = self._material.counted
        counted = self.is_marked if without_o else np.ones(len(self.article), dtype=bool)
        agreed = np.zeros((len(self._material.articles), 1))
        for a, b in self._material.pairs:
            same = (self.codes[a] == self.codes[b]) & (self.codes[a] >= 0) & counted
            agreed += counts(self.article[same], 1)
        times = np.zeros((len(self._material.articles), self.width))
        for codes in self.codes:
            there = counted & (codes >= 0)
            times += counts(self.article[there] * self.width + codes[there], self.width)
        many = self._material.has.sum(axis=0)[:, None].astype(np.float64)
        return np.concatenate([many, counts(self.article[counted], 1), agreed, times], axis=1)


def boilerplate_kappa_rows(material: Material) -> Numbers:
    """Return the rows for kappa over all tokens: in boilerplate, or not."""
    import numpy as np

    inside = np.zeros((len(material.who), len(material.articles)))
    common = np.zeros((len(material.articles), len(material.pairs)))
    size = np.zeros(len(material.articles))
    for n, one in enumerate(material.articles):
        if not any(one.boilerplate.values()):
            size[n] = len(one.all_tokens)
            continue
        held = [_inside(one.all_tokens, one.boilerplate.get(name, ())) for name in material.who]
        size[n] = len(one.all_tokens)
        inside[:, n] = [len(each) for each in held]
        common[n] = [len(held[a] & held[b]) for a, b in material.pairs]
    units = size[:, None] * material.both
    ones = np.stack([inside[a] for a, _ in material.pairs], axis=1) * material.both
    others = np.stack([inside[b] for _, b in material.pairs], axis=1) * material.both
    agreed = units - ones - others + 2 * common * material.both
    return np.stack([agreed, units, ones, units - ones, others, units - others], axis=-1)


def _inside(bounds: Any, ranges: Any) -> set[int]:
    """Return the places of the tokens that lie within one of the ranges."""
    return {
        n
        for n, (start, end) in enumerate(bounds)
        if any(low <= start and end <= high for low, high in ranges)
    }
