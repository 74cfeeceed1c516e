"""The lessons of the annotators' decisions: how often each wording, each label and each type suggested, was right.

Counted from the event log, on from where it was counted last, so that an undone edit no longer counts and a
large import is taken in by and by.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from annotations.edits import Change
from annotations.errors import UserError
from annotations.facts import Fact
from annotations.sets import Item, Progress
from annotations.spans import Span, Status
from annotations.suggest.boilerplate.site_lines import lines
from annotations.suggest.mentions import Learned
from models.queries.doubt import doubt_queue
from models.queries.people import machines_in
from models.queries.wordings import standing
from models.queries.wordings.standing import DuePlaces
from models.queries.wordings.trigger_words import TriggerCounts, decided_triggers
from models.store.database import Database
from models.store.edit_log import changes

LONGEST = 120  # code points of a wording that is worth remembering
STEP = 6  # events taken in at a time: an imported set is one, and the window waits
COMPANIONS, OFTEN = 30, 2  # articles of a source that are compared; in so many a line is its site's

Key = tuple[str, str, str]  # annotator, wording, label
DecidedLabel = tuple[str, str]  # annotator, label suggested


def learn(
    database: Database,
    most: int = STEP,
    *,
    places: DuePlaces | None = None,
    changed: Callable[[], None] = lambda: None,
) -> bool:
    """Count the next events of the log, unless the project is only read and no copy of it, or somebody else writes just now;
    return whether there are more.

    `places`: what is known from the step before; `changed` is called when suggestions are more or less doubtful now.
    """
    if database.read_only and not database.is_copy:
        return False
    places = places or DuePlaces(database)
    row = database.row("SELECT upto FROM learning")
    upto = row[0] if row else 0
    sql = "SELECT number, kind, body FROM event WHERE number > ? ORDER BY number LIMIT ?"
    events = database.rows(sql, (upto, most))
    if not events:
        return _count_places(database, places, most)
    lessons = Lessons(database)
    made = [(kind, list(changes(body))) for _, kind, body in events]
    for kind, some in made:
        lessons.count(kind, some)
    with suppress(UserError), database.writing_if_free():
        fresh = _fresh(database, lessons.confirmed)
        _keep(database, lessons)
        database.run("UPDATE learning SET upto = ?", (events[-1][0],))
        places.note_changes(change for _, some in made for change in some)
        places.note_wordings(fresh, {key[0] for key, count in lessons.confirmed.items() if count < 0})
        if doubt_queue.weigh_again(database, _by_wording(lessons.confirmed)):
            changed()
        if len(events) < most:
            places.count(most)
        return len(events) == most or standing.is_due(database)
    places.forget()  # what was noted was not kept
    return False


def _count_places(database: Database, places: DuePlaces, most: int) -> bool:
    """Count where wordings stand in the next articles that are due; return whether there are more."""
    if not standing.is_due(database):
        return False
    with suppress(UserError), database.writing_if_free():
        places.count(most)
        return standing.is_due(database)
    return False


def _fresh(database: Database, confirmed: Counter[Key]) -> dict[str, set[str]]:
    """Return the wordings by annotator that these counts confirm and that were not confirmed before."""
    found: dict[str, set[str]] = {}
    sql = "SELECT 1 FROM wording WHERE annotator = ? AND wording = ? AND confirmed > 0"
    for (annotator, wording, _), count in confirmed.items():
        if count > 0 and database.row(sql, (annotator, wording)) is None:
            found.setdefault(annotator, set()).add(wording)
    return found


class Lessons:
    """The counts of some events: of wordings confirmed and rejected, of labels suggested and right.

    `facts_confirmed`, `facts_decided`: of suggested facts by type; what a person changed in one is not known.
    """

    def __init__(self, database: Database) -> None:
        self._db, self._machines = database, machines_in(database)
        self.confirmed, self.rejected = Counter[Key](), Counter[Key]()
        self.right, self.decided = Counter[DecidedLabel](), Counter[DecidedLabel]()
        self.facts_confirmed, self.facts_decided = Counter[DecidedLabel](), Counter[DecidedLabel]()
        self.triggers = TriggerCounts()

    def __eq__(self, other: object) -> bool:
        """Return whether both count the same; what is counted as none need not be there."""
        return isinstance(other, Lessons) and all(
            one == two for one, two in zip(self._counters(), other._counters(), strict=True)
        )

    __hash__ = None  # type: ignore[assignment]

    def count(self, kind: str, made: Iterable[Change]) -> None:
        """Count an event of that kind; what a machine annotates teaches nothing."""
        for change in made:
            if change.annotator in self._machines or any(_is_of_machine(change)):
                continue
            if kind != "base":  # what a file brings was decided elsewhere
                for items, by in ((change.removed, -1), (change.added, 1)):
                    _judge(change.annotator, items, by, self.right, self.decided)
                    _judge_facts(change.annotator, items, by, self.facts_confirmed, self.facts_decided)
            row = self._db.row(
                "SELECT text FROM article_text JOIN article ON number = article WHERE id = ?",
                (change.article,),
            )
            if row is not None:
                _count(change.annotator, row[0], change.removed, -1, self.confirmed, self.rejected)
                _count(change.annotator, row[0], change.added, 1, self.confirmed, self.rejected)
                self.triggers.take(change, row[0], is_decided_here=kind != "base")

    def _counters(self) -> tuple[Counter[Key] | Counter[DecidedLabel], ...]:
        facts = self.facts_confirmed, self.facts_decided
        return self.confirmed, self.rejected, self.right, self.decided, *facts, *self.triggers.counters()


def _is_of_machine(change: Change) -> Iterator[bool]:
    """Yield of each progress in the change whether it is a machine's."""
    items = (*change.removed, *change.added)
    return (bool(item.machine) for item in items if isinstance(item, Progress))


