"""`project.yaml` of an open project: read, followed when a person edits it, and written whole."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from annotations.errors import NotWritten, UserError, cause
from annotations.schema import changes as schema_changes
from annotations.schema import reader as schema_reader
from annotations.schema import writer as schema_writer
from annotations.schema.types import Schema
from annotations.whole_files import stamp_of, write_whole
from models.store import backup

STAYS = "The schema as it was stays in use until that is mended."
MENDED = "project.yaml can be read again."


class News(NamedTuple):
    """A sentence on the file: on what is wrong with it, or that it is no more."""

    sentence: str
    is_fault: bool = True


class ProjectFile:
    """The schema as the file had it when it was read last, or as it was written since.

    `news`: what a person should be told of the file, once; whoever tells it clears the list.
    """

    def __init__(self, path: Path) -> None:
        """Read the file.  UserError when it has a mistake."""
        self._path = path
        self._seen = stamp_of(path)
        self.schema: Schema = schema_reader.read(path)
        self._text = _text(path)  # as it was when it could be read last
        self._trouble = ""
        self.news: list[News] = []

    @property
    def text(self) -> str:
        """Return the file's text as it was when it could be read last, or was written."""
        return self._text

    def write(self, schema: Schema) -> None:
        """Write the file; the old one is kept in `backups/`.  UserError when that cannot be done."""
        self.prepare(schema)
        self.put(schema_writer.dump(schema))

    def prepare(self, schema: Schema) -> None:
        """Do all but the last step of `write`.  UserError when that cannot be done, or a person's edit would go."""
        text = schema_writer.dump(schema)
        schema_reader.parse(text, self._path)  # what cannot be read back is not written
        self._check_unedited()
        try:
            backup.save_file(self._path, why="before-change")
        except OSError as error:
            raise _unwritten(self._path, error) from error

    def put(self, text: str) -> None:
        """Write the file, which holds this schema from now on.  UserError when that cannot be done."""
        try:
            write_whole(self._path, text, private=True)
        except OSError as error:
            raise _unwritten(self._path, error) from error
        self._take(text)

    def carry(self, before: str, after: str) -> None:
        """Bring the file from the text `before` to the text `after`, where it is not there yet.

        One that a person has edited meanwhile keeps that, and gets the names that it lacks.  UserError when it
        cannot be read or written.
        """
        if _text(self._path) == after:
            self._take(after)
            return
        now, wanted = schema_reader.read(self._path), schema_reader.parse(after, self._path)
        if now == schema_reader.parse(before, self._path):
            self.put(after)
            return
        for label in wanted.labels.values():
            now = schema_changes.put_back(now, "labels", label)
        for fact_type in wanted.facts.values():
            now = schema_changes.put_back(now, "facts", fact_type)
        self.put(schema_writer.dump(now))

    def hold(self, error: UserError, wanted: list[str]) -> None:
        """Take the text for the file's that could not be written as yet, and have that told once."""
        said = f"project.yaml is not written yet: {error.sentence} It is written as soon as it can be."
        if wanted:
            self.schema = schema_reader.parse(wanted[-1], self._path)
        if said != self._trouble:
            self._trouble = said
            self.news.append(News(said))

    def read_again(self) -> Schema:
        """Return the schema as the file has it now.  UserError when it has a mistake."""
        if _text(self._path) != self._text:
            self._text, self.schema = _text(self._path), schema_reader.read(self._path)
        return self.schema

    def reread(self) -> bool:
        """Take in what a person has changed; return True when there was anything.

        A file that is gone, empty or has a mistake in it is told, and left for later.
        """
        before, stamp = self.schema, stamp_of(self._path)
        if stamp == self._seen:
            return False
        self._seen = stamp
        try:
            self.read_again()
        except UserError as error:
            self._say_trouble(error)
            return False
        if self._trouble:
            self._trouble = ""
            self.news.append(News(MENDED, is_fault=False))
        return self.schema != before

    def _take(self, text: str) -> None:
        """Note that the file holds this schema, which we wrote."""
        self.schema, self._text, self._trouble = schema_reader.parse(text, self._path), text, ""
        self._seen = stamp_of(self._path)

    def _check_unedited(self) -> None:
        """Raise UserError when the file is not as it was read: a person's edit would be overwritten.

        One that was deleted or emptied holds nothing to overwrite.
        """
        there = _text(self._path)
        if not there.strip() or there == self._text:
            return
        if schema_reader.read(self._path) != self.schema:
            raise UserError(
                "Another program has just changed this file; nothing was changed, try it again.",
                where=self._path,
            )

    def _say_trouble(self, error: UserError) -> None:
        place = self._path.name if error.line is None else f"{self._path.name}:{error.line}"
        why = error.sentence if self._path.exists() else "The file was deleted."
        said = f"{place}: {why} {STAYS}"
        if said == self._trouble:
            return
        kept = "" if self._trouble else self._kept()
        self._trouble = said
        self.news.append(News(said + kept))

    def _kept(self) -> str:
        """Keep the text that could be read last; return a sentence that says where."""
        if not self._path.parent.is_dir():  # a folder that is gone is not made anew
            return ""
        try:
            copy = backup.free_name(
                self._path.parent / "backups", f"{self._path.stem}-last-good", self._path.suffix
            )
            write_whole(copy, self._text, private=True)
        except OSError:
            return ""
        return f" It is kept as backups/{copy.name}."


def _unwritten(path: Path, error: OSError) -> NotWritten:
    return NotWritten(f"The schema could not be written: {cause(error)}.", where=path)


def _text(path: Path) -> str:
    """Return what the file holds; "" when it cannot be read as text."""
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
