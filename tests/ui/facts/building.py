"""Projects with the shipped news schema, and the fact builder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from annotations.schema import reader as schema_reader
from models.project import Project
from tests.templates import copied
from tests.ui.windows import press, project_with, run
from ui.building.sign_paint import SignRow
from ui.building.strip import BuilderStrip
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


def strip(window: MainWindow) -> BuilderStrip:
    return window.work.strip


def shown(window: MainWindow) -> SignRow:
    """The sentence as the strip shows it."""
    return strip(window).words.shown


def place(window: MainWindow, quote: str) -> tuple[int, int]:
    """Where the words stand in the sentence in hand."""
    start = window.view.text.index(quote, shown(window).bounds[0])
    return start, start + len(quote)


def select(window: MainWindow, quote: str) -> None:
    """Selects the words in the strip by keys, from their first on."""
    start, end = place(window, quote)
    while (now := shown(window).chosen) is None or now[0] != start:
        press(window, "Right" if now is None or now[0] < start else "Left")
    while (now := shown(window).chosen) and now[1] < end:
        press(window, "Shift+Right")


def sign(window: MainWindow, quote: str) -> str:
    """The sign that takes those words."""
    [found] = [one.sign for one in shown(window).candidates if one.bounds == place(window, quote)]
    return found.upper()


def signs(window: MainWindow) -> list[str]:
    """Every sign with its words, in text order."""
    row = shown(window)
    return [f"{one.sign} {row.text[one.start : one.end]}" for one in row.candidates]


def slots(window: MainWindow) -> dict[str, str]:
    """What the tabs say of each role, by its name."""
    said = (tab.said.partition(": ") for tab in strip(window).tabs.shown)
    return {name.split(",")[0]: words or name.partition(", ")[2] for name, _, words in said}


def in_hand(window: MainWindow) -> str:
    """The role in hand, or the type while that is to be chosen."""
    chips = strip(window).types if window.work.building.draft is None else strip(window).tabs
    return chips.shown[chips.hand].name


def hint(window: MainWindow) -> str:
    """The last row of the strip: a guideline, or what was said of the last step."""
    return strip(window).hint.words.text()


def to_role(window: MainWindow, role: str) -> None:
    """Presses Tab until that role is in hand."""
    for _ in range(20):
        if in_hand(window) == role:
            return
        press(window, "Tab")
    raise AssertionError(f"Tab never comes to {role}.")


def quotes(window: MainWindow, fact: dict[str, Any]) -> dict[str, list[str]]:
    """The words of each role, as stored."""
    text = window.view.text
    return {
        role["role"]: [text[filler["start"] : filler["end"]] for filler in role["fillers"]]
        for role in fact["roles"]
    }


def exported(folder: Path) -> dict[str, Any]:
    """The first record of an export of everything that is confirmed."""
    out = folder.parent / "out.jsonl"
    assert run("export", folder, out, "--format", "jsonl", "--articles", "all") == 0
    record: dict[str, Any] = json.loads(out.read_text("utf-8").splitlines()[0])
    return record


def facts(folder: Path) -> list[dict[str, Any]]:
    return list(exported(folder).get("facts", []))
