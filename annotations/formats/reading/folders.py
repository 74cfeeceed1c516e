"""The files that an import names: those of a folder, and why a path is none that can be read."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from annotations.errors import unread
from annotations.formats.reading.how_read import Source
from annotations.formats.reading.layouts import Placed, place_of
from annotations.problems import Notice, Problem
from annotations.stages import is_staged


def meant(paths: Iterable[Path], known: Collection[str]) -> Iterator[Source | Problem]:
    """Yield the files that the paths mean, of folders those with a `known` ending; each with what its place says."""
    for path in paths:
        if os.path.isdir(path):  # False where it may not be asked
            files, problems = inside(path, known)
            files = [file for file in files if not is_staged(file, path)]
            beside = {file.absolute() for file in files}
            wanted = [_as_source(file, place_of(file, beside)) for file in files]
            yield from (one for one in wanted if one)
            yield from problems
            if not any(wanted) and not problems:
                yield Problem(path, None, "There is no file in this folder that can be imported.")
        elif why := no_file(path):
            yield Problem(path, None, why)
        else:
            place = place_of(path)
            yield Source(path, place.annotator, place.document)


def _as_source(path: Path, place: Placed) -> Source | Notice | None:
    """Return the file with what its place says of it; why it is not read, None where that is nothing to report."""
    if place.is_meant:
        return Source(path, place.annotator, place.document)
    return Notice(path, None, place.why) if place.why else None


def inside(folder: Path, known: Collection[str]) -> tuple[list[Path], list[Problem]]:
    """Return the files below the folder that have a known ending, in order of name, and what could not be looked at."""
    files, problems = list[Path](), list[Problem]()

    def failed(error: OSError) -> None:
        said = f"This folder cannot be read, so nothing in it was imported: {unread(error)}."
        problems.append(Problem(Path(error.filename), None, said))

    for place, _, names in os.walk(folder, onerror=failed):
        for path in (Path(place, name) for name in names if Path(name).suffix.lower() in known):
            if why := no_file(path):
                problems.append(Problem(path, None, why))
            else:
                files.append(path)
    return sorted(files), sorted(problems, key=lambda problem: str(problem.file))


def no_file(path: Path) -> str:
    """Return why the path is no file that could be read, as a sentence; "" when it is one."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return "This link leads nowhere." if path.is_symlink() else "There is no such file."
    except OSError as error:
        if error.errno == errno.ELOOP:
            return "This link leads back to itself."
        return f"The file cannot be read: {unread(error)}."
    return (
        "" if stat.S_ISREG(mode) else "This is no file that could be read, but a pipe, a socket or a device."
    )
