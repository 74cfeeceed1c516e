"""The whole of a training: the pipeline, and how it does beside the one in use, on articles that trained neither.

A fifth of the lessons is held back to choose the epoch; the held-out articles are others, which only measure.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from annotations.learn import sentences
from annotations.learn.curve import curve
from annotations.learn.curve_runs import curve_points
from annotations.learn.figures import HeldOutFinds, errors_by_article, figures
from annotations.learn.known import Finder
from annotations.learn.pieces import sound
from annotations.learn.recipe import Trained, train
from annotations.learn.shapes import IsStopped, Lesson, Tell, TrainingOutcome
from annotations.learn.task import LearningTask
from annotations.learn.wordings import better_order, found_by_wordings, learned_from
from annotations.processes.quick_dataclass import dataclass
from annotations.training.evaluate import Text, by_pipeline
from annotations.training.scores import Marking

if TYPE_CHECKING:
    from spacy.language import Language

HELD_BACK = 5  # every so many lessons one chooses the epoch


@dataclass(frozen=True)
class NewPipeline:
    """A pipeline as it was trained, and the outcome; it lies in no folder yet.  `spans`: by label, that trained it."""

    nlp: Language
    outcome: TrainingOutcome
    spans: Mapping[str, int]


def teach(
    task: LearningTask, parent: Language | None, in_use: Finder, tell: Tell, is_stopped: IsStopped
) -> NewPipeline | None:
    """Return the trained pipeline with its figures; None when stopped before there was any.

    `in_use`: what the figures are compared with.  UserError as `train`.
    """
    began, wish = time.monotonic(), task.wish
    learns, held_back = parts(task.train, wish.seed)
    without = replace(wish, curve=False)
    trained = train(learns, held_back, without, parent, tell=tell, is_stopped=is_stopped)
    if trained is None:
        return None
    taken = Counter(mark.label for one in task.train for mark in one.marks if mark.label in wish.labels)
    outcome = _measured(task, trained, in_use, taken)
    found = [trained.found.get(lesson.id, []) for lesson in held_back]
    order = better_order(held_back, found, learned_from(learns))
    if wish.curve and not is_stopped() and outcome.all_labels:
        points = curve_points(task, parent, trained, outcome.all_labels.after.value, tell, is_stopped)
        finished = task.told.finished + task.told.held_out
        outcome = replace(outcome, curve=curve(points, finished) if points else None)
    seconds = round(time.monotonic() - began, 1)
    return NewPipeline(trained.nlp, replace(outcome, order=order, seconds=seconds), taken)


def parts(lessons: Sequence[Lesson], seed: int) -> tuple[list[Lesson], list[Lesson]]:
    """Return the lessons that train and the fifth that chooses the epoch, which are finished ones."""
    done = [lesson.id for lesson in lessons if lesson.is_done]
    Random(seed).shuffle(done)
    back = set(done[: max(1, len(done) // HELD_BACK)])
    return [one for one in lessons if one.id not in back], [one for one in lessons if one.id in back]


def texts(lessons: Sequence[Lesson]) -> list[Text]:
    return [Text(sound(lesson.text), lesson.marks) for lesson in lessons]


def _measured(
    task: LearningTask, trained: Trained, in_use: Finder, taken: Mapping[str, int]
) -> TrainingOutcome:
    """Return the figures on the held-out articles, with what is to be said of them."""
    held, labels = task.held_out, task.wish.labels
    asked = texts(held)
    finds = HeldOutFinds(
        before=[_of(labels, marks) for marks in in_use(asked)],
        after=[_of(labels, marks) for marks in by_pipeline(trained.nlp, asked)],
        seen=found_by_wordings(held, learned_from(task.train)),
    )
    every, of_label = figures(held, finds, labels, taken, trained.mapped)
    said = [sentences.mapping(trained.mapped), *trained.notes, *sentences.left_out(trained.left_out)]
    told = replace(task.told, notes=[one for one in said if one])
    return TrainingOutcome(
        folder=None,
        articles=task.told.finished,
        spans=sum(taken.values()),
        seconds=0.0,
        epochs=trained.epochs,
        in_use=told.in_use,
        all_labels=every if held else None,
        labels=of_label,
        articles_held_out=errors_by_article(held, finds),
        headline=sentences.headline(every, told),
        notes=sentences.notes(every, of_label, told),
        calibration=trained.calibration,
    )


def _of(labels: Collection[str], marks: Collection[Marking]) -> list[Marking]:
    return [mark for mark in marks if mark.label in labels]
