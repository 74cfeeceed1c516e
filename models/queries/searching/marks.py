"""Conditions of a search on spans and facts alike: label or type, origin, score and status; as SQL and of rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from annotations.search.query import ANY, AskedField, Query, SearchTarget
from annotations.search.values import score_range
from annotations.spans import Status
from models.queries.filters import kind_of
from models.queries.searching.own_work import AnnotatorWork
from models.store.rows import FIELDS, Row

LABEL, STATUS, ORIGIN, SCORE, BODY = (
    FIELDS.index(name) for name in ("label", "status", "origin", "score", "body")
)
EDITED = "edited"
PEOPLE = "SELECT DISTINCT annotator FROM item WHERE kind = 'progress'"


class AskedOfMarks:
    """The conditions on the rows of items and suggestions that a search makes."""

    def __init__(self, query: Query, own: AnnotatorWork) -> None:
        self.kind = "span" if query.target is SearchTarget.SPANS else "fact"
        named = "label" if query.target is SearchTarget.SPANS else "fact"
        self.statuses = statuses_of(query)
        self._origins, self._was = query.about("origin"), query.about("was")
        self._scores = [(_scores(one), one.negated) for one in query.about("score")]
        self._kinds: dict[str, str] = {}
        self._people = {own.annotator, *(row[0] for row in own.rows(PEOPLE))} if self._origins else set()
        where, self.values = [f"kind = '{self.kind}'"], dict[str, Any]()
        for n, one in enumerate(query.about(named)):
            self._add(where, f"label{n}", "label", one.values, one.negated)
        self._add(where, "statuses", "status", self.statuses, False)
        self.sql = " AND ".join(where)

    def holds(self, row: Row) -> bool:
        """Return whether a row of ITEM_COLUMNS that `sql` has found answers to the rest."""
        return (
            all(self._is_of(row, one.values) != one.negated for one in self._origins)
            and all(holds(row[SCORE]) != negated for holds, negated in self._scores)
            and all(_was(row, one.values) != one.negated for one in self._was)
        )

    def _add(self, where: list[str], name: str, column: str, values: Iterable[str], negated: bool) -> None:
        if ANY not in values:
            where.append(f"{column} {'NOT ' * negated}IN (SELECT value FROM json_each(:{name}))")
            self.values[name] = json.dumps([*values])
        elif negated:
            where.append("0")

    def _is_of(self, row: Row, origins: tuple[str, ...]) -> bool:
        origin = row[ORIGIN] or ""
        if ANY in origins or origin in origins:
            return True
        if origin not in self._kinds:
            self._kinds[origin] = kind_of(origin, self._people)
        if self._kinds[origin] in origins:
            return True
        return EDITED in origins and self.kind == "span" and '"first":' in (row[BODY] or "")


def _was(row: Row, labels: tuple[str, ...]) -> bool:
    """Return whether a span was confirmed otherwise than it was suggested, with one of those labels."""
    first = json.loads(row[BODY]).get("first") if '"first":' in (row[BODY] or "") else None
    return first is not None and (ANY in labels or first[2] in labels)


def statuses_of(query: Query) -> list[Status]:
    """Return those that may be found: all but rejected where nothing is asked."""
    asked = query.about("status")
    if not asked:
        return [Status.SUGGESTED, Status.CONFIRMED]
    return [
        one for one in Status if all((ANY in it.values or one in it.values) != it.negated for it in asked)
    ]


def _scores(asked: AskedField) -> Callable[[float | None], bool]:
    if ANY in asked.values:
        return lambda score: score is not None
    ranges = [score_range(value) for value in asked.values]
    return lambda score: any(one.holds(score) for one in ranges)
