"""The work of an annotator as lessons."""

from __future__ import annotations

from annotations.sets import AnnotationSet, Boilerplate, Progress, State
from annotations.spans import Span, Status
from annotations.training.scores import Marking
from models.project import Project
from models.queries.training.gathering import gathered
from tests.making import TEXT, edit, put_articles, span, suggested

MARIA, NAVY, OSLO = (
    span(0, 10, origin="anna"),
    span(18, 22, "ORG", origin="anna"),
    span(28, 32, "GPE", origin="anna"),
)


def work_on(project: Project, id_: str, *items: object, state: State = State.DONE) -> None:
    edit(project, "work", AnnotationSet.of(id_, "anna", [*items, Progress(state)]))  # type: ignore[list-item]


def test_a_finished_article_teaches_all_that_is_marked(project: Project) -> None:
    put_articles(project, a=TEXT, b=TEXT)
    work_on(project, "a", MARIA, OSLO)
    work = gathered(project, project.schema, "anna")
    assert [(one.id, one.text, one.is_done, one.corrected) for one in work.lessons] == [
        ("a", TEXT, True, True)
    ]
    assert work.lessons[0].marks == (Marking(0, 10, "PERSON"), Marking(28, 32, "GPE"))
    assert gathered(project, project.schema, "ben").lessons == []


def test_of_a_started_article_what_was_decided_counts(project: Project) -> None:
    put_articles(project, a=TEXT, b=TEXT)
    rejected = Span("r", 36, 43, "GPE", Status.REJECTED, "en_news 1.0")
    work_on(project, "a", MARIA, rejected, state=State.STARTED)
    work_on(project, "b", state=State.STARTED)
    (lesson,) = gathered(project, project.schema, "anna").lessons
    assert (lesson.id, lesson.is_done) == ("a", False)
    assert (lesson.marks, lesson.outside) == ((Marking(0, 10, "PERSON"),), ((36, 43),))


def test_what_was_rejected_for_another_span_in_its_place_is_not_outside(project: Project) -> None:
    put_articles(project, a=TEXT)
    rejected = Span("r", 0, 5, "GPE", Status.REJECTED, "en_news 1.0")
    work_on(project, "a", MARIA, rejected, state=State.STARTED)
    assert gathered(project, project.schema, "anna").lessons[0].outside == ()


def test_skipped_articles_and_labels_out_of_use_teach_nothing(project: Project) -> None:
    put_articles(project, a=TEXT, b=TEXT)
    work_on(project, "a", MARIA, span(36, 43, "WEEKDAY", origin="anna"))
    edit(project, "skip", AnnotationSet.of("b", "anna", [OSLO, Progress(State.DONE, skipped="no article")]))
    (lesson,) = gathered(project, project.schema, "anna").lessons
    assert [mark.label for mark in lesson.marks] == ["PERSON"]


def test_of_spans_that_nest_the_longest_stays_and_the_others_are_counted(project: Project) -> None:
    put_articles(project, a=TEXT)
    work_on(project, "a", span(0, 22, "ORG", origin="anna"), MARIA, NAVY, OSLO)
    work = gathered(project, project.schema, "anna")
    assert [mark.label for mark in work.lessons[0].marks] == ["ORG", "GPE"]
    assert work.nested == 2


def test_what_was_suggested_and_only_confirmed_is_told_apart(project: Project) -> None:
    put_articles(project, a=TEXT, b=TEXT)
    seen = suggested(0, 10)
    work_on(project, "a", span(0, 10, id_=seen.id, origin="en_news 1.0", score=0.5))
    work_on(project, "b", span(0, 10, origin="en_news 1.0", first=(0, 5, "PERSON")), OSLO)
    work = gathered(project, project.schema, "anna")
    assert [one.corrected for one in work.lessons] == [False, True]
    assert (work.share_unchanged(["a"]), work.share_unchanged(["b"]), work.share_unchanged([])) == (
        1.0,
        0.0,
        0.0,
    )


def test_boilerplate_is_cut_out_and_spans_follow(project: Project) -> None:
    head, text = "Share this 😀 page\n", f"{TEXT}\n"
    put_articles(project, a=head + text + head)
    size = len(head)
    ends = size + len(text)
    marks = [Boilerplate(0, size), Boilerplate(ends, ends + size)]
    moved = Span("m", 28 + size, 32 + size, "GPE", origin="anna")
    work_on(project, "a", moved, span(0, 5, "ORG", origin="anna"), *marks)
    (lesson,) = gathered(project, project.schema, "anna").lessons
    assert lesson.text == text
    assert [(lesson.text[m.start : m.end], m.label) for m in lesson.marks] == [("Oslo", "GPE")]


def test_hostile_texts_come_as_they_are(project: Project) -> None:
    texts = {"a": "e\u0301 \u202eمرحبا\u202c 😀", "b": "x" * 200_000, "c": " "}
    put_articles(project, **texts)
    for id_ in texts:
        work_on(project, id_, span(0, 1, origin="anna"))
    lessons = gathered(project, project.schema, "anna").lessons
    assert [one.text for one in lessons] == [texts["a"], texts["b"]]
