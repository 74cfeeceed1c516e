"""The queue of what is most doubtful in a project, kept with the pools so that its head is an index scan.

A row's `alone` is its doubt going by its article, its `doubt` that with what people decided about the same
wording elsewhere; the second follows the decisions as they are taken in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing

from annotations.edits import Edit
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import FINISHED, Boilerplate, Progress
from annotations.sheet import Pooled, Sheet
from annotations.spans import Hint, Span
from annotations.suggest.doubt import Reason, Weighing, doubt, elsewhere, in_order
from annotations.suggest.plain_doubt import GivenLabels, plain_reason
from models.store.database import Database, shown_set, stored_pool
from models.store.rows import DOUBT_COLUMNS, ITEM_COLUMNS, Row, marks, pooled_to_row

LONGEST = 120  # code points of a wording that is followed
SCAN = f"""
SELECT doubt, article, kind, id FROM suggestion INDEXED BY suggestion_doubt WHERE doubt IS NOT NULL
AND doubt <= ?2 AND (doubt < ?2 OR (article, kind, id) >= (?3, ?4, ?5))
AND NOT EXISTS (SELECT 1 FROM item WHERE item.article = suggestion.article AND annotator = ?1
  AND item.kind = suggestion.kind AND item.id = suggestion.id)
AND NOT EXISTS (SELECT 1 FROM item WHERE item.article = suggestion.article AND annotator = ?1
  AND kind = 'progress' AND item.id = 'progress' AND label IN ({", ".join(f"'{state}'" for state in FINISHED)}))
AND (suggestion.kind <> 'hint' OR NOT EXISTS (SELECT 1 FROM item WHERE item.article = suggestion.article
  AND annotator = ?1 AND kind = 'span' AND status = 'confirmed' AND start < suggestion."end"
  AND "end" > suggestion.start))
ORDER BY doubt DESC, article, kind, id
"""
Doubted = Span | Hint | Fact
Key = tuple[str, str, str]  # article, kind, id
Place = tuple[float, int, str, str]  # doubt, number of the article, kind, id
TOP: Place = (2.0, 0, "", "")


@dataclass(frozen=True)
class Doubtful:
    """An entry of the queue: something undecided, with the reasons why it is doubtful, the heaviest first."""

    article: str
    title: str
    item: Doubted
    words: str
    doubt: float
    reasons: tuple[str, ...]
    plain: str = ""  # the heaviest of them, in one sentence for people

    @property
    def key(self) -> Key:
        return (self.article, self.item.kind, self.item.id)


class Queue:
    """The queue of one open project; it remembers for each annotator before which place all is decided."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._from: dict[str, Place] = {}
        self._version: tuple[int, int] | None = None

    def restart(self) -> None:
        """Begin at the top at the next look: something may be undecided again, or more doubtful."""
        self._from.clear()

    def take_in(self, edit: Edit) -> None:
        """Begin at the top again, unless the edit does nothing but decide or finish."""
        for change in edit.changes:
            reopens = any(not isinstance(i, Progress) or i.state in FINISHED for i in change.removed)
            if reopens or any(isinstance(item, Boilerplate) for item in change.added):
                self.restart()

    def head(self, annotator: str, most: int, passed: Collection[Key] = ()) -> list[Doubtful]:
        """Return the undecided items of articles not finished, most doubtful first; `passed` left out."""
        self._look_for_others()
        views: dict[int, _View] = {}
        found: list[Doubtful] = []
        first: Place | None = None
        with closing(self._db.run(SCAN, (annotator, *self._from.get(annotator, TOP)))) as rows:
            for weight, number, kind, id_ in rows:
                if number not in views:
                    views[number] = _View(self._db, number, annotator)
                view = views[number]
                if (item := view.undecided.get((kind, id_))) is None:
                    continue
                first = first or (weight, number, kind, id_)
                if (view.article, kind, id_) not in passed:
                    found.append(view.entry(item, weight))
                    if len(found) >= most:
                        break
        if first:
            self._from[annotator] = first
        return found

    def begins(self, annotator: str) -> float:
        """Return a doubt above which nothing is left to the annotator, as far as `head` has looked."""
        return self._from.get(annotator, TOP)[0]

    def _look_for_others(self) -> None:
        version = self._db.version()
        if version != self._version:
            self._version = version
            self.restart()


