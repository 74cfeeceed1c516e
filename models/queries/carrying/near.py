"""The sheets of articles as far as they matter at some places, read for many articles at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotations.carrying.hits import Range
from annotations.sets import AnnotationSet, Boilerplate, Item, Progress
from annotations.sheet import Sheet
from annotations.spans import Span
from models.store.database import Database, shown_set, stored_pool
from models.store.rows import Row, columns, from_row

MANY = 50  # places in an article from which on all that lies in it is read
Rows = dict[int, list[Row]]  # by the article's number


def sheets_at(
    database: Database, places: Mapping[int, tuple[str, Sequence[Range]]], annotator: str
) -> dict[int, Sheet]:
    """Return the sheets at the places, by the article's number, of its id and the places in it."""
    whole = {number for number, (_, found) in places.items() if len(found) > MANY}
    at = [
        (number, *bounds) for number, (_, found) in places.items() if number not in whole for bounds in found
    ]
    pools = near(database, "suggestion", at)
    items = near(database, "item", at, annotator)
    for number, row in _deciding(database, [*places.keys() - whole], pools, annotator):
        items[number].append(row)
    sheets = {}
    for number, (id_, _) in places.items():
        if number in whole:
            sheets[number] = Sheet(stored_pool(database, id_), shown_set(database, id_, annotator))
            continue
        own: Iterable[Item] = map(from_row, items[number])
        if database.unwritten.touches(id_, annotator):
            own = shown_set(database, id_, annotator)
        sheets[number] = _sheet(id_, annotator, pools[number], own)
    return sheets


def near(
    database: Database, table: str, at: list[tuple[int, int, int]], annotator: str | None = None
) -> Rows:
    """Return the spans and boilerplate that touch a place (article, start, end), some of them twice.

    `table`: "suggestion" for what lies in the pools, "item" for what lies in sets.
    """
    sql = (
        "WITH place (article, low, high) AS MATERIALIZED (SELECT json_extract(value, '$[0]'), "
        "json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?)) "
        f"SELECT place.article, {columns(table)} FROM place CROSS JOIN {table} "
        f'ON {table}.article = place.article AND start < high AND "end" > low '
        f"AND kind IN ('span', 'boilerplate') {'AND annotator = ?' if annotator else ''}"
    )
    rows: Rows = defaultdict(list)
    for number, *row in database.rows(sql, (json.dumps(at), *filter(None, [annotator]))):
        rows[number].append(tuple(row))
    return rows


def _deciding(
    database: Database, numbers: list[int], pools: Rows, annotator: str
) -> Iterator[tuple[int, Row]]:
    """Yield the annotator's items that decide these suggestions, wherever they are now; and the progress."""
    named = [(number, "progress", "progress") for number in numbers]
    named += [(number, row[0], row[1]) for number, rows in pools.items() for row in rows]
    sql = (
        f"SELECT item.article, {columns('item')} FROM json_each(?) AS named CROSS JOIN item "
        "ON item.article = json_extract(value, '$[0]') AND annotator = ? "
        "AND item.kind = json_extract(value, '$[1]') AND item.id = json_extract(value, '$[2]')"
    )
    return ((number, tuple(row)) for number, *row in database.rows(sql, (json.dumps(named), annotator)))


def _sheet(article: str, annotator: str, pool: list[Row], items: Iterable[Item]) -> Sheet:
    """Return the sheet as far as it matters at the places of the hits."""
    pooled = (item for item in map(from_row, pool) if isinstance(item, Span | Boilerplate))
    own = (item for item in items if isinstance(item, Span | Boilerplate | Progress))
    return Sheet(pooled, AnnotationSet.of(article, annotator, own))
