"""The words that facts were confirmed on, by type: how often, and what became of those that were suggested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from annotations.edits import Change
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.spans import Status
from annotations.text.word_forms import as_trigger, forms, index
from models.store.database import Database, HasDatabase

LONGEST = 40  # code points of a trigger that is worth remembering
OFFERED_FROM = 2  # confirmations from which on a trigger is offered for its type

TriggerKey = tuple[str, str, str]  # annotator, type, word in lower case


class TriggerCounts:
    """Counts of confirmed facts, and of suggested ones that were right and decided, by annotator, type and word."""

    def __init__(self) -> None:
        self.confirmed, self.right, self.decided = (
            Counter[TriggerKey](),
            Counter[TriggerKey](),
            Counter[TriggerKey](),
        )

    @classmethod
    def stored(cls, database: Database) -> TriggerCounts:
        """Return what the project keeps."""
        kept = cls()
        for annotator, type_, word, confirmed, right, decided in database.rows("SELECT * FROM trigger_word"):
            at = (annotator, type_, word)
            kept.confirmed[at], kept.right[at], kept.decided[at] = confirmed, right, decided
        return kept

    def counters(self) -> tuple[Counter[TriggerKey], ...]:
        """Return the three counts."""
        return self.confirmed, self.right, self.decided

    def take(self, change: Change, text: str, *, is_decided_here: bool) -> None:
        """Count the facts that left and entered a set on that text.

        `is_decided_here`: what became of suggestions is known, which it is not of work that a file brought.
        """
        for items, by in ((change.removed, -1), (change.added, 1)):
            for item in items:
                if isinstance(item, Fact) and item.trigger:
                    self._count(change.annotator, item, text[slice(*item.trigger)], by, is_decided_here)

    def _count(self, annotator: str, fact: Fact, words: str, by: int, is_decided_here: bool) -> None:
        word = as_trigger(words)
        if not word or len(word) > LONGEST:
            return
        key, is_confirmed = (annotator, fact.type, word), fact.status is Status.CONFIRMED
        self.confirmed[key] += by * is_confirmed
        if is_decided_here and fact.origin not in ("", annotator):
            self.decided[key] += by
            self.right[key] += by * is_confirmed

    def keep(self, database: Database) -> None:
        """Add the counts to the stored ones."""
        keys = {**self.confirmed, **self.decided}
        rows = [(*key, self.confirmed[key], self.right[key], self.decided[key]) for key in keys]
        database.many(
            "INSERT INTO trigger_word VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET confirmed = confirmed + "
            'excluded.confirmed, "right" = "right" + excluded."right", decided = decided + excluded.decided',
            (row for row in rows if any(row[3:])),
        )


def decided_triggers(database: Database, annotator: str) -> dict[tuple[str, str], tuple[int, int]]:
    """Return how many suggested facts the annotator found right, and decided, by type and trigger."""
    sql = 'SELECT type, word, "right", decided FROM trigger_word WHERE annotator = ? AND decided > 0'
    return {(type_, word): (right, of) for type_, word, right, of in database.rows(sql, (annotator,))}


@dataclass(frozen=True)
class OfferedTrigger:
    """A word that facts of a type were confirmed on and that its `triggers` lack; `times`: how often."""

    type: str
    word: str
    times: int


def offered_triggers(project: HasDatabase, schema: Schema, of: str | None = None) -> list[OfferedTrigger]:
    """Return the words to add to each type's triggers, in the schema's order, those confirmed most often first.

    `of`: one type, of which alone they are wanted.

    Forms of one word count together, as the shortest of them that was confirmed.
    """
    sql = (
        "SELECT type, word, sum(confirmed) FROM trigger_word WHERE type = ifnull(?, type) GROUP BY type, word"
    )
    rows = project.db.rows(sql, (of,))
    by_type: dict[str, Counter[str]] = {}
    for type_, word, count in rows:
        by_type.setdefault(type_, Counter())[word] += count
    found: list[OfferedTrigger] = []
    for name, type_ in schema.facts.items():
        if not type_.archived and of in (None, name):
            counts = _lacking(by_type.get(name, Counter()), type_.triggers)
            found += (OfferedTrigger(name, word, n) for word, n in counts.most_common() if n >= OFFERED_FROM)
    return found


def _lacking(counts: Counter[str], triggers: Iterable[str]) -> Counter[str]:
    """Return the counts of the words that are no form of a trigger, forms of another one of them counted with it."""
    known = index(triggers)
    words = sorted(
        (word for word, n in counts.items() if n > 0 and word not in known), key=lambda w: (len(w), w)
    )
    base: dict[str, str] = {}  # by form; no word of a form's own length or less is looked at after it
    for word in words:
        for form in (word, *forms(word)):
            base.setdefault(form, base.get(word, word))
    found = Counter[str]()
    for word in words:
        found[base[word]] += counts[word]
    return found
