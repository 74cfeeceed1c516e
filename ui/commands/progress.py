"""Progress of a command: a bar on stderr for a person, or JSON lines on stdout for the window."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

PACE = 0.1  # seconds between two lines


class ProgressReport:
    """The progress of a command: ticks counted up to `total`, in one phase or several."""

    def __init__(self, as_json: bool, doing: str) -> None:
        self.total = 0
        self._done, self._said, self._json, self._doing = 0, 0.0, as_json, doing
        self._bar: Any = None

    def __enter__(self) -> Self:
        if not self._json and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress as Bar

            self._bar = Bar(console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task(self._doing, total=None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def begin(self, doing: str, count: int, *, later: int = 0) -> Callable[[], None]:
        """Begin a phase of `count` ticks; return its tick.  `later`: how many are expected after it."""
        self._doing, self.total = doing, self._done + count + later
        self._say()
        return self.tick

    def expect(self, count: int) -> None:
        """Take in that there are so many more ticks than was thought."""
        self.total += count

    def tick(self, count: int = 1) -> None:
        self._done += count
        if time.monotonic() - self._said >= PACE or self._done >= self.total:
            self._say()

    def _say(self) -> None:
        self._said = time.monotonic()
        if self._bar:
            total = max(self.total, self._done)
            self._bar.update(self._task, description=self._doing, completed=self._done, total=total)
        elif self._json:
            print(json.dumps({"doing": self._doing, "done": self._done, "of": self.total}), flush=True)
