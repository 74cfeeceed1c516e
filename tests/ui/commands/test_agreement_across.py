"""Agreement across articles by the command: of both project sets, with a reason where somebody has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.compare.items import CompareItem, Member, key_of
from annotations.sets import PROJECT, AnnotationSet, Progress, State
from models.project import Project
from tests.making import edit, put_articles, small_project, span
from tests.ui.commands.commands import run, said

TEXT = "Oslo saw Oslo, and Bergen."
PLACES = ((0, 4), (9, 13), (19, 25))


def placed(who: str, *clusters: str) -> list[CompareItem]:
    """Members by the places of each cluster, in both articles."""
    return [
        Member(key_of(article, f"{who}{n}"), f"{who}-{cluster}", *PLACES[int(n)], "GPE")
        for article in "ab"
        for cluster in clusters
        for n in cluster
    ]


def say(project: Project, who: str, items: list[CompareItem]) -> None:
    edit(project, "join", AnnotationSet.of(PROJECT, who, items))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, finished by anna and ben; ben has said nothing across them."""
    project = small_project(tmp_path / "p")
    put_articles(project, a=TEXT, b=f"{TEXT} ")
    for article in "ab":
        for who in ("anna", "ben"):
            spans = [span(*place, "GPE", f"{who}{n}") for n, place in enumerate(PLACES)]
            edit(project, "work", AnnotationSet(article, who).having(*spans, Progress(State.DONE)))
    say(project, "anna", placed("anna", "01", "2"))
    project.close()
    return tmp_path / "p"


def test_a_person_without_a_project_set_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = said(capsys, "agreement", folder, "anna", "ben")["across"]
    assert found["without_set"] == ["ben"]
    assert found["pairs"][0]["entities"]["b_cubed"]["f1"] is None
    assert run("agreement", folder, "anna", "ben", "--format", "markdown") == 0
    assert "ben has said nothing across articles" in capsys.readouterr().out


def test_both_figures_are_of_what_both_put_into_entities(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Project(folder)
    say(project, "ben", placed("ben", "0", "1", "2"))
    project.close()
    (pair,) = said(capsys, "agreement", folder, "anna", "ben")["across"]["pairs"]
    assert pair["entities"]["placed"] == {"anna": 6, "ben": 6, "both": 6}
    assert pair["entities"]["b_cubed"] == {"recall": 0.666667, "precision": 1.0, "f1": 0.8}
    assert pair["entities"]["lea"]["recall"] == pytest.approx((4 * 2 / 6 + 2) / 6, abs=1e-6)
    assert run("agreement", folder, "anna", "ben") == 0
    assert "Do they agree across articles? Entities" in capsys.readouterr().out


def test_first_passes_have_no_such_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "across" not in said(capsys, "agreement", folder, "anna", "ben", "--first-pass")
