"""The items of one annotator as SQL reads them: what is stored and, in its place, what waits to be written."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from annotations.sets import AnnotationSet, Boilerplate, Item
from annotations.sheet import Pooled, Sheet
from annotations.spans import Span
from models.store.database import Database, number_of, shown_set
from models.store.rows import FIELDS, ITEM_COLUMNS, Row, from_row, pooled_from_row, to_row

FEW = "article IN (SELECT value FROM json_each(:some))"
WAITING = ", ".join(f"json_extract(value, '$[{n + 1}]')" for n in range(len(FIELDS)))
WITH_WAITING = (
    f"(SELECT article, annotator, {ITEM_COLUMNS} FROM item WHERE annotator = :who "
    "AND article NOT IN (SELECT value FROM json_each(:touched)) UNION ALL "
    f"SELECT json_extract(value, '$[0]'), :who, {WAITING} FROM json_each(:waiting))"
)


class AnnotatorWork:
    """One annotator's items as they are now: `item` stands in SQL for their table, `values` are its parameters."""

    def __init__(self, database: Database, annotator: str) -> None:
        self.database, self.annotator = database, annotator
        self.item, self.values = "item", {"who": annotator}
        waiting = {
            change.article
            for edit in database.unwritten
            for change in edit.changes
            if change.annotator == annotator
        }
        numbers = {id_: number for id_ in waiting if (number := number_of(database, id_))}
        self.is_waiting = bool(numbers)
        if numbers:
            rows = [
                (number, *to_row(item))
                for id_, number in numbers.items()
                for item in shown_set(database, id_, annotator)
            ]
            self.item = WITH_WAITING
            self.values |= {"touched": json.dumps([*numbers.values()]), "waiting": json.dumps(rows)}

    def rows(self, sql: str, **values: Any) -> list[Row]:
        """Return the rows; `{item}` in the SQL is the table, `:who` the annotator."""
        # peewee's own `execute` takes no names
        run = self.database.connection.execute
        return run(sql.format(item=self.item), {**self.values, **values}).fetchall()

    def items(self, numbers: Iterable[int], *kinds: str) -> dict[int, list[Item]]:
        """Return the annotator's items of those kinds, by the article's number."""
        sql = (
            f"SELECT article, {ITEM_COLUMNS} FROM {{item}} WHERE {FEW} AND annotator = :who "
            "AND kind IN (SELECT value FROM json_each(:kinds))"
        )
        found: dict[int, list[Item]] = defaultdict(list)
        for number, *row in self.rows(sql, some=json.dumps([*numbers]), kinds=json.dumps(kinds)):
            found[number].append(from_row(tuple(row)))
        return found

    def pools(self, numbers: Iterable[int], *kinds: str) -> dict[int, list[Pooled]]:
        """Return what lies in the pools of those kinds, by the article's number."""
        sql = (
            f"SELECT article, {ITEM_COLUMNS} FROM suggestion WHERE {FEW} "
            "AND kind IN (SELECT value FROM json_each(:kinds))"
        )
        found: dict[int, list[Pooled]] = defaultdict(list)
        for number, *row in self.rows(sql, some=json.dumps([*numbers]), kinds=json.dumps(kinds)):
            found[number].append(pooled_from_row(tuple(row)))  # type: ignore[arg-type]
        return found

    def boilerplate(self, numbers: Iterable[int]) -> dict[int, list[tuple[int, int]]]:
        """Return the disjoint ranges of boilerplate as the annotator sees it, by the article's number."""
        some = [*numbers]
        own, pools = self.items(some, Boilerplate.kind), self.pools(some, Boilerplate.kind)
        return {
            number: Sheet(pools[number], AnnotationSet.of("", self.annotator, own[number])).boilerplate
            for number in own.keys() | pools.keys()
        }

    def sheets(self, candidates: dict[int, list[Pooled]]) -> dict[int, Sheet]:
        """Return the sheets of those articles as far as these suggestions go."""
        own = self.items(candidates, Boilerplate.kind, Span.kind)
        pools = self.pools(candidates, Boilerplate.kind)
        return {
            number: Sheet([*some, *pools[number]], AnnotationSet.of("", self.annotator, own[number]))
            for number, some in candidates.items()
        }
