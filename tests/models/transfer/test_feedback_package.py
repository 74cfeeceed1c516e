"""A feedback package on its way to the annotator's own copy: what is told there, and what stays behind."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from annotations.facts import Date, Fact, Filler, Role
from annotations.review import decisions
from annotations.sets import GOLD, AnnotationSet, Progress, State
from models.project import Project
from models.queries import review_queue
from models.queries.review_queue import ReviewQueue
from models.transfer import exchange
from tests.making import SMALL, TEXT, annotators_of, edit, put_articles, span

TEXTS = {"a": TEXT, "b": TEXT + " ", "c": TEXT + "  "}
WHY = "look at the end"


def work(who: str, label: str) -> list:
    """A span on which they differ, and a date that both typed."""
    day = Date("2024-01-23", "2024-01-23", "day", None, who)
    fact = Fact(f"f{who}", "LEFT", (23, 27), (Role("time", (Filler(36, 43, None, day),)),), origin=who)
    return [span(0, 10, label, who, origin=who), fact, Progress(State.DONE)]


@pytest.fixture
def filled(project: Project) -> Project:
    """anna's span is decided against her: a is approved, b still open, c back with her."""
    put_articles(project, **TEXTS)
    people = {"anna": "PERSON", "ben": "ORG"}
    for article in TEXTS:
        for who, label in people.items():
            edit(project, "work", AnnotationSet(article, who).having(*work(who, label)), by=who)
        here = review(project, article)
        gold = decisions.take(here.gold, here.open_cases[0], "ben", by="rex", reason="wrong label")
        project.apply(here.step("take ben", gold), by="rex")
    project.apply(review(project, "a").approved("approve", by="rex"), by="rex")
    back = review(project, "c").returned(
        "return", "anna", reason="missed", note=WHY, by="rex", at="2024-01-25T10:00:00Z"
    )
    project.apply(back, by="rex")
    return project


def review(project: Project, article: str):
    return ReviewQueue(project, ["anna", "ben"]).work(article, TEXTS[article])


@pytest.fixture
def copy(tmp_path: Path) -> Project:
    """The copy of anna, with the articles alone."""
    made = Project.create(tmp_path / "copy", SMALL)
    put_articles(made, **TEXTS)
    yield made
    made.close()


@pytest.mark.parametrize("is_anonymous", [False, True])
def test_the_annotator_is_told_of_what_is_over_and_nothing_else(
    is_anonymous: bool, filled: Project, copy: Project, tmp_path: Path
) -> None:
    found = exchange.write_feedback(filled, tmp_path / "f.fm", "anna", is_anonymous=is_anonymous)
    exchange.merge(copy, tmp_path / "f.fm", by="anna")
    there = review_queue.feedback(copy, "anna")
    assert {one.article: len(one.corrections) for one in there.articles} == {"a": 1, "c": 0}
    assert there.as_json() == found.as_json()
    assert {article: annotators_of(copy, article) for article in "abc"} == {
        "a": ["anna", GOLD],
        "b": [],
        "c": ["anna"],
    }
    assert [(one.round, one.comments[0].text) for one in there.articles[1:]] == [(2, f"missed: {WHY}")]
    assert (copy.annotation_set("a", GOLD).state, copy.history.problems()) == (State.REVIEWED, [])


def test_an_anonymous_package_has_nobody_elses_name_in_it(filled: Project, tmp_path: Path) -> None:
    for name in ("f.fm", "f.md", "f.json"):
        exchange.write_feedback(filled, tmp_path / name, "anna", is_anonymous=True)
    with zipfile.ZipFile(tmp_path / "f.fm") as made:
        texts = [made.read(name).decode() for name in made.namelist()]
    texts += [(tmp_path / name).read_text("utf-8") for name in ("f.md", "f.json")]
    assert [text for text in texts if "ben" in text or "rex" in text] == []
    assert all("wrong label" in text for text in texts[1:])


def test_what_came_without_names_gives_way_to_the_whole(
    filled: Project, copy: Project, tmp_path: Path
) -> None:
    exchange.write_feedback(filled, tmp_path / "bare.fm", "anna", is_anonymous=True)
    exchange.merge(copy, tmp_path / "bare.fm", by="anna")
    exchange.write_feedback(filled, tmp_path / "whole.fm", "anna")
    exchange.merge(copy, tmp_path / "whole.fm", by="anna")
    assert copy.annotation_set("a", GOLD) == filled.annotation_set("a", GOLD)
    exchange.merge(copy, tmp_path / "bare.fm", by="anna")
    assert copy.annotation_set("a", GOLD) == filled.annotation_set("a", GOLD)
