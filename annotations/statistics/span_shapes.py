"""The figures of decided spans, as `docs/statistics.md` defines each."""

from __future__ import annotations

from typing import ClassVar

from annotations.agreement.figures import Figure
from annotations.processes.quick_dataclass import dataclass

NO_FIGURE = Figure(None, "nothing to count")


@dataclass(frozen=True)
class Fates:
    """The fates of suggestions, and of what was made without one.

    `taken` as it stood; `relabelled`, `bounds` changed, or `both`; `rejected`.  `by_hand`: nobody had suggested it.
    `imported`: decided elsewhere, so it says nothing of suggestions.
    """

    taken: int = 0
    relabelled: int = 0
    bounds: int = 0
    both: int = 0
    rejected: int = 0
    by_hand: int = 0
    imported: int = 0

    @property
    def corrected(self) -> int:
        """Return how many suggestions were confirmed with another label or other bounds."""
        return self.relabelled + self.bounds + self.both

    @property
    def suggested(self) -> int:
        """Return how many suggestions were decided."""
        return self.taken + self.corrected + self.rejected

    @property
    def share_taken(self) -> float | None:
        """Return the share of suggestions taken as they stood, 0..1, None without any."""
        return self.taken / self.suggested if self.suggested else None


@dataclass(frozen=True)
class LabelFates:
    """The fates of the suggestions of a label; `count`: confirmed spans that have it now, whoever suggested what."""

    label: str
    count: int = 0
    fates: Fates = Fates()


@dataclass(frozen=True)
class OriginFates:
    """The fates of the suggestions of an origin, or of a kind of origin (`kind` is its own then)."""

    origin: str
    kind: str
    fates: Fates = Fates()


@dataclass(frozen=True)
class LabelsPart:
    """The fates of suggested spans: by the label suggested, by kind of origin, by origin; the most first."""

    name: ClassVar[str] = "labels"

    labels: tuple[LabelFates, ...] = ()
    kinds: tuple[OriginFates, ...] = ()
    origins: tuple[OriginFates, ...] = ()
    total: Fates = Fates()


@dataclass(frozen=True)
class ScoreBin:
    """The decided suggestions with a score in [low, high), of the last bin high too: the share taken as they stood.

    `share` has Wilson's 95 % interval; it is None in an empty bin.
    """

    low: float
    high: float
    count: int = 0
    right: int = 0
    score: float | None = None  # the mean
    share: Figure = NO_FIGURE


@dataclass(frozen=True)
class Reliability:
    """The reliability of scores of one kind of origin, "all" of every kind; `error`: expected calibration error."""

    kind: str
    count: int = 0
    bins: tuple[ScoreBin, ...] = ()
    error: Figure = NO_FIGURE


@dataclass(frozen=True)
class ReliabilityPart:
    """The honesty of scores; `unscored`: decided suggestions without a score."""

    name: ClassVar[str] = "reliability"

    kinds: tuple[Reliability, ...] = ()
    unscored: int = 0


@dataclass(frozen=True)
class CorrectedPair:
    """How many suggestions of one label were confirmed with another."""

    suggested: str
    given: str
    count: int


@dataclass(frozen=True)
class CorrectionsPart:
    """The labels that are corrected into one another, the most first."""

    name: ClassVar[str] = "corrections"

    pairs: tuple[CorrectedPair, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the labels of all pairs, in alphabetical order: the sides of the matrix."""
        return tuple(sorted({label for pair in self.pairs for label in (pair.suggested, pair.given)}))


@dataclass(frozen=True)
class DecisionTimes:
    """Seconds of a decision: of a label, or all of them (""), and of what became of it ("" for all)."""

    label: str
    fate: str  # taken, corrected, rejected, by hand
    count: int
    lower: float
    median: float
    upper: float


@dataclass(frozen=True)
class TimesPart:
    """How long a span takes; left out: `idle` after a long gap, `together` decided with others in one edit.

    `untimed`: imported, merged, or the first of their annotator.
    """

    name: ClassVar[str] = "times"

    times: tuple[DecisionTimes, ...] = ()
    idle: int = 0
    together: int = 0
    untimed: int = 0
