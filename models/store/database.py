"""The SQLite file: how it is opened, and how items become rows and rows items.

Bulk reads and writes go through plain cursors: a row object for each span costs more than the query.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import peewee as pw

from annotations import item_json
from annotations.errors import FULL, Busy, NotWritten, ReadOnly, UserError
from annotations.facts import Fact
from annotations.private_files import private_file
from annotations.sets import AnnotationSet, Boilerplate, Item
from annotations.sheet import Pooled
from annotations.spans import Hint, Rival, Span, Status
from models.store import opening, presence
from models.store.opening import BUSY
from models.store.whereabouts import Whereabouts

LOCKED = "Another program is writing to the project; nothing was changed, try again in a moment."
ROOM = 65_536  # bytes; a disk with less is full: a page of the log and of its index do not fit
LARGE = 65_536  # characters of an event's body beyond which it is compressed

FIELDS = ("kind", "id", "start", '"end"', "label", "status", "origin", "score", "body")
ITEM_COLUMNS = ", ".join(FIELDS)
Row = tuple[Any, ...]


class Database:
    """An open file: queries as plain tuples, writes in one transaction each."""

    def __init__(self, path: Path, *, new: bool = False) -> None:
        """Open the file, or make it (`new`).

        UserError when it is missing, empty, no database of a project, or cannot be opened.
        """
        if new:
            private_file(path)  # what SQLite makes beside it gets its rights
        else:
            presence.require(path)
        self.path, self.place = path, Whereabouts(path)
        self._version = (0, 0)  # how often the file was opened anew, and SQLite's number
        self._open = opening.opened(path, new=new)
        if not self.read_only:
            self.row("SELECT 1 FROM sqlite_master")  # opens the log
            self.place.note()

    @property
    def read_only(self) -> str:
        """Return why the file is open for reading alone, "" where it can be written."""
        return self._open.why

    @property
    def _db(self) -> Any:
        return self._open.db

    def close(self) -> None:
        self.place.leave()
        self._open.close()

    def version(self) -> tuple[int, int]:
        """Return a value that differs once another program or connection has written to the file.

        One that is read as it was when it was opened is opened anew then.
        """
        if self._open.seen not in (None, opening.stamp(self.path)):
            with suppress(UserError, *opening.ERRORS):  # just being replaced: at the next look
                before, self._open = self._open, opening.read_alone(self.path, self.read_only)
                before.close()
                self._version = (self._version[0] + 1, 0)
        (number,) = self.row("PRAGMA data_version") or (0,)
        if self._version[1] != number:
            self._version = (self._version[0], number)
            self._open.drop_derived()
        return self._version

    def read_from_copy(self) -> None:
        """Read on from a temporary copy of the file, which `transaction` may change."""
        if self._open.copy is None:
            self._open = opening.copied_from(self._open, self.path)

    @property
    def connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection = self._db.connection()
        return connection

    def rows(self, sql: str, values: Row = ()) -> list[Row]:
        return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Row = ()) -> Row | None:
        found: Row | None = self.connection.execute(sql, values).fetchone()
        return found

    def run(self, sql: str, values: Row = ()) -> sqlite3.Cursor:
        return self.connection.execute(sql, values)

    def many(self, sql: str, rows: Iterable[Row]) -> int:
        """Run the statement for each row; return how many rows it changed in all."""
        return self.connection.executemany(sql, rows).rowcount

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold one write transaction; one within another is part of it.

        ReadOnly where the file is open for reading alone; UserError when another program holds it long, or the disk is
        full.  Gone when the path does not name this file any more: before, then nothing is written; or after, then
        that is said.
        """
        self.require_writable()
        self.place.require()
        with self.transaction():
            yield
        if not self.connection.in_transaction:
            self.place.require(written=True)

    def require_writable(self) -> None:
        """Raise ReadOnly where the file is open for reading alone."""
        if self.read_only:
            raise ReadOnly(self.read_only, where=self.path.parent)

    @contextmanager
    def deriving(self) -> Iterator[None]:
        """Hold one write transaction for tallies; of a file that is read they stay in this program."""
        if self.read_only:
            self._open.make_derived()
        with self.transaction():
            yield

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold one write transaction, also on the copy of a file that is read."""
        try:
            with self._db.atomic("IMMEDIATE"):
                yield
        except (pw.OperationalError, sqlite3.OperationalError) as error:
            if "locked" in str(error) or "busy" in str(error):
                raise Busy(LOCKED) from error
            said = (
                f"The project could not be written: {reason(error, self.path.parent)}. Nothing was changed."
            )
            raise NotWritten(said, where=self.path) from error
        except (pw.DatabaseError, sqlite3.DatabaseError) as error:
            raise NotWritten(f"The project was left as it was: {error}.", where=self.path) from error

    @contextmanager
    def writing_if_free(self) -> Iterator[None]:
        """Hold one write transaction for what need not be kept.

        UserError at once while somebody else writes.
        """
        self.run("PRAGMA busy_timeout = 0")
        try:
            with self.deriving():
                yield
        finally:
            self.run(f"PRAGMA busy_timeout = {BUSY * 1000}")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold one read transaction: everything is seen as it is at its start."""
        with self._db.atomic("DEFERRED"):
            yield


