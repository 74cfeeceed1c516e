"""The decided spans, read as columns; `docs/statistics.md` defines what became of each.

`annotations/statistics/columns.py` says why they are read so.
"""

from __future__ import annotations

import json

from annotations.sets import GOLD
from annotations.statistics.columns import Codes, joined, numbers
from annotations.statistics.events import Events
from annotations.statistics.shapes import Scope
from annotations.statistics.spans import BROUGHT, CONFIRMED, EDITED, SpanNames, Spans, made_spans, suggested
from models.queries.people import people
from models.queries.statistics.scope import names_of
from models.store.database import HasRows
from models.store.edit_log import changes
from models.store.rows import Row

ARTICLES_AT_ONCE = 250
IS_BROUGHT = "(article, annotator, id) IN (SELECT article, annotator, id FROM temp.counted_brought)"
SPANS = f"""
SELECT group_concat(article), group_concat(start), group_concat("end"), group_concat(event),
group_concat({CONFIRMED} * (status = 'confirmed') + {EDITED} * (body IS NOT NULL) + {BROUGHT} * ({{brought}})),
group_concat(ifnull(score, -1)), json_group_array(annotator), json_group_array(label), json_group_array(ifnull(origin, '')),
json_group_array(json_extract(body, '$.first')) FILTER (WHERE body IS NOT NULL)
FROM item WHERE article BETWEEN ? AND ? AND kind = 'span' AND status IN ('confirmed', 'rejected')
AND annotator IN (SELECT value FROM json_each(?))
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
    names = json.dumps(names_of(rows, scope.annotator))
    sql = SPANS.format(brought=IS_BROUGHT if _list_brought(rows, events, names) else "0")
    words, parts = SpanNames(Codes(), Codes(), Codes()), list[Row]()
    [(last,)] = rows.rows("SELECT ifnull(max(number), 0) FROM article")
    for begin in range(0, last + 1, ARTICLES_AT_ONCE):
        [found] = rows.rows(sql, (begin, begin + ARTICLES_AT_ONCE - 1, names))
        if found[0] is not None:
            parts.append(_columns(words, found))
    persons = people(rows) if scope.annotator == GOLD else ()
    return made_spans(joined(parts, 11), words, persons, events, is_bounded=scope.is_bounded)


def _columns(words: SpanNames, found: Row) -> Row:
    """Return the columns of some articles as `made_spans` takes them."""
    *whole, score, annotator, label, origin, first = found
    article, start, end, event, said = map(numbers, whole)
    named = words.annotators.of(annotator), words.labels.of(label), words.origins.of(origin)
    before = suggested(first, said, start, end, named[1], words.labels)
    return article, start, end, event, said, numbers(score, float), *named, *before


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
