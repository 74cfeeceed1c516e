"""Cells: the clusters of a visual line, each at the place where it is drawn. Positions in UTF-16 units."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from PySide6.QtGui import QTextLayout, QTextLine

from annotations.processes.quick_dataclass import dataclass

_COUNTED = QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes


@dataclass(slots=True)
class DrawnCell:
    """The place of one drawn cluster."""

    start: int
    end: int
    left: float
    right: float
    right_to_left: bool

    def edge(self, *, leading: bool) -> float:
        """Return the x of the side where the cluster begins, or where it ends."""
        return self.right if leading == self.right_to_left else self.left


def glyphs(qt: QTextLine, start: int, end: int) -> int:
    """Return how many glyphs a range has; a ligature counts for each part of it.

    Tabs, soft hyphens and the blanks at the line's end that find no room have none.
    """
    return (
        sum(len(run.glyphIndexes()) for run in qt.glyphRuns(start, end - start, _COUNTED))
        if start < end
        else 0
    )


def cells(qt: QTextLine, stops: list[int], *, right_to_left: bool) -> list[DrawnCell]:
    """Return the cells between the stops, the bounds of all clusters of a line, in the order of the text.

    Blanks at the line's end without room are left out.
    """
    found: list[DrawnCell] = []
    for cluster in _clusters(qt, stops):
        runs = qt.glyphRuns(cluster[0], cluster[-1] - cluster[0])
        rects = [run.boundingRect() for run in runs]
        left, right = min(rect.left() for rect in rects), max(rect.right() for rect in rects)
        found += _shared(cluster, left, right, right_to_left=runs[0].isRightToLeft())
    found += _tabs(found, stops, qt.width(), right_to_left=right_to_left)
    return sorted(found, key=lambda cell: cell.start)


def _clusters(qt: QTextLine, stops: list[int]) -> list[list[int]]:
    """Return the bounds in each cluster with glyphs of its own: more than two in a ligature."""
    found: list[list[int]] = []
    before = 0
    for start, end in pairwise(stops):
        here = glyphs(qt, start, end)
        both = glyphs(qt, found[-1][0], end) if before and found[-1][-1] == start else before + here
        if here and both < before + here:
            found[-1].append(end)
        elif here:
            found.append([start, end])
        before = both if both < before + here else here
    return found


def _shared(bounds: list[int], left: float, right: float, *, right_to_left: bool) -> list[DrawnCell]:
    """Share out a place evenly, as that of a ligature; most often there is but one to have it."""
    share = (right - left) / (len(bounds) - 1)
    found = []
    for n, (start, end) in enumerate(pairwise(bounds)):
        at = right - share * (n + 1) if right_to_left else left + share * n
        found.append(DrawnCell(start, end, at, at + share, right_to_left))
    return found


def _tabs(found: list[DrawnCell], stops: list[int], width: float, *, right_to_left: bool) -> list[DrawnCell]:
    """Return the cells of tabs, which have no glyphs.

    All text before a tab stands on one side of it, all behind it on the other.
    """
    tabs: list[DrawnCell] = []
    ends = [stops[0], *(cell.end for cell in found)]
    for n, (end, cell) in enumerate(zip(ends, found, strict=False)):
        if end == cell.start:
            continue
        before, behind = found[:n], found[n:]
        if right_to_left:
            left = max(cell.right for cell in behind)
            right = min((cell.left for cell in before), default=width)
        else:
            left = max((cell.right for cell in before), default=0.0)
            right = min(cell.left for cell in behind)
        inside = stops[bisect_left(stops, end) : bisect_right(stops, cell.start)]
        tabs += _shared(inside, left, max(left, right), right_to_left=right_to_left)
    return tabs