def reason(error: Exception, folder: Path) -> str:
    """Return why SQLite could not write in the folder: a full disk comes in several words.

    One that ended the transaction by itself comes as the reason why there is nothing left to roll back.
    """
    while "cannot rollback" in str(error) and isinstance(error.__context__, Exception):
        error = error.__context__
    if "is full" in str(error) or ("I/O error" in str(error) and shutil.disk_usage(folder).free < ROOM):
        return FULL
    return (opening.is_refusal(error) and opening.obstacle(folder / "any", folder)) or str(error)


class HasRows(Protocol):
    """An open file, as far as reading knows it."""

    def rows(self, sql: str, values: Row = ()) -> list[Row]: ...


class HasDatabase(Protocol):
    """An open project, as far as queries know it."""

    @property
    def db(self) -> Database: ...


def to_row(item: Item) -> Row:
    """Return the item as the values of ITEM_COLUMNS; `body` holds what has no column, as JSON."""
    if isinstance(item, Span):
        place = (item.start, item.end, item.label)
        return ("span", item.id, *place, item.status.value, item.origin, item.score, _rest(item))
    body = dump(item_json.to_json(item))
    if isinstance(item, Fact):
        status = item.status.value
        return (item.kind, item.id, None, None, item.type, status, item.origin, item.score, body)
    if isinstance(item, Boilerplate):
        return (item.kind, item.id, item.start, item.end, None, item.status.value, None, None, body)
    state = getattr(item, "state", None)
    return (item.kind, item.id, None, None, state and state.value, None, None, None, body)


def _rest(span: Span) -> str | None:
    if not span.first and not span.entity:
        return None
    return dump({k: v for k, v in (("first", span.first), ("entity", span.entity)) if v})


def from_row(row: Row) -> Item:
    """Return the item that `to_row` made the row of."""
    kind, id_, start, end, label, status, origin, score, body = row
    if kind != Span.kind:
        return item_json.from_json(kind, json.loads(body))
    known = STATUS[status]
    made = Span(id=id_, start=start, end=end, label=label, status=known, origin=origin, score=score)
    if body is None:
        return made
    rest = json.loads(body)
    return replace(made, first=tuple(rest["first"]) if "first" in rest else None, entity=rest.get("entity"))


def stored_set(database: HasRows, article: str, annotator: str) -> AnnotationSet:
    """Return one annotator's set on the article of that id; empty when there is none."""
    sql = (
        f"SELECT {columns('item')} FROM item JOIN article ON article.number = item.article "
        "WHERE article.id = ? AND annotator = ?"
    )
    return AnnotationSet.of(article, annotator, map(from_row, database.rows(sql, (article, annotator))))


def stored_pool(database: Database, article: str) -> list[Pooled]:
    """Return the article's pool: suggested spans and facts, found boilerplate, hints and rivals."""
    sql = (
        f"SELECT {columns('suggestion')} FROM suggestion JOIN article ON number = article "
        "WHERE article.id = ?"
    )
    items = map(pooled_from_row, database.rows(sql, (article,)))
    return [item for item in items if isinstance(item, Span | Fact | Boilerplate | Hint | Rival)]


def pooled_to_row(item: Pooled | Fact) -> Row:
    """Return an item of a pool as the values of ITEM_COLUMNS."""
    if isinstance(item, Hint):
        return (item.kind, item.id, item.start, item.end, None, None, None, item.score, None)
    if isinstance(item, Rival):
        return (item.kind, item.id, item.start, item.end, item.label, None, item.origin, item.score, None)
    return to_row(item)


def pooled_from_row(row: Row) -> Item | Hint | Rival:
    kind, _, start, end, label, _, origin, score, _ = row
    if kind == Hint.kind:
        return Hint(start=start, end=end, score=score)
    if kind == Rival.kind:
        return Rival(start=start, end=end, label=label, origin=origin, score=score)
    return from_row(row)


STATUS = {status.value: status for status in Status}


def dump(value: Any) -> str:
    """Return the value as JSON, always the same for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def pack(value: Any, *, large: int = LARGE) -> str | bytes:
    """Return the value as JSON text, compressed when it is larger than `large`."""
    text = dump(value)
    return text if len(text) <= large else zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpack(body: str | bytes) -> Any:
    text = zlib.decompress(body).decode("utf-8", "surrogatepass") if isinstance(body, bytes) else body
    return json.loads(text)


def columns(table: str) -> str:
    """Return ITEM_COLUMNS of that table, for a query that joins."""
    return ", ".join(f"{table}.{field}" for field in FIELDS)


def marks(count: int) -> str:
    return ", ".join("?" * count)
