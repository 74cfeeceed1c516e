"""The figures of articles among each other, as `docs/statistics.md` defines each."""

from __future__ import annotations

from typing import ClassVar

from annotations.agreement.figures import Figure
from annotations.processes.quick_dataclass import dataclass


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
    measures: tuple[ArticleMeasure, ...] = ()
