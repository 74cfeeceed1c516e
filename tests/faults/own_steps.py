"""Our own steps in the file system, without any shim: the n-th fails, or the process ends there.

Names come by Python's audit events, writes and syncs by its profiler; SQLite's are not among them.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from tests.killing import KILLED, STEPS

FILES = (io.TextIOWrapper, io.BufferedWriter, io.FileIO)
Hit = Callable[[str], None]


class OwnSteps:
    """The count of this process's steps below a folder, and what becomes of the n-th."""

    def __init__(self, below: Path, *, at: int, error: int, hit: Hit) -> None:
        """`error`: 0 ends the process; `at` 0 only counts."""
        self._below, self._at, self._error, self._hit = str(below), at, error, hit
        self.count, self._is_on = 0, True
        sys.addaudithook(self._audited)
        sys.setprofile(self._profiled)

    def stop(self) -> None:
        sys.setprofile(None)
        self._is_on = False

    def _audited(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._is_on and event in STEPS and any(map(self._is_below, arguments)):
            self._step(event)

    def _profiled(self, frame: FrameType, event: str, what: Any) -> None:
        if event != "c_call" or not self._is_on:
            return
        if what.__name__ == "fsync":
            self._step("fsync")
        elif what.__name__ == "write" and isinstance(what.__self__, FILES):
            self._written(what.__self__)

    def _written(self, file: Any) -> None:
        if self._is_below(getattr(file, "name", "")):
            self._step("write")

    def _is_below(self, path: object) -> bool:
        return isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path).startswith(self._below)

    def _step(self, name: str) -> None:
        self.count += 1
        if self._at and self.count != self._at:
            return
        self._hit(f"hit {self.count} {name}\n")
        if not self._at:
            return
        if not self._error:
            os._exit(KILLED)
        raise OSError(self._error, os.strerror(self._error))
