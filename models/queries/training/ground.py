"""The ground of a training at a look: how much an annotator has finished, label by label, and how much is held out.

It is counted in the database, at any size of a project; what a training then takes is in `gathering`.
"""

from __future__ import annotations

from collections import Counter

from annotations.learn.pace import too_little
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.sets import FINISHED
from models.queries.articles import SKIPPED
from models.queries.training.splits import TEST, stored_split
from models.store.database import HasDatabase
from models.store.rows import marks

IS_DONE = f"label IN ({marks(len(FINISHED))})"
TAKEN = f"kind = 'progress' AND NOT ifnull({SKIPPED}, 0)"  # begun or finished, and not skipped
BY_ANNOTATOR = (
    f"SELECT number, article.id, length, {IS_DONE} FROM item JOIN article ON number = article "
    f"WHERE annotator = ? AND {TAKEN}"
)
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
        return not too_little(self.finished, self.spans)


def finished_by(project: HasDatabase) -> dict[str, int]:
    """Return how many articles each annotator, or gold, has finished; those with none are left out."""
    sql = f"SELECT annotator, count(*) FROM item WHERE {TAKEN} AND {IS_DONE} GROUP BY annotator ORDER BY annotator"
    return dict(project.db.rows(sql, FINISHED))


def ground(project: HasDatabase, schema: Schema, annotator: str) -> LearnGround:
    """Return what the annotator's work offers to learn from, labels in the schema's order."""
    taken = {row[0]: row[1:] for row in project.db.rows(BY_ANNOTATOR, (*FINISHED, annotator))}
    done = {number: id_ for number, (id_, _, is_done) in taken.items() if is_done}
    found, labels = stored_split(project.db, set(done.values())), schema.labels_in_use
    tested = {number for number, id_ in done.items() if found and found.sides.get(id_) == TEST}
    counts, held, begun = Counter[str](), Counter[str](), Counter[int]()
    for article, label, count in project.db.rows(
        f"SELECT article, label, count(*) {SPANS} GROUP BY article, label", (annotator,)
    ):
        if label not in labels or article not in taken:
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
        length=sum(taken[number][1] for number in done),
        started=len(begun),
        started_spans=begun.total(),
        held_out=len(tested),
        labels=tuple(LabelGround(name, counts[name], held[name]) for name in schema.labels if name in labels),
    )
