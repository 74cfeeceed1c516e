"""Commands load a pipeline of somebody else's only when they are told that it is trusted."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from annotations.processes.door import program
from models.settings import Settings
from tests.hostile import LABEL, PLACE, hostile_pipeline
from tests.ui.commands.commands import run, said, typed

TRUST = "--trust-pipeline"


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    return tmp_path / "canary"


@pytest.fixture
def theirs(tmp_path: Path, canary: Path) -> Path:
    """A project of somebody else's, with a pipeline in its own folder."""
    (tmp_path / "a.txt").write_text(f"They met in {PLACE}.", "utf-8")
    assert run("new", tmp_path / "p") == run("import", tmp_path / "p", tmp_path / "a.txt") == 0
    hostile_pipeline(tmp_path / "p" / "pipelines" / "theirs", canary)
    yaml = tmp_path / "p" / "project.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("pipeline: en_news", "pipeline: theirs"), "utf-8")
    return tmp_path / "p"


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    span = {"start": 3, "end": 3 + len(PLACE), "label": LABEL}
    (tmp_path / "marked.jsonl").write_text(json.dumps({"text": f"In {PLACE}.", "spans": [span]}), "utf-8")
    return tmp_path / "marked.jsonl"


@pytest.mark.parametrize("what", ["spans", "facts", "all"])
def test_suggest_says_one_sentence_and_loads_nothing(
    theirs: Path, canary: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("suggest", theirs, "--what", what) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"factmark: {theirs / 'pipelines' / 'theirs'}: The pipeline theirs was not loaded")
    assert "run any code of its author's" in line
    assert line.endswith("add --trust-pipeline.")
    assert (canary.exists(), Settings().trusted_pipelines()) == (False, {})


def test_suggest_loads_what_is_trusted_and_remembers_it_until_it_changes(theirs: Path, canary: Path) -> None:
    assert run("suggest", theirs, TRUST) == 0
    canary.rmdir()
    assert run("suggest", theirs, "--again") == 0
    assert canary.is_dir()
    canary.rmdir()
    (theirs / "pipelines" / "theirs" / "code.py").write_text("# other", "utf-8")
    assert run("suggest", theirs, "--again") == 1
    assert not canary.exists()


def test_evaluate_loads_nothing_before_it_is_trusted(theirs: Path, canary: Path, marked: Path) -> None:
    folder = theirs / "pipelines" / "theirs"
    assert (run("evaluate", folder, marked), canary.exists()) == (1, False)
    assert (run("evaluate", folder, marked, TRUST), canary.exists()) == (0, True)
    assert run("evaluate", folder, marked) == 0


def test_no_other_command_on_the_project_loads_it(theirs: Path, canary: Path, tmp_path: Path) -> None:
    for words in (
        ("check", theirs),
        ("check", theirs, "--repair"),
        ("lint", theirs),
        ("facts", theirs),
        ("export", theirs, tmp_path / "out.jsonl", "--format", "jsonl", "--articles", "all"),
        ("export", theirs, tmp_path / "out.spacy", "--format", "spacy", "--articles", "all"),
        ("backup", theirs),
        ("backups", theirs),
        ("assign", theirs, "anna"),
    ):
        assert run(*words) == 0, words
    assert not canary.exists()


def test_a_project_in_the_folder_one_stands_in_brings_no_modules(theirs: Path, tmp_path: Path) -> None:
    for name in ("spacy", "typer", "yaml", "peewee", "sitecustomize", "annotations", "this_is_a.pth"):
        (theirs / (name if name.endswith(".pth") else f"{name}.py")).write_text(
            f"import os; os.mkdir({str(tmp_path / 'ran')!r})\n", "utf-8"
        )
    done = subprocess.run(
        program(["suggest", ".", "--pipeline", "rules"]),
        cwd=theirs,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "ran").exists()


def test_pipelines_lists_what_is_trusted_and_forgets_it(
    theirs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("suggest", theirs, TRUST) == 0
    [one] = said(capsys, "pipelines")["trusted"]
    assert one["folder"] == str(theirs / "pipelines" / "theirs")
    assert run("pipelines", "--forget", "x") == run("pipelines", "--forget", "") == 1
    assert said(capsys, "pipelines", "--forget", one["hash"][:8])["trusted"] == []
    assert run("suggest", theirs, "--again") == 1


def test_help_says_what_a_pipeline_can_do() -> None:
    for command in ("suggest", "evaluate"):
        words = " ".join(typed(command, "--help").stdout.replace("│", " ").split())
        assert TRUST in words
        assert "run any code of its author's" in words


@pytest.mark.parametrize(
    "kept",
    [
        "[]",
        "{a: b}",
        "{a: []}",
        "{1: [a, b]}",
        "{a: [b, c, d]}",
        "text",
        "!!python/object/apply:os.getcwd []",
    ],
)
def test_nonsense_in_the_settings_trusts_nothing(own_settings: Path, kept: str) -> None:
    own_settings.mkdir(exist_ok=True)
    (own_settings / "settings.yaml").write_text(f"trusted_pipelines: {kept}\n", "utf-8")
    assert Settings().trusted_pipelines() == {}


def test_a_window_that_keeps_its_own_settings_does_not_bring_trust_back(own_settings: Path) -> None:
    Settings().trust_pipeline("a" * 64, own_settings)
    window = Settings()
    Settings().distrust_pipelines(["a" * 64])
    window.set(font_size=14.0)
    assert (Settings().trusted_pipelines(), Settings()["font_size"]) == ({}, 14.0)
