"""Articles whose ids are names of files: a name that another text has is told apart by its folders."""

from __future__ import annotations

from annotations.articles import Article
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Progress, State
from models.project import Project
from tests.making import annotators_of, arrive, span


def named(place: str, text: str, annotator: str = "anna") -> Record:
    made = AnnotationSet.of("1", annotator, [span(0, 3), Progress(State.DONE)])
    return Record(Article("1", text), made, file=f"/c/{place}/1.ann", unites=True, names_file=True)


def ids(project: Project) -> list[str]:
    return [row[0] for row in project.db.rows("SELECT id FROM article ORDER BY number")]


def test_a_taken_name_gets_folders_then_numbers(project: Project) -> None:
    places = ("a/b", "a/c", "d/c", "e/d/c", "f/d/c")
    report = arrive(project, *(named(place, f"Text {place}") for place in places))
    assert (report.articles, report.sets, report.problems) == (5, 5, [])
    assert ids(project) == ["1", "c/1", "d/c/1", "d/c (2)/1", "d/c (3)/1"]


def test_all_that_was_numbered_is_known_again(project: Project) -> None:
    entries = [named(place, f"Text {place}") for place in ("a/b", "a/c", "d/c", "e/d/c")]
    arrive(project, *entries)
    report = arrive(project, *entries)
    assert (report.articles, report.sets, len(report.already), report.notices) == (0, 0, 4, [])


def test_the_notice_is_one_for_all(project: Project) -> None:
    report = arrive(project, *(named(f"part{n}", f"Text {n}") for n in range(9)))
    assert len(ids(project)) == 9
    told = "/c/part1/1.ann is the article part1/1, by its folder: 1 is the id of another text already."
    assert report.notices == [f"{told} (And 7 more of this kind.)"]


def test_another_annotators_work_goes_to_the_text_that_has_the_longer_id(project: Project) -> None:
    arrive(project, named("x", "Text x"), named("y", "Text y"))
    report = arrive(project, named("z", "Text y", "bob"))
    assert (report.articles, report.sets, report.notices) == (0, 1, [])
    assert (annotators_of(project, "1"), annotators_of(project, "y/1")) == (["anna"], ["anna", "bob"])


def test_spans_of_one_place_are_those_of_their_own_article(project: Project) -> None:
    arrive(project, named("x", "Ada is here."), named("y", "Bob is here."))
    found = [project.annotation_set(id_, "anna").spans.values() for id_ in ("1", "y/1")]
    assert [[(one.start, one.end) for one in spans] for spans in found] == [[(0, 3)], [(0, 3)]]
    assert project.history.problems() == []


def test_an_id_of_a_record_is_refused_as_ever(project: Project) -> None:
    report = arrive(project, Record(Article("1", "One.")), Record(Article("1", "Two."), file="/c/y/1.jsonl"))
    assert [one.reason for one in report.problems] == ["There is an article 1 with another text already."]
