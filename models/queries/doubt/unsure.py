"""The unsure wordings of a project, a card for each with all its places, those first that matter most.

The most doubtful are taken from the queue of doubt; then each wording is counted wherever it is undecided.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from annotations.carrying.fact_wording import FactWording
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import FINISHED
from annotations.spans import Hint, Span
from annotations.suggest.doubt import Weighing
from annotations.suggest.plain_doubt import plain_reason
from models.queries.doubt.doubt_queue import Doubted, given, place_of
from models.store.database import Database, stored_pool
from models.store.rows import columns, pooled_from_row

LEAST = 0.25  # doubt below which nothing is called unsure
LOOKED_AT = 400  # suggestions that are grouped, the most doubtful
CARDS, CERTAIN = 30, 2.0  # no doubt is above the second
MOST_PLACES = 500  # of a card
BY_SCORE = 1e-6  # how far a doubt that comes of the score alone may be from it

_PROGRESS = "SELECT 1 FROM item i WHERE i.article = s.article AND i.annotator = :who AND i.kind = 'progress'"
_FINISHED = ", ".join(f"'{state}'" for state in FINISHED)
OPEN = f"NOT EXISTS ({_PROGRESS} AND (i.label IN ({_FINISHED}) OR instr(i.body, '\"skipped\":') > 0))"
_OWN = "SELECT 1 FROM item i WHERE i.article = s.article AND i.annotator = :who"
OUTSIDE = f"""
NOT EXISTS ({_OWN} AND i.kind = 'boilerplate' AND i.status = 'confirmed' AND i.start < s."end" AND i."end" > s.start)
AND NOT EXISTS (SELECT 1 FROM suggestion b WHERE b.article = s.article AND b.kind = 'boilerplate'
  AND b.start < s."end" AND b."end" > s.start AND NOT EXISTS ({_OWN} AND i.kind = 'boilerplate' AND i.id = b.id))
"""
UNDECIDED = f"""
NOT EXISTS ({_OWN} AND i.kind = 'span' AND (i.id = s.id
  OR (i.start = s.start AND i."end" = s."end" AND i.label = s.label)
  OR (i.status = 'confirmed' AND i.start < s."end" AND i."end" > s.start
    AND (s.start <= i.start AND i."end" <= s."end") = (i.start <= s.start AND s."end" <= i."end"))))
AND {OUTSIDE}
"""
NOT_HINTED = f"NOT EXISTS ({_OWN} AND i.kind = 'span' AND i.status = 'confirmed' AND i.start < s.\"end\" AND i.\"end\" > s.start)"
TOP = f"""
SELECT s.article, s.doubt, {columns("s")} FROM suggestion s INDEXED BY suggestion_doubt
WHERE s.doubt IS NOT NULL AND s.doubt >= {LEAST} AND s.doubt <= :below AND {OPEN} AND CASE s.kind
  WHEN 'span' THEN {UNDECIDED}
  WHEN 'hint' THEN {NOT_HINTED} AND {OUTSIDE}
  ELSE NOT EXISTS ({_OWN} AND i.kind = 'fact' AND i.id = s.id) END
ORDER BY s.doubt DESC, s.article, s.kind, s.id LIMIT {LOOKED_AT}
"""
SAME = f"""
SELECT s.article, s.doubt, {columns("s")} FROM suggestion s INDEXED BY suggestion_wording
WHERE s.wording = :wording AND s.label = :label AND s.kind = 'span' AND {OPEN} AND {UNDECIDED}
ORDER BY s.article, s.start LIMIT {MOST_PLACES}
"""
Found = tuple[int, float, Doubted]  # the article's number, the doubt, and what is doubtful


@dataclass(frozen=True)
class UnsurePlace:
    """An undecided place of a wording: of a fact its trigger."""

    article: str
    start: int
    end: int
    item: str


@dataclass(frozen=True)
class UnsureCard:
    """An unsure wording with its label ("" where a name may be missing) or fact type, its places and one reason.

    `doubt` is that of all places together, by which cards are ordered.
    """

    kind: str  # span, hint or fact
    words: str
    label: str
    places: tuple[UnsurePlace, ...]
    reason: str
    doubt: float

    @property
    def times(self) -> int:
        return len(self.places)

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.kind, self.words, self.label)


def unsure(
    database: Database, annotator: str, *, most: int = CARDS, below: float = CERTAIN
) -> list[UnsureCard]:
    """Return the cards of what the annotator has not decided, by places times doubt.

    `below`: it is known that nothing more doubtful than that is left.
    """
    texts = _Texts(database)
    groups: dict[object, list[Found]] = defaultdict(list)
    for found in _found(database, TOP, {"who": annotator, "below": below}):
        groups[_wording(found, texts)].append(found)
    heaviest = sorted(groups.values(), key=_weight, reverse=True)[:most]
    cards = [
        _card(database, _whole(database, group, annotator, texts), annotator, texts) for group in heaviest
    ]
    return sorted(cards, key=lambda card: -card.doubt)


def _wording(found: Found, texts: _Texts) -> object:
    """Return what makes two doubtful items one card."""
    number, _, item = found
    if isinstance(item, Fact):
        return FactWording.of(item, texts.text(number))
    return (item.kind, texts.words(number, item), item.label if isinstance(item, Span) else "")


def _weight(group: list[Found]) -> float:
    return sum(doubt for _, doubt, _ in group)


def _whole(database: Database, group: list[Found], annotator: str, texts: _Texts) -> list[Found]:
    """Return all undecided places of a span's wording, however doubtful each is."""
    number, _, item = group[0]
    if isinstance(item, Span):
        values = {"who": annotator, "wording": texts.words(number, item), "label": item.label}
        return _found(database, SAME, values) or group
    return group


def _card(database: Database, group: list[Found], annotator: str, texts: _Texts) -> UnsureCard:
    number, doubt, item = max(group, key=lambda found: found[1])
    words, weighing = texts.words(number, item), None
    if (
        isinstance(item, Span)
        and abs(doubt - (1 - (item.score if item.score is not None else 0.5))) > BY_SCORE
    ):
        weighing = Weighing(texts.text(number), stored_pool(database, texts.id(number)))
    places = (UnsurePlace(texts.id(n), *place_of(one), one.id) for n, _, one in group)
    return UnsureCard(
        kind=item.kind,
        words=" ".join(words.split()),
        label=item.type if isinstance(item, Fact) else item.label if isinstance(item, Span) else "",
        places=tuple(places),
        reason=plain_reason(item, given(database, words, annotator), weighing),
        doubt=_weight(group),
    )


def _found(database: Database, sql: str, values: dict[str, Any]) -> list[Found]:
    rows = database.connection.execute(sql, values)
    found = ((number, doubt, pooled_from_row(tuple(row))) for number, doubt, *row in rows)
    return [
        (number, doubt or 0.0, item) for number, doubt, item in found if isinstance(item, Span | Hint | Fact)
    ]


class _Texts:
    """The articles that were looked at, each read once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read: dict[int, tuple[str, str]] = {}

    def id(self, number: int) -> str:
        return self._article(number)[0]

    def text(self, number: int) -> str:
        return self._article(number)[1]

    def words(self, number: int, item: Doubted) -> str:
        start, end = place_of(item)
        return self.text(number)[start:end]

    def _article(self, number: int) -> tuple[str, str]:
        if number not in self._read:
            sql = "SELECT id, text FROM article JOIN article_text ON article = number WHERE number = ?"
            found = self._database.row(sql, (number,)) or ("", "")
            self._read[number] = (found[0], found[1])
        return self._read[number]
