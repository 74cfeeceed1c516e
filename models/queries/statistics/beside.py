"""A project's file that is read beside the window: a connection of its own, in another thread, that can be stopped."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Lock
from typing import Any

from annotations.errors import UserError
from annotations.schema.types import Schema
from models.store import opening, presence
from models.store.database import HasRows
from models.store.rows import Row

DATABASE_FILE = "project.db"
FAILED = "The statistics could not be counted: {}."


class StoppedReading(Exception):
    """The end of a reading that was stopped."""


class WorkBeside:
    """The file of a project, read as it lies there; what is laid out goes with the connection.

    All is used in the thread that made it, but for `stop`.
    """

    def __init__(self, folder: Path, schema: Schema) -> None:
        """Open the file.  UserError when it cannot be read."""
        path = folder / DATABASE_FILE
        self.schema, self._is_stopped, self._is_closed = schema, False, False
        self._closing = Lock()
        try:
            presence.require(path)
            self._open = opening.read_alone(path, "")
            self._connection: Any = self._open.db.connection()
        except opening.ERRORS as error:
            raise UserError(FAILED.format(error)) from error

    @property
    def db(self) -> HasRows:
        """Return the rows: the file itself."""
        return self

    def rows(self, sql: str, values: Row = ()) -> list[Row]:
        """Return the rows of a statement.  StoppedReading after `stop`; UserError when they cannot be read."""
        try:
            if not self._is_stopped:
                found: list[Row] = self._connection.execute(sql, values).fetchall()
                return found
        except sqlite3.Error as error:
            if not self._is_stopped:
                raise UserError(FAILED.format(error)) from error
        raise StoppedReading

    def stop(self) -> None:
        """End what is read now, and read nothing more; in any thread."""
        self._is_stopped = True
        with self._closing:
            if not self._is_closed:
                self._connection.interrupt()

    def close(self) -> None:
        """Close the file, in the thread that opened it."""
        with self._closing:
            self._is_closed = True
            self._open.close()
