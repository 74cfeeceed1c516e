"""Reviews over articles: the next case, what a decision leaves, and how feedback gets back to the annotator."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.agreement.report import Agreement
from annotations.edits import Edit
from annotations.errors import UserError
from annotations.formats.writing.selection import Choice
from annotations.review import decisions
from annotations.sets import GOLD, AnnotationSet, Progress, State
from models.project import Project
from models.queries import review_queue
from models.queries.agreement.compared_sets import ComparedSets
from models.queries.review_queue import ReviewQueue
from models.transfer import exchange
from tests.making import SMALL, TEXT, annotators_of, edit, exported, put_articles, read_back, span

DONE = Progress(State.DONE)


@pytest.fixture
def filled(project: Project) -> Project:
    """Three articles; anna and ben differ on the first and the last."""
    put_articles(project, a=TEXT, b=TEXT + " ", c=TEXT + "  ")
    for article in "abc":
        edit(project, "work", AnnotationSet(article, "anna").having(span(0, 10, id_="x"), DONE))
        label = "PERSON" if article == "b" else "ORG"
        edit(project, "work", AnnotationSet(article, "ben").having(span(0, 10, label, id_="y"), DONE))
    edit(project, "more", project.annotation_set("a", "ben").having(span(28, 32, "GPE", id_="z"), DONE))
    return project


def decide(project: Project, case, who: str = "ben", **why: str) -> None:
    work = ReviewQueue(project, ["anna", "ben"]).work(case.article, TEXT)
    project.apply(work.step(f"take {who}", decisions.take(work.gold, case, who, by="rex", **why)), by="rex")


def test_the_queue_goes_from_case_to_case_and_on_to_the_next_article(filled: Project) -> None:
    queue, places, case = ReviewQueue(filled, ["anna", "ben"]), [], None
    while case := queue.next(case and case.article, case.key if case else ""):
        places.append((case.article, case.place))
    assert places == [("a", (0, 10)), ("a", (28, 32)), ("c", (0, 10))]
    back = queue.next("c", step=-1)
    assert (back.article, back.place) == ("c", (0, 10))
    assert queue.next("c", back.key, step=-1).place == (28, 32)


def test_what_agrees_least_can_come_first(filled: Project) -> None:
    for who, label in {"cara": "GPE", "dan": "LOC"}.items():
        more = [span(28, 32, "GPE")] * (who == "cara")
        edit(filled, "work", AnnotationSet("a", who).having(span(0, 10, "ORG"), *more, DONE))
        edit(filled, "work", AnnotationSet("c", who).having(span(0, 10, label), DONE))
    queue, places, case = ReviewQueue(filled, ["anna", "ben", "cara", "dan"], lowest_first=True), [], None
    while case := queue.next(case and case.article, case.key if case else ""):
        places.append((case.article, case.place))
    assert places == [("c", (0, 10)), ("a", (28, 32)), ("a", (0, 10))]  # 1 of 4 agree, 2 of 4, 3 of 4
    assert queue.next(step=-1).place == (0, 10)


def test_a_decided_case_is_passed_and_comes_back_when_it_is_undone(filled: Project) -> None:
    queue = ReviewQueue(filled, ["anna", "ben"])
    first = queue.next()
    decide(filled, first)
    assert queue.next().place == (28, 32)
    assert queue.next(first.article, first.key).place == (28, 32)
    filled.undo("rex")
    assert queue.next() == first
    assert filled.history.problems() == []


def test_an_article_that_is_reviewed_or_not_done_is_not_in_the_queue(filled: Project) -> None:
    queue = ReviewQueue(filled, ["anna", "ben"])
    edit(filled, "reopen", filled.annotation_set("a", "ben").having(Progress(State.STARTED)))
    assert queue.articles() == ["b", "c"]
    assert queue.next("a").article == "c"


def test_a_review_ends_in_one_edit_over_all_the_sets(filled: Project) -> None:
    queue, gold = ReviewQueue(filled, ["anna", "ben"]), filled.annotation_set("b", GOLD)
    filled.apply(queue.work("b").step("review", gold), by="rex")
    there = filled.annotation_set("b", "anna")
    with pytest.raises(UserError, match="in review and cannot be changed"):
        Edit.between("label", there, there.having(span(1, 2)))
    filled.apply(queue.work("b").approved("approve", by="rex"), by="rex")
    assert {filled.annotation_set("b", who).state for who in ("anna", "ben", GOLD)} == {State.REVIEWED}
    filled.undo("rex")
    filled.undo("rex")
    assert filled.annotation_set("b", GOLD) == gold
    assert filled.history.problems() == []


def test_gold_leaves_by_itself_once_it_is_reviewed(filled: Project) -> None:
    queue = ReviewQueue(filled, ["anna", "ben"])
    filled.apply(queue.work("b").step("begin", queue.gold("b")), by="rex")
    wanted = Choice(GOLD, "reviewed")
    assert exported(filled, wanted) == ""
    filled.apply(queue.work("b").approved("approve", by="rex"), by="rex")
    (record,) = read_back(exported(filled, wanted))
    assert [(s.start, s.end, s.label) for s in record.set.spans.values()] == [(0, 10, "PERSON")]


def test_agreement_reads_every_article_that_two_have(filled: Project) -> None:
    edit(filled, "work", AnnotationSet("a", "cy").having(span(0, 10), DONE))
    who = ["anna", "ben", "cy"]
    found = Agreement(ComparedSets(filled, who).read(), who, times=10).as_json()
    assert (found["compared"], found["articles"]) == (3, {"done": 3})
    assert found["by_article"]["b"]["exact"] == 1.0


def test_feedback_is_on_what_was_decided(filled: Project) -> None:
    queue = ReviewQueue(filled, ["anna", "ben"])
    decide(filled, queue.next(), reason="wrong label", note="an office")
    found = review_queue.feedback(filled, "anna")
    assert found.counts() == [("PERSON", "wrong label", 1)]
    assert review_queue.feedback(filled, "ben").articles == ()


def test_the_annotator_sees_the_reasons_in_a_copy_without_anybody_elses_work(
    filled: Project, tmp_path: Path
) -> None:
    queue, case = ReviewQueue(filled, ["anna", "ben"]), None
    while case := queue.next(case and case.article, case.key if case else ""):
        decide(filled, case, reason="guideline unclear")
    exchange.pack(
        filled,
        tmp_path / "anna.zip",
        "anna",
        GOLD,
        articles=review_queue.articles_of(filled, ["anna", GOLD]),
    )
    copy = Project.create(tmp_path / "copy", SMALL)
    put_articles(copy, a=TEXT, b=TEXT + " ", c=TEXT + "  ")
    exchange.merge(copy, tmp_path / "anna.zip", by="anna")
    assert review_queue.feedback(copy, "anna") == review_queue.feedback(filled, "anna")
    assert annotators_of(copy, "a") == ["anna", GOLD]
    assert copy.history.problems() == []
    copy.close()
