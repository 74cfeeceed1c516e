"""Questions about a whole project: the list, what is left, and the records of an export."""

from __future__ import annotations

import pytest

from annotations import span_verbs
from annotations.articles import Article
from annotations.facts import Fact
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Progress, State
from models.project import Project
from models.queries import articles as article_queries
from tests.making import TEXT, arrive, edit, put_articles, span, suggested

POOL = [suggested(0, 10, score=0.9), suggested(28, 32, "GPE", score=0.3)]


@pytest.fixture
def full(project: Project) -> Project:
    """Articles a to e in this order of import: c, a, e, b, d; a and b have suggestions."""
    put_articles(project, **{id_: f"{TEXT} {id_}" for id_ in "caebd"})
    project.set_pools([("a", POOL), ("b", POOL), ("c", [])], by="rules")
    return project


def decide(project: Project, article: str, *spans) -> None:
    edit(project, "confirm", span_verbs.confirm(project.annotation_set(article, "anna"), *spans))


def test_articles_come_in_the_order_of_import(full: Project) -> None:
    assert article_queries.article_ids(full) == list("caebd")


def test_articles_no_pipeline_looked_at_are_those_without_a_pool_of_its_own(full: Project) -> None:
    assert article_queries.unsuggested(full) == ["e", "d"]


def test_a_row_of_the_list_says_state_and_what_is_left(full: Project) -> None:
    decide(full, "a", POOL[1])
    rows = article_queries.listed(full, ["d", "a", "unknown"], "anna")
    assert (rows["a"].state, rows["a"].undecided, rows["a"].lowest) == (State.STARTED, 1, 0.9)
    assert (rows["d"].state, rows["d"].undecided, rows["d"].lowest) == (State.NEW, 0, None)
    assert set(rows) == {"a", "d"}


def test_a_row_of_the_list_follows_edits_undo_and_new_pools(full: Project) -> None:
    left = lambda: article_queries.listed(full, ["a"], "anna")["a"].undecided
    counts = [left()]
    decide(full, "a", *POOL)
    counts.append(left())
    full.undo("anna")
    counts.append(left())
    full.set_pools([("a", POOL[:1])], by="rules")
    assert [*counts, left()] == [2, 0, 2, 1]


def test_a_row_is_about_the_annotator_who_asks(full: Project) -> None:
    decide(full, "a", *POOL)
    assert article_queries.listed(full, ["a"], "bob")["a"].undecided == 2
    assert article_queries.listed(full, ["a"], "bob")["a"].state is State.NEW


def test_a_done_article_that_was_changed_says_so(full: Project) -> None:
    edit(full, "finish", span_verbs.finish(full.annotation_set("a", "anna")))
    assert not article_queries.listed(full, ["a"], "anna")["a"].changed
    decide(full, "a", POOL[0])
    row = article_queries.listed(full, ["a"], "anna")["a"]
    assert (row.state, row.changed) == (State.DONE, True)


def test_the_next_article_with_something_left_is_found_both_ways(full: Project) -> None:
    ask = lambda after, step=1: article_queries.next_undecided(full, after, "anna", step=step)
    assert [ask(None), ask("c"), ask("a"), ask("b")] == ["a", "a", "b", None]
    assert [ask(None, -1), ask("d", -1), ask("b", -1), ask("a", -1)] == ["b", "b", "a", None]
    decide(full, "a", *POOL)
    assert [ask(None), ask("b", -1)] == ["b", None]


def test_the_next_open_article_passes_over_finished_ones(full: Project) -> None:
    for id_ in "ca":
        edit(full, "finish", span_verbs.finish(full.annotation_set(id_, "anna")))
    assert (article_queries.first_open(full, "anna"), article_queries.first_open(full, "bob")) == (
        "e",
        "c",
    )
    assert article_queries.beside(full, "c", "anna") == "a"
    assert article_queries.beside(full, "c", "anna", open_only=True) == "e"
    assert article_queries.beside(full, "c", "anna", step=-1) is None


def test_a_finished_project_opens_at_its_first_article_and_an_empty_one_at_none(project: Project) -> None:
    assert article_queries.first_open(project, "anna") is None
    put_articles(project, a=TEXT)
    edit(project, "finish", span_verbs.finish(project.annotation_set("a", "anna")))
    assert article_queries.first_open(project, "anna") == "a"


def test_annotators_are_listed_in_alphabetical_order(full: Project) -> None:
    for who in ("cy", "anna"):
        arrive(full, Record(Article("a", f"{TEXT} a"), AnnotationSet.of("a", who, [Progress(State.DONE)])))
    assert article_queries.annotators(full) == ["anna", "cy"]


def keys(project: Project, annotator: str = "all") -> list[tuple[str, str | None]]:
    return [(r.article.id, r.set and r.set.annotator) for r in article_queries.records(project, annotator)]


def test_there_is_a_record_for_every_set_and_for_every_article_without_one(full: Project) -> None:
    for article, who in (("a", "bob"), ("a", "anna"), ("d", "bob")):
        edit(full, "label", full.annotation_set(article, who).having(span(0, 10)))
    wanted = [("c", None), ("a", "anna"), ("a", "bob"), ("e", None), ("b", None), ("d", "bob")]
    assert keys(full) == wanted
    assert article_queries.count_records(full) == len(wanted)


def test_the_records_of_one_annotator_leave_out_the_sets_of_others(full: Project) -> None:
    for article, who in (("a", "bob"), ("a", "anna"), ("d", "bob")):
        edit(full, "label", full.annotation_set(article, who).having(span(0, 10)))
    assert keys(full, "anna") == [("c", None), ("a", "anna"), ("e", None), ("b", None), ("d", None)]
    assert article_queries.count_records(full, "anna") == 5


def test_a_record_has_the_article_the_set_and_the_pool(full: Project) -> None:
    decide(full, "a", POOL[0])
    (record,) = [r for r in article_queries.records(full) if r.article.id == "a"]
    assert record.article == full.article("a")
    assert record.set == full.annotation_set("a", "anna")
    assert set(record.pool) == set(POOL)


def test_records_are_of_one_moment(full: Project) -> None:
    other, found = Project(full.folder), article_queries.records(full)
    next(found)
    edit(other, "label", other.annotation_set("d", "anna").having(span(0, 10)))
    assert all(record.set is None for record in found)
    other.close()


def test_an_article_has_facts_while_some_lie_in_its_pool(full: Project) -> None:
    assert not article_queries.has_facts(full, "a")
    full.set_facts([("a", [Fact("f", "ATTACK", (0, 3))])])
    assert [article_queries.has_facts(full, id_) for id_ in ("a", "b", "unknown")] == [True, False, False]
    full.set_facts([("a", [])])
    assert not article_queries.has_facts(full, "a")
