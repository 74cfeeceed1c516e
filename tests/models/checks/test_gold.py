"""The check names gold that is not what follows, and the repair makes it so."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.sets import GOLD, State
from models.project import Project
from models.transfer import checks
from tests.making import span
from tests.models.queries.reviews import reviewed, true, two_reviewers, unkept
from tests.ui.commands.commands import run


def test_gold_that_follows_is_whole(project: Project) -> None:
    assert checks.check(reviewed(project)).sentences == []


def test_gold_that_was_approved_otherwise_is_named_and_can_be_mended(project: Project) -> None:
    unkept(reviewed(project), "a", "anna", span(18, 22, "ORG"))
    (fault,) = checks.check(project).faults
    assert (fault.kind, fault.article, fault.annotator) == ("gold", "a", GOLD)
    assert fault.sentence == (
        "Gold of a is not what was approved: work on it has changed since, and 1 case is open."
    )
    made = checks.repair(project)
    again = "Gold of a was made what follows from the annotators' work, and it is in review again."
    assert (made.done, made.left.sentences) == ([again], [])
    assert project.annotation_set("a", "ben").state is State.IN_REVIEW
    assert project.history.problems() == []


def test_what_rests_on_nothing_and_what_reviewers_differ_on_is_mended(project: Project) -> None:
    unkept(reviewed(project), "a", GOLD, span(14, 17, "ORG", "stray"))
    two_reviewers(project, "b")
    assert [one.article for one in checks.check(project).faults] == ["a", "b"]
    assert checks.repair(project).left.sentences == []
    assert sorted(one.label for one in project.annotation_set("a", GOLD).spans.values()) == ["GPE", "PERSON"]
    assert (true(project, "b").wrong, true(project, "b").differing) == ((), 1)


def test_gold_that_cannot_be_read_is_named_once(project: Project) -> None:
    reviewed(project)
    project.db.run("UPDATE item SET body = '[]' WHERE annotator = 'gold' AND kind = 'span' AND label = 'GPE'")
    assert {one.kind for one in checks.check(project).faults} == {"body", "log"}


def test_the_command_says_it_and_what_to_do(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unkept(reviewed(project), "a", "anna", span(18, 22, "ORG"))
    assert run("check", project.folder) == 1
    said = capsys.readouterr().out
    assert "Gold of a is not what was approved" in said
    assert "`check --repair` can mend 1 of 1 problem" in said
