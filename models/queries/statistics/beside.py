"""The statistics of a project that is open elsewhere, such as in the window: read by a connection of its own.

Made, asked and closed in one thread, so that nobody waits for it; `stop` may be called from any other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from annotations.errors import UserError
from annotations.schema.types import Schema
from annotations.statistics.shapes import Overview, Scope, StatisticsPart
from models.queries.statistics.gathering import gathered
from models.queries.statistics.overview import overview
from models.store import opening, presence
from models.store.database import snapshot
from models.store.rows import Row

DATABASE_FILE = "project.db"
WHY = "only its figures are wanted"
STOPPED = "The counting was stopped."
UNREAD = "The project's figures cannot be counted: {}."


class StatisticsReader:
    """A reader of the figures of the project in a folder; `schema` is that of the open project.

    A read that `stop` ends, or that fails, raises UserError.
    """

    def __init__(self, folder: Path, schema: Schema) -> None:
        """Open the file to be read.  UserError when it cannot be."""
        self.schema, self._path = schema, folder / DATABASE_FILE
        presence.require(self._path)
        self._opened = opening.read_alone(self._path, WHY)
        self._connection: sqlite3.Connection = self._opened.db.connection()
        self._is_stopped = False

    @property
    def db(self) -> StatisticsReader:
        """Return itself: what reads rows."""
        return self

    def rows(self, sql: str, values: Row = ()) -> list[Row]:
        """Return the rows that the statement gives."""
        try:
            if self._is_stopped:
                raise UserError(STOPPED)
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise UserError(STOPPED if self._is_stopped else UNREAD.format(error)) from error

    def version(self) -> tuple[int, opening.Stamp | None]:
        """Return a value that differs once anybody has written to the project: to be asked every second or so."""
        [(number,)] = self.rows("PRAGMA data_version")
        return int(number), self._opened.seen and opening.stamp(self._path)

    def overview(self, scope: Scope) -> Overview:
        """Return the figures of the first page, as `overview.overview`."""
        with snapshot(self._connection):
            return overview(self, scope)

    def gathered(self, scope: Scope) -> Iterator[StatisticsPart]:
        """Yield all parts as they are counted, as `gathering.gathered`, of the project as it is at the first."""
        with snapshot(self._connection):
            yield from gathered(self, scope)

    def stop(self) -> None:
        """End what is being read, and all that is asked after it."""
        self._is_stopped = True
        with suppress(sqlite3.ProgrammingError):  # closed just now
            self._connection.interrupt()

    def close(self) -> None:
        self._opened.close()
