"""How long a decision on a span takes, by label and by what became of the suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotations.pace import IDLE
from annotations.statistics.events import Events
from annotations.statistics.shapes import DecisionTimes, TimesPart
from annotations.statistics.spans import BOTH, BY_HAND, DROPPED, IMPORTED, REJECTED, TAKEN, Spans

if TYPE_CHECKING:
    from annotations.statistics.columns import Whole, Yes

QUARTERS = (25, 50, 75)
FATES = {
    "taken": (TAKEN, TAKEN),
    "corrected": (TAKEN + 1, BOTH),
    "rejected": (REJECTED, REJECTED),
    "by hand": (BY_HAND, BY_HAND),
}


def times_part(spans: Spans, fact_at: Whole, events: Events) -> TimesPart:
    """Return the times of spans that were decided alone, by an edit here, within IDLE of the person's edit before.

    `fact_at`: the places of the events that wrote facts.
    """
    import numpy as np

    written = np.bincount(np.concatenate([spans.at, fact_at]), minlength=len(events.number) or 1)
    gap = events.gap[spans.at]
    timed = (spans.fate < IMPORTED) & events.live[spans.at] & events.dated[spans.at]
    alone = timed & (written[spans.at] == 1)
    near = alone & (gap <= IDLE)
    return TimesPart(
        tuple(_times(spans, gap, near)),
        idle=int((alone & ~near).sum()),
        together=int((timed & ~alone).sum()),
        untimed=int(((spans.fate < DROPPED) & ~timed).sum()),
    )


def _times(spans: Spans, gap: Any, near: Yes) -> list[DecisionTimes]:
    """Return the times of all labels and fates, of each label, of each fate, and of each label's fates."""
    fates = {"": (TAKEN, BY_HAND), **FATES}
    found = []
    for label, name in ((-1, ""), *sorted(enumerate(spans.labels), key=lambda one: one[1])):
        of_label = near if label < 0 else near & (spans.label == label)
        for fate, (first, last) in fates.items():
            seconds = gap[of_label & (spans.fate >= first) & (spans.fate <= last)]
            if len(seconds):
                found.append(_quartiles(name, fate, seconds))
    return found


def _quartiles(label: str, fate: str, seconds: Any) -> DecisionTimes:
    import numpy as np

    lower, median, upper = np.percentile(seconds, QUARTERS).tolist()
    return DecisionTimes(label, fate, len(seconds), lower, median, upper)
