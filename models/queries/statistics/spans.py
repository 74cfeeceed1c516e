"""The decided spans, read as columns; FATE is the one place that says what became of a span.

`docs/statistics.md` defines the fates; `annotations/statistics/columns.py` says why they are read so.
"""

from __future__ import annotations

import json

from annotations.sets import GOLD
from annotations.statistics.columns import Codes, joined, numbers
from annotations.statistics.events import Events
from annotations.statistics.shapes import Scope
from annotations.statistics.spans import (
    BOTH,
    BOUNDS,
    BY_HAND,
    DROPPED,
    IMPORTED,
    REJECTED,
    RELABELLED,
    TAKEN,
    Spans,
    made_spans,
)
from models.queries.people import people
from models.queries.statistics.scope import names_of
from models.store.database import HasRows
from models.store.edit_log import changes
from models.store.rows import Row

ARTICLES_AT_ONCE = 250
IS_BROUGHT = "(article, annotator, id) IN (SELECT article, annotator, id FROM temp.counted_brought)"
FATE = f"""CASE WHEN {{brought}} THEN {IMPORTED}
WHEN origin = annotator OR (annotator = '{GOLD}' AND origin IN (SELECT value FROM json_each(?)))
  THEN iif(confirmed, {BY_HAND}, {DROPPED})
WHEN NOT confirmed THEN {REJECTED} WHEN first_label IS NULL THEN {TAKEN} WHEN first_label = label THEN {BOUNDS}
WHEN first_start = start AND first_end = "end" THEN {RELABELLED} ELSE {BOTH} END"""
SORT = "annotator || char(31) || label || char(31) || ifnull(first_label, label) || char(31) || origin"
SPANS = f"""
SELECT group_concat(article), group_concat(start), group_concat("end"), group_concat(event),
group_concat(ifnull(score, -1)), group_concat(confirmed + 2 * ({FATE})), json_group_array({SORT})
FROM (SELECT article, annotator, id, label, ifnull(origin, '') AS origin, score, start, "end", event,
status = 'confirmed' AS confirmed, json_extract(body, '$.first[0]') AS first_start,
json_extract(body, '$.first[1]') AS first_end, json_extract(body, '$.first[2]') AS first_label
FROM item WHERE article BETWEEN ? AND ? AND kind = 'span' AND status IN ('confirmed', 'rejected')
AND annotator IN (SELECT value FROM json_each(?)))
"""
BROUGHT_TABLE = (
    "DROP TABLE IF EXISTS temp.counted_brought",
    "CREATE TEMP TABLE counted_brought (article, annotator, id, PRIMARY KEY (article, annotator, id)) WITHOUT ROWID",
)
EDITED_IMPORTS = """
SELECT article, annotator FROM touched WHERE annotator IN (SELECT value FROM json_each(?)) GROUP BY article, annotator
HAVING max(event IN (SELECT value FROM json_each(?))) AND count(*) > 1
"""
IMPORTS = """
SELECT body FROM touched JOIN event ON number = event WHERE touched.article = ? AND annotator = ? AND kind = 'base'
"""


def read_spans(rows: HasRows, scope: Scope, events: Events) -> Spans:
    """Return the decided spans of the scope; of some days those alone that are dated from them."""
    names, people_ = json.dumps(names_of(rows, scope.annotator)), json.dumps(people(rows))
    sql = SPANS.format(brought=IS_BROUGHT if _list_brought(rows, events, names) else "0")
    sorts, parts = Codes(), list[Row]()
    [(last,)] = rows.rows("SELECT ifnull(max(number), 0) FROM article")
    for begin in range(0, last + 1, ARTICLES_AT_ONCE):
        [found] = rows.rows(sql, (people_, begin, begin + ARTICLES_AT_ONCE - 1, names))
        if found[0] is not None:
            *whole, score, said, sort = found
            parts.append((*map(numbers, whole), numbers(said), sorts.of(sort), numbers(score, float)))
    return made_spans(joined(parts, 7), sorts.words, events, is_bounded=scope.is_bounded)


def _list_brought(rows: HasRows, events: Events, names: str) -> bool:
    """List what came with a file into sets that somebody went on with: changed there, it is still no suggestion.

    Return whether there is any.
    """
    for sql in BROUGHT_TABLE:
        rows.rows(sql)
    brought = json.dumps(events.number[events.brought].tolist())
    if brought == "[]":
        return False
    for article, annotator in rows.rows(EDITED_IMPORTS, (names, brought)):
        for (body,) in rows.rows(IMPORTS, (article, annotator)):
            ids = json.dumps([item.id for change in changes(body) for item in change.added])
            rows.rows(
                "INSERT OR IGNORE INTO temp.counted_brought SELECT ?, ?, value FROM json_each(?)",
                (article, annotator, ids),
            )
    return bool(rows.rows("SELECT 1 FROM temp.counted_brought LIMIT 1"))
