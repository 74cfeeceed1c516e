"""A project's own list, `patterns.jsonl`, as the file that it is: read, and written over what was read alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotations.errors import NotWritten, ReadOnly, UserError, cause, unread
from annotations.files.there import is_file
from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.own_list import OwnList
from annotations.suggest.pattern_lines import FILE, PatternLine, parsed
from annotations.suggest.word_lists import MOST_BYTES, WordList
from annotations.whole_files import stamp_of, write_whole
from models.project import Project
from models.transfer.creating import wordings

CHANGED = "Another program has changed the list meanwhile; nothing was written, and it is shown as it is now."

Stamp = tuple[int, int] | None


@dataclass(frozen=True)
class ListFile:
    """The list as the file had it, and what tells whether the file is still the same."""

    list: OwnList
    stamp: Stamp


class ListChanged(UserError):
    """A list that is another in the file than the one it was made of; nothing was written."""


def path_of(project: Project) -> Path:
    """Return where the project's list lies, or would."""
    return project.folder / FILE


def stamp(project: Project) -> Stamp:
    """Return what tells whether the file has been written since; None when there is none."""
    return stamp_of(path_of(project))


def read(project: Project) -> ListFile:
    """Return the list; an empty one when there is no file.  UserError when it cannot be read."""
    path = path_of(project)
    found = stamp_of(path)
    if found is None and not path.is_symlink():
        return ListFile(OwnList(), None)
    try:
        if not is_file(path):
            raise UserError("This is no file; put it elsewhere to have a list here.", where=path)
        if path.stat().st_size > MOST_BYTES:
            raise UserError(
                f"This list is not read: it has more than {MOST_BYTES:,} bytes. Split it.", where=path
            )
        return ListFile(OwnList.of(path.read_bytes().decode("utf-8")), found)
    except OSError as error:
        raise UserError(f"The list cannot be read: {unread(error)}.", where=path) from error
    except UnicodeDecodeError as error:
        raise UserError("The list cannot be read; it should be JSON lines in UTF-8.", where=path) from error


def write(project: Project, made: OwnList, was: ListFile) -> ListFile:
    """Write the list in place of the one that was read; return it as it is in the file now.

    ListChanged when the file is another now; NotWritten when it cannot be written.
    """
    path = path_of(project)
    if project.read_only:
        raise ReadOnly(project.read_only, where=project.folder)
    project.db.place.require()
    if stamp_of(path) != was.stamp:
        raise ListChanged(CHANGED)
    try:
        write_whole(path, made.text, private=True)
    except OSError as error:
        raise NotWritten(f"The list could not be written: {cause(error)}.", where=path) from error
    return ListFile(made, stamp_of(path))


def add(project: Project, listed: WordList) -> int:
    """Write what the list lacks of another one at its end; return how many patterns that is.

    UserError when the list cannot be read or written.
    """
    was = read(project)
    made, many = was.list.adding(listed.patterns)
    if many:
        write(project, made, was)
    return many


def stopped(project: Project) -> frozenset[tuple[str, str]]:
    """Return the (wording, label) that the list stops; none where it cannot be read."""
    try:
        rows = read(project).list.rows
    except UserError:
        return frozenset()
    lines = (parsed(row.words) for row in rows if row.is_pattern and row.words.startswith("{"))
    return frozenset((" ".join(str(one.pattern).split()), one.label) for one in lines if one.is_stop)


def stop(project: Project, wordings: Iterable[tuple[str, str]]) -> list[PatternLine]:
    """Write those (label, wording) into the list as such that nothing is to suggest; return the lines that it lacked.

    UserError when the list cannot be read or written.
    """
    was = read(project)
    lines = [PatternLine(label, wording, is_stop=True) for label, wording in wordings]
    new = [line for line in lines if not was.list.line_of(line)]
    if new:
        write(project, was.list.adding(new)[0], was)
    return new


def take_out(project: Project, lines: Iterable[PatternLine]) -> None:
    """Take those lines out of the list, as far as they are there.  UserError as `stop`."""
    was = read(project)
    numbers = {number for line in lines if (number := was.list.line_of(line))}
    if numbers:
        write(project, was.list.without(numbers), was)


def of_file(project: Project, path: Path, label: str) -> WordList:
    """Return the wordings of a file, each of one of the project's labels; the others are problems of theirs.

    `label` is for lines that name none.  UserError when the file is no list; LabelWanted when it needs a label.
    """
    return wordings(path, label, project.schema.labels)
