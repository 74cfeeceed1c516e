"""What agreement is measured on: finished work unless all is asked for, first passes from the log, batches and days."""

from __future__ import annotations

import pytest

from annotations.agreement.compared import Compared
from annotations.articles import Article
from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.sets import GOLD, AnnotationSet, Progress, State
from annotations.span_verbs import reopen
from models.project import Project
from models.queries.compared_sets import ComparedSets
from models.transfer import exchange
from tests.making import TEXT, arrive, edit, put_articles, span

WHO = ["anna", "ben"]
DONE = Progress(State.DONE)


@pytest.fixture
def filled(project: Project) -> Project:
    """Four articles: finished by both, by one, by one who skipped it, and by one with gold that was approved."""
    put_articles(project, a=TEXT, b=TEXT + " ", c=TEXT + "  ", d=TEXT + "   ")
    other = {"b": Progress(State.STARTED), "c": Progress(State.DONE, skipped="off topic")}
    for article in "abcd":
        edit(project, "work", AnnotationSet(article, "anna").having(span(0, 10), DONE))
        mine = AnnotationSet(article, "ben").having(span(0, 10), other.get(article, DONE))
        edit(
            project,
            "work",
            mine if article != "d" else AnnotationSet(article, GOLD).having(Progress(State.REVIEWED)),
        )
    return project


def sets(project: Project, **how: bool) -> dict[str, list[str]]:
    return {one.article: list(one.sets) for one in ComparedSets(project, WHO, **how).read()}


def test_only_finished_sets_are_compared_unless_all_are_asked_for(filled: Project) -> None:
    assert sets(filled) == {"a": WHO, "c": ["anna"], "d": ["anna"]}
    assert sets(filled, unfinished=True) == {"a": WHO, "b": WHO, "c": WHO, "d": ["anna"]}


def test_gold_is_beside_them_where_it_was_approved(filled: Project) -> None:
    edit(filled, "begin", AnnotationSet("a", GOLD).having(span(0, 10), Progress(State.STARTED)))
    gold = {one.article: one.gold and one.gold.state for one in ComparedSets(filled, WHO).read()}
    assert gold == {"a": None, "c": None, "d": State.REVIEWED}


def test_work_that_nobody_finished_is_a_sentence(filled: Project) -> None:
    for who in WHO:
        edit(filled, "reopen", reopen(filled.annotation_set("a", who)))
    edit(filled, "reopen", reopen(filled.annotation_set("c", "ben")))
    with pytest.raises(UserError, match="no article that two of anna, ben have finished"):
        sets(filled)


def only(found: list[Compared], who: str = "anna") -> list[str]:
    (one,) = (one for one in found if one.article == "a")
    return [f"{s.start}-{s.end}" for s in one.sets[who].spans.values()]


def test_a_first_pass_is_what_was_there_when_it_was_first_finished(filled: Project) -> None:
    edit(filled, "return", filled.annotation_set("a", "anna").having(Progress(State.RETURNED)))
    edit(filled, "add", filled.annotation_set("a", "anna").having(span(28, 32, "GPE")))
    assert only(list(ComparedSets(filled, WHO, first_pass=True).read())) == ["0-10"]
    edit(filled, "finish", filled.annotation_set("a", "anna").having(DONE))
    assert only(list(ComparedSets(filled, WHO, first_pass=True).read())) == ["0-10"]
    assert only(list(ComparedSets(filled, WHO).read())) == ["0-10", "28-32"]


def test_what_was_finished_and_taken_back_is_no_first_pass(project: Project) -> None:
    put_articles(project, a=TEXT)
    edit(project, "work", AnnotationSet("a", "ben").having(span(0, 10), DONE))
    edit(project, "add", AnnotationSet("a", "anna").having(span(0, 10), Progress(State.STARTED)))
    edit(project, "finish", project.annotation_set("a", "anna").having(DONE))
    project.undo("anna")
    edit(project, "add", project.annotation_set("a", "anna").having(span(28, 32, "GPE")))
    assert sets(project, first_pass=True) == {"a": ["ben"]}
    edit(project, "finish", project.annotation_set("a", "anna").having(DONE))
    assert only(list(ComparedSets(project, WHO, first_pass=True).read())) == ["0-10", "28-32"]


def test_work_that_was_imported_or_merged_has_its_first_pass_where_it_came(
    project: Project, tmp_path
) -> None:
    made = [AnnotationSet("a", who).having(span(0, 10, id_=who), DONE) for who in WHO]
    arrive(project, *(Record(Article("a", TEXT), set=one) for one in made))
    exchange.pack(project, tmp_path / "ben.zip", "ben")
    other = Project.create(tmp_path / "other", project.schema)
    arrive(other, Record(Article("a", TEXT), set=made[0]))
    exchange.merge(other, tmp_path / "ben.zip", by="anna")
    for one in (project, other):
        found = ComparedSets(one, WHO, first_pass=True)
        assert only(list(found.read()), "ben") == ["0-10"]
        assert len(found.days()["a"]) == 10
    other.close()


def test_a_batch_is_a_field_of_the_metadata_and_the_day_that_of_the_last_finish(project: Project) -> None:
    for n, batch in enumerate((" pilot \n one", 2, None)):
        article = Article(f"a{n}", TEXT + " " * n, meta={"batch": batch} if batch else {})
        arrive(project, *(Record(article, set=AnnotationSet(article.id, who).having(DONE)) for who in WHO))
    found = ComparedSets(project, WHO)
    assert found.batches() == {"a0": "pilot one", "a1": "2", "a2": ""}
    (day,) = set(found.days().values())
    row = project.db.row("SELECT max(at) FROM event")
    assert row is not None
    assert day == row[0][:10]
