"""The figures of a project's work, part by part, as `docs/statistics.md` defines each.

Counts are of what stands now; a part that has too little to say something says why (`Figure.why`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from annotations.agreement.figures import Figure

EVERYONE = "everyone"  # in place of an annotator's name: all people, neither gold nor machines
NO_FIGURE = Figure(None, "nothing to count")


@dataclass(frozen=True)
class Scope:
    """Whose work is counted: an annotator, `gold` or EVERYONE; `since`, `until`: the first and last day, ISO 8601.

    A day is one of this computer's time zone; "" leaves that end open.
    """

    annotator: str
    since: str = ""
    until: str = ""

    @property
    def is_bounded(self) -> bool:
        """Return whether only work of some days counts."""
        return bool(self.since or self.until)


@dataclass(frozen=True)
class ArticleCounts:
    """The articles of a project by how far they are; each is in one of the four."""

    done: int = 0
    started: int = 0
    new: int = 0
    skipped: int = 0

    @property
    def of(self) -> int:
        """Return how many articles there are."""
        return self.done + self.started + self.new + self.skipped


@dataclass(frozen=True)
class DecidedItems:
    """The spans, or facts, decided: `confirmed` and `rejected`; `left` to decide, None where that is nobody's figure.

    `uncounted`: articles of which it is not known yet what is left.
    """

    confirmed: int = 0
    rejected: int = 0
    left: int | None = None
    uncounted: int = 0

    @property
    def decided(self) -> int:
        """Return how many are confirmed or rejected."""
        return self.confirmed + self.rejected


@dataclass(frozen=True)
class Overview:
    """The figures that the first page opens with; `seconds` of work without idle time."""

    name: ClassVar[str] = "overview"

    scope: Scope
    articles: ArticleCounts
    spans: DecidedItems
    facts: DecidedItems
    seconds: float

    @property
    def seconds_an_article(self) -> float | None:
        """Return the seconds for each article begun, None without one or without any time."""
        begun = self.articles.done + self.articles.started + self.articles.skipped
        return self.seconds / begun if begun and self.seconds else None


@dataclass(frozen=True)
class Forecast:
    """The working days until all articles are done; `days.low` and `days.high` are the range, None of an open end."""

    articles: int  # left: neither done nor skipped
    working_days: int  # that it is told from
    days: Figure = NO_FIGURE


@dataclass(frozen=True)
class ProgressPart:
    """The overview's counts again, and when the work will be done."""

    name: ClassVar[str] = "progress"

    overview: Overview
    forecast: Forecast


@dataclass(frozen=True)
class WorkingDay:
    """A day's work: spans and facts decided, articles finished, seconds without idle time; `day` is ISO 8601."""

    day: str
    spans: int = 0
    facts: int = 0
    articles: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class DaysPart:
    """The days on which something was done, in order; `undated`: decisions that came by import or with a schema change."""

    name: ClassVar[str] = "days"

    days: tuple[WorkingDay, ...] = ()
    undated: int = 0


