"""Rows of agreement on spans: by exact bounds, by overlap, whatever the label; and on boilerplate and topics.

F1 of exact matches is the same whichever of two is taken as the reference.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotations.agreement.material import MarkArrays, Material

if TYPE_CHECKING:
    from annotations.agreement.material import Numbers


def exact_rows(material: Material) -> Numbers:
    """Return the rows of exact matches by label: same start, end and label."""
    return material.matched(material.spans, len(material.labels))


def unlabelled_rows(material: Material) -> Numbers:
    """Return the rows of exact matches whatever the label: same start and end."""
    return material.matched(replace(material.spans, column=0 * material.spans.column), 1)


def boilerplate_rows(material: Material) -> Numbers:
    """Return the rows of ranges of boilerplate: same start and end."""
    held = [[one.boilerplate.get(name, ()) for name in material.who] for one in material.articles]
    return material.matched(material.marks(held), 1)


def overlap_rows(material: Material) -> Numbers:
    """Return the rows of overlaps by label: a span is hit when it shares a character with one of its label."""
    import numpy as np

    width = len(material.labels)
    each = [_by_label(material.spans, who, width) for who in range(len(material.who))]
    rows = material.zeros(width, 4)
    for pair, (a, b) in enumerate(material.pairs):
        there = material.both[:, pair]
        for column, (mine, others) in enumerate(zip(each[a], each[b], strict=True)):
            sides = (_touched(mine, others), mine), (_touched(others, mine), others)
            counts = [
                (material.counted(m.article[hit], 1), material.counted(m.article, 1)) for hit, m in sides
            ]
            rows[:, pair, column] = np.concatenate([*counts[0], *counts[1]], axis=1) * there[:, None]
    return rows


def _by_label(spans: MarkArrays, who: int, width: int) -> list[MarkArrays]:
    """Return an annotator's spans by label, each once, in text order over all articles."""
    import numpy as np

    found = []
    for column in range(width):
        mine = spans.of(np.flatnonzero((spans.who == who) & (spans.column == column)))
        order = np.lexsort((mine.end, mine.base + mine.start))
        mine = mine.of(order)
        start, end = mine.base + mine.start, mine.base + mine.end
        fresh = np.ones(len(start), dtype=bool)
        fresh[1:] = (start[1:] != start[:-1]) | (end[1:] != end[:-1])
        found.append(mine.of(fresh))
    return found


def _touched(marks: MarkArrays, others: MarkArrays) -> Any:
    """Return which of the marks share a character with any of the others."""
    import numpy as np

    if not len(others.start):
        return np.zeros(len(marks.start), dtype=bool)
    reach = np.maximum.accumulate(others.base + others.end)  # how far those that begin so early go
    before = np.searchsorted(others.base + others.start, marks.base + marks.end, side="left")
    return (before > 0) & (reach[np.maximum(before - 1, 0)] > marks.base + marks.start)
