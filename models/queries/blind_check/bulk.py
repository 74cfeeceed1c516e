"""The spans that an annotator accepted many at once and that nobody has looked at since, read from the log.

Nothing marks such a span: which edit confirmed it, and with how many others, is in the log.  Work that was merged
from another copy has no edits here, so it is no part of this.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from annotations.blind_check.accepted import accepted_in
from annotations.blind_check.checked import SpanKey
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Span
from models.queries.people import machines_in
from models.store.database import Database, HasDatabase
from models.store.edit_log import changes

# Of the bodies of events, those that are compressed, or that have more than one span.
LARGER = "(typeof(body) = 'blob' OR instr(substr(body, instr(body, '\"label\":') + 1), '\"label\":') > 0)"
Place = tuple[int, int, str]  # start, end, label


@dataclass(frozen=True)
class BulkAccepted:
    """The spans that were accepted many at once, and the facts with them, by article; `upto`: the log's last event."""

    spans: dict[SpanKey, Place] = field(default_factory=dict)
    facts: dict[str, set[str]] = field(default_factory=dict)
    upto: int = 0


def bulk(project: HasDatabase, annotator: str, upto: int | None = None) -> BulkAccepted:
    """Return what the annotator accepted many at once up to that event, and that is still as it was then.

    Spans that a blind check has asked about are left out.  Of a machine all of its spans are meant.
    """
    database = project.db
    with database.reading():
        row = database.row("SELECT ifnull(max(number), 0) FROM event") if upto is None else (upto,)
        last = int(row[0]) if row else 0
        there = dict(_confirmed(database, annotator))
        asked = {SpanKey(*key) for key in _asked(database, annotator)}
        if annotator in machines_in(database):
            spans = {key: place for key, (place, _) in there.items() if key not in asked}
            return BulkAccepted(spans, {}, last)
        recast = {number for (number,) in database.rows("SELECT event FROM recast")}
        found = BulkAccepted(upto=last)
        for article, item in _accepted(database, annotator, last):
            key = SpanKey(article, item.id)
            if not isinstance(item, Span):
                found.facts.setdefault(article, set()).add(item.id)
            elif key in there and key not in asked:
                place, event = there[key]
                if place[:2] == (item.start, item.end) and (place[2] == item.label or event in recast):
                    found.spans[key] = place
        return found


def _accepted(database: Database, annotator: str, upto: int) -> Iterator[tuple[str, Span | Fact]]:
    sql = (
        "SELECT body FROM event WHERE kind = 'edit' AND \"by\" = ? AND fate = 'done' AND number <= ? "
        f"AND {LARGER} ORDER BY number"
    )
    for (body,) in database.run(sql, (annotator, upto)):
        yield from accepted_in(changes(body), annotator)


def _confirmed(database: Database, annotator: str) -> Iterator[tuple[SpanKey, tuple[Place, int]]]:
    """Yield the annotator's confirmed spans, each with its place and the event that wrote it."""
    sql = (
        'SELECT article.id, item.id, start, "end", label, event FROM item JOIN article ON number = article '
        "WHERE annotator = ? AND kind = 'span' AND status = 'confirmed'"
    )
    for article, id_, start, end, label, event in database.run(sql, (annotator,)):
        yield SpanKey(article, id_), ((start, end, label), event)


def _asked(database: Database, annotator: str) -> list[tuple[str, str]]:
    sql = (
        "SELECT article.id, span FROM blind_answer JOIN blind_check USING (number) "
        "JOIN article ON article.number = article WHERE annotator = ?"
    )
    return [(article, span) for article, span in database.rows(sql, (annotator,))]
