"""A set as it was after each event, under the names of today."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from annotations.schema import changes as schema_changes
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span
from models.project import Project
from models.queries import schema_renames
from models.store.earlier_sets import EarlierSets
from tests.making import TEXT, edit, put_articles, span


@pytest.fixture
def at(project: Project) -> Project:
    put_articles(project, a=TEXT)
    return project


def last(at: Project) -> int:
    (number,) = at.db.row("SELECT max(number) FROM event")
    return number


def earlier(at: Project, forth=None) -> EarlierSets:
    forth = forth or {}
    return EarlierSets(at.db, 1, at.annotation_set("a", "anna"), 0, forth, set(forth))


def test_every_step_is_found_again_also_undone_ones(at: Project) -> None:
    seen: dict[int, AnnotationSet] = {}
    for n, item in enumerate([span(0, 5, "ORG", "s"), span(0, 10, "ORG", "t"), span(0, 5, "GPE", "s")]):
        edit(
            at, "label", at.annotation_set("a", "anna").having(item, Progress(State.STARTED, skipped=str(n)))
        )
        seen[last(at)] = at.annotation_set("a", "anna")
    for step in (at.undo, at.undo, at.redo):
        step("anna")
        seen[last(at)] = at.annotation_set("a", "anna")
    found = earlier(at)
    assert {event: found.at(event) for event in seen} == seen
    assert found.at(0) == AnnotationSet("a", "anna")


def test_a_step_that_others_made_leaves_the_same_object(at: Project) -> None:
    edit(at, "label", AnnotationSet.of("a", "anna", [span(0, 5, "ORG", "s")]))
    first = last(at)
    edit(at, "label", AnnotationSet.of("a", "ben", [span(0, 5, "ORG", "s")]))
    found = earlier(at)
    assert found.at(first) is found.at(last(at))


def test_names_are_those_of_today(at: Project) -> None:
    edit(at, "label", AnnotationSet.of("a", "anna", [span(0, 5, "ORG", "s"), span(6, 10, "ORG", "t")]))
    first = last(at)
    edit(at, "delete", at.annotation_set("a", "anna").lacking(span(6, 10, "ORG", "t")))
    at.recast(schema_renames.plan(at, at.schema, "labels", "ORG", "FIRM", merging=False), by="anna")
    change = partial(schema_changes.carried, part="labels", old="ORG", new="FIRM")
    spans = earlier(at, {last(at): change}).at(first).spans
    assert {one.label for one in spans.values()} == {"FIRM"}
    assert replace(spans["t"], label="ORG") == Span("t", 6, 10, "ORG")
