"""Same mentions in the store: finding them over a project in batches, and the one edit over all their sets.

Candidates come from the full-text index, which folds case, accents and marks; the match itself is exact.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from annotations import same_mentions
from annotations.edits import Edit
from annotations.errors import STALE, StaleEdit
from annotations.same_mentions import CarriedDecision, Hit, Wording
from annotations.sets import AnnotationSet, Boilerplate, Item, Progress
from annotations.sheet import Sheet
from annotations.spans import Span
from annotations.text.tokens import has_ideographs, is_run_on
from models.store.database import Database, HasDatabase, shown_set
from models.store.rows import Row, columns, from_row, marks

BATCH = 100_000  # code points of text that one step looks through, but one article at least
MOST = 200  # articles in a step

Rows = dict[int, list[Row]]  # by the article's number


def find(
    project: HasDatabase, wording: Wording, annotator: str, *, articles: Iterable[str] | None = None
) -> Iterator[list[Hit]]:
    """Yield the hits as that annotator sees them, in steps of a few milliseconds.

    They are of the whole project, in order, unless `articles` are named.
    """
    numbers = indexed(project.db, wording) if articles is None else _named(project.db, articles)
    for batch in _batches(numbers):
        yield _hits(project.db, batch, wording, annotator)


def edit(
    project: HasDatabase,
    verb: str,
    chosen: Iterable[Hit],
    decision: CarriedDecision,
    *,
    wording: Wording,
    annotator: str,
) -> Edit:
    """Return one edit that carries the decision to these hits.  StaleEdit when one is not as it was found."""
    wanted = sorted(chosen, key=attrgetter("place"))
    articles = dict.fromkeys(hit.article for hit in wanted)
    there = {hit for found in find(project, wording, annotator, articles=articles) for hit in found}
    if not there.issuperset(wanted):
        raise StaleEdit(STALE.format(verb=verb))
    pairs = []
    for article, group in groupby(wanted, key=attrgetter("article")):
        before = shown_set(project.db, article, annotator)
        pairs.append((before, same_mentions.decided(before, group, decision)))
    return Edit.over(verb, pairs)


def indexed(database: Database, wording: Wording) -> list[tuple[int, int]]:
    """Return number and length of the articles that may have the wording.

    The index knows whole words: a number may go on ("10" in "10km"); of ideographs and of words that run on it
    knows whole runs only, so there every article is a candidate.
    """
    words = wording.words.strip()
    if has_ideographs(words) or is_run_on(words) or not any(map(str.isalnum, words)):
        return database.rows("SELECT number, length FROM article ORDER BY number")
    phrase = '"' + words.replace('"', '""').replace("\x00", " ") + '"' + "*" * words[-1].isdigit()
    sql = (
        "SELECT number, length FROM article_words JOIN article ON number = article_words.rowid "
        "WHERE article_words MATCH ? ORDER BY number"
    )
    return database.rows(sql, (phrase,))


def _named(database: Database, articles: Iterable[str]) -> list[tuple[int, int]]:
    sql = "SELECT number, length FROM article WHERE id = ?"
    return sorted(row for id_ in articles for row in database.rows(sql, (id_,)))


def _batches(numbers: list[tuple[int, int]]) -> Iterator[list[int]]:
    batch: list[int] = []
    total = 0
    for number, length in numbers:
        if batch and (total + length > BATCH or len(batch) == MOST):
            yield batch
            batch, total = [], 0
        batch.append(number)
        total += length
    if batch:
        yield batch


def _hits(database: Database, numbers: list[int], wording: Wording, annotator: str) -> list[Hit]:
    sql = (
        "SELECT number, id, title, text FROM article JOIN article_text ON article = number "
        f"WHERE number IN ({marks(len(numbers))}) ORDER BY number"
    )
    texts = ((row, same_mentions.places(row[3], wording)) for row in database.rows(sql, tuple(numbers)))
    there = [(row, at) for row, at in texts if at]
    at = [(row[0], *bounds) for row, found in there for bounds in found]
    pools = near(database, "suggestion", at)
    items = near(database, "item", at, annotator)
    for number, row in _deciding(database, [row[0] for row, _ in there], pools, annotator):
        items[number].append(row)
    hits: list[Hit] = []
    for (number, id_, title, text), found in there:
        own: Iterable[Item] = map(from_row, items[number])
        if database.unwritten.touches(id_, annotator):
            own = shown_set(database, id_, annotator)
        sheet = _sheet(id_, annotator, pools[number], own)
        hits += same_mentions.hits(text, found, sheet, title=title or id_)
    return hits


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
