"""Suggestions on their way into pools: what a project without a pipeline replaces, and what it leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.facts import Fact, Filler, Role
from annotations.spans import Hint, Span, Status
from models.project import Project
from tests.making import TEXT, put_articles, suggested

OURS = replace(suggested(0, 10), origin="imported")
SEEN = replace(suggested(28, 32, "GPE"), origin="seen 2 times")
LISTED = replace(suggested(36, 43, "GPE"), origin="pattern")
FILE = replace(suggested(18, 22, "ORG"), origin="theirs 2.0")
FACT = Fact(
    "f", "ATTACK", (11, 13), (Role("actor", (Filler(0, 10),)),), status=Status.SUGGESTED, origin="imported"
)
PROPOSED = replace(FACT, id="p", trigger=(23, 27), origin="rule")


@pytest.fixture
def at(project: Project) -> Project:
    put_articles(project, a=TEXT)
    project.set_pools([("a", [OURS, FILE, SEEN, LISTED, Hint(14, 17, 0.4)])], by="none")
    project.set_facts([("a", [FACT, PROPOSED])])
    return project


def spans(at: Project) -> list[Span]:
    return sorted((item for item in at.pool("a") if isinstance(item, Span)), key=lambda one: one.start)


def test_without_a_pipeline_what_others_suggested_stays(at: Project) -> None:
    now = replace(suggested(14, 17, "ORG", "now"), origin="seen 1 time")
    assert at.set_pools([("a", [now])], by="none") == 1
    assert spans(at) == [OURS, now, FILE]
    assert [item for item in at.pool("a") if isinstance(item, Hint)] == [Hint(14, 17, 0.4)]


def test_without_a_pipeline_nothing_is_put_over_what_others_suggested(at: Project) -> None:
    over = [
        suggested(0, 5, "ORG", "part"),
        suggested(0, 10, "ORG", "other"),
        suggested(6, 13, "ORG", "across"),
    ]
    assert at.set_pools([("a", over)], by="none") == 0
    assert spans(at) == [OURS, FILE]


def test_what_a_pipeline_gave_goes_once_none_is_wanted_and_imports_stay(at: Project) -> None:
    at.set_pools([("a", [OURS, FILE, Hint(14, 17, 0.4)])], by="rules")
    now = replace(suggested(28, 32, "GPE", "now"), origin="seen 1 time")
    assert at.set_pools([("a", [now])], by="none") == 1
    assert [item for item in at.pool("a") if not isinstance(item, Fact)] == [now, OURS]


def test_a_pipeline_replaces_all_of_them(at: Project) -> None:
    new = suggested(28, 32, "GPE", "new")
    assert at.set_pools([("a", [new])], by="rules") == 1
    assert spans(at) == [new]


def test_without_a_pipeline_facts_that_nobody_proposed_stay(at: Project) -> None:
    again = [replace(PROPOSED, id="q", trigger=(4, 9)), replace(FACT, id="same", origin="rule")]
    at.set_facts([("a", again)], by="none")
    assert {item.id for item in at.pool("a") if isinstance(item, Fact)} == {"f", "q"}
    at.set_facts([("a", again)], by="rules")
    assert {item.id for item in at.pool("a") if isinstance(item, Fact)} == {"q", "same"}
