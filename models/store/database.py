"""The SQLite file: how it is opened, read and written.

Bulk reads and writes go through plain cursors: a row object for each span costs more than the query.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import peewee as pw

from annotations.errors import FULL, Busy, NotWritten, ReadOnly, UserError
from annotations.exchange.merge import Stamp
from annotations.facts import Fact
from annotations.private_files import private_file
from annotations.sets import PROJECT, AnnotationSet, Boilerplate
from annotations.sheet import Pooled
from annotations.spans import Hint, Rival, Span
from models.store import opening, presence, refusals
from models.store.opening import BUSY, HELD
from models.store.refusals import is_locked
from models.store.rows import ITEM_COLUMNS, Row, columns, from_row, pooled_from_row
from models.store.unwritten import Unwritten
from models.store.whereabouts import Whereabouts

LOCKED = "Another program is writing to the project; nothing was changed, try again in a moment."
UNCHANGED = "Nothing was changed."
UNSURE = "Whether this change is there shows when the project is opened again."  # it may have arrived


class Database:
    """An open file: queries as plain tuples, writes in one transaction each.

    `unwritten`: the edits that are shown but not in the file as yet.
    """

    def __init__(
        self, path: Path, *, new: bool = False, wait: float | None = None, reading: str = ""
    ) -> None:
        """Open the file, or make it (`new`), or only read it (`reading`: why); `wait` is how many seconds another program is waited for.

        UserError when it is missing, empty, no database of a project, or cannot be opened.
        """
        self.unwritten = Unwritten()
        self._wait = BUSY if wait is None else wait
        if new:
            private_file(path)  # what SQLite makes beside it gets its rights
        else:
            presence.require(path)
        self.path, self.place = path, Whereabouts(path)
        self._version = (0, 0)  # how often the file was opened anew, and SQLite's number
        self._open = opening.opened(path, new=new, wait=self._wait, reading=reading)
        if not self.read_only:
            with self._or_closed():
                self.row("SELECT 1 FROM sqlite_master")  # opens the log
                self.place.note()

    @property
    def read_only(self) -> str:
        """Return why the file is open for reading alone, "" where it can be written."""
        return self._open.why

    @property
    def is_copy(self) -> bool:
        """Return whether a temporary copy is read in place of the file, which only this program changes."""
        return self._open.copy is not None

    @property
    def _db(self) -> Any:
        return self._open.db

    @contextmanager
    def _or_closed(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self.place.leave()
        self._open.close()

    def version(self) -> tuple[int, int]:
        """Return a value that differs once another program or connection has written to the file.

        One that is read as it was when it was opened is opened anew then.
        """
        if self._open.seen not in (None, opening.stamp(self.path)):
            with suppress(UserError, *opening.ERRORS):  # just being replaced: at the next look
                before, self._open = self._open, opening.read_alone(self.path, self.read_only, self._wait)
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
        return self.run(sql, values).fetchall()

    def row(self, sql: str, values: Row = ()) -> Row | None:
        found: Row | None = self.run(sql, values).fetchone()
        return found

    def run(self, sql: str, values: Row = ()) -> sqlite3.Cursor:
        """Run the statement.  UserError when another program has the file to itself."""
        try:
            return self.connection.execute(sql, values)
        except sqlite3.OperationalError as error:
            if is_locked(error):
                raise Busy(HELD) from error
            raise

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
            if is_locked(error):
                raise Busy(LOCKED) from error
            why = reason(error, self.path.parent)
            said = f"The project could not be written: {why}. {UNSURE if 'I/O error' in why else UNCHANGED}"
            raise NotWritten(said, where=self.path) from error
        except (pw.DatabaseError, sqlite3.DatabaseError) as error:
            raise NotWritten(f"The project was left as it was: {error}.", where=self.path) from error

    @contextmanager
    def writing_if_free(self) -> Iterator[None]:
        """Hold one write transaction for what need not be kept; UserError at once while somebody else writes."""
        with self.at_once(), self.deriving():
            yield

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Wait for nobody as long as this is held."""
        self.run("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            self.run(f"PRAGMA busy_timeout = {round(self._wait * 1000)}")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold one read transaction: everything is seen as it is at its start.

        An iterator that holds one may be left in its midst, also when the file is closed then.
        """
        with snapshot(self.connection):
            yield


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """See the database as it is now for as long as this is held, whoever writes meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.ProgrammingError):  # it was closed meanwhile
            connection.rollback()
        raise
    connection.commit()


