"""The command `check` on projects that something else has damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.models.checks.filled import filled
from tests.ui.commands.commands import run, said, typed

EVERYTHING = ("--format", "jsonl", "--articles", "all", "--spans", "all")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(tmp_path)


def damage(folder: Path, sql: str) -> None:
    """Change the database behind the program's back."""
    with closing(sqlite3.connect(folder / "project.db")) as connection, connection:
        connection.execute(sql)


def test_an_emptied_text_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damage(folder, "UPDATE article_text SET text = '' WHERE article = 1")
    capsys.readouterr()
    assert run("check", folder) == 1
    out = capsys.readouterr().out
    assert out.startswith("The text of ferry (Ferries) is not the one its hash was made of")


def test_a_suggestion_beyond_the_text_is_named_with_article_and_item(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(folder, "UPDATE suggestion SET \"end\" = 900 WHERE id = 's3'")
    (fault,) = [one for one in said(capsys, "check", folder, code=1)["faults"] if one["kind"] == "bounds"]
    assert (fault["article"], fault["item"], fault["annotator"]) == ("ferry", "s3", "")
    assert "The suggested span s3 on ferry (Ferries) lies at 32-900" in fault["sentence"]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE article_text SET text = '' WHERE article = 1",
        "UPDATE article_text SET text = replace(text, 'tugs', 'bugs')",
        "DELETE FROM article_text WHERE article = 1",
    ],
)
@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_a_text_that_is_not_its_hash_leaves_in_no_export(folder: Path, format: str, sql: str) -> None:
    damage(folder, sql)
    words = ("--format", format, "--articles", "all")
    done = typed("export", folder, folder.parent / "out", *words)
    assert (done.returncode, (folder.parent / "out").exists()) == (1, False)
    checked = next(line for line in typed("check", folder).stdout.splitlines() if "The text of" in line)
    assert done.stderr.strip() == f"factmark: {checked}"


def test_a_whole_project_leaves_as_ever(folder: Path) -> None:
    assert run("export", folder, folder.parent / "out.jsonl", *EVERYTHING) == 0


def test_a_repair_says_what_it_did_and_what_is_left(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damage(folder, "DELETE FROM item WHERE id = 's2'")
    damage(folder, "UPDATE article_text SET text = '' WHERE article = 2")
    assert "`check --repair` can mend 2 of 3 problems, behind a backup." in typed("check", folder).stdout
    capsys.readouterr()
    assert run("check", folder, "--repair") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"Kept as it was as {folder / 'backups' / 'project-before-repair-'}")
    assert lines[2].startswith(
        "anna's work on ferry (Ferries) was brought back to what the log says: span s2"
    )
    assert any(line.startswith("The text of navy is not the one") for line in lines)


def test_a_repair_of_what_is_whole_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = said(capsys, "check", folder, "--repair")
    assert (made["whole"], made["backup"], made["done"]) == (True, None, [])
    assert not (folder / "backups").exists()


def test_a_salvage_makes_a_new_project_and_names_what_is_lost(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder.parent / "out"
    damage(folder, "UPDATE article_text SET text = '' WHERE article = 2")
    made = said(capsys, "check", folder, "--salvage", out, code=1)
    assert (made["articles"], made["sets"]) == (1, 2)
    assert made["lost"] == ["navy: the text is lost, and the article with it."]
    assert run("check", out) == 0
    done = typed("check", folder, "--salvage", out)
    assert (done.returncode, "There is something there already" in done.stderr) == (1, True)
