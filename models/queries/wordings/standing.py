"""The places of confirmed wordings in the articles that their annotator has finished: how many, and how many are marked.

A wording that was passed over there is a silent rejection.  What a set's change, or a new wording, makes out of date
is due, and counted by and by.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

from annotations.edits import Change
from annotations.sets import FINISHED, PROJECT
from annotations.sheet import Sheet
from annotations.suggest.standing import StandCount, standing
from annotations.text.wording_index import WordingIndex
from models.store.database import Database, stored_pool, stored_set
from models.store.rows import marks

MANY = 2_000  # articles that may have new wordings: from here on it is asked how many are finished
QUARTER = 4  # from this part of the finished on all are counted again: to find the others would take as long
STEP = 20  # articles that are counted at a time while nobody waits for them
AMONG = "AND wording IN (SELECT value FROM json_each(?))"  # a list in JSON

FINISHED_SETS = (
    "SELECT annotator, article FROM item WHERE annotator = ? AND kind = 'progress' "
    f"AND label IN ({marks(len(FINISHED))})"
)

StandRow = tuple[str, str, int, int, int]  # annotator, wording, article's number, places, marked ones


class DuePlaces:
    """The sets of an open file whose wordings are still to be counted.

    What takes as long as the project is large is kept between two steps, as long as no other program writes: the
    confirmed wordings of an annotator, and that every finished set of theirs is due already.
    """

    def __init__(self, database: Database) -> None:
        self._db = database
        self._known: dict[str, WordingIndex] = {}  # by annotator
        self._wholly_due: set[str] = set()  # annotators
        self._version = database.version()

    def forget(self) -> None:
        """Keep nothing: names or wordings were written anew."""
        self._known.clear()
        self._wholly_due.clear()

    def note_changes(self, made: Iterable[Change]) -> None:
        """Note the sets that an event changed: the wordings in them are to be counted again."""
        rows = {(change.annotator, change.article) for change in made if change.article != PROJECT}
        sql = "INSERT OR IGNORE INTO stand_due SELECT ?, number FROM article WHERE id = ?"
        self._db.many(sql, rows)

    def note_wordings(self, fresh: Mapping[str, Collection[str]], lost: Collection[str]) -> None:
        """Note wordings, by annotator, that were not confirmed before: the finished articles that may have them.

        `lost`: the annotators of wordings that were confirmed less often.
        """
        self._look_for_others()
        for annotator in lost:
            self._known.pop(annotator, None)
        for annotator, wordings in fresh.items():
            if annotator in self._known:
                self._known[annotator].add(*wordings)
            if annotator not in self._wholly_due:
                self._note_articles(annotator, wordings)

    def _note_articles(self, annotator: str, wordings: Collection[str]) -> None:
        """Note the finished articles that may have one of the wordings, or all that are finished."""
        from models.queries.same_mentions import numbers_with  # brings the search with it

        finished, numbers = 0, set[int]()
        for number in (number for wording in wordings for number in numbers_with(self._db, wording)):
            numbers.add(number)
            if len(numbers) > MANY:
                finished = finished or _finished_many(self._db, annotator)
                if len(numbers) * QUARTER > finished:
                    self._wholly_due.add(annotator)
                    break
        sql, values = f"INSERT OR IGNORE INTO stand_due {FINISHED_SETS}", (annotator, *FINISHED)
        if annotator in self._wholly_due:
            self._db.run(sql, values)
        else:
            among = " AND article IN (SELECT value FROM json_each(?))"
            self._db.run(sql + among, (*values, json.dumps(list(numbers))))

    def count(self, most: int = STEP) -> None:
        """Count the wordings of the next sets that are due."""
        self._look_for_others()
        due = self._db.rows("SELECT annotator, article FROM stand_due ORDER BY annotator LIMIT ?", (most,))
        for annotator, number in due:
            if annotator not in self._known:
                self._known = {annotator: WordingIndex(_confirmed(self._db, annotator))}
            rows = list(_counted(self._db, annotator, number, self._known[annotator]))
            self._db.run("DELETE FROM stand WHERE annotator = ? AND article = ?", (annotator, number))
            self._db.many("INSERT INTO stand VALUES (?, ?, ?, ?, ?)", rows)
            self._wholly_due.discard(annotator)
        self._db.many("DELETE FROM stand_due WHERE annotator = ? AND article = ?", due)

    def _look_for_others(self) -> None:
        version = self._db.version()
        if version != self._version:
            self._version = version
            self.forget()


def is_due(database: Database) -> bool:
    """Return whether there are sets whose wordings are to be counted."""
    return database.row("SELECT 1 FROM stand_due LIMIT 1") is not None


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
        for number in _finished(database, annotator):
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


def _finished(database: Database, annotator: str) -> list[int]:
    return sorted(number for _, number in database.rows(FINISHED_SETS, (annotator, *FINISHED)))


def _finished_many(database: Database, annotator: str) -> int:
    """Return how many articles the annotator has finished."""
    [(many,)] = database.rows(f"SELECT count(*) FROM ({FINISHED_SETS})", (annotator, *FINISHED))
    return int(many)


def _confirmed(database: Database, annotator: str) -> list[str]:
    sql = "SELECT wording FROM wording WHERE annotator = ? GROUP BY wording HAVING max(confirmed) > 0"
    return [wording for (wording,) in database.rows(sql, (annotator,))]
