"""The line for a shell begins as the program was started, and finds it from any folder."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from annotations.processes.door import DOOR, program
from ui.program import shell_line

WORDS = ["export", "a project", "it's out"]


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The script of an installation, which was started."""
    made = tmp_path / "a folder" / ("factmark.exe" if os.name == "nt" else "factmark")
    made.parent.mkdir()
    made.touch(0o755)
    monkeypatch.setattr(sys, "argv", [str(made), "open"])
    return made


def test_the_line_of_a_source_tree_is_python_and_its_main() -> None:
    assert shlex.split(shell_line(WORDS)) == [sys.executable, str(DOOR), *WORDS]
    assert Path(__file__).parents[2] / "main.py" == DOOR


def test_the_line_of_a_script_on_the_path_is_its_name(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(script.parent), prepend=os.pathsep)
    assert shlex.split(shell_line(WORDS)) == ["factmark", *WORDS]


def test_a_link_on_the_path_to_the_script_is_the_script(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / script.name).symlink_to(script)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert shlex.split(shell_line(WORDS)) == ["factmark", *WORDS]


def test_the_line_of_a_script_that_is_not_on_the_path_is_all_of_its_path(
    script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert shlex.split(shell_line(WORDS)) == [str(script), *WORDS]


def test_another_script_of_our_name_on_the_path_is_not_taken_for_ours(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / script.name).touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert shlex.split(shell_line(WORDS)) == [str(script), *WORDS]


@pytest.mark.parametrize("flags", [[], ["-s"], ["-E", "-s"], ["-P"]])
def test_a_process_starts_with_the_flags_of_this_one(flags: list[str]) -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); from annotations.processes.door import program; print(*program([])[1:-1])"
    command = [sys.executable, *flags, "-c", code, str(DOOR.parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert sorted(done.stdout.split()) == sorted({*flags, *program([])[1:-1]})
