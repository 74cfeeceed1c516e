"""The version: one number in `pyproject.toml`, CHANGELOG.md and whatever says it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib

import pytest

from tests.ui.commands.commands import ROOT, run
from ui.help.version import version

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_the_changes_say_the_version_and_when_it_was_made() -> None:
    heads = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    dated = [head for head in heads if head != "Unreleased"]
    assert heads in (dated, ["Unreleased", *dated])
    assert re.fullmatch(rf"{re.escape(version())} \(\d{{4}}-\d\d-\d\d\)", dated[0])
    assert version() == PROJECT["version"]


@pytest.mark.parametrize("words", [["--version"], ["--version", "stats"]])
def test_the_program_says_its_version_in_a_line(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert run(*words) == 0
    assert capsys.readouterr().out == f"factmark {PROJECT['version']}\n"


def test_the_version_is_said_without_the_libraries() -> None:
    code = "import main, sys; main.main(['--version']); print({'typer', 'spacy', 'PySide6', 'numpy'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1:] == ["set()"]


def test_the_pythons_that_are_named_are_those_from_the_oldest_on() -> None:
    named = [one.rpartition(" ")[2] for one in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", one)]
    oldest = int(PROJECT["requires-python"].removeprefix(">=3."))
    assert named == [f"3.{minor}" for minor in range(oldest, oldest + len(named))]
