"""Agreement over time: F1 of exact spans in the articles that two have finished, by week and by batch.

The spans and the figure are those of the command `agreement` (`docs/agreement.md`), so boilerplate is left out here too.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from annotations.agreement.ranges import Range, merged
from annotations.sets import GOLD
from annotations.statistics.agreed import HitRow, agreed
from annotations.statistics.columns import whole
from annotations.statistics.events import Events
from annotations.statistics.shapes import EVERYONE, AgreementPart, Scope
from models.queries.people import machines_in
from models.queries.statistics.finished import FinishedSet
from models.store.database import HasRows

ITEMS = (
    'SELECT article, annotator, start, "end", label FROM item WHERE article IN (SELECT value FROM json_each(?)) '
    "AND kind = ? AND status = 'confirmed'"
)
BATCHES = "SELECT number, json_extract(meta, '$.batch') FROM article WHERE number IN (SELECT value FROM json_each(?))"
Place = tuple[int, int, str]


class SharedArticle(NamedTuple):
    """An article that two have finished: the pairs that are compared, and the event that finished it for the last."""

    pairs: list[tuple[str, str]]
    event: int


def agreement_part(
    rows: HasRows, scope: Scope, events: Events, finished: Iterable[FinishedSet]
) -> AgreementPart:
    """Return the agreement of those meant: everyone's with each other, else the annotator's with other people."""
    shared = _shared(rows, scope.annotator, finished)
    [*places] = events.places(whole(one.event for one in shared.values())).tolist()
    at = dict(zip(shared, places, strict=True))
    if scope.is_bounded:
        shared = {article: one for article, one in shared.items() if events.dated[at[article]]}
    counted = _counted(rows, shared)
    weeks = {article: _week(events, at[article]) for article in counted}
    listed = json.dumps(list(counted))
    named = {
        n: " ".join(str(batch).split()) for n, batch in rows.rows(BATCHES, (listed,)) if batch is not None
    }
    return AgreementPart(tuple(agreed(counted, weeks)), tuple(agreed(counted, named)))


def _shared(rows: HasRows, annotator: str, finished: Iterable[FinishedSet]) -> dict[int, SharedArticle]:
    """Return the articles that two have finished and did not skip, in order."""
    machines, sets = machines_in(rows), dict[int, list[tuple[str, int]]]()
    for one in finished:
        who = one.annotator
        if not one.is_skipped and who not in machines and (who != GOLD or annotator == GOLD):
            sets.setdefault(one.article, []).append((who, one.event))
    found = {}
    for article, its in sets.items():
        pairs = [
            pair for pair in combinations(sorted(who for who, _ in its), 2) if annotator in (EVERYONE, *pair)
        ]
        if pairs:
            found[article] = SharedArticle(pairs, max(event for _, event in its))
    return found


def _counted(rows: HasRows, shared: Mapping[int, SharedArticle]) -> dict[int, HitRow]:
    """Return hits and counts of each article, summed over its pairs."""
    listed = json.dumps(list(shared))
    boilerplate = dict[int, list[Range]]()
    whose = {article: {who for pair in one.pairs for who in pair} for article, one in shared.items()}
    for article, who, start, end, _ in rows.rows(ITEMS, (listed, "boilerplate")):
        if who in whose[article]:
            boilerplate.setdefault(article, []).append((start, end))
    left_out = {article: merged(ranges, touching=True) for article, ranges in boilerplate.items()}
    marked: dict[int, dict[str, set[Place]]] = {
        article: {who: set() for who in names} for article, names in whose.items()
    }
    for article, who, start, end, label in rows.rows(ITEMS, (listed, "span")):
        if who in whose[article] and not _is_within(left_out.get(article, ()), start, end):
            marked[article][who].add((start, end, label))
    return {article: _row(marked[article], one.pairs) for article, one in shared.items()}


def _row(marked: Mapping[str, set[Place]], pairs: Iterable[tuple[str, str]]) -> HitRow:
    hit = one = other = 0
    for first, second in pairs:
        hit += len(marked[first] & marked[second])
        one, other = one + len(marked[first]), other + len(marked[second])
    return hit, one, hit, other


def _is_within(ranges: Sequence[Range], start: int, end: int) -> bool:
    """Return whether the place touches one of the ranges, which are in order: as `Compared.counts`."""
    at = bisect_left(ranges, end, key=lambda one: one[1])
    return at < len(ranges) and ranges[at][0] <= start


def _week(events: Events, at: int) -> str:
    """Return the Monday of the week in which the event was; "" where it is not dated."""
    if not events.dated[at]:
        return ""
    [day_] = events.days(whole([at]))
    day = date.fromisoformat(day_)
    return (day - timedelta(days=day.weekday())).isoformat()
