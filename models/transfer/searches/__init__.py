"""Saved searches of a project: `searches.yaml` beside `project.yaml`, a name and a line each, in the person's order.

A file that cannot be read is told with its line and never written over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from annotations.errors import NotWritten, UserError, cause, unread
from annotations.files.there import is_there
from annotations.plain_names import plain, same_but_for_looks
from annotations.search.mistakes import unknown
from annotations.search.parsing import had, parse
from annotations.search.saved import searches_read, searches_written
from annotations.whole_files import write_whole

FILE = "searches.yaml"
MOST_BYTES = 1_000_000
LONGEST_NAME = 100  # code points
ELSE = "Mend the file, or put it elsewhere to begin a new one"


def saved_searches(folder: Path) -> dict[str, str]:
    """Return the line of each saved search by its name, in order; none without a file.

    UserError with the line of the file when it cannot be read.  The lines themselves may have mistakes.
    """
    path = folder / FILE
    try:
        if not is_there(path) and not path.is_symlink():
            return {}
        if path.stat().st_size > MOST_BYTES:
            raise UserError(
                f"This is too long for saved searches: more than {MOST_BYTES:,} bytes.", where=path
            )
        return searches_read(path.read_text("utf-8-sig"))
    except UserError as error:
        raise UserError(f"{error.sentence} {ELSE}.", where=path, line=error.line) from error
    except OSError as error:
        raise UserError(f"The saved searches cannot be read: {unread(error)}.", where=path) from error
    except UnicodeDecodeError as error:
        raise UserError(f"The saved searches are no UTF-8 text. {ELSE}.", where=path) from error


def saved_search(folder: Path, name: str) -> str:
    """Return the line of the saved search of that name.  UserError when there is none, or the file cannot be read."""
    return _with(folder, name)[name]


def save_search(folder: Path, name: str, line: str) -> None:
    """Save the line under the name, in place of the one that has it, else at the end.

    UserError when the name is none or looks like another's, the line is no search (SearchMistake), or the file cannot be read or written.
    """
    parse(line)
    kept, called = saved_searches(folder), named(name)
    if called not in kept:
        _check_free(kept, called)
    _write(folder, kept | {called: line})


def rename_search(folder: Path, name: str, new: str) -> None:
    """Give a saved search another name, where it stands.  UserError when another one has that or one that looks so."""
    kept, called = _with(folder, name), named(new)
    _check_free([one for one in kept if one != name], called)
    _write(folder, {called if one == name else one: line for one, line in kept.items()})


def remove_search(folder: Path, name: str) -> None:
    """Take the saved search out.  UserError when there is none of that name."""
    kept = _with(folder, name)
    _write(folder, {one: line for one, line in kept.items() if one != name})


def named(name: str) -> str:
    """Return the name as it is saved.  UserError when nothing is left of it or it is too long."""
    called = plain(" ".join(name.split()))
    if not called or len(called) > LONGEST_NAME:
        raise UserError(f"A saved search needs a name of 1 to {LONGEST_NAME} characters.")
    return called


def _check_free(names: Iterable[str], called: str) -> None:
    if other := next((one for one in names if one == called or same_but_for_looks(one, called)), ""):
        raise UserError(f"There is a search “{other}” already; choose another name.")


def _with(folder: Path, name: str) -> dict[str, str]:
    """Return the saved searches, of which one has the name."""
    kept = saved_searches(folder)
    if name not in kept:
        raise unknown("saved search", name, kept, had(kept))
    return kept


def _write(folder: Path, searches: Mapping[str, str]) -> None:
    try:
        write_whole(folder / FILE, searches_written(searches), private=True)
    except OSError as error:
        raise NotWritten(f"The search could not be saved: {cause(error)}.", where=folder / FILE) from error
