from __future__ import annotations

import pytest

from annotations.facts import Date, Fact, Filler, Number, Role
from annotations.fact_attributes import stated
from annotations.search.parsing import parse
from annotations.sets import AnnotationSet, Boilerplate, Progress, State, Topic
from annotations.spans import Span, Status
from models.project import Project
from models.queries.searching import found
from tests.making import edit, put_articles, small_project, span, suggested

TEXTS = {
    "a": "Houthi forces struck the Red Sea port. Houthis said 60 died.",
    "b": "The U.S. hit al-Houthi sites; HOUTHI leaders — fled. 😀",
    "c": "Café Houthi, cafe\u0301 noir. 東京都と東京 กินผัดไทย",
    "d": "",
}


@pytest.fixture
def project(tmp_path) -> Project:
    made = small_project(tmp_path / "p")
    put_articles(made, **TEXTS)
    yield made
    made.close()


def hits(project: Project, line: str, annotator: str = "anna") -> list[str]:
    """Return what is found: the article, and the words there."""
    query = parse(line)
    places = [one for step in found(project, query, annotator) for one in step]
    return [f"{one.article} {TEXTS[one.article][one.start : one.end]}" for one in places]


@pytest.mark.parametrize(
    ("line", "those"),
    [
        ("houthi", ["a Houthi", "b Houthi", "b HOUTHI", "c Houthi"]),
        ("houth*", ["a Houthi", "a Houthis", "b Houthi", "b HOUTHI", "c Houthi"]),
        ('"red sea"', ["a Red Sea"]),
        ('"red se*"', ["a Red Sea"]),
        ("U.S.", ["b U.S"]),
        ("al-Houthi", ["b al-Houthi"]),
        ("—", ["b —"]),
        ("cafe", ["c Café", "c cafe\u0301"]),
        ("東京", ["c 東京", "c 東京"]),
        ("ผัดไทย", ["c ผัดไทย"]),
        ("houthi -sea", ["b Houthi", "b HOUTHI", "c Houthi"]),
        ("houthi red", ["a Houthi", "a Red"]),
        (r"/[Hh]outhi\b/", ["a Houthi", "b Houthi", "c Houthi"]),
        (r"/houthi\b/i -/red/i", ["b Houthi", "b HOUTHI", "c Houthi"]),
    ],
)
def test_words_are_found_as_the_index_has_them(project: Project, line: str, those: list[str]) -> None:
    assert hits(project, line) == those


def mark(project: Project) -> None:
    """Marks of anna's on `a`, of ben's on `b`, and pools of both."""
    own = [
        Span("s1", 0, 6, "ORG", origin="anna"),
        Span("s2", 25, 32, "GPE", origin="en_news 1.0", score=0.9, first=(25, 28, "GPE")),
        Span("s3", 39, 46, "ORG", Status.REJECTED, "en_news 1.0", 0.2),
        Fact(
            "f1",
            "ATTACK",
            (14, 20),
            (Role("attacker", (Filler(0, 13),)), Role("target", (Filler(25, 37, "s2"),))),
            stated(modality="claimed"),
        ),
        Progress(State.STARTED),
        Topic("war"),
    ]
    edit(project, "mark", AnnotationSet.of("a", "anna", own))
    edit(project, "mark", AnnotationSet.of("b", "ben", [Span("t1", 4, 8, "GPE"), Progress(State.DONE)]))
    pool = [
        suggested(0, 6, "ORG", "p1"),  # decided: the same bounds and label
        suggested(21, 28, "GPE", "p2"),  # crosses a confirmed one
        suggested(33, 37, "ORG", "p3", 0.4),
        suggested(33, 37, "GPE", "p4", 0.3),
        Boilerplate(48, 60, Status.SUGGESTED),
        suggested(52, 54, "ORG", "p5"),  # in boilerplate
        Fact(
            "f2",
            "DEATHS",
            (55, 59),
            (Role("count", (Filler(52, 54, None, Number(60)),)),),
            (),
            Status.SUGGESTED,
        ),
        Fact(
            "f3",
            "REPORT",
            (47, 48),
            (
                Role("source", (Filler(39, 46),)),
                Role("time", (Filler(0, 1, None, Date("2024-01-13", "2024-01-13", "day")),)),
            ),
            stated(negated=True),
            Status.SUGGESTED,
            "rule",
            0.7,
        ),
    ]
    project.set_pools([("a", pool), ("b", [suggested(4, 8, "GPE", "q1")])], by="made")


@pytest.mark.parametrize(
    ("line", "those"),
    [
        ("label:ORG", ["a Houthi", "a port"]),
        ("was:GPE", ["a Red Sea"]),
        ("was:ORG", []),
        ("label:* -was:*", ["a Houthi", "a port", "a port", "b U.S."]),
        ("label:GPE,ORG status:*", ["a Houthi", "a Red Sea", "a port", "a port", "a Houthis", "b U.S."]),
    ],
)
def test_spans(project: Project, line: str, those: list[str]) -> None:
    mark(project)
    assert hits(project, line) == those
