"""Soft labels: for every span that somebody marked, the share of annotators who did; disagreement is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from annotations.formats.base import Record
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import GOLD, AnnotationSet, Progress, State
from annotations.spans import Status, Voted, derived_id


@dataclass(frozen=True)
class SoftSpan:
    """A labelled stretch, code points; `annotators` marked it, `share` is 0..1 of those who have a set."""

    start: int
    end: int
    label: str
    share: float
    annotators: tuple[str, ...]


def soft_labels(sets: Iterable[AnnotationSet]) -> list[SoftSpan]:
    """Return the soft spans of an article's sets, in text order, outer before inner; gold is no vote."""
    votes: dict[tuple[int, int, str], set[str]] = {}
    everybody = [made for made in sets if made.annotator != GOLD]
    for made in everybody:
        for span in made.spans.values():
            if span.status is Status.CONFIRMED:
                votes.setdefault((span.start, span.end, span.label), set()).add(made.annotator)
    order = sorted(votes, key=lambda said: (said[0], -said[1], said[2]))
    return [SoftSpan(*said, len(votes[said]) / len(everybody), tuple(sorted(votes[said]))) for said in order]


def side_by_side(records: Iterable[Record], states: Collection[State] = tuple(State)) -> Iterator[Record]:
    """Yield one record an article, its spans those that anybody marked, each with the number who did.

    Votes are people's sets of those states that were not skipped; an article without any passes as it came.
    Facts, topics and comments are left out; what anybody called boilerplate is boilerplate.  Records of one
    article must follow each other.
    """
    for _, group in groupby(records, key=lambda entry: entry.article.id):
        entries = list(group)
        votes = [entry.set for entry in entries if entry.set and _counts(entry.set, states)]
        if votes:
            yield replace(entries[0], set=_merged(votes), provenance=None)
        else:
            yield from entries


def _counts(made: AnnotationSet, states: Collection[State]) -> bool:
    progress = made.progress
    return made.annotator != GOLD and progress.state in states and not (progress.skipped or progress.machine)


def _merged(votes: list[AnnotationSet]) -> AnnotationSet:
    """Return the votes as one set without an annotator, its state that of the least advanced of them."""
    article = votes[0].article
    spans = [
        Voted(
            derived_id("soft", article, soft.start, soft.end, soft.label),
            soft.start,
            soft.end,
            soft.label,
            share=soft.share,
            of=len(votes),
        )
        for soft in soft_labels(votes)
    ]
    marks = sorted(
        (mark for made in votes for mark in made.boilerplate.values()),
        key=lambda mark: mark.status is Status.CONFIRMED,  # (the last of an id stays)
    )
    state = min((made.state for made in votes), key=list(State).index)
    return AnnotationSet.of(article, "", [*spans, *marks, Progress(state)])
