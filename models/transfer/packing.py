"""Annotation sets on their way out: items and tombstones, each with the event that wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotations.exchange.merge import Key, Stamped, key_of
from annotations.exchange.packed_sets import Event, PackedSet
from models.store.database import Database
from models.store.rows import Row, columns, from_row

# What an import brought counts less than any edit: see merge.Stamp.
WRITTEN = """event.uuid, CASE event.kind WHEN 'base' THEN 0 ELSE event.lamport END, event."by", event.at, event.verb,
coalesce(event.copy, '')"""
ITEMS = f"SELECT item.article, {WRITTEN}, {columns('item')} FROM item JOIN event ON event.number = item.event"
GONE = (
    f"SELECT tombstone.article, {WRITTEN}, tombstone.kind, tombstone.id FROM tombstone "
    "JOIN event ON event.number = tombstone.event"
)
State = dict[Key, Stamped]
Events = dict[str, Event]


def packed(database: Database, annotator: str, articles: Sequence[str] | None = None) -> Iterator[PackedSet]:
    """Yield the annotator's sets in import order, also those of which only deletions are left.

    Each says to whom its article is given; of those given to the annotator there is one, also without work.
    `articles`: only the sets on those.
    """
    wanted = None if articles is None else set(articles)
    states: dict[int, tuple[State, Events]] = {}
    with database.reading():
        for row in database.run(f"{ITEMS} WHERE annotator = ?", (annotator,)):
            _take(states, row, Stamped(from_row(row[7:]), _event(row).stamp))
        for row in database.run(f"{GONE} WHERE annotator = ?", (annotator,)):
            _take(states, row, Stamped(None, _event(row).stamp))
        about = {
            number: said for number, *said in database.rows("SELECT number, id, title, hash FROM article")
        }
        given: dict[int, list[str]] = {}
        for number, name in database.rows(
            "SELECT article, annotator FROM assignment ORDER BY article, annotator"
        ):
            given.setdefault(number, []).append(name)
            if name == annotator:
                states.setdefault(number, ({}, {}))
    for number, (state, events) in sorted(states.items()):
        id_, title, hash_ = about[number]
        if wanted is None or id_ in wanted:
            yield PackedSet(id_, title, hash_, annotator, events, state, tuple(given.get(number, ())))


def state_of(database: Database, number: int, annotator: str) -> tuple[State, Events]:
    """Return what the annotator's set on the article of that number holds, what was deleted, and the events."""
    states: dict[int, tuple[State, Events]] = {number: ({}, {})}
    key = (number, annotator)
    for row in database.run(f"{ITEMS} WHERE article = ? AND annotator = ?", key):
        _take(states, row, Stamped(from_row(row[7:]), _event(row).stamp))
    for row in database.run(f"{GONE} WHERE article = ? AND annotator = ?", key):
        _take(states, row, Stamped(None, _event(row).stamp))
    return states[number]


def _take(states: dict[int, tuple[State, Events]], row: Row, stamped: Stamped) -> None:
    state, events = states.setdefault(row[0], ({}, {}))
    state[key_of(stamped.item) if stamped.item else (row[7], row[8])] = stamped
    events[row[1]] = _event(row)


def _event(row: Row) -> Event:
    uuid, lamport, by, at, verb, copy = row[1:7]
    return Event(uuid=uuid, lamport=lamport, by=by, at=at, verb=verb, copy=copy)
