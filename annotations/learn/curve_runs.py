"""The trainings for a learning curve: on nested parts of the lessons, measured on the held-out articles.

A part has as many epochs, beside those of the whole, as were planned for so much text.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

from annotations.learn.loop import HeldOut, epochs
from annotations.learn.pace import length_of, planned
from annotations.learn.parents import Origin, begun, origin
from annotations.learn.pieces import taught
from annotations.learn.shapes import CurvePoint, EpochReport, IsStopped, Lesson, Tell
from annotations.learn.task import LearningTask
from annotations.training.scores import ALL

if TYPE_CHECKING:
    from spacy.language import Language

    from annotations.learn.recipe import Trained

PARTS = (0.25, 0.5, 0.75)  # of the lessons; the whole is the pipeline that was trained
STAGE = "curve"


def curve_points(
    task: LearningTask,
    parent: Language | None,
    trained: Trained,
    f: float,
    tell: Tell,
    is_stopped: IsStopped,
) -> tuple[CurvePoint, ...]:
    """Return F on the held-out articles by how many articles trained; () when it was stopped.

    `f`: that of the pipeline trained on all of them.
    """
    start = origin(parent, task.wish.language)
    lessons, points, began = list(task.train), list[CurvePoint](), time.monotonic()
    Random(task.wish.seed).shuffle(lessons)
    for share in PARTS:
        part = lessons[: round(share * len(lessons))]
        found = _run(task, start, trained, part, is_stopped)
        if found is None:
            return ()
        points.append(CurvePoint(len(part), found))
        spent = time.monotonic() - began
        left = spent / sum(PARTS[: len(points)]) * sum(PARTS[len(points) :])
        tell(
            EpochReport(
                STAGE, len(points), len(PARTS), round(spent, 1), round(left, 1), 0.0, found, len(points)
            )
        )
    return (*points, CurvePoint(len(lessons), f))


def _run(
    task: LearningTask, start: Origin, trained: Trained, part: Sequence[Lesson], is_stopped: IsStopped
) -> float | None:
    """Return F of a pipeline trained on the part; None when it was stopped."""
    from thinc.api import fix_random_seed

    wish = task.wish
    fix_random_seed(wish.seed)
    nlp = begun(
        start, wish.language, trained.mapped, wish.labels, lambda one: taught(one, part, wish.labels).examples
    )
    examples = taught(nlp, part, wish.labels).examples
    held = HeldOut(nlp, task.held_out, wish.labels)
    most = _epochs(task.train, part, trained.best, from_nothing=start.parent is None)
    for number, end in enumerate(epochs(nlp, examples, wish.seed, lambda: not is_stopped()), 1):
        if not end.is_whole:
            return None
        if number >= most:
            with nlp.use_params(end.averages):
                return held.counts(held.found(nlp)).of[ALL].f
    return None


def _epochs(lessons: Sequence[Lesson], part: Sequence[Lesson], best: int, *, from_nothing: bool) -> int:
    whole, _ = planned(length_of(lessons), from_nothing=from_nothing)
    few, _ = planned(length_of(part), from_nothing=from_nothing)
    return max(1, round(best * few / whole))
