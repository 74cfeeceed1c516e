"""The training of a pipeline on a person's own labels.

The epoch is chosen on held-out articles, and the figures in the pipeline are of that run; then, if the budget
allows, it is trained an epoch further on all articles, at half the rate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Any

from annotations.learn.loop import Found
from annotations.learn.pace import lasts, length_of, too_little
from annotations.learn.pieces import sound
from annotations.learn.runs import FIRST, Run, Runs
from annotations.learn.shapes import (
    NOTHING,
    IsStopped,
    Lesson,
    Tell,
    TrainingWish,
)
from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.confidence import calibration_of, scored
from annotations.text.spacy_tokens import doc_of
from annotations.training.calibrate import Judged, platt
from annotations.training.scores import Counts, Marking

if TYPE_CHECKING:
    from spacy.language import Language

FEW_TO_CALIBRATE = 100  # found held-out entities below which the parent's calibration is kept


@dataclass
class Trained:
    """A trained pipeline, ready to be saved, and how it came about.

    `mapped`: a new label -> the parent's that it began as.  `trained`: spans by label that trained the first
    run; `left_out`: spans that did not, by reason.  `best`, `epochs`: the epoch that was kept, and how many
    there were.  `found`: what the first run's best epoch finds in the held-out articles.  `on_all`: whether
    the pipeline was then trained on the held-out ones as well.
    """

    nlp: Language
    mapped: dict[str, str]
    trained: Counter[str]
    left_out: Counter[str]
    best: int
    epochs: int
    found: Found
    counts: Counts
    calibration: tuple[float, float] | None = None
    on_all: bool = False
    notes: list[str] = field(default_factory=list)


def enough(lessons: Sequence[Lesson], labels: Sequence[str]) -> str:
    """Return why the finished articles are too few to learn from, as a sentence; "" when they are enough."""
    done = [lesson for lesson in lessons if lesson.is_done]
    spans = sum(mark.label in labels for lesson in done for mark in lesson.marks)
    return too_little(len(done), spans)


def estimate(lessons: Sequence[Lesson], wish: TrainingWish) -> float:
    """Return about how many seconds training on the lessons (held-out ones included) takes; at most the budget."""
    return min(wish.budget, lasts(length_of(lessons), from_nothing=wish.parent == NOTHING, curve=wish.curve))


def train(
    lessons: Sequence[Lesson],
    held_out: Sequence[Lesson],
    wish: TrainingWish,
    parent: Language | None,
    *,
    tell: Tell,
    is_stopped: IsStopped,
) -> Trained | None:
    """Return the pipeline trained on the lessons; None when stopped before the first epoch ended.

    The same lessons, wish and parent give the same pipeline, on one thread and where the budget is not used
    up.  UserError when spaCy has no tokens for the language.
    """
    runs = Runs(lessons, held_out, wish, parent, tell, is_stopped)
    first = runs.choose(FIRST, lessons, runs.most)
    if not first.model:
        return None
    result = _result(runs, first)
    _train_on_all(runs, first, result)
    _describe(runs, result)
    return result


def _result(runs: Runs, first: Run) -> Trained:
    """Return the first run's best epoch, calibrated."""
    result = Trained(
        first.nlp,
        runs.mapped,
        first.taught.trained,
        first.taught.left_out,
        first.best,
        first.epochs,
        first.found,
        first.counts,
        calibration=_calibration(runs, first.nlp),
        notes=list(runs.origin.notes),
    )
    if runs.is_stopped():
        result.notes.append(f"Training was stopped; epoch {first.best} of {first.epochs} was kept.")
    elif runs.left() < first.seconds and first.epochs < runs.most:
        result.notes.append(
            f"The budget was used up after {first.epochs} epochs; epoch {first.best} was kept."
        )
    return result


def _calibration(runs: Runs, nlp: Language) -> tuple[float, float] | None:
    """Return the numbers that fit the held-out articles, the parent's where these hold too little."""
    docs = (doc_of(nlp, sound(lesson.text)) for lesson in runs.held_out)
    judged = [
        Judged(entity.score, Marking(*entity[:3]) in lesson.marks)
        for lesson, result in zip(runs.held_out, scored(nlp, docs), strict=True)
        for entity in result.entities
        if entity.score is not None
    ]
    if len(judged) >= FEW_TO_CALIBRATE:
        return platt(judged)
    kin = runs.origin.parent
    return calibration_of(kin) if kin and "factmark" in kin.meta else None


def _train_on_all(runs: Runs, first: Run, result: Trained) -> None:
    """Train one epoch further on all articles, those that chose the epoch among them, if there is time."""
    every = [*runs.lessons, *runs.held_out]
    needed = first.seconds * len(every) / max(len(runs.lessons), 1)
    if runs.is_stopped() or not runs.held_out:
        return
    result.on_all = needed <= runs.left() and runs.go_on(every, first)
    if not result.on_all and not runs.is_stopped():
        result.notes.append(
            "The budget left no time to learn from the articles that chose the epoch as well."
        )


def _describe(runs: Runs, result: Trained) -> None:
    """Write into the pipeline what it is and where it comes from."""
    wish, meta = runs.wish, result.nlp.meta
    every = [*runs.lessons, *(runs.held_out if result.on_all else ())]
    factmark: dict[str, Any] = {
        "labels": list(wish.labels),
        "articles": len(every),
        "spans": sum(mark.label in wish.labels for lesson in every for mark in lesson.marks),
        "seed": wish.seed,
        "parent": {"name": wish.parent, "sha256": wish.parent_hash} if runs.origin.parent else None,
        "figures": {
            label: {
                "p": round(c.precision, 4),
                "r": round(c.recall, 4),
                "f": round(c.f, 4),
                "spans": c.marked,
            }
            for label, c in sorted(result.counts.of.items())
        },
    }
    if result.calibration:
        factmark["calibration"] = list(result.calibration)
    meta.update({"name": wish.name, "version": wish.version, "description": "Trained with Factmark"})
    meta["factmark"] = factmark
