"""The files that an import names: those of folders and zips, what was passed over, and why a path is none that can be read."""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import field
from pathlib import Path

from annotations.errors import UserError, unread
from annotations.exchange import manifests
from annotations.formats.reading.how_read import Source
from annotations.formats.reading.layouts import place_of
from annotations.formats.reading.zips import ZIPS, Unpacking, is_zip, kind_of_ours
from annotations.problems import Notice, Problem
from annotations.processes.quick_dataclass import dataclass

UNSEEN = {"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "__pycache__", "$recycle.bin", "@eadir"}
ARCHIVES = (".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".7z", ".rar")  # they are told what to do
BESIDE = (".xml", ".conf")  # what readers look for beside a file
FEW = 5  # names of what was passed over
PROJECT = (
    "This is a Factmark project, and nothing in it was imported: open it, or bring its annotators' work here by "
    "`pack` there and `merge` here."
)
OURS = {
    manifests.WORK: "This is a package of annotators' work: bring it in by `merge`.",
    manifests.PROJECT: "This is a packed project: open it, or bring its annotators' work in by `merge`.",
}
NESTED = "This zip lies in a zip that lies in a zip: unpack it and import what is inside."
CLOSED = "This is a zip: unpack it and name what is inside."
NOTHING = "There is no file in this {what} that can be imported{holds}."


@dataclass
class _Looked:
    """The content of a folder or zip that is given: files with their places in words, what was passed over, what went wrong."""

    files: list[tuple[Path, str]] = field(default_factory=list)
    passed: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def passed_over(self) -> str:
        """Return what was passed over, by kind and the first names; "" for nothing."""
        if not self.passed:
            return ""
        kinds = Counter(path.suffix.lower() or "without an ending" for path in self.passed)
        counted = ", ".join(f"{count:,} {kind}" for kind, count in kinds.most_common())
        named = ", ".join(path.name for path in self.passed[:FEW])
        return f"{counted} ({named}{', …' if len(self.passed) > FEW else ''})"


def meant(
    paths: Iterable[Path], known: Collection[str], zips: Unpacking | None
) -> Iterator[Source | Problem]:
    """Yield the files that the paths mean, of folders and zips those with a `known` ending; each with what its place says."""
    for path in paths:
        if os.path.isdir(path):  # False where it may not be asked
            yield from _of_many(path, known, zips, "folder")
        elif why := no_file(path):
            yield Problem(path, None, why)
        elif is_zip(path):
            yield from _of_many(path, known, zips, "zip")
        else:
            place = place_of(path)
            yield Source(path, place.annotator, place.document)
            yield from (Notice(path, None, said) for said in [place.said] if said)


def _of_many(
    path: Path, known: Collection[str], zips: Unpacking | None, what: str
) -> Iterator[Source | Problem]:
    """Yield the files of a folder or zip, in order of name, then what was not taken of it."""
    looked = _Looked()
    wanted = {*known, *ARCHIVES, *ZIPS}
    if what == "zip":
        _look_into(path, str(path), wanted, zips, looked, depth=1)
    else:
        _look(path, "", wanted, zips, looked, depth=0)
    beside = frozenset(file.absolute() for file, _ in looked.files)
    count, told = 0, dict[str, None]()
    for file, shown in looked.files:
        place = place_of(file, beside)
        told |= {place.said: None}
        if place.is_meant:
            count += 1
            yield Source(file, place.annotator, place.document, shown)
        elif place.why:
            yield Notice(shown or file, None, place.why)
    placed = [(one, place_of(one, beside)) for one in looked.passed]
    said = _Looked(passed=[one for one, place in placed if place.is_meant]).passed_over()
    told |= {place.said: None for _, place in placed}
    yield from (Notice(path, None, one) for one in told if one)
    yield from looked.problems
    if not count and not looked.problems:
        yield Problem(path, None, NOTHING.format(what=what, holds=said and f"; it holds {said}"))
    elif said:
        yield Notice(path, None, f"Passed over: {said}.")


def _look(
    folder: Path, shown: str, wanted: Collection[str], zips: Unpacking | None, looked: _Looked, depth: int
) -> None:
    """Note what lies in the folder; zips in it are unpacked, and one in one of these."""
    if is_project(folder):
        looked.problems.append(Problem(shown or folder, None, PROJECT))
        return
    for path, problem in _inside(folder):
        name = f"{shown}/{path.relative_to(folder).as_posix()}" if shown else ""
        if problem:
            looked.problems.append(Problem(name or problem.file, None, problem.reason))
        elif path.suffix.lower() not in wanted:
            looked.passed.append(path)
        elif path.suffix.lower() in ZIPS and is_zip(path):
            _look_into(path, name or str(path), wanted, zips, looked, depth + 1)
        else:
            looked.files.append((path, name))


def _look_into(
    path: Path, shown: str, wanted: Collection[str], zips: Unpacking | None, looked: _Looked, depth: int
) -> None:
    """Unpack the zip and note what lies in it."""
    try:
        if ours := kind_of_ours(path):
            raise UserError(OURS[ours])
        if zips is None or depth > 2:
            raise UserError(NESTED if zips else CLOSED)
        (folder, zipped), there = zips.folder_for(path), len(looked.passed)
        for one in zips.unpack(zipped, folder, {*wanted, *BESIDE}):
            if isinstance(one, str):
                looked.problems.append(Problem(shown, None, one))
            elif not any(map(_is_unseen, one.relative_to(folder).parts)):
                looked.passed.append(one)
        if {"project.yaml", "project.db"} <= {one.name for one in looked.passed[there:]}:
            del looked.passed[there:]
            raise UserError(PROJECT)
        _look(folder, shown, wanted, zips, looked, depth)
    except UserError as error:
        looked.problems.append(Problem(shown, None, error.sentence))
    except OSError as error:
        looked.problems.append(Problem(shown, None, f"This zip cannot be unpacked: {unread(error)}."))


def _inside(folder: Path) -> Iterator[tuple[Path, Problem | None]]:
    """Yield the files below the folder in order of name, each with why it cannot be read, or None."""
    found: list[tuple[Path, Problem | None]] = []

    def failed(error: OSError) -> None:
        said = f"This folder cannot be read, so nothing in it was imported: {unread(error)}."
        found.append((Path(error.filename), Problem(Path(error.filename), None, said)))

    for place, folders, names in os.walk(folder, onerror=failed):
        folders[:] = [name for name in folders if not _is_unseen(name)]
        for inner in [name for name in folders if is_project(Path(place, name))]:
            folders.remove(inner)
            found.append((Path(place, inner), Problem(Path(place, inner), None, PROJECT)))
        for name in folders:
            if os.path.islink(Path(place, name)):
                said = "This folder is a link and was not looked into; name it to import it."
                found.append((Path(place, name), Problem(Path(place, name), None, said)))
        for path in (Path(place, name) for name in names if not _is_unseen(name)):
            why = no_file(path)
            found.append((path, Problem(path, None, why) if why else None))
    yield from sorted(found, key=lambda one: one[0])


def _is_unseen(name: str) -> bool:
    """Return whether a file or folder is a system's or a program's own, of which nothing is said."""
    return name.startswith((".", "~$")) or name.lower() in UNSEEN


def is_project(folder: Path) -> bool:
    """Return whether the folder is a project of Factmark's."""
    return all(os.path.isfile(folder / name) for name in ("project.yaml", "project.db"))


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
