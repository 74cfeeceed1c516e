"""Projects with the shipped news schema, and the strip in which facts are built."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from annotations.schema import reader as schema_reader
from models.project import Project
from tests.templates import copied
from tests.ui.windows import point, press, project_with, run
from ui.main_window import MainWindow

NEWS = schema_reader.shipped("news").replace("pipeline: en_news", "pipeline: none")
SEA = "\U0001f6a2 \U0001f468\u200d\U0001f469\u200d\U0001f467 "  # a ship and a family, ahead of all words


def news_project(folder: Path, *records: dict[str, Any]) -> Path:
    """A project in the folder, the records' spans as suggestions; no pipeline looks for anything."""
    return copied(folder, _make, json.dumps(records)) / "project"


def _make(folder: Path, records: str) -> None:
    given = json.loads(records)
    made = project_with(folder, NEWS, given, "--as", "suggestions", suggest=True)
    project = Project(made)
    project.set_facts([(record["id"], []) for record in given])  # looked for, and there were none
    project.close()


def select(window: MainWindow, quote: str) -> None:
    """Selects the words by keys, from their first on."""
    point(window, quote)
    for _ in quote.split():
        press(window, "Shift+Right")


def digit(window: MainWindow, quote: str) -> str:
    """The digit that takes those words now."""
    [found] = [chip.text for chip in window.work.fact_bar.offers.shown if f"“{quote}”" in chip.text]
    return found.split()[0]


def slots(window: MainWindow) -> dict[str, str]:
    """What the strip shows in each slot, by its name."""
    said = (chip.said.partition(": ") for chip in window.work.fact_bar.slots.shown)
    return {name.split(",")[0]: words or name.partition(", ")[2] for name, _, words in said}


def in_hand(window: MainWindow) -> str:
    """The slot or type in hand, as it is shown."""
    return next((chip.text for chip in window.work.fact_bar.slots.shown if chip.in_hand), "")


def exported(folder: Path) -> dict[str, Any]:
    """The first record of an export of everything that is confirmed."""
    out = folder.parent / "out.jsonl"
    assert run("export", folder, out, "--format", "jsonl", "--articles", "all") == 0
    record: dict[str, Any] = json.loads(out.read_text("utf-8").splitlines()[0])
    return record


def facts(folder: Path) -> list[dict[str, Any]]:
    return list(exported(folder).get("facts", []))
