"""The values that training passes on: what is learned from, what is told meanwhile, and what comes of it.

Code points throughout; times in seconds; figures are shares 0..1 here and per cent where they are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path

from annotations.processes.quick_dataclass import dataclass
from annotations.training.scores import Marking

NOTHING = "nothing"  # the parent of a pipeline that starts from nothing
LEAST_ARTICLES, LEAST_SPANS = 10, 50  # below these training is refused
FIRST_TRY = 25  # articles below which the result is called a first try
FEW_SPANS = 50  # spans of a label without a counterpart in the parent below which it is too rare to learn
FEW_HELD_OUT = 30  # held-out spans below which counts are shown instead of shares
BUDGET = 180.0  # seconds


@dataclass(frozen=True)
class Lesson:
    """An article to learn from.

    `marks`: the confirmed spans, flat and in order.  `outside`: stretches that a person rejected.  `is_done`:
    all that is not marked is outside; else it is unknown.  `corrected`: whether a person changed, rejected or
    added anything in it.
    """

    id: str
    text: str
    marks: tuple[Marking, ...]
    outside: tuple[tuple[int, int], ...] = ()
    is_done: bool = True
    corrected: bool = True


@dataclass(frozen=True)
class TrainingWish:
    """How a pipeline is to be trained.

    `parent`: a pipeline's name, or NOTHING.  `name`: what the new one is called.  `budget`: seconds for the
    whole.  `curve`: whether the learning curve is wanted, which costs 1.5 times the training besides.
    `version`, `parent_hash` (the sha256 of the parent's folder): only to be written into the pipeline.
    """

    name: str
    labels: tuple[str, ...]
    parent: str
    language: str = "en"
    budget: float = BUDGET
    curve: bool = False
    seed: int = 0
    version: str = "1.0.0"
    parent_hash: str = ""


@dataclass(frozen=True)
class EpochReport:
    """How far training is: one line of JSON of `train --progress`.

    `stage`: first, curve or all (the last training, on all articles).  `f`: micro F on the held-back fifth;
    `labels`: F there by label.  `left`: an estimate.  `best`: the epoch kept so far.
    """

    stage: str
    epoch: int
    of: int
    seconds: float
    left: float
    loss: float
    f: float
    best: int
    labels: Mapping[str, float] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """Return the line's fields."""
        return dict(vars(self)) | {"labels": dict(self.labels)}


Tell = Callable[[EpochReport], None]
IsStopped = Callable[[], bool]  # asked after every batch; true keeps the best epoch so far


@dataclass(frozen=True)
class FigureInterval:
    """A figure with its 95 % interval; `low` and `high` are None where there is too little for one."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class LabelFigures:
    """The figures of one label (or ALL) on the held-out articles: of the pipeline in use, and of the new one.

    `right_*`, `found_*`: counts.  `trained`: spans that trained it.  `seen`: the share of its held-out spans
    that confirmed wordings alone would find.  `verdict`: better, worse, no clear difference, or "" where
    counts are all there is.  `too_few`: whether it is too rare to learn.
    """

    label: str
    held_out: int
    trained: int
    found_before: int
    right_before: int
    found_after: int
    right_after: int
    before: FigureInterval
    after: FigureInterval
    difference: FigureInterval
    verdict: str
    seen: float
    too_few: bool = False
    mapped_from: str = ""  # the parent's label whose rows it began with


@dataclass(frozen=True)
class HeldOutArticle:
    """A held-out article with the errors (missed and wrong spans) of the pipeline in use and of the new one."""

    id: str
    errors_before: int
    errors_after: int


@dataclass(frozen=True)
class CurvePoint:
    """F on the held-out articles after training on so many articles."""

    articles: int
    f: float


@dataclass(frozen=True)
class Curve:
    """A learning curve with the band of what twice the articles would reach, and the answer in words.

    `low`, `high`: the ends of the band, for `then` articles; None where it is too early to say.
    """

    points: tuple[CurvePoint, ...]
    then: int
    low: float | None
    high: float | None
    words: str


@dataclass(frozen=True)
class TrainingOutcome:
    """Result of a training; `folder` is None when nothing was kept.

    `headline` and `notes` are whole sentences: how much the figures rest on, what was left out and why.
    `in_use`: the name of the pipeline that is compared with.  `order`: whether wordings seen go before or
    behind the new pipeline, the better on the held-back part.
    """

    folder: Path | None
    articles: int
    spans: int
    seconds: float
    epochs: int
    in_use: str
    all_labels: LabelFigures | None
    labels: tuple[LabelFigures, ...] = ()
    curve: Curve | None = None
    articles_held_out: tuple[HeldOutArticle, ...] = ()
    headline: str = ""
    notes: tuple[str, ...] = ()
    calibration: tuple[float, float] | None = None
    order: str = "pipeline first"
