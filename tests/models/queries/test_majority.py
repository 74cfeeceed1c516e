"""The rule of the majority over a project: its figures, its one edit, and what it does not touch."""

from __future__ import annotations

import pytest

from annotations.sets import GOLD, AnnotationSet, Progress, State
from models.project import Project
from models.queries.reviews import majority
from tests.making import TEXT, edit, put_articles, span

DONE, STARTED = Progress(State.DONE), Progress(State.STARTED)
SAID = {
    "a": {"anna": "ORG", "ben": "ORG", "cara": "PERSON"},
    "b": {"anna": "ORG", "ben": "GPE", "cara": "PERSON"},
    "c": {"anna": "ORG", "ben": "ORG"},
    "d": {"anna": "ORG", "ben": "PERSON", "cara": "PERSON"},
}


@pytest.fixture
def filled(project: Project) -> Project:
    """Four articles that two or three people have finished."""
    put_articles(project, **{article: TEXT + " " * n for n, article in enumerate(SAID)})
    for article, people in SAID.items():
        for who, label in people.items():
            edit(project, "work", AnnotationSet(article, who).having(span(0, 10, label), DONE))
    return project


def labels(project: Project, article: str) -> list[str]:
    return [made.label for made in project.annotation_set(article, GOLD).spans.values()]


def test_the_figures_are_there_before_anything_is_written(filled: Project) -> None:
    plan = majority.plan(filled, filled.schema, 2, by="rex")
    assert (plan.taken, plan.articles, len(plan.left)) == (2, 2, 1)
    assert plan.as_json() == {
        "taken": 2, "articles": 2, "open": 1,
        "cases": [{"article": "b", "start": 0, "end": 10, "difference": "label", "agreement": 0.333}],
    }  # fmt: skip
    assert labels(filled, "a") == []


def test_it_is_one_edit_that_one_undo_takes_back(filled: Project) -> None:
    filled.apply(majority.plan(filled, filled.schema, 2, by="rex").edit, by="rex")
    assert [labels(filled, article) for article in "abcd"] == [["ORG"], [], [], ["PERSON"]]
    assert filled.annotation_set("a", "cara").state is State.IN_REVIEW
    assert filled.annotation_set("b", "cara").state is State.DONE
    filled.undo("rex")
    assert [labels(filled, article) for article in "abcd"] == [[], [], [], []]
    assert filled.annotation_set("a", "cara").state is State.DONE
    assert filled.history.problems() == []


def test_done_twice_it_takes_nothing_more(filled: Project) -> None:
    filled.apply(majority.plan(filled, filled.schema, 2, by="rex").edit, by="rex")
    again = majority.plan(filled, filled.schema, 2, by="rex")
    assert (again.taken, len(again.left), bool(again.edit)) == (0, 1, False)


def test_only_finished_work_of_those_named_counts(filled: Project) -> None:
    edit(filled, "on", filled.annotation_set("a", "ben").having(STARTED))
    assert majority.plan(filled, filled.schema, 2, by="rex").articles == 1
    assert majority.plan(filled, filled.schema, 2, by="rex", names=["anna", "ben"]).taken == 0


def test_a_reviewed_article_is_left_alone(filled: Project) -> None:
    for who in (*SAID["d"], GOLD):
        edit(filled, "close", filled.annotation_set("d", who).having(Progress(State.REVIEWED)))
    plan = majority.plan(filled, filled.schema, 2, by="rex")
    assert {change.article for change in plan.edit.changes} == {"a"}


def test_each_article_is_a_tick(filled: Project) -> None:
    ticks = list[None]()
    counts = list[int]()
    majority.plan(filled, filled.schema, 2, by="rex", begin=counts.append, tick=lambda: ticks.append(None))
    assert (len(ticks), counts) == (4, [4])