class _View:
    """An article as its annotator sees it."""

    def __init__(self, database: Database, number: int, annotator: str) -> None:
        self._database = database
        sql = "SELECT id, title, text FROM article JOIN article_text ON article = number WHERE number = ?"
        self.article, self._title, self._text = database.row(sql, (number,)) or ("", "", "")
        pool = stored_pool(database, self.article)
        sheet = Sheet(pool, shown_set(database, self.article, annotator))
        self._weighing = Weighing(self._text, pool)
        hinted = {f"{start}-{end}" for start, end in sheet.hints()}
        hints = (item for item in pool if isinstance(item, Hint) and item.id in hinted)
        every: tuple[Doubted, ...] = (*sheet.undecided, *hints, *sheet.undecided_facts())
        self.undecided = {(item.kind, item.id): item for item in every}
        self._annotator = annotator

    def entry(self, item: Doubted, weight: float) -> Doubtful:
        reasons = self._weighing.reasons(item)
        if not isinstance(item, Fact):
            reasons = in_order([*reasons, *_elsewhere(self._database, self._text, item)])
        start, end = place_of(item)
        words = self._text[start:end]
        return Doubtful(
            article=self.article,
            title=self._title,
            item=item,
            words=words,
            doubt=weight,
            reasons=tuple(reason.sentence for reason in reasons),
            plain=plain_reason(item, given(self._database, words, self._annotator), self._weighing),
        )


def place_of(item: Doubted) -> tuple[int, int]:
    """Return the words that the item is about: of a fact those of its trigger."""
    return item.place if isinstance(item, Fact) else (item.start, item.end)


def given(database: Database, wording: str, annotator: str) -> GivenLabels:
    """Return how often the wording was confirmed with each label, by the annotator and by everybody."""
    sql = "SELECT label, confirmed FROM wording WHERE annotator = ? AND wording = ? AND confirmed > 0"
    return GivenLabels(dict(database.rows(sql, (annotator, wording))), _decided(database, wording))


# --- what is kept with the pools


def rows(database: Database, text: str, pool: Iterable[Pooled | Fact]) -> Iterator[Row]:
    """Yield each item of an article's pool as the values of ITEM_COLUMNS and DOUBT_COLUMNS."""
    items = list(pool)
    weighing = Weighing(text, (item for item in items if not isinstance(item, Fact)))
    others: dict[tuple[str, str], list[Reason]] = {}  # a wording is decided as often wherever it stands
    for item in items:
        row = pooled_to_row(item)
        if not isinstance(item, Span | Hint | Fact):
            yield (*row, None, None, None)
            continue
        reasons = weighing.reasons(item)
        if isinstance(item, Fact):
            yield (*row, None, doubt(reasons), doubt(reasons))
            continue
        alone = doubt(reasons)
        words = text[item.start : item.end]
        said = (words, item.label if isinstance(item, Span) else "")
        if said not in others:
            others[said] = _elsewhere(database, text, item)
        wording = words if isinstance(item, Span) and len(words) <= LONGEST else None
        yield (*row, wording, alone, doubt([*reasons, *others[said]]))


def put(database: Database, number: int, pool: Iterable[Pooled]) -> None:
    """Add the items to the article's pool; within a transaction."""
    row = database.row("SELECT text FROM article_text WHERE article = ?", (number,))
    sql = f"INSERT OR REPLACE INTO suggestion (article, {ITEM_COLUMNS}, {DOUBT_COLUMNS}) VALUES ({marks(13)})"
    database.many(sql, [(number, *row) for row in rows(database, row[0] if row else "", pool)])


def weigh_again(database: Database, changes: Mapping[str, Counter[str]]) -> bool:
    """Update doubts after wordings were decided more (or less) often, by label; within a transaction.

    Returns True when a doubt is another now.
    """
    any_changed = False
    for wording, change in changes.items():
        after = _decided(database, wording)
        before = {label: after.get(label, 0) - change[label] for label in after.keys() | change.keys()}
        for label in _suggested_labels(database, wording):
            was, now = (doubt(elsewhere(wording, label, counts)) for counts in (before, after))
            if was != now:
                sql = "UPDATE suggestion SET doubt = 1 - (1 - alone) * ? WHERE wording = ? AND label = ?"
                database.run(sql, (1 - now, wording, label))
                any_changed = True
    return any_changed


def _suggested_labels(database: Database, wording: str) -> Iterator[str]:
    """Yield the labels with which the wording is suggested; a step in the index each."""
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
    """Count by label how often everybody together has confirmed the wording."""
    sql = (
        "SELECT label, sum(confirmed) FROM wording INDEXED BY wording_labels WHERE wording = ? GROUP BY label"
    )
    return dict(database.rows(sql, (wording,)))
