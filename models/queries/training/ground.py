"""The ground of a training at a look: how much an annotator has finished, label by label, and how much is held out.

It is counted in the database, at any size of a project; what a training then takes is in `gathering`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from annotations.learn.shapes import LEAST_ARTICLES, LEAST_SPANS
from annotations.schema.types import Schema
from annotations.sets import FINISHED
from models.store.database import HasDatabase
from models.store.rows import marks

DONE = f"kind = 'progress' AND label IN ({marks(len(FINISHED))})"
FINISHED_BY = f"SELECT article FROM item WHERE annotator = ? AND {DONE}"
SPANS = "FROM item WHERE annotator = ? AND kind = 'span' AND status = 'confirmed'"


@dataclass(frozen=True)
class LabelGround:
    """The confirmed spans of a label in finished articles, and those among them that are held out."""

    label: str
    spans: int
    held_out: int


@dataclass(frozen=True)
class LearnGround:
    """The work of one annotator, or gold, that a training can learn from.

    `spans`, `length` (code points): of the finished articles.  `started`, `started_spans`: articles that are begun, and
    the spans confirmed there.  `held_out`: finished articles that only test; 0 where none are chosen as yet.
    """

    annotator: str
    finished: int = 0
    spans: int = 0
    length: int = 0
    started: int = 0
    started_spans: int = 0
    held_out: int = 0
    labels: tuple[LabelGround, ...] = ()

    @property
    def is_enough(self) -> bool:
        """Return whether a training can start."""
        return self.finished >= LEAST_ARTICLES and self.spans >= LEAST_SPANS


def finished_by(project: HasDatabase) -> dict[str, int]:
    """Return how many articles each annotator, or gold, has finished; those with none are left out."""
    sql = f"SELECT annotator, count(*) FROM item WHERE {DONE} GROUP BY annotator ORDER BY annotator"
    return dict(project.db.rows(sql, FINISHED))


def ground(project: HasDatabase, schema: Schema, annotator: str) -> LearnGround:
    """Return what the annotator's work offers to learn from, labels in the schema's order."""
    done = {row[0] for row in project.db.rows(FINISHED_BY, (annotator, *FINISHED))}
    tested = done & _held_out(project, done)
    counts, held, begun = Counter[str](), Counter[str](), Counter[int]()
    for article, label, count in project.db.rows(
        f"SELECT article, label, count(*) {SPANS} GROUP BY article, label", (annotator,)
    ):
        if label not in schema.labels_in_use:
            continue
        if article not in done:
            begun[article] += count
            continue
        counts[label] += count
        held[label] += count if article in tested else 0
    return LearnGround(
        annotator,
        finished=len(done),
        spans=counts.total(),
        length=_length(project, annotator),
        started=len(begun),
        started_spans=begun.total(),
        held_out=len(tested),
        labels=tuple(
            LabelGround(name, counts[name], held[name])
            for name in schema.labels
            if name in schema.labels_in_use
        ),
    )


def _length(project: HasDatabase, annotator: str) -> int:
    sql = f"SELECT ifnull(sum(length), 0) FROM article WHERE number IN ({FINISHED_BY})"
    row = project.db.row(sql, (annotator, *FINISHED))
    return int(row[0]) if row else 0


def _held_out(project: HasDatabase, done: set[int]) -> set[int]:
    """Return the articles on the test side of the stored split that has sides for most of those done."""
    sides: dict[str, dict[int, str]] = {}
    for name, article, side in project.db.rows("SELECT name, article, side FROM split"):
        sides.setdefault(name, {})[article] = side
    best = max(sides.values(), key=lambda one: len(done & one.keys()), default={})
    return {article for article, side in best.items() if side == "test"}
