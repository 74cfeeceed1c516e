"""The points at which an operation can fail, and the trial of one of them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults import shim
from tests.faults.child import TWIN, Outcome, suffered
from tests.faults.judge import wrong
from tests.faults.kinds import DISK, LOCK, OWN, SHIM, Kind
from tests.faults.looks import Seen, seen
from tests.faults.operations import OPERATIONS, Step, Work

PAGE = 4096
MEGABYTES = 6  # of the small disk
FREE = range(0, 300, 4)  # pages of it that are left; the last are more than any operation needs
OWN_COUNT = Kind("own-count", OWN, "")


class Trials:
    """An operation made ready once, and tried as often as wanted.  `close` it when done."""

    def __init__(self, name: str, folder: Path) -> None:
        """Do it whole, and note what is to be seen before, and after each step."""
        self.operation, self._folder, self._stack = OPERATIONS[name], folder, ExitStack()
        self._template = folder / f"{name}-template"
        self._template.mkdir(parents=True)
        self.operation.prepare(self._template)
        self.states = list(self._walked())
        self._disk: Path | None = None

    def close(self) -> None:
        self._stack.close()

    def _walked(self) -> Iterator[Seen]:
        for many in range(len(self.operation.steps) + 1):
            with self._copy() as place:
                _done(self.operation.steps[:many], place)
                yield seen(place)

    @contextmanager
    def _copy(self, disk: Path | None = None) -> Iterator[Path]:
        with TemporaryDirectory(dir=disk or self._folder) as made:
            place = Path(made) / "at"
            shutil.copytree(self._template, place)
            yield place

    def points(self, kind: Kind) -> list[int]:
        """Return every point at which it can fail in that way; none when it cannot here."""
        if kind.by == LOCK:
            return [1]
        if kind.by == DISK:
            return list(FREE) if self.disk() else []
        if kind.by == SHIM and not shim.is_loaded():
            return []
        with self._copy() as place:
            steps = suffered(self.operation, place, OWN_COUNT if kind.by == OWN else None, 0).steps
        return [n for n, name in enumerate(steps, 1) if not kind.only or name in kind.only]

    def disk(self) -> Path | None:
        """Return a disk of a few megabytes; None where none can be mounted."""
        if self._disk is None:
            disk = self._folder / f"{self.operation.name}-disk"
            disk.mkdir(exist_ok=True)
            words = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(disk)]
            if (
                not shutil.which("mount")
                or subprocess.run(words, capture_output=True, check=False).returncode
            ):
                return None
            self._stack.callback(subprocess.run, ["umount", "-l", str(disk)], check=True)
            self._disk = disk
        return self._disk

    def tried(self, kind: Kind, at: int) -> tuple[Outcome, list[str]]:
        """Let it fail there; return what was heard, and what is wrong."""
        how = {LOCK: self._locked, DISK: self._filled}.get(kind.by, self._failed)
        return how(kind, at)

    def _failed(self, kind: Kind, at: int) -> tuple[Outcome, list[str]]:
        with self._copy() as place:
            if kind.name == "replaced":
                shutil.copyfile(place / "p" / "project.db", place / TWIN)
            outcome = suffered(self.operation, place, kind, at)
            return outcome, wrong(self.operation, kind, self.states, outcome, place)

    def _locked(self, kind: Kind, at: int) -> tuple[Outcome, list[str]]:
        with self._copy() as place:
            with _lock(place / "p" / "project.db") as release:
                outcome = suffered(self.operation, place, kind, at, relieve=release)
            return outcome, wrong(self.operation, kind, self.states, outcome, place)

    def _filled(self, kind: Kind, at: int) -> tuple[Outcome, list[str]]:
        with self._copy(self.disk()) as place:
            filler = place.parent / "filler"
            _fill(filler, but=at * PAGE)
            outcome = suffered(
                self.operation, place, kind, at, relieve=lambda: filler.unlink(missing_ok=True)
            )
            filler.unlink(missing_ok=True)
            return outcome, wrong(self.operation, kind, self.states, outcome, place)


def _done(steps: tuple[Step, ...], place: Path) -> None:
    work = Work(place)
    for step in steps:
        step(work)
    work.close()


def _fill(filler: Path, *, but: int) -> None:
    """Fill the disk to its last byte, and give so many back."""
    with filler.open("wb", buffering=0) as file:
        with suppress(OSError):
            while file.write(b"x" * PAGE):
                pass
        os.ftruncate(file.fileno(), max(0, file.tell() - but))


@contextmanager
def _lock(path: Path) -> Iterator[Callable[[], None]]:
    """Have another process write to the database, until this ends or the function it gives is called."""
    begun, begin = os.pipe()
    ended, end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(end)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            os.write(begin, b".")
            os.read(ended, 1)
            connection.rollback()
        os.write(begin, b".")
        os._exit(0)
    os.read(begun, 1)

    def release() -> None:
        os.write(end, b".")
        os.read(begun, 1)

    try:
        yield release
    finally:
        os.close(end)
        os.waitpid(child, 0)
        for handle in (begun, begin, ended):
            os.close(handle)