def stored(database: Database) -> Lessons:
    """Return what the project keeps of all events that were taken in."""
    kept = Lessons(database)
    for annotator, wording, label, yes, no in database.rows("SELECT * FROM wording"):
        kept.confirmed[annotator, wording, label], kept.rejected[annotator, wording, label] = yes, no
    for annotator, label, right, decided in database.rows("SELECT * FROM verdict"):
        kept.right[annotator, label], kept.decided[annotator, label] = right, decided
    for annotator, type_, confirmed, decided in database.rows("SELECT * FROM fact_verdict"):
        kept.facts_confirmed[annotator, type_], kept.facts_decided[annotator, type_] = confirmed, decided
    kept.triggers = TriggerCounts.stored(database)
    return kept


def _keep(database: Database, lessons: Lessons) -> None:
    """Add the counts to the stored ones."""
    confirmed, rejected = lessons.confirmed, lessons.rejected
    right, decided = lessons.right, lessons.decided
    database.many(
        "INSERT INTO wording VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "confirmed = confirmed + excluded.confirmed, rejected = rejected + excluded.rejected",
        ((*key, confirmed[key], rejected[key]) for key in {**confirmed, **rejected}),
    )
    database.many(
        "INSERT INTO verdict VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        '"right" = "right" + excluded."right", decided = decided + excluded.decided',
        ((*key, right[key], decided[key]) for key in decided),
    )
    facts, kept = lessons.facts_decided, lessons.facts_confirmed
    database.many(
        "INSERT INTO fact_verdict VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "confirmed = confirmed + excluded.confirmed, decided = decided + excluded.decided",
        ((*key, kept[key], facts[key]) for key in facts),
    )
    lessons.triggers.keep(database)


def _count(
    annotator: str,
    text: str,
    items: tuple[Item, ...],
    by: int,
    confirmed: Counter[Key],
    rejected: Counter[Key],
) -> None:
    tables = {Status.CONFIRMED: confirmed, Status.REJECTED: rejected}
    for item in items:
        if isinstance(item, Span) and item.end - item.start <= LONGEST and item.status in tables:
            tables[item.status][annotator, text[item.start : item.end], item.label] += by


def _by_wording(confirmed: Counter[Key]) -> dict[str, Counter[str]]:
    """Count how often more each wording was confirmed by anybody, by label."""
    found: dict[str, Counter[str]] = {}
    for (_, wording, label), count in confirmed.items():
        if count:
            found.setdefault(wording, Counter())[label] += count
    return found


def _judge(
    annotator: str,
    items: tuple[Item, ...],
    by: int,
    right: Counter[DecidedLabel],
    decided: Counter[DecidedLabel],
) -> None:
    """Count what began as suggestions, by the label that was suggested; right is what was left unchanged."""
    for item in items:
        if isinstance(item, Span) and item.origin not in ("", annotator):
            key = (annotator, item.first[2] if item.first else item.label)
            decided[key] += by
            right[key] += by * (item.status is Status.CONFIRMED and item.first is None)


def _judge_facts(
    annotator: str,
    items: tuple[Item, ...],
    by: int,
    confirmed: Counter[DecidedLabel],
    decided: Counter[DecidedLabel],
) -> None:
    """Count the facts that began as suggestions, by their type now."""
    for item in items:
        if isinstance(item, Fact) and item.origin not in ("", annotator):
            decided[annotator, item.type] += by
            confirmed[annotator, item.type] += by * (item.status is Status.CONFIRMED)


def learned(database: Database, annotator: str, wordings: Iterable[str] | None = None) -> Learned:
    """Return what the annotator's decisions teach, as far as they have been taken in; perhaps on these wordings alone."""
    sql = "SELECT wording, label, confirmed, rejected FROM wording WHERE annotator = ?"
    if wordings is None:
        made = Learned.of(database.rows(sql, (annotator,)), standing.passed_over(database, annotator))
        return replace(made, facts=decided_triggers(database, annotator))
    few = list(wordings)
    rows = database.rows(f"{sql} {standing.AMONG}", (annotator, json.dumps(few)))
    return Learned.of(rows, standing.passed_over(database, annotator, few))


def is_behind(database: Database) -> bool:
    """Return whether there are events of the log, or places of wordings, that were not counted as yet."""
    row = database.row("SELECT ifnull(max(number), 0) > (SELECT max(upto) FROM learning) FROM event")
    return (row is not None and bool(row[0])) or standing.is_due(database)


def site_lines(database: Database, source: str) -> frozenset[str]:
    """Return the lines that several articles of that source have."""
    sql = (
        "SELECT text FROM article JOIN article_text ON article = number "
        "WHERE json_extract(meta, '$.source') = ? LIMIT ?"
    )
    rows = database.rows(sql, (source, COMPANIONS)) if source else []
    counts = Counter(line for (text,) in rows for line in lines(text))
    return frozenset(line for line, count in counts.items() if count > OFTEN)
