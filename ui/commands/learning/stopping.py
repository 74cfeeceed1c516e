"""Requests to stop a training and keep the best epoch: Ctrl+C, SIGTERM, and the line `cancel` on stdin."""

from __future__ import annotations

import json
import signal
import sys
from threading import Event, Thread
from types import FrameType, TracebackType
from typing import Any, Self

CANCEL = "cancel"
SIGNALS = (signal.SIGINT, signal.SIGTERM)


class StopRequests:
    """While it is entered, a first signal stops the training, and a second one the program.

    `reads`: stdin is read too, as the window writes there.
    """

    def __init__(self, reads: bool) -> None:
        self._event, self._reads = Event(), reads
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Self:
        self._before = {one: signal.signal(one, self._heard) for one in SIGNALS}
        if self._reads:
            Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for one, handler in self._before.items():
            signal.signal(one, handler)

    def is_stopped(self) -> bool:
        return self._event.is_set()

    def _heard(self, number: int, frame: FrameType | None) -> None:
        self._event.set()
        for one, handler in self._before.items():
            signal.signal(one, handler)

    def _listen(self) -> None:
        for line in sys.stdin:
            if is_cancel(line):
                self._event.set()
                return


def is_cancel(line: str) -> bool:
    """Return whether the line asks to stop: the word, or an object that says `stop`.

    >>> is_cancel('{"stop": true}')
    True
    """
    if line.strip() == CANCEL:
        return True
    try:
        said = json.loads(line)
    except ValueError:
        return False
    return isinstance(said, dict) and said.get("stop") is True
