"""Same mentions in the store: finding them over a project in batches, and the one edit over all their sets.

Candidates come from the full-text index, which folds case, accents and marks; the match itself is exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from annotations import same
from annotations.edits import Edit
from annotations.errors import STALE, StaleEdit
from annotations.same import Decision, Hit, Wording
from annotations.sets import AnnotationSet, Boilerplate, Progress
from annotations.sheet import Sheet, touches
from annotations.spans import Span
from annotations.tokens import has_ideographs
from models.database import ITEM_COLUMNS, Database, Row, from_row, marks, stored_set

BATCH = 200_000  # code points of text that one step looks through, but one article at least
MOST = 200  # articles in a step


def find(
    database: Database, wording: Wording, annotator: str, *, articles: Iterable[str] | None = None
) -> Iterator[list[Hit]]:
    """The hits as that annotator sees them, in steps of a few milliseconds; of the whole project, in import order,
    unless `articles` are named."""
    numbers = _indexed(database, wording) if articles is None else _named(database, articles)
    for batch in _batches(numbers):
        yield _hits(database, batch, wording, annotator)


def edit(
    database: Database,
    verb: str,
    chosen: Iterable[Hit],
    decision: Decision,
    *,
    wording: Wording,
    annotator: str,
) -> Edit:
    """One edit that carries the decision to these hits.  StaleEdit when one is not as it was found."""
    wanted = sorted(chosen, key=attrgetter("place"))
    articles = dict.fromkeys(hit.article for hit in wanted)
    there = {hit for found in find(database, wording, annotator, articles=articles) for hit in found}
    if not there.issuperset(wanted):
        raise StaleEdit(STALE.format(verb=verb))
    pairs = []
    for article, group in groupby(wanted, key=attrgetter("article")):
        before = stored_set(database, article, annotator)
        pairs.append((before, same.decided(before, group, decision)))
    return Edit.over(verb, pairs)


def _indexed(database: Database, wording: Wording) -> list[tuple[int, int]]:
    """Number and length of the articles that may have the wording.

    The index knows whole words: a number may go on ("10" in "10km"); of ideographs it knows whole runs only, so
    there every article is a candidate.
    """
    words = wording.words.strip()
    if has_ideographs(words) or not any(map(str.isalnum, words)):
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
    found: list[Hit] = []
    texts = ((row, same.places(row[3], wording)) for row in database.rows(sql, tuple(numbers)))
    there = [(row, at) for row, at in texts if at]
    here = [row[0] for row, _ in there]
    pools = _rows(database, "suggestion", here, "kind IN ('span', 'boilerplate')")
    items = _rows(
        database, "item", here, "annotator = ? AND kind IN ('span', 'boilerplate', 'progress')", annotator
    )
    for (number, id_, title, text), at in there:
        sheet = _sheet(id_, annotator, pools[number], items[number], at)
        found += same.hits(text, at, sheet, title=title or id_)
    return found


def _rows(
    database: Database, table: str, numbers: list[int], where: str, *values: str
) -> dict[int, list[Row]]:
    sql = f"SELECT article, {ITEM_COLUMNS} FROM {table} WHERE article IN ({marks(len(numbers))}) AND {where}"
    rows: dict[int, list[Row]] = defaultdict(list)
    for number, *row in database.rows(sql, (*numbers, *values)):
        rows[number].append(tuple(row))
    return rows


def _sheet(
    article: str, annotator: str, pool: list[Row], items: list[Row], at: list[tuple[int, int]]
) -> Sheet:
    """The sheet as far as it matters at these places: what touches one, and what decides on that."""
    pool = [row for row in pool if touches(at, row[2], row[3])]
    ids = {row[1] for row in pool}
    items = [row for row in items if row[1] in ids or row[2] is None or touches(at, row[2], row[3])]
    pooled = (item for item in map(from_row, pool) if isinstance(item, Span | Boilerplate))
    own = (item for item in map(from_row, items) if isinstance(item, Span | Boilerplate | Progress))
    return Sheet(pooled, AnnotationSet.of(article, annotator, own))
