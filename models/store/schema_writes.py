"""Changes of database and `project.yaml` that belong together: both come, or neither.

The database commits first, with a note of what the file is to become; then the file is written and the note goes.
A program that was killed in between leaves the note, and whoever opens the project next does the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from annotations.errors import UserError
from annotations.schema.room import LIMIT, SchemaRoom
from annotations.schema.types import Schema
from models.store.database import Database
from models.store.project_file import ProjectFile


class SchemaWrites:
    """The writes of one open project that may take its schema along."""

    def __init__(self, database: Database, file: ProjectFile) -> None:
        self._db, self._file = database, file
        self._inside, self._wanted = False, False
        self.is_late = False  # the file lacks what the database says it is to hold

    @contextmanager
    def together(self) -> Iterator[None]:
        """Hold one transaction over database and schema; one within another is part of it.

        UserError when either cannot be written; then both are as they were.
        """
        if self._inside:
            yield
            return
        self.finish()
        self._inside, self._wanted = True, False
        try:
            with self._db.writing():
                yield
        finally:
            self._inside = False
        if self._wanted:
            self.finish()
            with suppress(UserError):  # another program may have written the file before us
                self._file.read_again()

    def want(self, schema: Schema) -> None:
        """Have `project.yaml` hold the schema once the transaction is written.  Only within `together`."""
        texts = self._file.prepare(schema)
        self._db.run("DELETE FROM schema_write")
        self._db.run("INSERT INTO schema_write VALUES (?, ?)", texts)
        self._wanted = True

    def add_labels(self, names: Iterable[str]) -> list[str]:
        """Add the labels that the schema lacks, without keys; return their names."""
        wanted = set(names)
        if wanted <= self._file.schema.labels.keys():
            return []
        with self.together():
            schema = self._file.read_again()  # a person may have edited it meanwhile
            missing = sorted(wanted - schema.labels.keys())
            if missing and not SchemaRoom(schema).take(missing):
                count = f"{len(missing):,} new label{'s' if len(missing) > 1 else ''}"
                raise UserError(
                    f"No room is left in the schema for {count}, so nothing was written: {LIMIT}."
                )
            if missing:
                self.want(schema.adding_labels(missing))
        return missing

    def catch_up(self) -> None:
        """Try `finish` again when it could not be done."""
        if self.is_late:
            self.finish()

    def finish(self) -> None:
        """Write to `project.yaml` what the database says is still to be written.

        Where that cannot be done now, it is told once, and done later.
        """
        if self._db.row("SELECT 1 FROM schema_write") is None:
            return
        try:
            with self._db.writing():
                for before, after in self._db.rows("SELECT before, after FROM schema_write"):
                    self._file.carry(before, after)
                self._db.run("DELETE FROM schema_write")
            self.is_late = False
        except UserError as error:
            self.is_late = True
            self._file.hold(error, [row[0] for row in self._db.rows("SELECT after FROM schema_write")])
