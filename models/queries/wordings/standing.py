"""The places of confirmed wordings in the articles that their annotator has finished: how many, and how many are marked.

A wording that was passed over there is a silent rejection.  What a set's change, or a new wording, makes out of date
is due, and counted by and by.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

from annotations.edits import Change
from annotations.same_mentions import Wording
from annotations.sets import FINISHED, PROJECT
from annotations.sheet import Sheet
from annotations.suggest.standing import StandCount, standing
from annotations.text.wording_index import WordingIndex
from models.store.database import Database, stored_pool, stored_set
from models.store.rows import marks

MANY = 200  # new wordings from which every finished article is counted again, instead of those that may have them
STEP = 20  # articles that are counted at a time while nobody waits for them
AMONG = "AND wording IN (SELECT value FROM json_each(?))"  # a list in JSON

StandRow = tuple[str, str, int, int, int]  # annotator, wording, article's number, places, marked ones


def note_changes(database: Database, made: Iterable[Change]) -> None:
    """Note the sets that an event changed: the wordings in them are to be counted again."""
    rows = {(change.annotator, change.article) for change in made if change.article != PROJECT}
    sql = "INSERT OR IGNORE INTO stand_due SELECT ?, number FROM article WHERE id = ?"
    database.many(sql, rows)


def note_wordings(database: Database, fresh: Mapping[str, Collection[str]]) -> None:
    """Note wordings, by annotator, that were not confirmed before: the finished articles that may have them."""
    from models.queries.same_mentions import indexed  # brings the search with it

    for annotator, wordings in fresh.items():
        numbers = _finished(database, annotator)
        if numbers and len(wordings) <= MANY:
            found = (indexed(database, Wording(wording)) for wording in wordings)
            numbers &= {number for rows in found for number, _ in rows}
        database.many(
            "INSERT OR IGNORE INTO stand_due VALUES (?, ?)", ((annotator, number) for number in numbers)
        )


def is_due(database: Database) -> bool:
    """Return whether there are sets whose wordings are to be counted."""
    return database.row("SELECT 1 FROM stand_due LIMIT 1") is not None


def count_due(database: Database, most: int = STEP) -> None:
    """Count the wordings of the next sets that are due."""
    due = database.rows("SELECT annotator, article FROM stand_due ORDER BY annotator LIMIT ?", (most,))
    known: dict[str, WordingIndex] = {}
    for annotator, number in due:
        if annotator not in known:
            known[annotator] = WordingIndex(_confirmed(database, annotator))
        rows = list(_counted(database, annotator, number, known[annotator]))
        database.run("DELETE FROM stand WHERE annotator = ? AND article = ?", (annotator, number))
        database.many("INSERT INTO stand VALUES (?, ?, ?, ?, ?)", rows)
    database.many("DELETE FROM stand_due WHERE annotator = ? AND article = ?", due)


def passed_over(database: Database, annotator: str, wordings: Iterable[str] | None = None) -> frozenset[str]:
    """Return the wordings that are marked in less than half of their places in the annotator's finished articles.

    `wordings`: those that are asked about, None for all.
    """
    among = "" if wordings is None else AMONG
    listed = () if wordings is None else (json.dumps(list(wordings)),)
    sql = f"SELECT wording, sum(stands), sum(marked) FROM stand WHERE annotator = ? {among} GROUP BY wording"
    rows = database.rows(sql, (annotator, *listed))
    return frozenset(wording for wording, *count in rows if not StandCount(*count).speaks)


def whole_count(database: Database) -> list[StandRow]:
    """Return all that is to be counted, from the sets as they are."""
    found: list[StandRow] = []
    for (annotator,) in database.rows("SELECT DISTINCT annotator FROM wording"):
        known = WordingIndex(_confirmed(database, annotator))
        for number in sorted(_finished(database, annotator)):
            found += _counted(database, annotator, number, known)
    return sorted(found)


def stored_count(database: Database) -> list[StandRow]:
    """Return what is stored, of wordings that are still confirmed."""
    sql = (
        "SELECT annotator, wording, article, stands, marked FROM stand AS one WHERE EXISTS (SELECT 1 FROM wording "
        "AS other WHERE other.annotator = one.annotator AND other.wording = one.wording AND confirmed > 0)"
    )
    return sorted(database.rows(sql))


def _counted(database: Database, annotator: str, number: int, known: WordingIndex) -> Iterable[StandRow]:
    """Yield the counts of the set on that article; none where it is not finished."""
    sql = "SELECT id, text FROM article JOIN article_text ON article = number WHERE number = ?"
    row = database.row(sql, (number,))
    if row is None:
        return
    made = stored_set(database, row[0], annotator)
    if made.state in FINISHED:
        sheet = Sheet(stored_pool(database, row[0]), made)
        for wording, count in standing(row[1], known, sheet).items():
            yield annotator, wording, number, *count


def _finished(database: Database, annotator: str) -> set[int]:
    sql = (
        "SELECT article FROM item WHERE annotator = ? AND kind = 'progress' "
        f"AND label IN ({marks(len(FINISHED))})"
    )
    return {number for (number,) in database.rows(sql, (annotator, *FINISHED))}


def _confirmed(database: Database, annotator: str) -> list[str]:
    sql = "SELECT wording FROM wording WHERE annotator = ? GROUP BY wording HAVING max(confirmed) > 0"
    return [wording for (wording,) in database.rows(sql, (annotator,))]
