"""The queue of what is most doubtful: its order, what is left out of it, and how it follows decisions."""

from __future__ import annotations

import pytest

from annotations import span_verbs
from annotations.articles import Article
from annotations.formats.base import Record
from annotations.sets import Boilerplate
from annotations.spans import Hint, Rival, Status
from models.project import Project
from tests.making import TEXT, arrive, edit, put_articles, span, suggested

POOL = [suggested(0, 10, score=0.9), suggested(18, 22, "ORG", score=0.8), suggested(28, 32, "GPE", score=0.4)]


@pytest.fixture
def full(project: Project) -> Project:
    """Three articles of one text; a and b have suggestions, b a hint too."""
    put_articles(project, **{id_: f"{TEXT} {id_}" for id_ in "abc"})
    project.set_pools([("a", POOL), ("b", [*POOL[:1], Hint(28, 32, 0.5)])], by="rules")
    return project


def queue(project: Project, annotator: str = "anna", most: int = 9, **how) -> list[tuple[str, str]]:
    return [(found.article, found.words) for found in project.learning.doubtful(annotator, most, **how)]


def reasons(project: Project, article: str, words: str) -> tuple[str, ...]:
    found = project.learning.doubtful("anna", 99)
    return next(one.reasons for one in found if (one.article, one.words) == (article, words))


def decide(project: Project, article: str, *spans, by: str = "anna") -> None:
    edit(project, "confirm", span_verbs.confirm(project.annotation_set(article, by), *spans))


def test_the_most_doubtful_comes_first_whatever_its_article(full: Project) -> None:
    found = queue(full)
    assert found[:3] == [("a", "Oslo"), ("b", "Oslo"), ("a", "Navy")]
    assert sorted(found[3:]) == [("a", "Maria Ruiz"), ("b", "Maria Ruiz")]


def test_doubts_fall_from_entry_to_entry(full: Project) -> None:
    doubts = [found.doubt for found in full.learning.doubtful("anna", 9)]
    assert doubts == sorted(doubts, reverse=True)
    assert doubts == pytest.approx([0.6, 0.5, 0.2, 0.1, 0.1])


def test_no_more_come_than_were_asked_for_and_none_that_were_passed(full: Project) -> None:
    (first,) = full.learning.doubtful("anna", 1)
    assert queue(full, most=2, passed={first.key}) == [("b", "Oslo"), ("a", "Navy")]


def test_what_an_annotator_decided_is_gone_for_them_alone(full: Project) -> None:
    decide(full, "a", POOL[2])
    assert ("a", "Oslo") not in queue(full)
    assert ("a", "Oslo") in queue(full, "bob")
    full.undo("anna")
    assert queue(full)[0] == ("a", "Oslo")


def test_a_rejected_suggestion_is_gone(full: Project) -> None:
    edit(full, "reject", span_verbs.reject(full.annotation_set("a", "anna"), POOL[2]))
    assert ("a", "Oslo") not in queue(full)


def test_a_hint_is_gone_once_there_is_a_span(full: Project) -> None:
    decide(full, "b", span(28, 32, "GPE"))
    assert ("b", "Oslo") not in queue(full)


def test_what_another_span_crosses_is_gone(full: Project) -> None:
    decide(full, "a", span(14, 22, "ORG"), span(6, 13, "ORG"))
    assert ("a", "Maria Ruiz") not in queue(full)


def test_what_lies_in_boilerplate_is_gone(full: Project) -> None:
    edit(full, "mark", full.annotation_set("a", "anna").having(Boilerplate(24, 40)))
    assert ("a", "Oslo") not in queue(full)


