"""Work that goes on in slices of a few milliseconds between two events, so that the window stays free; it can be ended."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.errors import UserError

SLICE = 0.012  # seconds of work between two events


class Slices(QObject):
    """The work at hand: an iterator, of which a new one ends the one before.

    `came`: what it gave, step by step; `ended`: it has given all; `failed`: a sentence, and it is over.
    """

    came = Signal(object)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[Any] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Return whether more may come."""
        return self._steps is not None

    def start(self, steps: Iterator[Any]) -> None:
        """Begin that, and end what went on before."""
        self.stop()
        self._steps = steps
        self._timer.start()

    def stop(self) -> bool:
        """End it; return whether it went on.  A process of its own, if it has one, ends with it."""
        self._timer.stop()
        steps, self._steps = self._steps, None
        if close := getattr(steps, "close", None):
            close()
        return steps is not None

    def _go_on(self) -> None:
        until = time.monotonic() + SLICE
        steps = self._steps
        while steps is not None and steps is self._steps and time.monotonic() < until:
            try:
                step = next(steps)
            except StopIteration:
                self.stop()
                self.ended.emit()
                return
            except UserError as error:
                self.stop()
                self.failed.emit(str(error))
                return
            self.came.emit(step)
