"""Places in articles that are shown as evidence: what panes of the view tell one another."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.compare.verdicts.shapes import PlacedFact
from annotations.processes.quick_dataclass import dataclass


@dataclass(frozen=True)
class EvidencePlace:
    """A range of an article, in code points: a mention, or the trigger of `fact` with the ranges of its `fillers`."""

    article: str
    start: int
    end: int
    fact: str | None = None
    fillers: tuple[tuple[int, int], ...] = ()


def places_of(facts: Iterable[PlacedFact]) -> list[EvidencePlace]:
    """Return where facts stand."""
    found = []
    for one in facts:
        (start, end), fillers = one.fact.place, one.fact.fillers()
        ranges = tuple((filler.start, filler.end) for filler in fillers)
        found.append(EvidencePlace(one.article.id, start, end, one.fact.id, ranges))
    return found
