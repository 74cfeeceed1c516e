"""The report of progress that gathering for a paper or codebook ticks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class BeginsPhase(Protocol):
    """A report of progress that begins a phase of so many ticks, and gives its tick."""

    def begin(self, doing: str, count: int, *, later: int = 0) -> Callable[[], None]: ...
