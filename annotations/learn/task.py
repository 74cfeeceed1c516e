"""A training as it is to be done, and what is known of its circumstances beforehand."""

from __future__ import annotations

from annotations.learn.sentences import Circumstances
from annotations.learn.shapes import Lesson, TrainingWish
from annotations.processes.quick_dataclass import dataclass


@dataclass(frozen=True)
class LearningTask:
    """The lessons that train, those that are held out, and what is told of them."""

    wish: TrainingWish
    train: tuple[Lesson, ...]
    held_out: tuple[Lesson, ...]
    told: Circumstances
