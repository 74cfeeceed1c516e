"""Prodigy's tasks of several annotators on one text, imported and exported again: each keeps what it ignored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotations.span_verbs import label
from tests.ui.commands.going_back import edited, exported, imported

Json = dict[str, Any]
TEXT = "Ann 🚀 met Ben in Oslo."


def span(start: int, end: int, label: str) -> Json:
    return {"start": start, "end": end, "label": label}


ANN, BEN, OSLO = span(0, 3, "PER"), span(10, 13, "PER"), span(17, 21, "GPE")
MET = {"head": 0, "child": 3, "head_span": ANN, "child_span": BEN, "label": "met"}


def task(whose: str, answer: str, *spans: Json, **more: Any) -> Json:
    named = {"_session_id": whose} if whose else {}
    return {"text": TEXT, "_input_hash": 7, "spans": list(spans), **named, "answer": answer, **more}


FILES = {
    "one who ignored a task beside another": [
        task("a", "accept", ANN),
        task("a", "ignore", BEN, note="?"),
        task("b", "accept", ANN),
    ],
    "two who ignored the same": [task("a", "ignore", BEN), task("b", "ignore", BEN), task("c", "accept")],
    "two who ignored other things": [task("a", "ignore", BEN), task("b", "ignore", ANN, OSLO)],
    "what one ignored another accepted and a third rejected": [
        task("a", "ignore", BEN),
        task("b", "accept", BEN),
        task("c", "reject", BEN),
    ],
    "an ignored relation": [task("a", "ignore", ANN, BEN, relations=[MET]), task("b", "accept", ANN)],
    "work of nobody": [task("a", "accept", ANN), task("", "accept", ANN), task("", "ignore", BEN)],
}


def given(folder: Path, tasks: list[Json]) -> Path:
    (folder / "given.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in tasks), "utf-8")
    return folder / "given.jsonl"


def back(project: Path) -> list[Json]:
    return [json.loads(line) for line in exported(project, "prodigy").splitlines()]


@pytest.mark.parametrize("name", FILES)
def test_an_ignored_task_goes_back_with_its_annotator_alone(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = imported(given(tmp_path, FILES[name]))
    assert "without an annotator" not in capsys.readouterr().out
    assert back(project) == FILES[name]
    assert json.loads((tmp_path / "out.manifest.json").read_text("utf-8"))["proved"] is True


def test_what_an_ignored_task_of_nobody_suggests_is_said_to_go_with_each_annotator(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tasks = [task("", "ignore", BEN), task("a", "accept", ANN), task("b", "accept", OSLO)]
    project = imported(given(tmp_path, tasks))
    said = (
        "What an ignored task without an annotator suggests goes back as a task of each annotator of its text"
    )
    assert said in capsys.readouterr().out
    assert [(one["_session_id"], one["answer"]) for one in back(project)] == [
        ("a", "accept"),
        ("a", "ignore"),
        ("b", "accept"),
        ("b", "ignore"),
    ]


def test_what_another_confirms_of_an_ignored_task_goes_into_their_own(tmp_path: Path) -> None:
    project = imported(given(tmp_path, [task("b", "ignore", BEN), task("a", "accept", ANN)]))
    edited(project, lambda made: label(made, 10, 13, "PER", text=TEXT))
    first, last = back(project)
    assert [one["start"] for one in first["spans"]] == [0, 10]
    assert last == task("b", "ignore", BEN)