@dataclass(frozen=True)
class Fates:
    """What became of suggestions, and what was made without one.

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
    """What became of the suggestions of a label; `count`: confirmed spans that have it now, whoever suggested what."""

    label: str
    count: int = 0
    fates: Fates = Fates()


@dataclass(frozen=True)
class OriginFates:
    """What became of the suggestions of an origin, or of a kind of origin (`kind` is its own then)."""

    origin: str
    kind: str
    fates: Fates = Fates()


@dataclass(frozen=True)
class LabelsPart:
    """What became of suggested spans: by the label suggested, by kind of origin, by origin; the most first."""

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
    """Whether scores are honest; `unscored`: decided suggestions without a score."""

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


@dataclass(frozen=True)
class FactFates:
    """What became of suggested facts; `unknown`: confirmed, but what was suggested is no longer kept."""

    taken: int = 0
    corrected: int = 0
    unknown: int = 0
    rejected: int = 0
    by_hand: int = 0
    imported: int = 0

    @property
    def suggested(self) -> int:
        """Return how many suggestions were decided."""
        return self.taken + self.corrected + self.unknown + self.rejected

    @property
    def share_taken(self) -> float | None:
        """Return the share taken as they stood of those of which that is known, 0..1, None without any."""
        known = self.suggested - self.unknown
        return self.taken / known if known else None


@dataclass(frozen=True)
class RoleFilled:
    """How many confirmed facts of a type have the role filled, of how many."""

    role: str
    filled: int
    of: int


@dataclass(frozen=True)
class TypeFigures:
    """The facts of a type: `count` confirmed; of these the modalities, how many negated, the roles filled."""

    type: str
    count: int = 0
    fates: FactFates = FactFates()
    roles: tuple[RoleFilled, ...] = ()
    modality: tuple[tuple[str, int], ...] = ()
    negated: int = 0


@dataclass(frozen=True)
class QuotedSource:
    """A wording that fills roles of the kind source: in how many facts, of how many articles."""

    wording: str
    facts: int
    articles: int


@dataclass(frozen=True)
class FactsPart:
    """The facts by type, the most first, and the sources most quoted, the most first."""

    name: ClassVar[str] = "facts"

    types: tuple[TypeFigures, ...] = ()
    sources: tuple[QuotedSource, ...] = ()
    sources_of: int = 0  # how many there are


@dataclass(frozen=True)
class MentionedThing:
    """A thing with its name and label: how many confirmed spans mention it, in how many articles.

    `entity`: its id, where the annotator has put the mentions together across articles, "" of what is one by wording.
    """

    name: str
    label: str
    mentions: int
    articles: int
    entity: str = ""


@dataclass(frozen=True)
class EntitiesPart:
    """The things mentioned most, the most first; `of`: how many there are."""

    name: ClassVar[str] = "entities"

    things: tuple[MentionedThing, ...] = ()
    of: int = 0


@dataclass(frozen=True)
class DatedFacts:
    """How many facts of a type date from a day, month or year (`date`: ISO 8601, shortened to it)."""

    date: str
    type: str
    facts: int


@dataclass(frozen=True)
class TimelinePart:
    """When the confirmed facts say that things happened; `grain`: day, month or year.

    `coarser`: dated less exactly than that; `undated`: facts without a date, or of an unknown year.
    """

    name: ClassVar[str] = "timeline"

    grain: str = "day"
    dates: tuple[DatedFacts, ...] = ()
    coarser: int = 0
    undated: int = 0


@dataclass(frozen=True)
class AgreementPoint:
    """The agreement of a week, by its Monday, or of a batch: F1 of exact spans over articles finished by two."""

    name: str
    articles: int
    f1: Figure


@dataclass(frozen=True)
class AgreementPart:
    """The agreement over time."""

    name: ClassVar[str] = "agreement"

    weeks: tuple[AgreementPoint, ...] = ()
    batches: tuple[AgreementPoint, ...] = ()


@dataclass(frozen=True)
class ArticleMeasure:
    """A measure of articles: its median and spread over `articles`; `why` there are no outliers to be told."""

    what: str  # corrected, seconds
    articles: int
    median: float | None = None
    deviation: float | None = None  # median absolute deviation
    why: str = ""


@dataclass(frozen=True)
class OutlyingArticle:
    """An article that lies far from the others; `distance` in robust standard deviations, below 0 when under the median.

    `what`: much corrected, very quick, very slow.
    """

    article: str
    title: str
    annotator: str
    what: str
    value: float
    distance: float


@dataclass(frozen=True)
class OutliersPart:
    """The articles that stand out, the farthest first, and what they were measured by."""

    name: ClassVar[str] = "outliers"

    articles: tuple[OutlyingArticle, ...] = ()
    measures: tuple[ArticleMeasure, ...] = field(default=())


StatisticsPart = (
    ProgressPart
    | DaysPart
    | LabelsPart
    | ReliabilityPart
    | CorrectionsPart
    | TimesPart
    | FactsPart
    | EntitiesPart
    | TimelinePart
    | AgreementPart
    | OutliersPart
)
