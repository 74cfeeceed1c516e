"""Pace: how long somebody worked, how fast, and how often the suggestions were right."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from annotations.processes.quick_dataclass import dataclass

IDLE = 120.0  # seconds between two events beyond which nobody was working
SHORTEST = 60.0  # seconds of work that a rate can be told from


@dataclass(frozen=True)
class SuggestionOutcome:
    """The outcome of suggestions with one label: how many were confirmed unchanged, of how many decided."""

    label: str
    right: int
    decided: int

    @property
    def share(self) -> float:
        """Return the share confirmed unchanged, 0..1; 0 when none is decided."""
        return self.right / self.decided if self.decided else 0.0


@dataclass(frozen=True)
class Pace:
    """The pace on an article: `seconds` of work, without idle time, and the `spans` and `facts` decided or made in it."""

    seconds: float
    spans: int
    facts: int = 0

    @property
    def per_hour(self) -> float | None:
        """Return spans and facts an hour; None when the work was too short to tell."""
        return (self.spans + self.facts) * 3600 / self.seconds if self.seconds >= SHORTEST else None


def active_seconds(times: Iterable[float]) -> float:
    """Return the sum of the gaps between events, in seconds, those longer than IDLE left out.

    What comes before the first event, like reading, leaves no trace and is not counted.

    >>> active_seconds([0, 30, 90, 300, 310])
    100.0
    """
    gaps = (later - earlier for earlier, later in pairwise(sorted(times)))
    return float(sum(gap for gap in gaps if gap <= IDLE))
