"""Same cases over a project: which are alike, and one edit that decides them."""

from __future__ import annotations

import pytest

from annotations.errors import StaleEdit
from annotations.facts import Fact
from annotations.sets import GOLD, AnnotationSet, Progress, State
from models.project import Project
from models.queries.review_queue import ReviewQueue
from models.queries.reviews import same_cases
from tests.making import TEXT, edit, put_articles, span

DONE = Progress(State.DONE)
NAME = (0, 10)


@pytest.fixture
def queue(project: Project) -> ReviewQueue:
    """Four articles: a and b differ alike, c in other labels, d in the type of a fact."""
    put_articles(project, **{article: TEXT + " " * n for n, article in enumerate("abcd")})
    said = {"a": ("PERSON", "ORG"), "b": ("ORG", "PERSON"), "c": ("PERSON", "GPE")}
    for article, labels in said.items():
        for who, label in zip(("anna", "ben"), labels, strict=True):
            edit(project, "work", AnnotationSet(article, who).having(span(*NAME, label), DONE))
    for who, kind in (("anna", "LEAVE"), ("ben", "MEET")):
        edit(project, "work", AnnotationSet("d", who).having(Fact(who, kind, (23, 27), ()), DONE))
    return ReviewQueue(project, ["anna", "ben"])


def found(project: Project, queue: ReviewQueue, article: str, *among: str) -> list[same_cases.CaseHit]:
    """The cases like the first one of the article."""
    (case, *_), text = queue.open(article), project.article(article).text
    wanted, words = same_cases.readings(case, text), text[slice(*case.place)]
    steps = same_cases.find(project, queue, wanted, words, among or None)
    return [hit for hits in steps for hit in hits]


def test_alike_are_the_same_words_and_readings_whoever_has_which(project: Project, queue) -> None:
    assert [hit.article for hit in found(project, queue, "a")] == ["a", "b"]
    assert [hit.article for hit in found(project, queue, "a", "b", "c")] == ["b"]
    assert [hit.article for hit in found(project, queue, "d")] == ["d"]


def test_what_is_decided_is_looked_for_no_more(project: Project, queue: ReviewQueue) -> None:
    hits = found(project, queue, "a")
    took = ("ORG", "Maria Ruiz")
    project.apply(same_cases.edit(project, queue, "take ORG", hits[:1], took, by="rex"), by="rex")
    assert [hit.article for hit in found(project, queue, "b")] == ["b"]
    assert [made.label for made in project.annotation_set("a", GOLD).spans.values()] == ["ORG"]
    with pytest.raises(StaleEdit):
        same_cases.edit(project, queue, "take ORG", hits, took, by="rex")


def test_a_reading_that_nobody_has_there_is_not_taken(project: Project, queue: ReviewQueue) -> None:
    with pytest.raises(StaleEdit):
        same_cases.edit(project, queue, "x", found(project, queue, "a"), ("GPE", "Maria Ruiz"), by="rex")


def test_all_are_decided_in_one_edit(project: Project, queue: ReviewQueue) -> None:
    took = ("ORG", "Maria Ruiz")
    made = same_cases.edit(project, queue, "take", found(project, queue, "a"), took, by="rex")
    project.apply(made, by="rex")
    assert (queue.open("a"), queue.open("b"), len(queue.open("c"))) == ([], [], 1)
    project.undo("rex")
    assert len(queue.open("a")) == len(queue.open("b")) == 1
    assert project.history.problems() == []
