"""The values of a search's fields that a project has."""

from __future__ import annotations

from annotations.articles import Article
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Progress, State, Topic
from annotations.spans import Span, Status
from models.project import Project
from models.queries.searching.known import known_values
from tests.making import TEXT, arrive, edit, put_articles, suggested


def test_names_of_the_schema_and_those_in_use_are_known(project: Project) -> None:
    put_articles(project, a=TEXT, b=TEXT + "b")
    project.set_pools([("a", [suggested(0, 10, "FOUND", "p1")])], by="en_news 1.0")
    own = [Span("s1", 0, 6, "OWN", origin="anna"), Progress(State.STARTED), Topic("war")]
    edit(project, "mark", AnnotationSet.of("b", "anna", own))
    known = known_values(project)
    assert list(known["label"]) == [*project.schema.labels, "FOUND", "OWN"]
    assert list(known["fact"]) == [*project.schema.facts]
    assert {"war"} <= known["topic"].keys()
    assert list(known["annotator"]) == ["anna", "gold"]
    assert {"model", "human", "anna"} <= known["origin"].keys()
    assert known["state"].keys() >= {"in review", "skipped"}


def test_a_label_that_only_rejected_spans_have_is_known(project: Project) -> None:
    put_articles(project, a=TEXT)
    refused = Span("s1", 0, 6, "GONE", Status.REJECTED, "en_news 1.0")
    edit(project, "mark", AnnotationSet.of("a", "anna", [refused, Progress(State.STARTED)]))
    assert list(known_values(project)["label"]) == [*project.schema.labels, "GONE"]


def test_sources_and_months_of_articles_are_known(project: Project) -> None:
    metas = (
        {"source": "B", "published": "2024-01-13"},
        {"source": "A", "published": "2024-02"},
        {"published": "?"},
    )
    arrive(project, *(Record(Article(str(n), f"{TEXT} {n}", meta=meta)) for n, meta in enumerate(metas)))
    known = known_values(project)
    assert list(known["source"]) == ["A", "B"]
    assert known["date"] == {"2024-02": "1 article", "2024-01": "1 article"}


def test_an_empty_project_has_what_its_schema_has(project: Project) -> None:
    known = known_values(project)
    assert list(known["label"]) == [*project.schema.labels]
    assert known["source"] == {}
