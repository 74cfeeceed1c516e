"""What of a fact is under the mouse: the mark below its trigger."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from annotations.facts import Fact
from annotations.sheet import Sheet
from ui.article.article_layout import ArticleLayout

REACH = 9.0  # pixels below the words in which a mark is hit, where the lines stand close
EDGE = 1.0


def facts_marked_at(layout: ArticleLayout, sheet: Sheet, point: QPointF) -> list[Fact]:
    """Return the facts whose mark, below the words of their trigger, is at the point of the article."""
    at = layout.offset_at(point)
    here = [fact for fact in sheet.facts_at(at) if fact.trigger and fact.trigger[0] <= at < fact.trigger[1]]
    index = layout.index_of(at)
    chunk, start, top = layout.chunk(index), layout.start(index), layout.top(index)
    reach = max(REACH, layout.measures.leading)

    def is_hit(fact: Fact) -> bool:
        low, high = fact.trigger or (at, at)
        inside = max(low - start, 0), min(high - start, len(chunk.text))
        below = (
            strip.translated(0.0, top).adjusted(-EDGE, 0.0, EDGE, reach) for strip in chunk.strips(*inside)
        )
        return any(zone.contains(point) and point.y() > zone.bottom() - reach for zone in below)

    return [fact for fact in here if is_hit(fact)]
