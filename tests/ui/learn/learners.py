"""What tests of Learn share: finished articles, and a process that speaks as the command `train` does."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span
from models.project import Project
from tests.making import edit
from tests.ui.windows import SCHEMA, project_with
from ui import program
from ui.learn.learn_page import LearnPage
from ui.main_window import MainWindow
from ui.project.processes import lines

PATIENCE = 30_000  # milliseconds
TEXT = "Maria Ruiz of the Navy left Oslo. Navy and Oslo said so to Maria Ruiz."
SPANS = [
    (0, 10, "PERSON"),
    (18, 22, "ORG"),
    (28, 32, "GPE"),
    (34, 38, "ORG"),
    (43, 47, "GPE"),
    (59, 69, "PERSON"),
]
NEW = "own-1"
EPOCHS = [
    {"stage": "first", "epoch": n, "of": 4, "seconds": n * 2.0, "left": (4 - n) * 2.0, "loss": 80.0 / n,
     "f": 0.2 + n / 20, "best": n, "labels": {"PERSON": 0.3 + n / 20, "ORG": 0.1}}
    for n in range(1, 4)
]  # fmt: skip
TRAINER = """
import json, sys
from pathlib import Path

folder = Path(sys.argv[1:][sys.argv[1:].index("train") + 2]) / "pipelines" / "{new}"
def say(line):
    print(json.dumps(line), flush=True)
say({{"doing": "reading", "done": 1, "of": 12}})
for epoch in {epochs!r}:
    say(epoch)
if {waits!r} and "stop" not in sys.stdin.readline():
    sys.exit(1)
folder.mkdir(parents=True)
for name in ("meta.json", "config.cfg"):
    (folder / name).write_text("{{}}")
say({{"headline": "", "outcome": {outcome!r} | {{"folder": str(folder)}}}})
"""


def figure(value: float, low: float | None = None, high: float | None = None) -> dict[str, Any]:
    return {"value": value, "low": low, "high": high}


def figures(label: str, held_out: int, verdict: str, **more: Any) -> dict[str, Any]:
    """The figures of a label: the old pipeline finds half, the new one most."""
    half, most = held_out // 2, held_out * 9 // 10
    return {
        "label": label,
        "held_out": held_out,
        "trained": held_out * 4,
        "found_before": held_out,
        "right_before": half,
        "found_after": held_out,
        "right_after": most,
        "before": figure(0.5),
        "after": figure(0.9),
        "difference": figure(0.4, 0.2, 0.5) if verdict else figure(0.4),
        "verdict": verdict,
        "seen": 0.25,
        "too_few": False,
        "mapped_from": "",
    } | more


def outcome(**more: Any) -> dict[str, Any]:
    """The last line of a training."""
    return {
        "folder": None,
        "articles": 10,
        "spans": 60,
        "seconds": 8.0,
        "epochs": 3,
        "in_use": "none",
        "all_labels": figures("all labels", 40, "better"),
        "labels": [
            figures("PERSON", 40, "better", mapped_from="PERSON"),
            figures("ORG", 11, ""),
            figures("GPE", 40, "no clear difference"),
            figures("NOTE", 0, "", too_few=True, trained=3),
        ],
        "curve": None,
        "articles_held_out": [
            {"id": "a3", "errors_before": 4, "errors_after": 2},
            {"id": "a5", "errors_before": 1, "errors_after": 3},
            {"id": "a7", "errors_before": 1, "errors_after": 0},
        ],
        "headline": "A first try; the figures below rest on 40 spans.",
        "notes": ["2 spans were left out: they are off the tokens."],
        "calibration": None,
        "order": "pipeline first",
    } | more


CURVE = {
    "points": [{"articles": 25, "f": 0.3}, {"articles": 50, "f": 0.4}],
    "then": 100,
    "low": 0.43,
    "high": 0.46,
    "words": "Twice as many articles: likely (+3 to +6).",
}
Trainer = Callable[..., None]


@pytest.fixture(name="trainer")
def the_trainer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Trainer:
    """Makes the command `train` of the window run a script: with that outcome, perhaps waiting to be stopped."""

    def speaks(said: dict[str, Any] | None = None, *, waits: bool = False, script: str = "") -> None:
        made = script or TRAINER.format(new=NEW, epochs=EPOCHS, waits=waits, outcome=said or outcome())
        (tmp_path / "trainer.py").write_text(made, "utf-8")
        real = program.program

        def other(words: list[str]) -> list[str]:
            return (
                [sys.executable, str(tmp_path / "trainer.py"), *words] if words[0] == "train" else real(words)
            )

        monkeypatch.setattr(lines, "program", other)

    return speaks


def finished_project(folder: Path, articles: int) -> Path:
    """A project with so many articles, all but the last finished by anna."""
    records = [{"id": f"a{n}", "title": f"Article {n}", "text": TEXT} for n in range(1, articles + 2)]
    made = project_with(folder, SCHEMA, records, suggest=True)
    project = Project(made)
    for record in records[:-1]:
        spans = [Span(f"s{n}", *bounds) for n, bounds in enumerate(SPANS)]
        edit(project, "work", AnnotationSet.of(str(record["id"]), "anna", [*spans, Progress(State.DONE)]))
    project.close()
    return made


def learning(window: MainWindow) -> LearnPage:
    page = window.pages.currentWidget()
    assert isinstance(page, LearnPage)
    return page


def trained(qtbot: QtBot, window: MainWindow) -> LearnPage:
    """Opens Learn, trains, and gives the page when that is over."""
    window.verbs["learn_view"].trigger()
    page = learning(window)
    page.start()
    qtbot.waitUntil(lambda: not page.training.is_running, timeout=PATIENCE)
    return page


def rows(page: LearnPage) -> dict[str, list[str]]:
    """Old against new as the table shows it, by label."""
    model = page.parts.done.table.model
    said = [
        [model.index(row, n).data() for n in range(model.columnCount())] for row in range(model.rowCount())
    ]
    return {row[0]: row[1:] for row in said}
