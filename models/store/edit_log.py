"""Edits in the store: rows and event in one transaction, undo and redo read from the event log.

Undo takes back the latest edit of this annotator that is not undone; it is refused when the rows it would
put back were touched by a later edit.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from annotations import item_json, json_fields
from annotations.edits import CLOSED, Change, Edit
from annotations.errors import STALE, StaleEdit, UserError
from annotations.facts import Fact
from annotations.sets import AnnotationSet, Progress
from annotations.spans import Span, Status
from models.store import copy_id
from models.store.database import Database, number_of, stored_set, tables
from models.store.rows import (
    DAMAGED,
    ITEM_COLUMNS,
    UNREAD,
    DamagedRowError,
    Row,
    from_row,
    marks,
    pack,
    to_row,
    unpack,
)

DELETE = (
    "DELETE FROM {} WHERE article = ? AND annotator = ? AND kind = ? AND id = ? AND start IS ? AND "
    '"end" IS ? AND label IS ? AND status IS ? AND origin IS ? AND score IS ? AND body IS ?'
)
INSERT = f"INSERT INTO {{}} (article, annotator, {ITEM_COLUMNS}, event) VALUES ({marks(12)})"
OF_SET = "WHERE article = (SELECT number FROM article WHERE article.id = ?) AND annotator = ?"


class History:
    """The only code that changes items: applies edits, takes them back, and replays them."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def apply(self, edit: Edit, *, by: str) -> None:
        """Write the edit and end what could be redone; one that changes nothing is no step.

        StaleEdit when it does not fit the rows.
        """
        if not edit:
            return
        self._do(edit, by)

    def note(self, verb: str, *, by: str) -> None:
        """Write a step that changes no items, and end what could be redone; whoever asks keeps what it did."""
        self._do(Edit(verb), by)

    def undo(self, by: str, *, only: int | None = None) -> Edit | None:
        """Take back the annotator's latest edit; return what was done to the rows, or None.

        StaleEdit when that is not the event numbered `only`.
        """
        return self._step(by, kind="undo", source="done", fate="undone", order="DESC", only=only)

    def redo(self, by: str, *, only: int | None = None) -> Edit | None:
        """Redo the annotator's latest undone edit, as `undo`; return what was done to the rows, or None."""
        return self._step(by, kind="redo", source="undone", fate="done", order="ASC", only=only)

    def coming_undo(self, by: str, behind: int = 0) -> tuple[int, Edit] | None:
        """Return what `undo` would do once it was done `behind` times, with the number of the edit's event."""
        found = self._candidate(by, "done", "DESC", behind)
        return found and (found[0], Edit(found[1], changes(found[2])).inverse())

    def coming_redo(self, by: str, behind: int = 0) -> tuple[int, Edit] | None:
        found = self._candidate(by, "undone", "ASC", behind)
        return found and (found[0], Edit(found[1], changes(found[2])))

    def next_undo(self, by: str) -> str | None:
        """Return the verb that `undo` would take back."""
        found = self._candidate(by, "done", "DESC")
        return found and found[1]

    def next_redo(self, by: str) -> str | None:
        found = self._candidate(by, "undone", "ASC")
        return found and found[1]

    def replay(self, article: str, annotator: str) -> AnnotationSet:
        """Return the set that the event log alone gives."""
        current = AnnotationSet(article, annotator)
        number = number_of(self._db, article)
        rows = self._db.rows(
            f"SELECT event.body FROM {tables(article).touched} t JOIN event ON event.number = t.event "
            "WHERE t.article = ? AND annotator = ? ORDER BY event.number",
            (number, annotator),
        )
        for (body,) in rows:
            for change in changes(body):
                if (change.article, change.annotator) == (article, annotator):
                    current = change.applied(current)
        return current

    def problems(self) -> list[str]:
        """Return the sets that are not what the log says they are: none, in a whole project."""
        rows = self._db.rows(
            "SELECT DISTINCT article.id, annotator FROM touched JOIN article ON article.number = article "
            "UNION SELECT DISTINCT article.id, annotator FROM item JOIN article ON article.number = article "
            "UNION SELECT '', annotator FROM project_touched UNION SELECT '', annotator FROM project_item"
        )
        return [
            f"{annotator}'s work {f'on {article}' if article else 'across articles'} is not what the log says"
            for article, annotator in rows
            if not self._is_whole(article, annotator)
        ]

    def _is_whole(self, article: str, annotator: str) -> bool:
        try:
            return self.replay(article, annotator) == stored_set(self._db, article, annotator)
        except (StaleEdit, ValueError, LookupError, TypeError, zlib.error):  # rows or log cannot be read
            return False

    def _do(self, edit: Edit, by: str) -> None:
        with self._db.writing():
            self._db.run(
                "UPDATE event SET fate = 'gone' WHERE kind = 'edit' AND \"by\" = ? AND fate = 'undone'", (by,)
            )
            self._write(edit, by=by, kind="edit", fate="done")

    def _candidate(self, by: str, fate: str, order: str, behind: int = 0) -> tuple[int, str, Any] | None:
        row = self._db.row(
            "SELECT number, verb, body FROM event WHERE kind = 'edit' AND \"by\" = ? AND fate = ? "
            f"ORDER BY number {order} LIMIT 1 OFFSET ?",
            (by, fate, behind),
        )
        return row and (row[0], row[1], row[2])

    def _step(
        self, by: str, *, kind: str, source: str, fate: str, order: str, only: int | None
    ) -> Edit | None:
        with self._db.writing():
            found = self._candidate(by, source, order)
            if found is None and only is None:
                return None
            if found is None or only not in (None, found[0]):
                raise StaleEdit(STALE.format(verb=kind))
            number, verb, body = found
            edit = Edit(verb, changes(body))
            done = edit.inverse() if kind == "undo" else edit
            if not self._is_recast(number):
                self._check_open(done, by)
            self._write(done, by=by, kind=kind, of=number)
            self._check_facts(done)
            self._db.run("UPDATE event SET fate = ? WHERE number = ?", (fate, number))
            return done

    def _is_recast(self, event: int) -> bool:
        """Return whether the event carried a change of the schema, which closed sets follow like all others."""
        return self._db.row("SELECT 1 FROM recast WHERE event = ?", (event,)) is not None

    def _check_open(self, edit: Edit, by: str) -> None:
        """Raise UserError when a set of the annotator's own is in review by now, and so read-only to them."""
        for change in edit.changes:
            if change.annotator == by and not any(isinstance(item, Progress) for item in change.removed):
                sql = f"SELECT label FROM item {OF_SET} AND kind = 'progress'"
                row = self._db.row(sql, (change.article, by))
                if row and row[0] in CLOSED:
                    raise UserError(
                        f"The article is {row[0]}, so {edit.verb} stays as it is until it is returned."
                    )

    def _check_facts(self, edit: Edit) -> None:
        """Raise StaleEdit when a fact would refer to a span that is gone.

        Somebody else's work rests on such a span.
        """
        for change in edit.changes:
            key = (change.article, change.annotator)
            touched = {item.id for item in change.removed if isinstance(item, Span)}
            touched |= {id_ for item in change.added if isinstance(item, Fact) for id_ in item.span_ids()}
            bodies = (
                self._db.rows(f"SELECT body FROM item {OF_SET} AND kind = 'fact'", key) if touched else []
            )
            for fact in (item_json.read_fact(json.loads(body)) for (body,) in bodies):
                for id_ in fact.span_ids() & touched:
                    sql = f"SELECT status FROM item {OF_SET} AND kind = 'span' AND id = ?"
                    if self._db.row(sql, (*key, id_)) != (Status.CONFIRMED.value,):
                        raise StaleEdit(STALE.format(verb=edit.verb))

    def _write(
        self, edit: Edit, *, by: str, kind: str, fate: str | None = None, of: int | None = None
    ) -> None:
        body = pack([change_json(change) for change in edit.changes])
        event = log(self._db, by=by, kind=kind, verb=edit.verb, body=body, fate=fate, of=of)
        for change in edit.changes:
            self._write_change(edit.verb, change, event)

    def _write_change(self, verb: str, change: Change, event: int) -> None:
        article = number_of(self._db, change.article)
        if article is None:
            raise UserError(f"The article was removed, so {verb} was not done.")
        key, into = (article, change.annotator), tables(change.article)
        removed, added = [to_row(i) for i in change.removed], [to_row(i) for i in change.added]
        stale = StaleEdit(STALE.format(verb=verb))
        if self._db.many(DELETE.format(into.item), ((*key, *row) for row in removed)) != len(removed):
            raise stale
        try:
            self._db.many(INSERT.format(into.item), ((*key, *row, event) for row in added))
        except sqlite3.IntegrityError as error:
            raise stale from error
        self._bury(into.tombstone, key, _keys(removed) - _keys(added), _keys(added), event)
        self._db.run(f"INSERT OR IGNORE INTO {into.touched} VALUES (?, ?, ?)", (*key, event))
        self._db.run("UPDATE tally SET undecided = NULL WHERE article = ? AND annotator = ?", key)

    def _bury(
        self,
        table: str,
        key: tuple[int, str],
        gone: set[tuple[str, str]],
        come: set[tuple[str, str]],
        event: int,
    ) -> None:
        """Keep a tombstone of each item that went, and of none that is there."""
        where = "article = ? AND annotator = ? AND kind = ? AND id = ?"
        self._db.many(f"DELETE FROM {table} WHERE {where}", ((*key, *item) for item in come))
        insert = f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?, ?)"
        self._db.many(insert, ((*key, *item, event) for item in gone))


