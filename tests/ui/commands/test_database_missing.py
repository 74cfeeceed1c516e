"""A project whose database is gone: every command says so and names the newest backup; none makes an empty one."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from models.project import Project
from tests.ui.commands.commands import run, said

COMMANDS = {
    "check": (),
    "open": (),
    "import": ("more.txt",),
    "export": ("out.jsonl", "--format", "jsonl", "--articles", "all"),
    "suggest": (),
    "facts": (),
    "lint": (),
    "agreement": ("anna", "ben"),
    "assign": ("anna", "ben"),
    "pack": ("out.fm", "--annotator", "anna"),
    "merge": ("in.fm",),
    "feedback": ("anna", "out.md"),
    "review": ("--majority", "2"),
    "recheck": (),
    "backup": (),
}


@pytest.fixture
def robbed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A project with one article and a backup, whose database was deleted; the way to the backup."""
    monkeypatch.chdir(tmp_path)
    Path("more.txt").write_text("The Navy left Oslo.\n", "utf-8")
    assert run("new", "P", "--schema", "blank") == 0
    assert run("import", "P", "more.txt") == 0
    copy = Path(said(capsys, "backup", "P")["backup"])
    Path("P/project.db").unlink()
    return copy


@pytest.mark.parametrize("command", COMMANDS)
def test_a_missing_database_is_told_with_its_backup_and_not_made_anew(
    robbed: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, "P", *COMMANDS[command]) == 1
    err = capsys.readouterr().err
    assert err.startswith("factmark: P/project.db: The project's database is missing.")
    assert f"The newest backup is {robbed}; the command `restore P {robbed}` puts it back." in err
    assert err.count("\n") == 1
    assert {path.name for path in Path("P").iterdir()} == {"project.yaml", "backups"}


def test_the_command_that_the_sentence_names_brings_the_project_back(
    robbed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("check", "P")
    command = capsys.readouterr().err.split("`")[1]
    assert run(*shlex.split(command)) == 0
    assert capsys.readouterr().out == f"Restored {robbed}; there was no database to keep.\n"
    project = Project(Path("P"))
    assert len(project.db.rows("SELECT id FROM article")) == 1
    project.close()


def test_a_restore_with_nothing_to_keep_reports_none(
    robbed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run("restore", "P", robbed, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"restored": str(robbed), "kept": None}
