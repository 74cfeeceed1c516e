"""Soft labels: of every span somebody marked, the share of annotators who did; disagreement kept as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotations.sets import GOLD, AnnotationSet
from annotations.spans import Status


@dataclass(frozen=True)
class SoftSpan:
    """A labelled stretch, code points; `annotators` marked it, `share` is 0..1 of those who have a set."""

    start: int
    end: int
    label: str
    share: float
    annotators: tuple[str, ...]


def soft_labels(sets: Iterable[AnnotationSet]) -> list[SoftSpan]:
    """The soft spans of the sets on one article, in text order, outer before inner; gold is nobody's vote."""
    votes: dict[tuple[int, int, str], set[str]] = {}
    everybody = [made for made in sets if made.annotator != GOLD]
    for made in everybody:
        for span in made.spans.values():
            if span.status is Status.CONFIRMED:
                votes.setdefault((span.start, span.end, span.label), set()).add(made.annotator)
    order = sorted(votes, key=lambda said: (said[0], -said[1], said[2]))
    return [SoftSpan(*said, len(votes[said]) / len(everybody), tuple(sorted(votes[said]))) for said in order]
