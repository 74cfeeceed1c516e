"""Which copies of a project stay: a table of rings and steps, and the function that reads it.

Each reason has a ring of its own, so that many copies of one kind never push out those of another.  In a ring
stay the latest copies, whatever their age, and of older ones the last of each hour, day, week and month that
has one, as many as the table says.  Copies made by hand are never removed, nor is the one just made, nor what has
a reason that is not in the table.  A copy from after `now` is left alone: then the clock was wrong, or is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from annotations.processes.quick_dataclass import dataclass

BY_HAND = "by-hand"
STEPS: tuple[tuple[str, int], ...] = (  # a period as strftime writes it, and how many of them keep a copy
    ("%Y-%m-%d %H", 24),
    ("%Y-%m-%d", 14),
    ("%G-%V", 8),
    ("%Y-%m", 24),
)
REASONS = {  # a reason as it stands in a copy's name, and as people read it
    BY_HAND: "by hand",
    "hourly": "an hour of work",
    "at-closing": "at closing",
    "before-merge": "before a merge",
    "before-removal": "before an article was removed",
    "before-renaming": "before an annotator got another name",
    "before-restore": "before a restore",
    "before-migration": "before an update of the database",
    "before-repair": "before a repair",
}


@dataclass(frozen=True, order=True)
class Copy:
    """A copy of a project: when it was made (UTC), the how manyth of that second, why, and its bytes."""

    made: datetime
    number: int
    reason: str
    size: int


def said(reason: str) -> str:
    """Return the reason as people read it."""
    return REASONS.get(reason, reason.replace("-", " "))


def to_remove(
    copies: Iterable[Copy], *, just_made: Copy | None, now: datetime, latest: int, most_bytes: int
) -> list[Copy]:
    """Return the copies that go, the oldest first.

    `latest`: how many of each ring stay whatever their age, at least one.  `most_bytes`: what all copies but
    those made by hand may take; beyond it the oldest go, those that are the last of their ring at the end.
    """
    ours = sorted(copy for copy in copies if copy.reason in REASONS and copy.reason != BY_HAND)
    rings: dict[str, list[Copy]] = {}
    for copy in reversed(ours):
        rings.setdefault(copy.reason, []).append(copy)
    stay = {copy for copy in ours if copy.made > now or copy == just_made}
    for ring in rings.values():
        stay |= _stays_in([copy for copy in ring if copy.made <= now], max(1, latest))
    heads = {ring[0] for ring in rings.values()}
    room = most_bytes - sum(copy.size for copy in stay)
    for copy in sorted(stay - {just_made}, key=lambda copy: (copy in heads, copy)):
        if room >= 0:
            break
        stay.remove(copy)
        room += copy.size
    return [copy for copy in ours if copy not in stay]


def _stays_in(ring: list[Copy], latest: int) -> set[Copy]:
    """Return which copies of a ring, the newest first, stay for their age."""
    stay = set(ring[:latest])
    for period, most in STEPS:
        last = {copy.made.strftime(period): copy for copy in reversed(ring)}  # the newest of each period
        stay |= set(sorted(last.values(), reverse=True)[:most])
    return stay
