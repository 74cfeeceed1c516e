"""Commands and another program's lock: they wait as long as `--wait` says, and then say who holds the project."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Timer
from time import perf_counter

import pytest

from tests.holding import Holder
from tests.ui.commands.commands import run
from tests.ui.windows import ARTICLES, SCHEMA, project_with

SENTENCE = "Another program is writing to the project; nothing was changed, try again in a moment.\n"
WRITING = ("import", "suggest", "export", "assign", "merge", "review", "recheck", "restore", "check")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_with(tmp_path, SCHEMA, ARTICLES, "--as", "suggestions")


@pytest.fixture
def holder(folder: Path) -> Iterator[Holder]:
    holder = Holder(folder)
    yield holder
    holder.close()


def words(command: str, folder: Path, tmp_path: Path) -> list[object]:
    """A command that writes to the project, with what it needs."""
    text = tmp_path / "new.txt"
    text.write_text("Oslo waits again.", "utf-8")
    rest: dict[str, list[object]] = {"import": [text], "assign": ["anna"], "suggest": ["--again"]}
    rest["export"] = [tmp_path / "out.jsonl", "--format", "jsonl", "--articles", "all", "--split", "80/20"]
    return [command, folder, *rest.get(command, [])]


@pytest.mark.parametrize("command", ["import", "suggest", "assign", "export"])
def test_a_command_that_is_not_to_wait_says_at_once_that_another_program_writes(
    folder: Path, tmp_path: Path, holder: Holder, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = words(command, folder, tmp_path)
    capsys.readouterr()
    start = perf_counter()
    assert run(*asked, "--wait", "0") == 1
    assert perf_counter() - start < 4  # less than without it
    assert SENTENCE in capsys.readouterr().err


def test_a_command_waits_as_long_as_it_is_told_and_then_writes(
    folder: Path, tmp_path: Path, holder: Holder
) -> None:
    timer = Timer(0.5, holder.let_go)
    timer.start()
    assert run(*words("import", folder, tmp_path), "--wait", "60") == 0
    timer.join()


@pytest.mark.parametrize("command", WRITING)
def test_every_command_that_writes_knows_the_option_and_says_so(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, "--help") == 0
    assert "--wait" in capsys.readouterr().out


def test_a_backup_is_not_put_back_while_another_program_holds_the_project(
    folder: Path, holder: Holder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("backup", folder) == 0
    [copy] = (folder / "backups").glob("*.db")
    assert run("restore", folder, copy, "--wait", "0") == 1
    assert "The project is open in another program; close it there first." in capsys.readouterr().err


def test_a_repair_that_a_lock_stops_is_to_be_tried_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(folder / "project.db")) as connection, connection:
        connection.execute("UPDATE suggestion SET wording = 'x'")
    holder = Holder(folder)
    assert run("check", folder, "--repair", "--wait", "0") == 1
    said = capsys.readouterr().out
    holder.close()
    assert "try again in a moment" in said
    assert "Try `check --repair` again when the other program has done" in said
    assert "restore" not in said
    assert run("check", folder, "--repair") == 0
