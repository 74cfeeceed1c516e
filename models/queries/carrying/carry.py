"""The one edit that carries a decision to hits over all their sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from operator import attrgetter

from annotations.carrying.carried import CarriedDecision
from annotations.carrying.decisions import decided
from annotations.carrying.hits import Hit
from annotations.edits import Edit
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
    """Return one edit that carries the decision to these hits, all of them open.

    `again` gives the hits of articles as they are now.  StaleEdit when one is not as it was found.
    """
    wanted = sorted(chosen, key=attrgetter("key"))
    there = {hit for some in again(dict.fromkeys(hit.article for hit in wanted)) for hit in some}
    if not there.issuperset(wanted):
        raise StaleEdit(STALE.format(verb=verb))
    pairs = []
    for article, group in groupby(wanted, key=attrgetter("article")):
        before = shown_set(project.db, article, annotator)
        pairs.append((before, decided(before, group, decision)))
    return Edit.over(verb, pairs)
