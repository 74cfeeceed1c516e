"""Article filters: what each finds, that they add up, and that no words break the full-text question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations import span_verbs
from annotations.articles import Article
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Comment
from models.project import Project
from models.queries import articles as article_queries
from models.queries import filters
from models.queries.filters import Filter, show
from models.transfer import assignments
from tests.making import TEXT, arrive, edit, put_articles, span, suggested
from tests.strategies import NASTY, examples

MARIA, OSLO = suggested(0, 10, score=0.9), suggested(28, 32, "GPE", score=0.3)
RULE = replace(suggested(18, 22, "ORG", score=0.6), origin="rule")
SEEN = replace(suggested(36, 43, "ORG", score=0.7), origin="seen 3 times")


@pytest.fixture
def full(project: Project) -> Project:
    """Articles a to e; a, b and c have suggestions."""
    put_articles(project, **{id_: f"{TEXT} {id_} Café" for id_ in "abcde"})
    project.set_pools([("a", [MARIA, OSLO]), ("b", [RULE]), ("c", [MARIA, SEEN])], by="en_news")
    return project


def decide(project: Project, article: str, verb, *given, **more) -> None:
    edit(project, "verb", verb(project.annotation_set(article, "anna"), *given, **more))


def found(project: Project, **wanted) -> str:
    return "".join(show(project, Filter(**wanted), "anna"))


def test_an_article_is_found_by_its_state(full: Project) -> None:
    decide(full, "a", span_verbs.confirm, MARIA)
    decide(full, "b", span_verbs.finish)
    states = [found(full, state=state) for state in ("new", "started", "done", "in review")]
    assert states == ["cde", "a", "b", ""]


def test_a_label_is_there_while_a_span_of_mine_or_an_undecided_suggestion_has_it(full: Project) -> None:
    assert [found(full, label=label) for label in ("PERSON", "ORG", "GPE", "LAW")] == ["ac", "bc", "a", ""]
    decide(full, "a", span_verbs.confirm, MARIA)
    decide(full, "c", span_verbs.reject, MARIA)
    decide(full, "b", span_verbs.relabel, RULE, "GPE")
    assert [found(full, label=label) for label in ("PERSON", "ORG", "GPE")] == ["a", "c", "ab"]


def test_what_somebody_else_decided_is_nothing_to_me(full: Project) -> None:
    edit(full, "reject", span_verbs.reject(full.annotation_set("a", "bob"), MARIA))
    assert found(full, label="PERSON") == "ac"
    edit(full, "label", span_verbs.label(full.annotation_set("e", "bob"), 28, 32, "LAW", text=TEXT))
    assert found(full, label="LAW") == ""


def test_an_article_is_found_by_what_made_its_spans(full: Project) -> None:
    decide(full, "d", span_verbs.label, 28, 32, "GPE", text=TEXT)
    decide(full, "c", span_verbs.relabel, SEEN, "GPE")
    kinds = {kind: found(full, origin=kind) for kind in filters.ORIGINS}
    assert kinds == {
        "model": "ac", "rule": "b", "seen": "c", "repeat": "", "pattern": "", "imported": "", "human": "d",
        "edited": "c",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("origin", "kind"),
    [("", "imported"), ("bob", "human"), ("en_news 1.0", "model"), ("seen 1 time", "seen")],
)
def test_an_origin_is_of_one_kind(origin: str, kind: str) -> None:
    assert filters.kind_of(origin, {"anna", "bob"}) == kind


def test_undecided_and_lowest_score_follow_the_decisions(full: Project) -> None:
    assert (found(full, undecided=True), found(full, below=0.5), found(full, below=0.7)) == ("abc", "a", "ab")
    decide(full, "a", span_verbs.confirm, OSLO)
    decide(full, "b", span_verbs.reject, RULE)
    assert (found(full, undecided=True), found(full, below=0.5), found(full, below=0.95)) == ("ac", "", "ac")


def test_a_pool_that_is_replaced_is_looked_at_anew(full: Project) -> None:
    assert article_queries.listed(full, list("abc"), "anna")["a"].undecided == 2
    assert found(full, label="GPE") == "a"
    full.set_pools([("a", []), ("b", [OSLO])], by="en_news")
    assert (found(full, label="GPE"), found(full, undecided=True), found(full, below=0.5)) == ("b", "bc", "b")


def test_an_import_of_suggestions_is_looked_at_too(full: Project) -> None:
    assert found(full, undecided=True) == "abc"
    arrive(full, Record(Article("d", f"{TEXT} d Café", "d"), None, (OSLO,)))
    assert (found(full, label="GPE"), found(full, below=0.5)) == ("ad", "ad")


def test_comments_and_skipped_articles_are_found(full: Project) -> None:
    decide(full, "b", span_verbs.skip, "a duplicate")
    edit(full, "comment", AnnotationSet.of("c", "bob", [Comment("k", "Why?", "bob", "")]))
    assert (found(full, commented=True), found(full, skipped="yes")) == ("c", "b")
    assert found(full, skipped="no") == "acde"


def test_an_article_is_found_by_whom_it_was_given_to(full: Project) -> None:
    assignments.replace(full, {"a": ["anna"], "b": ["anna", "ben"], "c": ["ben"]})
    assert [found(full, assigned=name) for name in ("anna", "ben", "cy")] == ["ab", "bc", ""]
    assert found(full, assigned="ben", label="PERSON") == "c"


def test_words_are_found_without_accents_and_case_and_the_last_may_go_on(full: Project) -> None:
    put_articles(full, f="The ferry did not leave Oslo.")
    assert [found(full, text=text) for text in ("cafe", "navy OSL", '"not leave"', '"leave not"')] == [
        "abcde", "abcde", "f", "",
    ]  # fmt: skip


def test_filters_add_up_and_an_empty_one_asks_for_nothing(full: Project) -> None:
    decide(full, "a", span_verbs.confirm, MARIA)
    assert found(full, state="started", label="PERSON", text="maria") == "a"
    assert found(full, state="new", label="PERSON") == "c"
    decide(full, "c", span_verbs.relabel, SEEN, "GPE")
    assert (found(full, label="GPE", origin="edited"), found(full, label="PERSON", origin="model")) == (
        "c",
        "ac",
    )
    assert not Filter()


def test_going_on_stays_within_what_was_shown(full: Project) -> None:
    assert found(full, label="PERSON") == "ac"
    assert article_queries.beside(full, "a", "anna", within=True) == "c"
    assert article_queries.beside(full, "d", "anna", step=-1, within=True) == "c"
    assert article_queries.next_undecided(full, "a", "anna", within=True) == "c"
    decide(full, "c", span_verbs.reject, MARIA, SEEN)
    assert article_queries.next_undecided(full, "a", "anna", within=True) is None
    assert article_queries.beside(full, "a", "anna", within=True) == "c"


def test_what_is_skipped_is_passed_over_and_its_row_says_why(full: Project) -> None:
    decide(full, "b", span_verbs.skip, "a duplicate")
    assert article_queries.next_undecided(full, "a", "anna") == "c"
    assert article_queries.beside(full, "a", "anna", open_only=True) == "c"
    assert article_queries.beside(full, "a", "anna") == "b"
    assert article_queries.listed(full, ["b"], "anna")["b"].skipped == "a duplicate"


SIGNS = ['"', "'", "*", "(", ")", "NOT", "OR", "AND", "NEAR", "text:", "^", "-", "+", "{", "}", ";", "\ud800"]


@given(st.lists(st.sampled_from([*SIGNS, *NASTY, "Oslo", " "]), max_size=12).map("".join))
@settings(
    max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_words_break_the_question(full: Project, text: str) -> None:
    assert set(found(full, text=text)) <= set("abcde")


def test_a_span_of_my_own_counts_once_it_is_confirmed(full: Project) -> None:
    decide(full, "e", span_verbs.confirm, span(0, 10, "LAW", origin="anna"))
    assert (found(full, label="LAW"), found(full, origin="human")) == ("e", "e")
