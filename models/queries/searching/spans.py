"""The spans that a search finds in a few articles: those of a set, and the suggestions that it leaves undecided."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from annotations.search.hits import FoundPlace
from annotations.search.query import Query, SearchTarget
from annotations.sheet import Pooled
from annotations.spans import Span, Status
from models.queries.searching.marks import AskedOfMarks
from models.queries.searching.own_work import FEW, AnnotatorWork
from models.queries.searching.scope import InScope
from models.queries.searching.texts import InBoilerplate, texts_of
from models.queries.searching.wanted import LookedAt, WantedTerms
from models.store.rows import ITEM_COLUMNS, Row, from_row

OWN = f"SELECT article, {ITEM_COLUMNS} FROM {{item}} WHERE {FEW} AND annotator = :who AND"
OPEN = (
    f"SELECT article, {ITEM_COLUMNS} FROM suggestion AS pooled WHERE {FEW} AND NOT EXISTS "
    "(SELECT 1 FROM {item} AS own WHERE own.article = pooled.article AND own.annotator = :who "
    "AND own.kind = pooled.kind AND own.id = pooled.id) AND"
)
Found = dict[int, list[Row]]  # rows of ITEM_COLUMNS, by the article's number


def spans_in(
    own: AnnotatorWork, batch: Sequence[InScope], query: Query, terms: WantedTerms, asked: AskedOfMarks
) -> list[FoundPlace]:
    """Return the spans in these articles that answer to the search, in order."""
    texts = dict[int, LookedAt]()
    numbers = [one.number for one in batch]
    if terms:
        texts = {number: text for number, text in texts_of(own, numbers).items() if terms.may(text)}
        numbers = [*texts]
    rows = asked_rows(own, numbers, asked)
    kept = InBoilerplate(own, query, [*rows])
    return [
        FoundPlace(one.id, row[2], row[3], SearchTarget.SPANS, own.annotator, row[1], row[4], row[5])
        for one in batch
        for row in sorted(rows.get(one.number, ()), key=_in_order)
        if kept.holds(one.number, row[2], row[3])
        and (not terms or terms.stand_in(LookedAt(texts[one.number].text[row[2] : row[3]])))
    ]


def asked_rows(own: AnnotatorWork, numbers: Sequence[int], asked: AskedOfMarks) -> Found:
    """Return the rows that answer: of the set, and the undecided ones of the pools."""
    is_open = asked.statuses == [Status.SUGGESTED]  # nothing of a set is
    found = defaultdict(list) if is_open else rows_by_article(own, OWN, numbers, asked)
    if Status.SUGGESTED in asked.statuses:
        for number, rows in undecided(own, rows_by_article(own, OPEN, numbers, asked)).items():
            found[number] += rows
    return found


def rows_by_article(own: AnnotatorWork, sql: str, numbers: Sequence[int], asked: AskedOfMarks) -> Found:
    """Return the rows of OWN or of OPEN that answer, by article; those of OPEN may be decided."""
    found: Found = defaultdict(list)
    for number, *row in own.rows(f"{sql} {asked.sql}", some=json.dumps([*numbers]), **asked.values):
        if asked.holds(tuple(row)):
            found[number].append(tuple(row))
    return found


def undecided(own: AnnotatorWork, pooled: Found) -> Found:
    """Return those of the suggested spans that the annotator has not decided."""
    spans: dict[int, list[Pooled]] = {number: [_span(row) for row in rows] for number, rows in pooled.items()}
    return {
        number: [row for row in pooled[number] if row[1] in sheet.undecided]
        for number, sheet in own.sheets(spans).items()
    }


def _span(row: Row) -> Span:
    made = from_row(row)
    if not isinstance(made, Span):
        raise TypeError(f"The {row[0]} {row[1]} is no span.")
    return made


def _in_order(row: Row) -> tuple[int, int, str, str]:
    return row[2], row[3], row[4], row[1]
