"""Touched: something beside the text, at a point of the article, that says what it is and may be pressed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import QPointF

from annotations.processes.quick_dataclass import dataclass
from ui.article.article_layout import ArticleLayout

MISSED = "A name may be missing here."
_NEAR = 3.0  # pixels round words that count as on them


@dataclass(frozen=True)
class Touched:
    """The words of a tip, made when it is shown; `press`: the effect of a click, if there is one."""

    words: Callable[[], str]
    press: Callable[[], object] | None = None


Touch = Callable[[QPointF], Touched | None]


def missed_name(layout: ArticleLayout, point: QPointF) -> Touched | None:
    """Return the words on what may have been missed, for a point on the dotted line or the words over it."""
    if not layout.hints:
        return None
    i = layout.offset_at(point)
    at = bisect_right(layout.hints, (i, len(layout.text))) - 1
    start, end = layout.hints[at] if at >= 0 else (0, 0)
    if not start <= i < end or layout.span_at(start):
        return None
    index = layout.index_of(start)
    first, chunk, top = layout.start(index), layout.chunk(index), layout.top(index)
    strips = chunk.strips(start - first, min(end - first, len(chunk.text)))
    room = (strip.translated(0.0, top).adjusted(-_NEAR, 0.0, _NEAR, _NEAR) for strip in strips)
    return Touched(lambda: MISSED) if any(strip.contains(point) for strip in room) else None
