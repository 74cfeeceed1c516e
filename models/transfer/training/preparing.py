"""Training before it starts: its lessons, held-out part, labels, parent and name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from annotations.files.there import is_folder
from annotations.learn.saving import digests, free_name, plain_name
from annotations.learn.sentences import Circumstances
from annotations.learn.shapes import BUDGET, NOTHING, Lesson, TrainingWish
from annotations.learn.task import LearningTask
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.suggest.installed import NONE, RULES, SHIPPED, installed, shipped_folder
from models.project import Project
from models.queries.training.gathering import GatheredWork, gathered
from models.transfer.training.held_out import PartedLessons, parted

ENGLISH = "en"


@dataclass(frozen=True)
class PreparedTraining:
    """A training before it starts: the work it learns from, how that is parted, and its task."""

    work: GatheredWork
    lessons: PartedLessons
    task: LearningTask

    @property
    def spans(self) -> Counter[str]:
        """Return how many spans of each label would train."""
        return Counter(mark.label for lesson in self.lessons.train for mark in lesson.marks)

    def known_to(self, trained_on: Collection[str]) -> int:
        """Return how many held-out articles a pipeline learned from, which says by digests what it was trained on."""
        return sum(digest in trained_on for digest in digests(one.id for one in self.lessons.held_out))


def prepared(
    project: Project,
    annotator: str,
    *,
    parent: str = "",
    budget: float = BUDGET,
    curve: bool = False,
    seed: int = 0,
) -> PreparedTraining:
    """Return what a training on the annotator's work, or gold, would be; nothing is trained.

    `parent`: a pipeline's name or NOTHING; "" for the usual one.  The held-out part is stored with the project.
    """
    schema, work = project.schema, gathered(project, project.schema, annotator)
    lessons = parted(project, work)
    marked = {mark.label for lesson in lessons.train for mark in lesson.marks}
    name, number = named(project)
    wish = TrainingWish(
        name=name,
        labels=tuple(label for label in schema.labels if label in marked),
        parent=parent or usual_parent(schema),
        language=schema.language,
        budget=budget,
        curve=curve,
        seed=seed,
        version=f"{number}.0.0",
    )
    return PreparedTraining(
        work, lessons, LearningTask(wish, lessons.train, lessons.held_out, _told(schema, work, lessons))
    )


def named(project: Project) -> tuple[str, int]:
    """Return what the project's next pipeline is called, and which one it is."""
    return free_name(project.folder, plain_name(project.schema.name), installed())


def usual_parent(schema: Schema) -> str:
    """Return the pipeline that a training begins with unless told otherwise: the one in use, else the shipped one.

    Nothing for another language than the shipped one's, where no pipeline is in use.
    """
    if schema.pipeline not in (NONE, RULES):
        return schema.pipeline
    return SHIPPED if schema.language == ENGLISH and is_folder(shipped_folder()) else NOTHING


def _told(schema: Schema, work: GatheredWork, lessons: PartedLessons) -> Circumstances:
    done = [lesson for lesson in lessons.train if lesson.is_done]
    return Circumstances(
        finished=len(done),
        held_out=len(lessons.held_out),
        in_use=schema.pipeline,
        started=len(lessons.train) - len(done),
        waiting=lessons.waiting,
        nested=work.nested,
        unchanged=work.share_unchanged(_ids(lessons.held_out)),
    )


def _ids(lessons: Collection[Lesson]) -> list[str]:
    return [lesson.id for lesson in lessons]
