"""An approval ends with the next step of the review, and what it was about may come back as it was."""

from __future__ import annotations

from annotations.review import decisions
from annotations.review.cases import ordered_roles
from annotations.sets import GOLD, AnnotationSet, State
from models.project import Project
from models.queries import golds
from models.queries.review_queue import ReviewQueue
from models.transfer import annotators
from tests.making import TEXT, edit, span
from tests.models.queries.reviews import DONE, reviewed, work


def lapsed(project: Project) -> None:
    """An approved article, in review again since carl has finished it too; anna's work goes back then."""
    reviewed(project, approve="a")
    edit(project, "work", AnnotationSet("a", "carl").having(span(36, 43, "DATE"), DONE))
    at = ReviewQueue(project, ["anna", "ben", "carl"]).work("a", TEXT)
    project.apply(at.returned("return", "anna", reason="missed", by="rex", at="1"), by="rex")
    project.undo("carl")
    edit(project, "finish", project.annotation_set("a", "anna").having(DONE))


def test_an_article_that_went_back_is_not_reviewed_again_until_somebody_approves_it(project: Project) -> None:
    lapsed(project)
    gold = project.annotation_set("a", GOLD)
    assert (decisions.approval(gold), gold.state, work(project, "a").gold.state) == (
        None,
        State.STARTED,
        State.STARTED,
    )
    decide_added(project)
    assert project.annotation_set("a", GOLD).state is State.STARTED
    assert {project.annotation_set("a", who).state for who in ("anna", "ben")} == {State.IN_REVIEW}


def test_what_was_approved_is_so_again_when_a_reopening_from_before_a_rename_is_undone(
    project: Project,
) -> None:
    reviewed(project, approve="a")
    project.apply(work(project, "a").reopened("reopen"), by="rex")
    annotators.rename(project, "anna", "Zoe", by="rex")
    project.undo("rex")
    now = golds.standing(project.db, "a", ordered_roles(project.schema))
    assert (now.is_approved, now.gold.state, [made.annotator for made in now.sets]) == (
        True,
        State.REVIEWED,
        ["Zoe", "ben"],
    )
    assert {made.state for made in now.sets} == {State.REVIEWED}


def decide_added(project: Project) -> None:
    at = work(project, "a")
    gold = decisions.add(at.begun(), span(33, 35, "ORG"), TEXT, by="rex", reason="missed")
    project.apply(at.step("add", gold), by="rex")
