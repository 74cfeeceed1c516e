"""The figures of a project's work, part by part, as `docs/statistics.md` defines each: the door to all of them.

Counts are of what stands now; a part that has too little to say something says why (`Figure.why`).
"""

from __future__ import annotations

from typing import ClassVar

from annotations.agreement.figures import Figure
from annotations.processes.quick_dataclass import dataclass
from annotations.statistics.article_shapes import (
    AgreementPart,
    AgreementPoint,
    ArticleMeasure,
    OutliersPart,
    OutlyingArticle,
)
from annotations.statistics.fact_shapes import (
    DatedFacts,
    EntitiesPart,
    FactFates,
    FactsPart,
    MentionedThing,
    QuotedSource,
    RoleFilled,
    TimelinePart,
    TypeFigures,
)
from annotations.statistics.span_shapes import (
    NO_FIGURE,
    CorrectedPair,
    CorrectionsPart,
    DecisionTimes,
    Fates,
    LabelFates,
    LabelsPart,
    OriginFates,
    Reliability,
    ReliabilityPart,
    ScoreBin,
    TimesPart,
)

EVERYONE = "everyone"  # in place of an annotator's name: all people, neither gold nor machines


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

__all__ = [
    "EVERYONE",
    "NO_FIGURE",
    "AgreementPart",
    "AgreementPoint",
    "ArticleCounts",
    "ArticleMeasure",
    "CorrectedPair",
    "CorrectionsPart",
    "DatedFacts",
    "DaysPart",
    "DecidedItems",
    "DecisionTimes",
    "EntitiesPart",
    "FactFates",
    "FactsPart",
    "Fates",
    "Forecast",
    "LabelFates",
    "LabelsPart",
    "MentionedThing",
    "OriginFates",
    "OutliersPart",
    "OutlyingArticle",
    "Overview",
    "ProgressPart",
    "QuotedSource",
    "Reliability",
    "ReliabilityPart",
    "RoleFilled",
    "Scope",
    "ScoreBin",
    "StatisticsPart",
    "TimelinePart",
    "TimesPart",
    "TypeFigures",
    "WorkingDay",
]
