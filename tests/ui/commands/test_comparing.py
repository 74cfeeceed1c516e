"""The command `compare`: what it proposes, counts and repeats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ui.commands.commands import run, said

RAID = "Carlo Mendez said on Friday that five soldiers were killed when Peru struck Tumbes."
LATER = "Peru struck Tumbes and five soldiers were killed, Carlo Mendez said in Lima on Friday."


@pytest.fixture
def raids(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A project with two articles about one raid, and suggestions."""
    for name, text in (("raid", RAID), ("later", LATER)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    folder = tmp_path / "raids"
    assert run("new", folder) == 0
    assert run("import", folder, tmp_path / "raid.txt", tmp_path / "later.txt") == 0
    assert run("suggest", folder, "--what", "all") == 0
    capsys.readouterr()
    return folder


def test_a_search_is_repeated_only_when_something_has_changed_or_it_is_asked_for(
    raids: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = said(capsys, "compare", raids, "--annotator", "anna")
    assert first["searched"]
    assert first["counts"]["entities"]["in_several_articles"] >= 2
    assert {len(entity["mentions"]) for entity in first["entities"]} >= {2}
    again = said(capsys, "compare", raids, "--annotator", "anna")
    assert again == first | {"searched": False}
    assert said(capsys, "compare", raids, "--annotator", "anna", "--again") == first
    assert said(capsys, "compare", raids, "--annotator", "berta")["searched"]


def test_the_search_tells_the_window_how_far_it_is(raids: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", raids, "--annotator", "all", "--again", "--progress") == 0
    *steps, result = map(json.loads, capsys.readouterr().out.splitlines())
    assert "Reading articles" in [step["doing"] for step in steps]
    assert all(0 <= step["done"] <= step["of"] for step in steps)
    assert result["counts"]["articles"] == 2


def test_an_empty_project_has_nothing_to_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", tmp_path / "p") == 0
    assert run("compare", tmp_path / "p", "--annotator", "gold") == 0
    assert "0 articles compared." in capsys.readouterr().out
    assert run("compare", tmp_path / "p", "--annotator", "a/b") == 1


def test_copies_of_one_article_are_told_as_copies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for n in range(4):
        (tmp_path / f"t{n}.jsonl").write_text(
            json.dumps({"id": f"t{n}", "title": f"T{n}", "text": RAID + "\n" * n}) + "\n", "utf-8"
        )
    folder = tmp_path / "copies"
    assert run("new", folder) == 0
    assert run("import", folder, *(tmp_path / f"t{n}.jsonl" for n in range(4))) == 0
    assert run("suggest", folder, "--what", "all") == 0
    assert run("compare", folder, "--annotator", "anna") == 0
    capsys.readouterr()
    assert run("facts", folder, "--groups", "--annotator", "anna") == 0
    told = capsys.readouterr().out
    assert "4 facts in T0 (and 3 copies)" in told
    assert "T1" not in told
    assert "All articles that say it" not in told


def test_who_has_not_worked_here_is_said_to_be_nobody(
    raids: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = raids.parent / "out.jsonl"
    asked = (
        ("compare", raids),
        ("facts", raids, "--groups"),
        ("export", raids, out, "--format", "clusters"),
        ("export", raids, out, "--format", "clusters", "--preview"),
    )
    for command in asked:
        assert run(*command, "--annotator", "berta") == 0
        assert "There is no work of berta in this project: what is shown" in capsys.readouterr().out
        assert run(*command, "--annotator", "gold") == 0
        assert "There is no work" not in capsys.readouterr().out
    assert "There is no work of berta" in said(capsys, *asked[0], "--annotator", "berta")["notice"]


def test_the_groups_are_a_table_of_what_which_article_says(
    raids: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("facts", raids, "--groups", "--annotator", "anna") == 0
    assert "Nothing was compared yet" in capsys.readouterr().out
    table = said(capsys, "compare", raids, "--annotator", "anna")
    assert run("facts", raids, "--groups", "--annotator", "anna") == 0
    told = capsys.readouterr().out
    assert f"{len(table['groups'])} fact group" in told
    assert all(group["name"] in told and group["type"] in told for group in table["groups"])
    as_json = said(capsys, "facts", raids, "--groups", "--annotator", "anna")
    assert as_json["groups"] == table["groups"]
