"""The rule of the majority over a project: what it would decide, in figures, and the one edit that does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from annotations.edits import Change, Edit
from annotations.processes.quick_dataclass import dataclass
from annotations.review import cases
from annotations.review.cases import Case
from annotations.review.fair import majority, votes
from annotations.schema.types import Schema
from annotations.sets import GOLD, AnnotationSet
from models.queries.articles import annotators
from models.queries.review_queue import ReviewQueue
from models.store.database import HasDatabase

VERB = "take what at least {} agree on"


@dataclass(frozen=True)
class MajorityPlan:
    """The plan of the rule over a project: one edit, its figures, and the cases that stay, lowest agreement first."""

    edit: Edit
    taken: int  # cases
    articles: int  # in which any is taken
    left: tuple[Case, ...]

    def as_json(self) -> dict[str, object]:
        """Return the figures, and the open cases by article and place with how far they agree."""
        left = [
            {
                "article": case.article,
                "start": case.place[0],
                "end": case.place[1],
                "difference": case.difference.value,
                "agreement": round(votes.agreement(case), 3),
            }
            for case in self.left
        ]
        return {"taken": self.taken, "articles": self.articles, "open": len(left), "cases": left}


def queue_of_all(project: HasDatabase, schema: Schema, names: Sequence[str] = ()) -> ReviewQueue:
    """Return the queue in which these annotators (else all) are sides; not of one alone, who has no majority."""
    who = list(names) or [name for name in annotators(project) if name != GOLD]
    return ReviewQueue(project, who, cases.ordered_roles(schema))


def plan(
    project: HasDatabase,
    schema: Schema,
    least: int,
    *,
    by: str,
    names: Sequence[str] = (),
    begin: Callable[[int], object] = lambda articles: None,
    tick: Callable[[], object] = lambda: None,
) -> MajorityPlan:
    """Return what the rule decides where at least so many of these annotators (else of all) agree.

    Whoever has finished an article is a side there.  `begin` is told how many articles there are, `tick` called
    for each.  UserError for a majority of one.
    """
    verb, queue = VERB.format(least), queue_of_all(project, schema, names)
    changes, left = list[Change](), list[Case]()
    articles, taken, touched = queue.articles(), 0, 0
    begin(len(articles))
    for article in articles:
        found = queue.work(article)
        outcome = majority.decided(found, least, by=by)
        left += outcome.left
        if outcome.taken:
            taken, touched = taken + len(outcome.taken), touched + 1
            changes += found.step(verb, outcome.gold).changes  # without what stays as it is
        tick()
    return MajorityPlan(Edit(verb, tuple(changes)), taken, touched, tuple(votes.lowest_first(left)))


def read_all(project: HasDatabase, schema: Schema) -> Iterator[AnnotationSet]:
    """Yield every set on the articles that wait for review, as `plan` reads them."""
    queue = queue_of_all(project, schema)
    for article in queue.articles():
        yield from queue.sets(article)
