"""Annotation sets on their way out: items and tombstones, each with the event that wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotations.exchange.merge import Key, Stamped, key_of
from annotations.exchange.packed_sets import Event, PackedSet
from annotations.sets import PROJECT
from models.store.database import NO_ARTICLE, OF_ARTICLES, OF_PROJECT, Database, SetTables
from models.store.rows import Row, columns, from_row

# What an import brought counts less than any edit: see merge.Stamp.
WRITTEN = """event.uuid, CASE event.kind WHEN 'base' THEN 0 ELSE event.lamport END, event."by", event.at, event.verb,
coalesce(event.copy, '')"""
ITEMS = f"SELECT i.article, {WRITTEN}, {columns('i')} FROM {{}} i JOIN event ON event.number = i.event"
GONE = f"SELECT t.article, {WRITTEN}, t.kind, t.id FROM {{}} t JOIN event ON event.number = t.event"
State = dict[Key, Stamped]
Events = dict[str, Event]


def packed(database: Database, annotator: str, articles: Sequence[str] | None = None) -> Iterator[PackedSet]:
    """Yield the annotator's sets in import order, also those of which only deletions are left.

    Each says to whom its article is given; of those given to the annotator there is one, also without work.
    `articles`: only the sets on those.  The project set comes last, and only with all the others.
    """
    wanted = None if articles is None else set(articles)
    states: dict[int, tuple[State, Events]] = {}
    with database.reading():
        _take_rows(database, states, OF_ARTICLES, "annotator = ?", (annotator,))
        across, written = state_of(database, NO_ARTICLE, annotator)
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
    if across and wanted is None:
        yield PackedSet(PROJECT, "", "", annotator, written, across)


def state_of(database: Database, number: int, annotator: str) -> tuple[State, Events]:
    """Return what the annotator's set on the article of that number holds, what was deleted, and the events.

    Of NO_ARTICLE it is the project set.
    """
    states: dict[int, tuple[State, Events]] = {number: ({}, {})}
    table = OF_PROJECT if number == NO_ARTICLE else OF_ARTICLES
    _take_rows(database, states, table, "article = ? AND annotator = ?", (number, annotator))
    return states[number]


def _take_rows(
    database: Database, states: dict[int, tuple[State, Events]], table: SetTables, where: str, values: Row
) -> None:
    for row in database.run(f"{ITEMS.format(table.item)} WHERE {where}", values):
        _take(states, row, Stamped(from_row(row[7:]), _event(row).stamp))
    for row in database.run(f"{GONE.format(table.tombstone)} WHERE {where}", values):
        _take(states, row, Stamped(None, _event(row).stamp))


def _take(states: dict[int, tuple[State, Events]], row: Row, stamped: Stamped) -> None:
    state, events = states.setdefault(row[0], ({}, {}))
    state[key_of(stamped.item) if stamped.item else (row[7], row[8])] = stamped
    events[row[1]] = _event(row)


def _event(row: Row) -> Event:
    uuid, lamport, by, at, verb, copy = row[1:7]
    return Event(uuid=uuid, lamport=lamport, by=by, at=at, verb=verb, copy=copy)
