"""Predictions and odd results of Label Studio's tasks, which go back as they came."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from models.project import Project
from models.transfer.exports import Leaving
from tests.ui.commands.going_back import imported
from tests.ui.commands.test_back_to_label_studio import (
    ACME,
    ANN,
    CHOICE,
    OSLO,
    Json,
    back,
    given,
    region,
    relation,
    task,
    work,
)


def guess(*results: Any, **more: Any) -> Json:
    return {"id": 71, "model_version": "m1", "score": 0.5, "result": [*results], **more}


FIRST, SECOND = region("p1", 0, 3, "PER", score=0.5), region("p2", 16, 20, "ORG", score=0.25)
LED = relation("p1", "p2", "works_for")
NAMELESS = {name: value for name, value in LED.items() if name != "labels"}
FILES: dict[str, list[Json]] = {
    "a relation without labels": [task(81, [work(5, 1, [ACME, OSLO, relation("zX9_a", "q")])], [])],
    "a predicted relation without labels": [task(81, [], [guess(FIRST, SECOND, NAMELESS)])],
    "a predicted relation before its ends": [task(81, [], [guess(LED, FIRST, SECOND)])],
    "a predicted choice beside regions": [task(81, [], [guess(FIRST, CHOICE)])],
    "a predicted choice alone": [task(81, [work(5, 1, [ACME])], [guess(CHOICE)])],
    "a prediction without results": [task(81, [work(5, 1, [ACME])], [guess(), {"id": 2, "score": None}])],
    "a skipped annotation of any shape": [
        task(81, [{"id": 3, "was_cancelled": True}, work(5, 1, [ANN])], []),
        task(82, [work(6, 1, [7, {"type": "labels"}], was_cancelled=True)], [], body="Rain."),
    ],
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_nobody_changed_has_its_predictions_again(name: str, tmp_path: Path) -> None:
    assert back(imported(given(tmp_path, FILES[name]))) == FILES[name]


def test_an_export_that_fails_while_it_reads_says_why_it_failed(tmp_path: Path) -> None:
    project = Project(imported(given(tmp_path, FILES["a relation without labels"])))
    try:
        leaving = Leaving(project, "k")
        reading = project.db.run("SELECT id FROM article")
        leaving.close()
        assert next(reading)
        assert Leaving(project, "k").changes()["new"]["count"] == 0
    finally:
        project.close()
