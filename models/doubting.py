"""The queue of what is most doubtful in a project, kept with the pools so that its head is an index scan.

A row's `alone` is its doubt going by its article, its `doubt` that with what people decided about the same
wording elsewhere; the second follows the decisions as they are taken in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

from annotations.doubt import Reason, Weighing, doubt, elsewhere, in_order
from annotations.facts import Fact
from annotations.sets import FINISHED
from annotations.sheet import Pooled, Sheet
from annotations.spans import Hint, Span
from models import queries
from models.database import ITEM_COLUMNS, Database, Row, marks, pooled_to_row, stored_set

DOUBT_COLUMNS = "wording, alone, doubt"
LONGEST = 120  # code points of a wording that is followed
SCAN = f"""
SELECT article, kind, id, doubt FROM suggestion INDEXED BY suggestion_doubt WHERE doubt IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM item WHERE item.article = suggestion.article AND annotator = ?1
  AND kind = 'span' AND item.id = suggestion.id)
AND NOT EXISTS (SELECT 1 FROM item WHERE item.article = suggestion.article AND annotator = ?1
  AND kind = 'progress' AND item.id = 'progress' AND label IN ({", ".join(f"'{state}'" for state in FINISHED)}))
AND (suggestion.kind <> 'hint' OR NOT EXISTS (SELECT 1 FROM item WHERE item.article = suggestion.article
  AND annotator = ?1 AND kind = 'span' AND status = 'confirmed' AND start < suggestion."end"
  AND "end" > suggestion.start))
ORDER BY doubt DESC, article, kind, id
"""
Key = tuple[str, str, str]  # article, kind, id


@dataclass(frozen=True)
class Doubtful:
    """An entry of the queue: something undecided, with the reasons why it is doubtful, the heaviest first."""

    article: str
    title: str
    item: Span | Hint
    words: str
    doubt: float
    reasons: tuple[str, ...]

    @property
    def key(self) -> Key:
        return (self.article, self.item.kind, self.item.id)


def queue(database: Database, annotator: str, most: int, passed: Collection[Key] = ()) -> list[Doubtful]:
    """The head of the queue: what the annotator has not decided, in articles not finished, most doubtful first.

    What is in `passed` is left out.
    """
    views: dict[int, _View] = {}
    found: list[Doubtful] = []
    with closing(database.run(SCAN, (annotator,))) as rows:
        for number, kind, id_, weight in rows:
            if number not in views:
                views[number] = _View(database, number, annotator)
            view = views[number]
            item = view.undecided.get((kind, id_))
            if item and (view.article, kind, id_) not in passed:
                found.append(view.entry(item, weight))
                if len(found) >= most:
                    break
    return found


class _View:
    """One article as its annotator sees it."""

    def __init__(self, database: Database, number: int, annotator: str) -> None:
        self._database = database
        sql = "SELECT id, title, text FROM article JOIN article_text ON article = number WHERE number = ?"
        self.article, self._title, self._text = database.row(sql, (number,)) or ("", "", "")
        pool = queries.pool(database, self.article)
        sheet = Sheet(pool, stored_set(database, self.article, annotator))
        self._weighing = Weighing(self._text, pool)
        hinted = {f"{start}-{end}" for start, end in sheet.hints()}
        hints = (item for item in pool if isinstance(item, Hint) and item.id in hinted)
        self.undecided = {(item.kind, item.id): item for item in (*sheet.undecided, *hints)}

    def entry(self, item: Span | Hint, weight: float) -> Doubtful:
        reasons = in_order([*self._weighing.reasons(item), *_elsewhere(self._database, self._text, item)])
        words = self._text[item.start : item.end]
        said = tuple(reason.sentence for reason in reasons)
        return Doubtful(self.article, self._title, item, words, weight, said)


# --- what is kept with the pools


def rows(database: Database, text: str, pool: Iterable[Pooled | Fact]) -> Iterator[Row]:
    """Each item of an article's pool as the values of ITEM_COLUMNS and DOUBT_COLUMNS."""
    items = list(pool)
    weighing = Weighing(text, (item for item in items if not isinstance(item, Fact)))
    for item in items:
        row = pooled_to_row(item)
        if not isinstance(item, Span | Hint):
            yield (*row, None, None, None)
            continue
        reasons = weighing.reasons(item)
        alone = doubt(reasons)
        words = text[item.start : item.end]
        wording = words if isinstance(item, Span) and len(words) <= LONGEST else None
        yield (*row, wording, alone, doubt([*reasons, *_elsewhere(database, text, item)]))


def put(database: Database, number: int, pool: Iterable[Pooled]) -> None:
    """Adds the items to the article's pool; within a transaction."""
    row = database.row("SELECT text FROM article_text WHERE article = ?", (number,))
    sql = f"INSERT OR REPLACE INTO suggestion (article, {ITEM_COLUMNS}, {DOUBT_COLUMNS}) VALUES ({marks(13)})"
    database.many(sql, [(number, *row) for row in rows(database, row[0] if row else "", pool)])


def weigh_again(database: Database, changes: Mapping[str, Counter[str]]) -> None:
    """Takes in that wordings were decided: how often more (or less), by label; within a transaction."""
    for wording, change in changes.items():
        after = _decided(database, wording)
        before = {label: after.get(label, 0) - change[label] for label in after.keys() | change.keys()}
        for label in _suggested_labels(database, wording):
            was, now = (doubt(elsewhere(wording, label, counts)) for counts in (before, after))
            if was != now:
                sql = "UPDATE suggestion SET doubt = 1 - (1 - alone) * ? WHERE wording = ? AND label = ?"
                database.run(sql, (1 - now, wording, label))


def _suggested_labels(database: Database, wording: str) -> Iterator[str]:
    """The labels with which the wording is suggested; a step in the index each."""
    sql, label = "SELECT min(label) FROM suggestion WHERE wording = ? AND label > ?", ""
    while (row := database.row(sql, (wording, label))) and row[0] is not None:
        label = row[0]
        yield label


def _elsewhere(database: Database, text: str, item: Span | Hint) -> list[Reason]:
    if isinstance(item, Hint) or item.end - item.start > LONGEST:
        return []
    words = text[item.start : item.end]
    return elsewhere(words, item.label, _decided(database, words))


def _decided(database: Database, wording: str) -> dict[str, int]:
    """How often everybody together has confirmed the wording with each label."""
    sql = "SELECT label, sum(confirmed) FROM wording INDEXED BY wording_labels WHERE wording = ? GROUP BY label"
    return dict(database.rows(sql, (wording,)))
