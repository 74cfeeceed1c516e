"""The one edit that carries a decision to hits over all their sets, made article by article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from annotations.carrying.carried import CarriedDecision
from annotations.carrying.decisions import decided
from annotations.carrying.hits import Hit
from annotations.edits import Change, Edit
from annotations.errors import STALE, StaleEdit
from models.store.database import HasDatabase, shown_set

Again = Callable[[Iterable[str]], Iterable[list[Hit]]]


def carried(
    project: HasDatabase,
    verb: str,
    chosen: Iterable[Hit],
    decision: CarriedDecision,
    *,
    again: Again,
    annotator: str,
) -> Edit:
    """Return one edit that carries the decision to these hits: see `changes`."""
    made = changes(project, verb, chosen, decision, again=again, annotator=annotator)
    return Edit(verb, tuple(change for some in made for change in some))


def changes(
    project: HasDatabase,
    verb: str,
    chosen: Iterable[Hit],
    decision: CarriedDecision,
    *,
    again: Again,
    annotator: str,
) -> Iterator[tuple[Change, ...]]:
    """Yield the changes of that edit, a few articles at a time; all hits are open.

    `again` gives the hits of articles as they are now, whole articles at a time.  StaleEdit when one is not as it was
    found.
    """
    wanted: dict[str, set[Hit]] = defaultdict(set)
    for hit in chosen:
        wanted[hit.article].add(hit)
    stale = StaleEdit(STALE.format(verb=verb))
    for some in again([*wanted]):
        pairs = []
        for article, group in groupby(some, key=attrgetter("article")):
            there = [*group]
            if not wanted[article].issubset(there):
                raise stale
            before, at = shown_set(project.db, article, annotator), wanted.pop(article)
            pairs.append((before, decided(before, [hit for hit in there if hit in at], decision)))
        yield Edit.over(verb, pairs).changes
    if wanted:
        raise stale
