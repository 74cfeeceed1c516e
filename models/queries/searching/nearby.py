"""Sheets of an annotator at a few places: they hold no more than what touches them, so that a page costs little."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from annotations.facts import Fact
from annotations.sets import AnnotationSet, Item, Progress
from annotations.sheet import Sheet, touches, united
from annotations.spans import Span
from models.queries.searching.own_work import AnnotatorWork
from models.queries.searching.wanted import Place
from models.store.rows import Row, columns, from_row

WIDTH = 512  # code points of a stretch by which rows are chosen: few in a long article are near a place
TOUCHING = (
    "WITH near (article, low, high) AS MATERIALIZED (SELECT json_extract(value, '$[0]'), "
    "json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(:ranges)) "
    "SELECT {table}.article, {columns} FROM near CROSS JOIN {source} "
    "ON {table}.article = near.article AND kind IN ('span', 'boilerplate') AND start < high AND \"end\" > low {whose} "
    f"AND (\"end\" - start > {WIDTH} OR (near.article, start / {WIDTH}) IN (SELECT json_extract(value, '$[0]'), "
    "json_extract(value, '$[1]') FROM json_each(:stretches)))"
)
NAMED = (
    "SELECT {table}.article, {columns} FROM json_each(:named) AS named CROSS JOIN {source} "
    "ON {table}.article = json_extract(named.value, '$[0]') AND {table}.kind = json_extract(named.value, '$[1]') "
    "AND {table}.id = json_extract(named.value, '$[2]') {whose}"
)
ByArticle = dict[int, dict[tuple[str, str], Item]]  # by kind and id, by the article's number
Names = Iterable[tuple[int, str, str]]  # articles' numbers, kinds and ids


def sheets_at(
    own: AnnotatorWork,
    places: Mapping[int, Iterable[Place]],
    facts: Mapping[int, Iterable[str]] | None = None,
    *,
    own_facts: bool = False,
    ids: Mapping[int, str] | None = None,
) -> dict[int, Sheet]:
    """Return the sheets of the articles with these numbers, as far as they go at the places and for those facts.

    `own_facts`: the annotator's own facts are there too, which say of a suggested one whether it is decided.  `ids`:
    those of the articles, which their sets bear.
    """
    named = [(number, Fact.kind, id_) for number, ids in (facts or {}).items() for id_ in ids]
    mine, pooled = _named(own, "item", named), _named(own, "suggestion", named)
    at = {number: [*some] for number, some in places.items()}
    fillers = _add_fact_ranges(at, mine, pooled)
    filling = _named(own, "suggestion", fillers)
    for number, items in filling.items():  # whether such a span is undecided depends on what is there
        at[number] += [(span.start, span.end) for span in items.values() if isinstance(span, Span)]
    at = _add_pool(pooled, own, at)
    _add(pooled, filling)
    _add(mine, touching(own, "item", at))
    decided = [(number, *key) for number, items in pooled.items() for key in items]
    decided += [(number, Progress.kind, Progress.id) for number in at]
    _add(mine, _named(own, "item", [*decided, *fillers]))
    if own_facts:
        for number, said in own.items(at, Fact.kind).items():
            mine[number] |= {(item.kind, item.id): item for item in said}
    return {
        number: Sheet(
            pooled.get(number, {}).values(),  # type: ignore[arg-type]
            AnnotationSet.of((ids or {}).get(number, ""), own.annotator, mine.get(number, {}).values()),
        )
        for number in at
    }


def _add_fact_ranges(at: dict[int, list[Place]], *some: ByArticle) -> list[tuple[int, str, str]]:
    """Add where the facts stand to the places; return the spans that fill them, by name."""
    fillers = list[tuple[int, str, str]]()
    for number, items in (pair for one in some for pair in one.items()):
        for fact in items.values():
            if isinstance(fact, Fact):
                at.setdefault(number, []).extend(fact.ranges())
                fillers += [(number, Span.kind, id_) for id_ in fact.span_ids()]
    return fillers


def _add_pool(pooled: ByArticle, own: AnnotatorWork, at: dict[int, list[Place]]) -> dict[int, list[Place]]:
    """Add what the pools have at the places; return these with the bounds of what reaches further.

    Whether a span is undecided depends on all that touches it.
    """
    near = touching(own, "suggestion", at)
    _add(pooled, near)
    longer = _longer(near, at)
    if longer:
        _add(pooled, touching(own, "suggestion", longer))
    return {number: [*some, *longer.get(number, ())] for number, some in at.items()}


def _longer(near: ByArticle, at: Mapping[int, list[Place]]) -> dict[int, list[Place]]:
    """Return the bounds of the spans that are not just those of a place, by the article's number."""
    found = dict[int, list[Place]]()
    for number, items in near.items():
        known = {*at[number]}
        bounds = {(span.start, span.end) for span in items.values() if isinstance(span, Span)}
        if further := bounds - known:
            found[number] = [*further]
    return found


def touching(own: AnnotatorWork, table: str, at: Mapping[int, list[Place]]) -> ByArticle:
    """Return the spans and boilerplate that touch a place, of the table item or suggestion, by kind and id.

    Of each article one pass is made.
    """
    ranges = {number: united(places) for number, places in at.items() if places}
    whole = [(number, some[0][0], max(some[-1][1], some[0][0] + 1)) for number, some in ranges.items()]
    stretches = {
        (number, at)
        for number, some in ranges.items()
        for start, end in some
        for at in range(start // WIDTH - 1, end // WIDTH + 1)
    }
    asked = {"ranges": json.dumps(whole), "stretches": json.dumps([*stretches])}
    found: ByArticle = defaultdict(dict)
    for number, *row in _rows(own, TOUCHING, table, **asked):
        if touches(ranges[number], row[2], row[3]):
            found[number][row[0], row[1]] = from_row(tuple(row))
    return found


def _named(own: AnnotatorWork, table: str, names: Names) -> ByArticle:
    found: ByArticle = defaultdict(dict)
    wanted = [*dict.fromkeys(names)]
    for number, *row in _rows(own, NAMED, table, named=json.dumps(wanted)) if wanted else ():
        found[number][row[0], row[1]] = from_row(tuple(row))
    return found


def _rows(own: AnnotatorWork, sql: str, table: str, **values: str) -> list[Row]:
    is_own = table == "item"
    made = sql.format(
        table=table,
        columns=columns(table),
        source="{item} AS item" if is_own else table,
        whose="AND annotator = :who" if is_own else "",
    )
    return own.rows(made, **values)


def _add(to: ByArticle, more: ByArticle) -> None:
    for number, items in more.items():
        to[number] |= items
