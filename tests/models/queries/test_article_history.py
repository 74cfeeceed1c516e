"""History and pace, read from the event log."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from annotations import fact_verbs, span_verbs
from annotations.articles import Article
from annotations.facts import Fact
from annotations.formats.base import Record
from annotations.pace import Pace, SuggestionOutcome
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span, Status
from models.project import Project
from models.queries import article_history
from tests.making import TEXT, arrive, edit, put_articles, span


def suggestion(start: int, end: int, label: str = "PERSON") -> Span:
    return Span(f"s{start}", start, end, label, Status.SUGGESTED, "rule", 0.9)


MARIA, NAVY, OSLO = suggestion(0, 10), suggestion(18, 22, "ORG"), suggestion(28, 32, "GPE")


@pytest.fixture
def at(project: Project) -> Project:
    put_articles(project, a=TEXT, b=TEXT + " ")
    return project


def do(project: Project, verb: str, made, article: str = "a", by: str = "anna") -> int:
    """The edit's number."""
    edit(project, verb, made(project.annotation_set(article, by)))
    return int(project.db.row("SELECT max(number) FROM event")[0])


def confirm(project: Project, one: Span, article: str = "a", by: str = "anna") -> int:
    return do(project, f"confirm {one.label}", lambda to: span_verbs.confirm(to, one), article, by)


def verdicts(project: Project) -> list[SuggestionOutcome]:
    while project.learning.count_on():
        pass
    return article_history.verdicts(project, "anna")


def at_seconds(project: Project, *seconds: int) -> None:
    """Sets the times of the edits, in order."""
    numbers = [row[0] for row in project.db.rows("SELECT number FROM event WHERE kind != 'base' ORDER BY 1")]
    begin = datetime(2024, 1, 1, tzinfo=UTC)
    for number, second in zip(numbers, seconds, strict=True):
        when = (begin + timedelta(seconds=second)).isoformat(timespec="milliseconds")
        project.db.run("UPDATE event SET at = ? WHERE number = ?", (when, number))


def test_an_articles_edits_come_newest_first_with_what_became_of_them(at: Project) -> None:
    confirm(at, MARIA)
    confirm(at, OSLO, by="bert")
    confirm(at, OSLO, "b")
    confirm(at, NAVY)
    at.undo("anna")
    found = [(done.verb, done.by, done.is_undone) for done in article_history.history(at, "a")]
    assert found == [
        ("confirm ORG", "anna", True), ("confirm GPE", "bert", False), ("confirm PERSON", "anna", False),
    ]  # fmt: skip
    assert article_history.history(at, "gone") == []


def test_undos_up_to_an_edit_are_counted_and_those_elsewhere(at: Project) -> None:
    first = confirm(at, MARIA)
    elsewhere = confirm(at, OSLO, "b")
    last = confirm(at, NAVY)
    assert article_history.to_undo(at, first, "anna", "a") == (3, 1)
    assert article_history.to_undo(at, elsewhere, "anna", "a") == (2, 1)
    assert article_history.to_undo(at, last, "anna", "a") == (1, 0)
    at.undo("anna")
    assert article_history.to_undo(at, last, "anna", "a") == (0, 0)
    assert article_history.to_undo(at, first, "bert", "a") == (0, 0)


def test_what_is_somebody_elses_or_gone_leads_to_no_undo_however_much_came_later(at: Project) -> None:
    gone = confirm(at, MARIA)
    at.undo("anna")
    berts = confirm(at, OSLO, by="bert")
    confirm(at, NAVY)
    assert (
        article_history.to_undo(at, gone, "anna", "a")
        == article_history.to_undo(at, berts, "anna", "a")
        == (0, 0)
    )


def test_time_on_the_article_leaves_idle_gaps_out(at: Project) -> None:
    for one in (MARIA, NAVY, OSLO):
        confirm(at, one)
    at_seconds(at, 0, 100, 1000)
    assert article_history.article_pace(at, "a", "anna") == Pace(100.0, 3)
    assert (
        article_history.article_pace(at, "b", "anna")
        == article_history.article_pace(at, "gone", "anna")
        == Pace(0.0, 0)
    )


def test_imported_spans_are_not_the_annotators_pace(at: Project) -> None:
    made = AnnotationSet.of("c", "anna", [span(0, 5, origin="en_news 1.0"), Progress(State.STARTED)])
    arrive(at, Record(Article("c", TEXT + "  "), made))
    assert article_history.article_pace(at, "c", "anna") == Pace(0.0, 0)
    assert verdicts(at) == []


def test_a_suggestion_confirmed_unchanged_was_right(at: Project) -> None:
    confirm(at, MARIA)
    do(at, "relabel", lambda to: span_verbs.relabel(to, NAVY, "GPE"))
    do(at, "reject", lambda to: span_verbs.reject(to, OSLO))
    do(at, "label", lambda to: span_verbs.label(to, 36, 43, "ORG", text=TEXT))
    assert verdicts(at) == [
        SuggestionOutcome("GPE", 0, 1),
        SuggestionOutcome("ORG", 0, 1),
        SuggestionOutcome("PERSON", 1, 1),
    ]


def test_undo_and_redo_count_along(at: Project) -> None:
    confirm(at, MARIA)
    assert verdicts(at) == [SuggestionOutcome("PERSON", 1, 1)]
    at.undo("anna")
    assert verdicts(at) == []
    at.redo("anna")
    assert verdicts(at) == [SuggestionOutcome("PERSON", 1, 1)]


STRUCK = Fact("f1", "ATTACK", (0, 5), status=Status.SUGGESTED, origin="rule", score=0.7)
MET = replace(STRUCK, id="f2", type="MEETING", trigger=(18, 22))


def fact_verdicts(project: Project) -> list[SuggestionOutcome]:
    verdicts(project)
    return article_history.fact_verdicts(project, "anna")


def test_suggested_facts_are_counted_by_type_with_undo_and_own_ones_left_out(at: Project) -> None:
    do(at, "confirm", lambda to: fact_verbs.confirm_fact(to, STRUCK))
    do(at, "reject", lambda to: fact_verbs.reject_fact(to, MET))
    do(at, "new", lambda to: fact_verbs.confirm_fact(to, replace(MET, id="own", origin="anna")))
    assert fact_verdicts(at) == [SuggestionOutcome("ATTACK", 1, 1), SuggestionOutcome("MEETING", 0, 1)]
    at.undo("anna")
    at.undo("anna")
    assert fact_verdicts(at) == [SuggestionOutcome("ATTACK", 1, 1)]
    assert verdicts(at) == []


def test_a_fact_that_is_changed_or_deleted_later_is_counted_once(at: Project) -> None:
    do(at, "confirm", lambda to: fact_verbs.confirm_fact(to, STRUCK))
    do(at, "change", lambda to: fact_verbs.change_fact(to, replace(to.facts["f1"], trigger=(0, 10))))
    assert fact_verdicts(at) == [SuggestionOutcome("ATTACK", 1, 1)]
    do(at, "delete", lambda to: fact_verbs.reject_fact(to, to.facts["f1"]))
    assert fact_verdicts(at) == [SuggestionOutcome("ATTACK", 0, 1)]


def test_a_suggestion_that_is_corrected_later_was_wrong_after_all(at: Project) -> None:
    confirm(at, MARIA)
    held = at.annotation_set("a", "anna").spans[MARIA.id]
    do(at, "move", lambda to: span_verbs.move(to, held, 0, 5, text=TEXT))
    assert verdicts(at) == [SuggestionOutcome("PERSON", 0, 1)]
