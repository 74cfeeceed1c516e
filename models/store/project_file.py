"""`project.yaml` of an open project: read, followed when a person edits it, and written whole.

What a person wrote in it stays, but for what is changed: comments, order, quotes and keys that mean nothing here.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path
from typing import NamedTuple

from annotations.errors import NotWritten, UserError, cause
from annotations.files.there import is_folder, is_there
from annotations.schema import changes as schema_changes
from annotations.schema import reader as schema_reader
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
        self._told: list[str] = []  # of keys that mean nothing
        self.schema: Schema = schema_reader.read(path, self._told)
        self._text = _text(path)  # as it was when it could be read last
        self._trouble = ""
        self.news: list[News] = [News(one) for one in self._told]

    @property
    def text(self) -> str:
        """Return the file's text as it was when it could be read last, or was written."""
        return self._text

    def write(self, schema: Schema) -> None:
        """Write the file; the old one is kept in `backups/`.  UserError when that cannot be done."""
        self.put(self.prepare(schema)[1])

    def prepare(self, schema: Schema) -> tuple[str, str]:
        """Do all but the last step of `write`; return the text as it is, and as it is to be.

        UserError when that cannot be done, or a person's edit would go.
        """
        self._check_unedited()
        before = _text(self._path)
        before = before if before.strip() else self._text
        after = _rewritten(before, schema)
        try:
            backup.save_file(self._path, why="before-change")
        except OSError as error:
            raise _unwritten(self._path, error) from error
        return before, after

    def put(self, text: str) -> None:
        """Write the file, which holds this schema from now on.  UserError when that cannot be done."""
        try:
            write_whole(self._path, _in_manner(self._path, text), private=True)
        except OSError as error:
            raise _unwritten(self._path, error) from error
        self._take(text)

    def carry(self, before: str, after: str) -> None:
        """Bring the file from the text `before` to the text `after`, where it is not there yet.

        One that a person has edited meanwhile keeps that, and gets the names that it lacks.  UserError when it
        cannot be read or written.
        """
        there = _text(self._path)
        if there in (before, after):
            self._put_other(there, after)
            return
        now, wanted = schema_reader.read(self._path), schema_reader.parse(after, self._path)
        if now in (schema_reader.parse(before, self._path), wanted):
            self._put_other(there, _rewritten(there, wanted))
            return
        from annotations.schema.role_changes import put_role_back

        for label in wanted.labels.values():
            now = schema_changes.put_back(now, "labels", label)
        for fact_type in wanted.facts.values():
            now = schema_changes.put_back(now, "facts", fact_type)
            for role in fact_type.roles.values():
                now = put_role_back(now, fact_type.name, role)
        self._put_other(there, _rewritten(there, now))

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
            notes: list[str] = []
            self._text, self.schema = _text(self._path), schema_reader.read(self._path, notes)
            self.news += [News(note) for note in notes if note not in self._told]
            self._told = notes
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

    def _put_other(self, there: str, text: str) -> None:
        if there == text:
            self._take(text)
        else:
            self.put(text)

    def _take(self, text: str) -> None:
        """Note that the file holds this schema, which we wrote."""
        notes: list[str] = []
        self.schema, self._text, self._trouble = schema_reader.parse(text, self._path, notes), text, ""
        self._told = notes  # we added none of them
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
        why = error.sentence if is_there(self._path) else "The file was deleted."
        said = f"{place}: {why} {STAYS}"
        if said == self._trouble:
            return
        kept = "" if self._trouble else self._kept()
        self._trouble = said
        self.news.append(News(said + kept))

    def _kept(self) -> str:
        """Keep the text that could be read last; return a sentence that says where."""
        if not is_folder(self._path.parent):  # a folder that is gone is not made anew
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


def _in_manner(path: Path, text: str) -> str:
    """Return the text with the mark and the ends of lines that the file has."""
    try:
        there = path.read_bytes()
    except OSError:
        return text
    mark = "\ufeff" if there.startswith(BOM_UTF8) else ""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in there else text)


def _rewritten(text: str, schema: Schema) -> str:
    from annotations.schema.rewriting import rewritten  # most who open a project change no schema

    return rewritten(text, schema)