def reason(error: Exception, folder: Path) -> str:
    """Return why SQLite could not write in the folder: a full disk comes in several words.

    One that ended the transaction by itself comes as the reason why there is nothing left to roll back.
    """
    while "cannot rollback" in str(error) and isinstance(error.__context__, Exception):
        error = error.__context__
    if refusals.is_full(error, folder):
        return FULL
    return (refusals.is_refusal(error) and refusals.obstacle(folder / "any", folder)) or str(error)


class HasRows(Protocol):
    """An open file, as far as reading knows it."""

    def rows(self, sql: str, values: Row = ()) -> list[Row]: ...


class HasDatabase(Protocol):
    """An open project, as far as queries know it."""

    @property
    def db(self) -> Database: ...


class SetTables(NamedTuple):
    """The tables that hold the items of sets, what was deleted, and which events touched them."""

    item: str
    tombstone: str
    touched: str


OF_ARTICLES = SetTables("item", "tombstone", "touched")
OF_PROJECT = SetTables("project_item", "project_tombstone", "project_touched")
NO_ARTICLE = 0  # the number that project sets have in place of an article's


def tables(article: str) -> SetTables:
    """Return the tables of the sets on that article, or of project sets."""
    return OF_PROJECT if article == PROJECT else OF_ARTICLES


def number_of(database: HasRows, article: str) -> int | None:
    """Return the number of the article of that id, None when there is none; of project sets it is NO_ARTICLE."""
    if article == PROJECT:
        return NO_ARTICLE
    found = database.rows("SELECT number FROM article WHERE id = ?", (article,))
    return int(found[0][0]) if found else None


def stored_set(database: HasRows, article: str, annotator: str) -> AnnotationSet:
    """Return one annotator's set on the article of that id, or the project set; empty when there is none."""
    sql = f"SELECT {ITEM_COLUMNS} FROM {tables(article).item} WHERE article = ? AND annotator = ?"
    rows = database.rows(sql, (number_of(database, article), annotator))
    return AnnotationSet.of(article, annotator, map(from_row, rows))


def stamps_of(database: HasRows, annotator: str) -> dict[tuple[str, str], Stamp]:
    """Return when the items of the annotator's project set were written that may go against each other."""
    sql = (
        "SELECT i.kind, i.id, CASE event.kind WHEN 'base' THEN 0 ELSE event.lamport END, event.uuid "
        "FROM project_item i JOIN event ON event.number = i.event "
        "WHERE article = ? AND annotator = ? AND i.kind IN ('united', 'grouped', 'apart')"
    )
    rows = database.rows(sql, (NO_ARTICLE, annotator))
    return {(kind, id_): Stamp(lamport, uuid) for kind, id_, lamport, uuid in rows}


def shown_set(database: Database, article: str, annotator: str) -> AnnotationSet:
    """Return the set as its annotator sees it: what is stored, and the edits that are not written yet."""
    return database.unwritten.over(stored_set(database, article, annotator))


def stored_pool(database: Database, article: str) -> list[Pooled]:
    """Return the article's pool: suggested spans and facts, found boilerplate, hints and rivals."""
    sql = (
        f"SELECT {columns('suggestion')} FROM suggestion JOIN article ON number = article "
        "WHERE article.id = ?"
    )
    items = map(pooled_from_row, database.rows(sql, (article,)))
    return [item for item in items if isinstance(item, Span | Fact | Boilerplate | Hint | Rival)]
