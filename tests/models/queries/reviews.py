"""Projects with reviews in them, and gold that nobody has kept, as another program or an older version leaves it."""

from __future__ import annotations

from annotations.edits import Change, Edit
from annotations.review import decisions
from annotations.review.cases import ordered_roles
from annotations.sets import GOLD, AnnotationSet, Item, Progress, State
from models.project import Project
from models.queries.review_queue import ReviewQueue
from models.queries.true_golds import TrueGold, true_gold
from tests.making import TEXT, edit, put_articles, span

DONE = Progress(State.DONE)
WHO = ["anna", "ben"]


def reviewed(project: Project, *, approve: str = "ab") -> Project:
    """Two articles on which anna and ben differ, decided as ben has it; those named are approved."""
    put_articles(project, a=TEXT, b=TEXT + " ")
    for article in "ab":
        edit(project, "work", AnnotationSet(article, "anna").having(span(0, 10), span(28, 32, "ORG"), DONE))
        edit(project, "work", AnnotationSet(article, "ben").having(span(0, 10), span(28, 32, "GPE"), DONE))
        decide(project, article)
        if article in approve:
            project.apply(work(project, article).approved("approve", by="rex"), by="rex")
    return project


def work(project: Project, article: str):
    return ReviewQueue(project, WHO, ordered_roles(project.schema)).work(article, TEXT)


def decide(project: Project, article: str) -> None:
    at = work(project, article)
    gold = decisions.take_all(at.begun(), at.open_cases, "ben", by="rex")
    project.apply(at.step("take ben", gold), by="rex")


def unkept(project: Project, article: str, who: str, *items: Item) -> None:
    """Puts items into a set past the keeper of gold."""
    before = project.annotation_set(article, who)
    made = Edit("change", (Change.between(before, before.having(*items)),))
    project.history.apply(made, by=who)


def two_reviewers(project: Project, article: str) -> None:
    """A second reviewer's decision against the first one's, as a merge brings it."""
    at = work(project, article)
    case = next(case for case in at.cases if len(case.sides) > 1)
    alone = decisions.take(AnnotationSet(article, GOLD), case, "anna", by="sue")
    unkept(project, article, GOLD, *decisions.all_of(alone))


def true(project: Project, article: str = "a") -> TrueGold:
    return true_gold(project.db, article, ordered_roles(project.schema))
