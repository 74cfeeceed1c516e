"""The articles that are held out: they test every pipeline of a project, and train none.

They are the test side of a split that is stored in the project, the same that exports keep to; where there is none, one
is made and stored.  An article that is finished later gets its side when it is first learned from.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from annotations.formats.writing import split as splitting
from annotations.formats.writing.split import Grouping, Split
from annotations.learn.shapes import Lesson
from models.queries.training.gathering import GatheredWork
from models.store.articles import stored_article
from models.store.database import Database, HasDatabase
from models.transfer.exports import keep_sides

USUAL = Split((80, 20))
TEST = "test"


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
    split = _stored(project.db, work) or USUAL
    grouping = Grouping(split, by_words=splitting.tells_alike())
    for lesson in work.lessons:
        article = stored_article(project.db, lesson.id)
        grouping.add(article, [mark.label for mark in lesson.marks])
    sides = splitting.assign(grouping, _sides(project.db, split))
    keep_sides(project, split, sides)
    tested = [lesson for lesson in work.lessons if sides[lesson.id] == TEST]
    return PartedLessons(
        train=tuple(lesson for lesson in work.lessons if sides[lesson.id] != TEST),
        held_out=tuple(lesson for lesson in tested if lesson.is_done),
        split=split.name,
        waiting=sum(not lesson.is_done for lesson in tested),
    )


def _stored(database: Database, work: GatheredWork) -> Split | None:
    """Return the stored split that has sides for most of the finished articles; None where there is none."""
    finished, covered = {lesson.id for lesson in work.finished}, Counter[str]()
    for name, article in database.rows("SELECT name, id FROM split JOIN article ON number = article"):
        covered[name] += article in finished
    known = ((count, name) for name, count in covered.items() if splitting.named(name))
    best = max(known, default=None)
    return splitting.named(best[1]) if best else None


def _sides(database: Database, split: Split) -> dict[str, str]:
    sql = "SELECT id, side FROM split JOIN article ON number = article WHERE name = ?"
    return {row[0]: row[1] for row in database.rows(sql, (split.name,))}
