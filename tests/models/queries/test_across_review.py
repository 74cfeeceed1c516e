"""The review across articles of a project: each decision is one edit of gold that undo takes back, and no article's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotations.compare.items import Member
from annotations.edits import Edit
from annotations.errors import StaleEdit
from annotations.sets import GOLD, PROJECT
from models.project import Project
from models.queries.comparing.reviewing import AcrossArticles, annotators
from tests.annotations.compare.across.people import Person
from tests.models.queries.across import decided, differing, stored

NAMES = ("anna", "ben")
Deed = Callable[[AcrossArticles], Edit]
DEEDS: dict[str, Deed] = {
    "a side": lambda work: work.taking(work.found.open[0], "ben"),
    "a group": lambda work: work.taking(work.found.open[-1], "anna"),
    "neither": lambda work: work.taking_neither(work.found.open[0]),
    "what gold says": lambda work: work.keeping(work.found.open[0]),
    "all that is agreed": lambda work: work.approving(),
}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = stored(tmp_path / "p", *differing())
    yield project
    project.close()


def items(project: Project) -> dict[str, list[str]]:
    """Every row of every set of an article, as it is stored, and what each says across articles but gold."""
    rows = project.db.rows("SELECT * FROM item ORDER BY 1, 2, 3, 4")
    others = [sorted(map(repr, project.annotation_set(PROJECT, name))) for name in NAMES]
    return {"articles": list(map(repr, rows)), "anna": others[0], "ben": others[1]}


def test_who_says_something_across_articles_is_compared_and_gold_is_not(project: Project) -> None:
    project.apply(AcrossArticles(project, NAMES).approving(), by="rex")
    assert annotators(project) == ["anna", "ben"]


def test_the_cases_are_entities_then_groups_then_verdicts(project: Project) -> None:
    found = AcrossArticles(project, NAMES).found
    told = [(case.what, case.name, case.is_open) for case in found.cases]
    assert told == [("entity", "Houthi", True), ("entity", "Lima", True), ("verdict", "CASUALTY", True)]
    assert len(found.agreed) == 2


@pytest.mark.parametrize("name", DEEDS)
def test_a_decision_changes_gold_alone_and_undo_takes_it_back(name: str, project: Project) -> None:
    before, cases = items(project), AcrossArticles(project, NAMES).found.cases
    project.apply(DEEDS[name](AcrossArticles(project, NAMES)), by="rex")
    assert len(project.annotation_set(PROJECT, GOLD)) > 0
    assert items(project) == before
    project.undo("rex")
    assert len(project.annotation_set(PROJECT, GOLD)) == 0
    assert AcrossArticles(project, NAMES).found.cases == cases
    assert project.history.problems() == []


def test_all_cases_taken_and_what_is_agreed_leave_none_open(project: Project) -> None:
    work = AcrossArticles(project, NAMES)
    while work.found.open:
        project.apply(work.taking(work.found.open[0], "anna"), by="rex")
        work.read_gold()
    project.apply(work.approving(), by="rex")
    found = AcrossArticles(project, NAMES).found
    assert (len(found.open), len(found.cases)) == (0, 3)
    members = project.annotation_set(PROJECT, GOLD).items[Member.kind]
    assert len(members) == 8


def test_an_undo_after_a_change_of_mind_leaves_the_case_open_as_it_was(project: Project) -> None:
    anna, _ = differing()
    work = AcrossArticles(project, NAMES)
    project.apply(work.taking(work.found.open[0], "ben"), by="rex")
    anna.split("b:Huthi")
    decided(project, anna)
    again = AcrossArticles(project, NAMES)
    (case,) = (case for case in again.found.open if case.name == "Houthi")
    assert case.was_decided
    project.apply(again.taking(case, "anna"), by="rex")
    project.undo("rex")
    (case,) = (case for case in AcrossArticles(project, NAMES).found.open if case.name == "Houthi")
    assert case.was_decided


def test_a_decision_on_what_gold_was_before_is_refused(project: Project) -> None:
    old, case = AcrossArticles(project, NAMES), AcrossArticles(project, NAMES).found.open[0]
    project.apply(old.taking(case, "ben"), by="rex")
    with pytest.raises(StaleEdit):
        project.apply(old.taking(case, "anna"), by="rex")


def test_somebody_without_a_project_set_and_an_empty_project_have_no_cases(tmp_path: Path) -> None:
    project = stored(tmp_path / "none", Person("anna"))
    assert annotators(project) == []
    assert AcrossArticles(project, ["anna"]).found.cases == ()
    project.close()