def log(
    database: Database,
    *,
    by: str,
    kind: str,
    verb: str,
    body: str | bytes,
    fate: str | None = None,
    of: int | None = None,
) -> int:
    """Add an event, numbered on in this project's Lamport order; return its number."""
    row = database.row("SELECT max(lamport) FROM event")
    lamport = ((row and row[0]) or 0) + 1
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    cursor = database.run(
        f'INSERT INTO event (uuid, lamport, at, "by", kind, verb, of, fate, body, copy) VALUES ({marks(10)})',
        (uuid.uuid4().hex, lamport, at, by, kind, verb, of, fate, body, copy_id.stored(database)),
    )
    return int(cursor.lastrowid or 0)


def change_json(change: Change) -> json_fields.Json:
    return {
        "article": change.article,
        "annotator": change.annotator,
        "removed": item_json.items_json(change.removed),
        "added": item_json.items_json(change.added),
    }


def changes(body: str | bytes) -> tuple[Change, ...]:
    """Return an event's changes: those of an edit, or the rows that an import or merge took and brought.

    DamagedRowError when they cannot be read.
    """
    try:
        return _changes(unpack(body))
    except UNREAD as error:
        raise DamagedRowError(f"An event in the project's log cannot be read. {DAMAGED}") from error


def _changes(said: Any) -> tuple[Change, ...]:
    if isinstance(said, dict):
        removed, added = (tuple(map(from_row, said.get(name, ()))) for name in ("removed", "rows"))
        return (Change(article=said["article"], annotator=said["annotator"], removed=removed, added=added),)
    return tuple(
        Change(
            article=change["article"],
            annotator=change["annotator"],
            removed=item_json.items_from_json(change["removed"]),
            added=item_json.items_from_json(change["added"]),
        )
        for change in said
    )


def _keys(rows: Iterable[Row]) -> set[tuple[str, str]]:
    return {(row[0], row[1]) for row in rows}
