"""A time within which something must be done: a regular expression can take longer than the universe has.

The alarm is the system's, which regular expressions heed; where there is none (Windows), or beside the main thread, there is no limit.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooSlowError(Exception):
    """It was not done in time."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooSlowError when what stands below is not done by then."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise TooSlowError
