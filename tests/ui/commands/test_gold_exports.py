"""Gold that leaves by the command `export`: with its provenance, as it follows today, and what is wrong by name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.sets import GOLD
from models.project import Project
from tests import json_schema
from tests.making import small_project, span
from tests.models.queries.reviews import reviewed, two_reviewers, unkept
from tests.ui.commands.commands import run, said
from tests.unprivileged import read_only_disk
from ui.export.export_words import golds_said

LEFT_OUT = (
    "Gold of a is not what was approved: work on it has changed since, and 1 case is open; it is left out."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with two articles that are reviewed."""
    project = reviewed(small_project(tmp_path / "p"))
    project.close()
    return project.folder


@pytest.fixture
def stale(folder: Path) -> Path:
    """The same, after anna's work on one of them changed past the keeper of gold."""
    change(folder, lambda project: unkept(project, "a", "anna", span(18, 22, "ORG")))
    return folder


def change(folder: Path, how) -> None:
    project = Project(folder)
    how(project)
    project.close()


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def grounds(path: Path) -> list[tuple]:
    """What the records of gold rest on, with all that was decided."""
    return [
        (
            one["id"],
            one["state"],
            [s["provenance"] for s in one["spans"]],
            one["provenance"],
            one["decisions"],
        )
        for one in lines(path)
        if one["annotator"] == GOLD
    ]


def export(folder: Path, *words: str) -> tuple:
    return "export", folder, folder.parent / "out.jsonl", "--format", "jsonl", *words


def test_every_line_of_gold_is_as_the_schema_has_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = said(capsys, *export(folder, "--annotator", GOLD, "--articles", "reviewed"))
    found = lines(folder.parent / "out.jsonl")
    assert (manifest["records"], manifest["proved"], "gold" in manifest) == (2, True, False)
    assert [json_schema.wrong(one, json_schema.shipped("provenance.schema.json")) for one in found] == [
        [],
        [],
    ]
    assert [one["provenance"]["how"] for one in found[0]["spans"]] == ["agreed", "decided"]


@pytest.mark.parametrize("words", [("--annotator", GOLD), ("--articles", "all", "--spans", "all")])
def test_a_project_that_takes_the_export_in_tells_the_same(
    words: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, *export(folder, *words))
    first = grounds(folder.parent / "out.jsonl")
    other = folder.parent / "q"
    assert (run("new", other), run("import", other, folder.parent / "out.jsonl")) == (0, 0)
    said(capsys, *export(other, *words))
    assert grounds(folder.parent / "out.jsonl") == first


def test_gold_that_was_approved_otherwise_is_left_out_by_name(
    stale: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = export(stale, "--annotator", GOLD, "--articles", "reviewed")
    manifest = said(capsys, *words)
    assert [one["id"] for one in lines(stale.parent / "out.jsonl")] == ["b"]
    assert manifest["gold"] == [
        {"article": "a", "state": "started", "leaves": False, "open": 1, "differing": 0, "said": [LEFT_OUT]}
    ]
    beside = json.loads((stale.parent / "out.jsonl.manifest.json").read_text("utf-8"))
    assert (beside["gold"], beside["left_out"]) == (manifest["gold"], {"articles started": 1})
    assert run(*words) == 0
    assert LEFT_OUT in capsys.readouterr().out.splitlines()


def test_a_preview_says_it_too(stale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*export(stale, "--articles", "reviewed", "--preview")) == 0
    assert LEFT_OUT in capsys.readouterr().out.splitlines()
    assert not (stale.parent / "out.jsonl").exists()


def test_a_split_says_it_once(stale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = export(stale, "--annotator", GOLD, "--articles", "reviewed", "--split", "50/50")
    assert [one["said"] for one in said(capsys, *words)["gold"]] == [[LEFT_OUT]]


def test_other_formats_have_the_gold_that_follows(stale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = stale.parent / "out.csv"
    words = ("--format", "csv", "--annotator", GOLD, "--articles", "all")
    manifest = said(capsys, "export", stale, out, *words)
    assert manifest["gold"][0]["said"][0].endswith("it leaves as it follows today.")
    assert (manifest["proved"], manifest["records"]) == (True, 2)


def test_a_project_that_is_only_read_is_checked_as_well(
    stale: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(stale, lambda project: two_reviewers(project, "b"))
    with read_only_disk(stale):
        manifest = said(capsys, *export(stale, "--annotator", GOLD, "--articles", "reviewed"))
    assert manifest["not_remembered"]
    assert [one["article"] for one in manifest["gold"]] == ["a", "b"]
    assert any("rex and sue differ in 1 case" in sentence for sentence in manifest["gold"][1]["said"])


def test_a_long_report_says_how_many_more_there_are() -> None:
    found = {"gold": [{"said": [f"Gold of {n} …"]} for n in range(23)]}
    assert golds_said(found)[19:] == [
        "Gold of 19 …",
        "And 3 more on gold: the manifest and --json name all.",
    ]
