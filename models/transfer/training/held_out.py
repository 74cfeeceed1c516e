"""The articles that are held out: they test every pipeline of a project, and train none.

They are the test side of a split that is stored in the project, the same that exports keep to; where there is none, one
is made and stored.  An article that is finished later gets its side when it is first learned from.
"""

from __future__ import annotations

from annotations.formats.writing import split as splitting
from annotations.formats.writing.split import Grouping, Split
from annotations.learn.shapes import Lesson
from annotations.processes.quick_dataclass import dataclass
from models.queries.training.gathering import GatheredWork
from models.queries.training.splits import TEST, stored_split
from models.store.articles import stored_article
from models.store.database import HasDatabase
from models.transfer.exports import keep_sides

USUAL = Split((80, 20))


@dataclass(frozen=True)
class PartedLessons:
    """The lessons that train and those held out, by the split of that name.

    `waiting`: how many articles are only started and will be held out, so that they do neither as yet.
    """

    train: tuple[Lesson, ...]
    held_out: tuple[Lesson, ...]
    split: str
    waiting: int = 0


def parted(project: HasDatabase, work: GatheredWork) -> PartedLessons:
    """Part the lessons by the project's split, and store the sides of articles that had none."""
    split, stored = stored_split(project.db, {lesson.id for lesson in work.finished}) or (USUAL, {})
    grouping = Grouping(split)
    for lesson in work.lessons:
        article = stored_article(project.db, lesson.id)
        grouping.add(article, [mark.label for mark in lesson.marks])
    sides = splitting.assign(grouping, stored)
    keep_sides(project, split, sides)
    tested = [lesson for lesson in work.lessons if sides[lesson.id] == TEST]
    return PartedLessons(
        train=tuple(lesson for lesson in work.lessons if sides[lesson.id] != TEST),
        held_out=tuple(lesson for lesson in tested if lesson.is_done),
        split=split.name,
        waiting=sum(not lesson.is_done for lesson in tested),
    )
