"""The blind check as a value: the spans that were drawn, what was said of each, and what comes of it."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from random import Random
from typing import NamedTuple

from annotations.blind_check.interval import wilson
from annotations.processes.quick_dataclass import dataclass

WANTED = 0.9  # the share that should be right, unless said otherwise
FIRST, FURTHER = 50, 141  # how many are drawn: for about 12 points to either side at 0.8, and for 5 at 0.9


class SpanKey(NamedTuple):
    """A span of one annotator: its article's id and its own."""

    article: str
    id: str


class BlindAnswer(StrEnum):
    """The answer of a person who does not see the label; with LABEL comes the label that they give."""

    LABEL = "label"
    NONE = "no span"
    BOUNDS = "other bounds"


class CheckOutcome(StrEnum):
    """The end of a check, or that it goes on."""

    OPEN = "open"
    KEPT = "kept"
    TAKEN_BACK = "taken back"


class CheckVerdict(StrEnum):
    """The interval as it lies to the share that is wanted."""

    BELOW = "below"
    OPEN = "open"
    REACHED = "reached"


@dataclass(frozen=True)
class DrawnSpan:
    """A drawn span as it was accepted, and what somebody said of it; `seen` is None until then.

    `at`: when they said so, UTC, ISO 8601.
    """

    key: SpanKey
    start: int
    end: int
    label: str
    seen: BlindAnswer | None = None
    given: str = ""
    by: str = ""
    at: str = ""

    @property
    def is_right(self) -> bool:
        return self.seen is BlindAnswer.LABEL and self.given == self.label


@dataclass(frozen=True)
class BlindCheck:
    """A check of what the annotator accepted many at once, up to the event numbered `upto`.

    `pool`: how many spans that were, of which `drawn` were drawn by `seed`, in the order in which they are asked.
    `wanted`: the share, 0..1, that should be right.  `event`: the edit that ended it, 0 where none did.
    """

    number: int
    annotator: str
    seed: int
    pool: int
    upto: int
    wanted: float
    begun: str
    drawn: tuple[DrawnSpan, ...]
    outcome: CheckOutcome = CheckOutcome.OPEN
    event: int = 0

    @property
    def place(self) -> int:
        """Return the place of the next one to be asked; behind the last when all were."""
        return next((n for n, one in enumerate(self.drawn) if one.seen is None), len(self.drawn))

    @property
    def is_answered(self) -> bool:
        return self.place == len(self.drawn)

    @property
    def verdict(self) -> CheckVerdict:
        """Return how the interval lies to the share that is wanted."""
        found = self.result()
        if found.high < self.wanted:
            return CheckVerdict.BELOW
        return CheckVerdict.REACHED if found.low >= self.wanted else CheckVerdict.OPEN

    def result(self) -> BlindResult:
        """Return what the answers so far show."""
        said = [one for one in self.drawn if one.seen]
        right = sum(one.is_right for one in said)
        label, none, bounds = (
            sum(one.seen is seen and not one.is_right for one in said)
            for seen in (BlindAnswer.LABEL, BlindAnswer.NONE, BlindAnswer.BOUNDS)
        )
        low, high = wilson(right, len(said), self.pool)
        return BlindResult(right, len(said), self.pool, label, none, bounds, low, high)


@dataclass(frozen=True)
class BlindResult:
    """The result of a check: how many of those answered are right, why others are not, and the interval, 0..1."""

    right: int
    of: int
    pool: int
    other_label: int
    no_span: int
    other_bounds: int
    low: float
    high: float

    @property
    def sentence(self) -> str:
        """Return the counts and the interval in words.

        >>> BlindResult(41, 50, 1204, 4, 3, 2, 0.692, 0.902).sentence
        '41 of 50 are right: 69 to 90 % of all 1,204.'
        """
        if not self.of:
            return "Nothing is answered yet."
        return f"{self.right:,} of {self.of:,} are right: {_share(self.low, self.high)} of all {self.pool:,}."

    @property
    def wrong(self) -> str:
        """Return what is wrong with the others, in words; "" where all are right.

        >>> BlindResult(41, 50, 1204, 6, 3, 0, 0.692, 0.902).wrong
        'Of the others, 6 have another label, 3 are no span.'
        """
        kinds = (
            (self.other_label, "another label"),
            (self.no_span, "no span"),
            (self.other_bounds, "other bounds"),
        )
        words = [f"{count:,} {_verb(count, what)} {what}" for count, what in kinds if count]
        return f"Of the others, {', '.join(words)}." if words else ""


def drawn_from(pool: Collection[SpanKey], count: int, *, seed: int, before: int = 0) -> list[SpanKey]:
    """Return so many spans drawn at random without replacement; all where there are no more.

    The same pool, seed and number of those drawn `before`, which the pool has no more, give the same.
    """
    keys = sorted(pool)
    return Random(f"{seed}:{before}").sample(keys, min(count, len(keys)))


def _verb(count: int, what: str) -> str:
    if what == "no span":
        return "is" if count == 1 else "are"
    return "has" if count == 1 else "have"


def _share(low: float, high: float) -> str:
    one, other = f"{low * 100:.0f}", f"{high * 100:.0f}"
    return f"{one} %" if one == other else f"{one} to {other} %"
