"""The rule of the majority over a project: what it would decide, in figures, and the one edit that does it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from annotations.edits import Change, Edit
from annotations.review import cases, majority, votes
from annotations.review.adjudication import Adjudication
from annotations.review.cases import Case
from annotations.schema.types import Schema
from annotations.sets import GOLD, AnnotationSet, Item, State
from models.queries.review_queue import WAITING
from models.store.database import HasDatabase
from models.store.rows import columns, from_row, marks

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


def under_review(project: HasDatabase, names: Sequence[str] = ()) -> list[str]:
    """Return the articles that two of the annotators (else of all) have finished, in import order."""
    among = f"AND annotator IN ({marks(len(names))})" if names else ""
    sql = (
        "SELECT article.id FROM item JOIN article ON number = article "
        f"WHERE kind = 'progress' AND annotator <> '{GOLD}' AND label IN ({marks(len(WAITING))}) {among} "
        "GROUP BY number HAVING count(*) >= 2 ORDER BY number"
    )
    return [row[0] for row in project.db.rows(sql, (*WAITING, *names))]


def plan(
    project: HasDatabase,
    schema: Schema,
    least: int,
    *,
    by: str,
    names: Sequence[str] = (),
    tick: Callable[[], None] = lambda: None,
) -> MajorityPlan:
    """Return what the rule decides where at least so many of these annotators (else of all) agree.

    Whoever has finished an article is a side there; `tick` is called for each article.  UserError for a majority of one.
    """
    ordered, verb = cases.ordered_roles(schema), VERB.format(least)
    changes, left = list[Change](), list[Case]()
    taken = articles = 0
    for article in under_review(project, names):
        found = _work(project, article, names, ordered)
        tick()
        if found is None:
            continue
        outcome = majority.decided(found, least, by=by)
        left += outcome.left
        if outcome.taken:
            taken, articles = taken + len(outcome.taken), articles + 1
            changes += found.step(verb, outcome.gold).changes  # without what stays as it is
    return MajorityPlan(Edit(verb, tuple(changes)), taken, articles, tuple(votes.lowest_first(left)))


def _work(
    project: HasDatabase, article: str, names: Sequence[str], ordered: cases.Ordered
) -> Adjudication | None:
    """Return the review of an article by all who have finished it; None where it is reviewed, or there are not two."""
    sets = _sets(project, article)
    gold = sets.pop(GOLD, AnnotationSet(article, GOLD))
    sides = [made for who, made in sorted(sets.items()) if made.state in WAITING and who in (names or sets)]
    if gold.state is State.REVIEWED or len(sides) < 2:
        return None
    return Adjudication("", tuple(sides), gold, cases.compare(sides, ordered=ordered))


def _sets(project: HasDatabase, article: str) -> dict[str, AnnotationSet]:
    """Return all sets on the article by annotator, read at once."""
    sql = (
        f"SELECT annotator, {columns('item')} FROM item JOIN article ON number = article WHERE article.id = ?"
    )
    items: dict[str, list[Item]] = defaultdict(list)
    for who, *row in project.db.rows(sql, (article,)):
        items[who].append(from_row(tuple(row)))
    return {who: AnnotationSet.of(article, who, made) for who, made in items.items()}


def read_all(project: HasDatabase, names: Sequence[str] = ()) -> Iterator[AnnotationSet]:
    """Yield every set on the articles under review, as `plan` reads them."""
    for article in under_review(project, names):
        yield from _sets(project, article).values()
