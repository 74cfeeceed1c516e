"""`project.yaml` of an open project: read, followed when a person edits it, and written whole."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from annotations.errors import UserError
from annotations.schema import reader as schema_reader
from annotations.schema import writer as schema_writer
from annotations.schema.types import Schema
from annotations.whole_files import write_whole
from models.store import backup


class ProjectFile:
    """The schema as the file had it when it was read last, or as it was written since."""

    def __init__(self, path: Path) -> None:
        """Read the file.  UserError when it has a mistake."""
        self._path = path
        self._seen = _stamp(path)
        self.schema: Schema = schema_reader.read(path)

    def write(self, schema: Schema) -> None:
        """Write the file; the old one is kept in `backups/`.  UserError when that cannot be done."""
        try:
            text = schema_writer.dump(schema)
            schema_reader.parse(text, self._path)  # what cannot be read back is not written
            backup.save_file(self._path, why="before-change")
            write_whole(self._path, text)
        except OSError as error:
            said = f"The schema could not be written: {error.strerror}."
            raise UserError(said, where=self._path) from error
        self.schema = schema

    def add_labels(self, names: Iterable[str]) -> list[str]:
        """Add the labels that the schema lacks, without keys; return their names."""
        wanted = set(names)
        if wanted <= self.schema.labels.keys():
            return []
        self.schema = schema_reader.read(self._path)  # a person may have edited it meanwhile
        missing = sorted(wanted - self.schema.labels.keys())
        if missing:
            self.write(self.schema.adding_labels(missing))
        return missing

    def reread(self) -> bool:
        """Take in what a person has changed; return True when there was anything.

        A file with a mistake in it is left for later.
        """
        before, stamp = self.schema, _stamp(self._path)
        if stamp == self._seen:
            return False
        self._seen = stamp
        with suppress(UserError):
            self.schema = schema_reader.read(self._path)
        return self.schema != before


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return a value that differs once the file has been written; None when it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
