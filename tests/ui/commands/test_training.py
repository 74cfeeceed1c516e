"""The command `train`: a pipeline of one's own, measured, saved, packaged, used."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.schema.types import Label, Schema
from annotations.sets import GOLD, AnnotationSet, Progress, State
from annotations.spans import Span
from models.project import Project
from models.settings import Settings
from models.transfer.training import switching
from tests.annotations.learn.lessons import lesson
from tests.making import edit, put_articles
from tests.ui.commands.commands import ROOT, run, said, typed

LABELS = ("SKIPPER", "VESSEL", "HARBOUR", "CARGO")
SCHEMA = Schema("Red Sea, 2024", labels={name: Label(name) for name in LABELS})


def sea(folder: Path, count: int, annotator: str = "anna") -> Path:
    """A project with finished articles, and two that nobody has begun."""
    project = Project.create(folder, SCHEMA)
    lessons = [lesson(n) for n in range(count)]
    put_articles(project, **{one.id: f"{one.text}Written on day {n}." for n, one in enumerate(lessons)})
    put_articles(project, new=lesson(90).text, other=lesson(97).text)
    for one in lessons:
        spans = (Span(f"s{m.start}", *m, origin="anna") for m in one.marks)
        edit(project, "work", AnnotationSet.of(one.id, annotator, [*spans, Progress(State.DONE)]), by="anna")
    project.close()
    return folder


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict]:
    """What `train` reports of a project that is trained once."""
    folder = sea(tmp_path_factory.mktemp("trained") / "p", 24)
    lines: list[str] = []

    def report() -> dict:
        if not lines:
            words = (
                "train",
                folder,
                "--annotator",
                "anna",
                "--budget",
                "40",
                "--package",
                folder / "out",
                "--progress",
            )
            done = typed(*words, input="")
            assert done.returncode == 0, done.stderr
            lines.extend(done.stdout.splitlines())
        return {"folder": folder, "lines": [json.loads(line) for line in lines], **json.loads(lines[-1])}

    return report


def test_the_last_line_says_what_was_trained_on_and_how_good_it_is(trained: Callable[..., dict]) -> None:
    made = trained()
    assert Path(made["pipeline"]) == made["folder"] / "pipelines" / "red_sea_2024"
    assert (made["articles"], made["spans"], made["before"]) == (19, 19 * 9, 0.0)
    assert made["f"] > 0.3
    assert set(made["labels"]) == set(LABELS) - {"CARGO"}
    assert made["labels"]["SKIPPER"]["after"]["f_interval"] is None
    assert made["headline"].startswith("A first try: ")
    assert any("no intervals" in note for note in made["notes"])
    assert len(made["outcome"]["articles_held_out"]) == 5


def test_every_epoch_is_a_line_of_progress(trained: Callable[..., dict]) -> None:
    epochs = [line for line in trained()["lines"] if "epoch" in line]
    assert {line["stage"] for line in epochs} <= {"first", "all"}
    assert [line["epoch"] for line in epochs if line["stage"] == "first"][:2] == [1, 2]
    assert {"stage", "epoch", "of", "seconds", "left", "loss", "f", "best", "labels"} == set(epochs[0])


def test_the_pipeline_says_what_it_was_trained_on(trained: Callable[..., dict]) -> None:
    told = json.loads((Path(trained()["pipeline"]) / "meta.json").read_text("utf-8"))["factmark"]
    assert told["parent"] == "en_news"
    assert len(told["parent_sha256"]) == 64
    assert len(told["trained_on"]) == 19
    assert told["order"] in ("pipeline first", "wordings first")


def test_the_package_is_a_wheel(trained: Callable[..., dict]) -> None:
    assert Path(trained()["package"]["wheel"]).name == "en_red_sea_2024-1.0.0-py3-none-any.whl"


def test_a_pipeline_that_was_trained_before_is_packaged_without_training(
    trained: Callable[..., dict], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = said(capsys, "train", trained()["pipeline"], "--package", tmp_path)["package"]
    assert Path(made["sdist"]).is_file()
    assert Path(made["folder"]).parent == tmp_path


def test_the_next_one_is_used_and_undo_brings_the_old_one_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = sea(tmp_path / "p", 14)
    (folder / "pipelines" / "red_sea_2024").mkdir(parents=True)
    made = said(capsys, "train", folder, "--annotator", "anna", "--budget", "15", "--use")
    assert Path(made["pipeline"]).name == "red_sea_2024-2"
    assert made["looked_again"] == 2
    assert next(iter(Settings().trusted_pipelines().values()))[0] == made["pipeline"]
    project = Project(folder)
    assert project.schema.pipeline == "red_sea_2024-2"
    assert {one.origin for one in project.pool("new") if isinstance(one, Span)} <= {
        "red_sea_2024_2 2.0.0",
        "rule",
    }
    assert project.pool("a1") == []
    undone = project.undo("anna")
    assert undone is not None
    assert switching.is_switch(undone)
    assert project.schema.pipeline == "en_news"
    assert switching.unfinished(project) == ["new", "other"]
    project.close()
    again = said(capsys, "suggest", folder, "--pipeline", "red_sea_2024-2", "--again")
    assert again["articles"] == 16


@pytest.mark.parametrize("ask", ["line", "signal"])
def test_a_stopped_training_keeps_the_best_epoch(tmp_path: Path, ask: str) -> None:
    folder = sea(tmp_path / "p", 24)
    line = [
        sys.executable,
        "main.py",
        "train",
        str(folder),
        "--annotator",
        "anna",
        "--progress",
        "--budget",
        "300",
    ]
    with subprocess.Popen(
        line, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        first = json.loads(process.stdout.readline())
        assert first["epoch"] == 1
        if ask == "line":
            process.stdin.write("cancel\n")
            process.stdin.flush()
        else:
            process.send_signal(signal.SIGTERM)
        rest = [json.loads(one) for one in process.stdout.read().splitlines()]
    assert process.returncode == 0
    assert any("stopped" in note for note in rest[-1]["notes"])
    assert (Path(rest[-1]["pipeline"]) / "config.cfg").is_file()


def test_too_little_is_refused_with_the_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = sea(tmp_path / "p", 3)
    assert run("train", folder, "--annotator", "anna") == 1
    assert "3 finished articles with 27 spans; training starts at 10 and 50." in capsys.readouterr().err
    assert not (folder / "pipelines").exists()


def test_the_work_of_nobody_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("train", sea(tmp_path / "p", 1), "--annotator", "ben") == 1
    assert "0 finished articles with 0 spans" in capsys.readouterr().err


def test_a_folder_that_is_there_is_refused_before_anything_is_trained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, began = sea(tmp_path / "p", 12), time.monotonic()
    assert run("train", folder, "--annotator", "anna", "--out", tmp_path) == 1
    assert "something there already" in capsys.readouterr().err
    assert time.monotonic() - began < 60


def test_gold_is_learned_from_as_an_annotator(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = sea(tmp_path / "p", 12, annotator=GOLD)
    made = said(capsys, "train", folder, "--annotator", GOLD, "--from", "nothing", "--budget", "10")
    assert made["articles"] + len(made["outcome"]["articles_held_out"]) == 12
