"""Places in articles that are shown as evidence: what panes of the view tell one another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class EvidencePlace:
    """A range of an article, in code points: a mention, or the trigger of `fact` with the ranges of its `fillers`."""

    article: str
    start: int
    end: int
    fact: str | None = None
    fillers: tuple[tuple[int, int], ...] = ()
