"""A project that searches are tried on: four articles, work of two people, and pools."""

from __future__ import annotations

from pathlib import Path

from annotations.fact_attributes import stated
from annotations.facts import Date, Fact, Filler, Number, Role
from annotations.sets import AnnotationSet, Boilerplate, Progress, State, Topic
from annotations.spans import Span, Status
from models.project import Project
from tests.making import edit, put_articles, small_project, suggested

TEXTS = {
    "a": "Houthi forces struck the Red Sea port. Houthis said 60 died.",
    "b": "The U.S. hit al-Houthi sites; HOUTHI leaders — fled. 😀",
    "c": "Café Houthi, cafe\u0301 noir. 東京都と東京 กินผัดไทย",
    "d": "",
}


def searched(folder: Path) -> Project:
    """Return a project with the articles alone."""
    made = small_project(folder)
    put_articles(made, **TEXTS)
    return made


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
    project.set_pools([("a", pool()), ("b", [suggested(4, 8, "GPE", "q1")])], by="made")


def pool() -> list[Span | Boilerplate | Fact]:
    """The suggestions of `a`."""
    return [
        suggested(0, 6, "ORG", "p1"),  # decided: the same bounds and label
        suggested(21, 28, "GPE", "p2"),  # crosses a confirmed one
        suggested(33, 37, "ORG", "p3", 0.4),
        suggested(33, 37, "GPE", "p4", 0.3),
        Boilerplate(52, 54, Status.SUGGESTED),
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
            (47, 51),
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