def test_what_comes_out_of_boilerplate_or_loses_its_span_is_back(full: Project) -> None:
    full.set_pools([("a", [*POOL, Boilerplate(24, 40, Status.SUGGESTED)])], by="rules")
    assert queue(full)[0] == ("b", "Oslo")
    before = full.annotation_set("a", "anna")
    edit(full, "unmark", span_verbs.unmark_boilerplate(before, full.sheet("a", "anna").marks(), 0, 44))
    assert queue(full)[0] == ("a", "Oslo")
    own = span(26, 30, "ORG", origin="anna")
    edit(full, "label", full.annotation_set("a", "anna").having(own))
    assert queue(full)[0] == ("b", "Oslo")
    edit(full, "delete", span_verbs.reject(full.annotation_set("a", "anna"), own))
    assert queue(full)[0] == ("a", "Oslo")


def test_a_finished_article_is_left_out_until_it_is_reopened(full: Project) -> None:
    edit(full, "finish", span_verbs.finish(full.annotation_set("a", "anna")))
    assert {article for article, _ in queue(full)} == {"b"}
    edit(full, "reopen", span_verbs.reopen(full.annotation_set("a", "anna")))
    assert queue(full)[0] == ("a", "Oslo")


def test_a_new_pool_takes_the_place_of_the_old_one_in_the_queue(full: Project) -> None:
    full.set_pools([("a", []), ("b", []), ("c", POOL[:1])], by="rules")
    assert queue(full) == [("c", "Maria Ruiz")]


def test_a_decision_raises_the_same_wording_with_another_label_elsewhere(full: Project) -> None:
    full.set_pools([("b", [suggested(28, 32, "GPE", score=1.0)])], by="rules")
    decide(full, "a", span(28, 32, "ORG"))
    assert queue(full)[0] == ("b", "Oslo")
    assert reasons(full, "b", "Oslo")[0] == "“Oslo” was confirmed as ORG elsewhere."


def test_what_is_counted_while_nobody_waits_reaches_the_queue_too(full: Project) -> None:
    full.set_pools([("b", [suggested(28, 32, "GPE", score=1.0)])], by="rules")
    decide(full, "a", POOL[2])
    assert queue(full)[0] == ("a", "Navy")
    decide(full, "c", span(28, 32, "ORG"), span(18, 22, "ORG"), by="bob")
    full.learning.count_on()
    assert queue(full)[0] == ("b", "Oslo")


def test_a_raised_doubt_falls_again_when_the_decision_is_undone_or_outvoted(full: Project) -> None:
    full.set_pools([("b", [suggested(28, 32, "GPE", score=1.0)])], by="rules")
    doubts = []
    for change in (lambda: decide(full, "a", span(28, 32, "ORG")), lambda: full.undo("anna")):
        change()
        doubts += [found.doubt for found in full.learning.doubtful("bob", 9) if found.article == "b"]
    assert doubts == pytest.approx([0.6, 0.0])


def test_a_pool_that_comes_later_is_weighed_by_what_was_decided_before(full: Project) -> None:
    decide(full, "a", span(28, 32, "ORG"))
    full.learning.doubtful("anna", 1)
    full.set_pools([("c", [suggested(28, 32, "GPE", score=1.0)])], by="rules")
    assert [one.doubt for one in full.learning.doubtful("anna", 9) if one.article == "c"] == pytest.approx(
        [0.6]
    )


def test_imported_suggestions_are_weighed_too(full: Project) -> None:
    arrive(full, Record(Article("d", TEXT), None, (suggested(18, 23, "ORG", score=0.1),)))
    assert queue(full)[0] == ("d", "Navy ")
    assert reasons(full, "d", "Navy ")[1] == "It begins or ends with white space."


def test_rivals_are_reasons_and_no_entries(full: Project) -> None:
    full.set_pools([("c", [POOL[1], Rival(18, 22, "GPE", "rule", 0.7)])], by="rules")
    assert reasons(full, "c", "Navy")[0] == "Found in two ways: en_news 1.0 says ORG, rule says GPE."
    assert [article for article, _ in queue(full)].count("c") == 1
    assert Rival(18, 22, "GPE", "rule", 0.7) in full.pool("c")


def test_the_queue_of_a_project_without_suggestions_is_empty(project: Project) -> None:
    assert queue(project) == []
