"""Processes that say what makes no sense: one sentence, no unexpected error, and the window goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.windows import SCHEMA, is_sentence, run, said, shown
from ui.error_log import log_path
from ui.main_window import MainWindow
from ui.project.processes import lines

Launch = Callable[..., MainWindow]
PATIENCE = 30_000  # milliseconds
WORKER = """
import json, sys
for line in sys.stdin:
    request = json.loads(line)
    ids = [one["id"] for one in request["articles"]]
    span = {"id": "s", "start": 0, "end": 6, "label": "GPE", "status": "suggested"}
    good, far = ({"span": [dict(span, end=end)]} for end in (6, 600))
    replies = [{"article": ids[0], "items": good}]
    for id_ in ids[1:]:
        replies += [{"article": id_, "items": far}, {"article": [id_]}, {"article": "no", "items": {}}, {"trouble": 1}]
    for reply in [*replies, *END]:
        print(json.dumps({"id": request["id"], **reply}), flush=True)
"""
ODD_REPORT = """
import json
for said in ({"doing": 3}, {"doing": "assigning", "done": 10**30, "of": 1}, {"given": "x"}):
    print(json.dumps(said))
"""


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A project with three articles that nothing has looked at."""
    (tmp_path / "fresh.yaml").write_text(SCHEMA.replace("pipeline: none", "pipeline: rules"), "utf-8")
    for name in ("first", "second", "third"):
        (tmp_path / f"{name}.txt").write_text(f"Norway met {name}.", "utf-8")
    assert run("new", tmp_path / "fresh", "--schema", tmp_path / "fresh.yaml") == 0
    assert run("import", tmp_path / "fresh", *sorted(tmp_path.glob("*.txt"))) == 0
    return tmp_path / "fresh"


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Makes every process of the window's run that script."""

    def runs(script: str) -> None:
        (tmp_path / "odd.py").write_text(script, "utf-8")
        monkeypatch.setattr(lines, "program", lambda words: [sys.executable, str(tmp_path / "odd.py")])

    return runs


def test_odd_replies_are_one_trouble_and_the_good_one_is_taken(
    qtbot: QtBot, launch: Launch, fresh: Path, process: Callable[[str], None]
) -> None:
    process(WORKER.replace("END", '[{"done": True}]'))
    window = launch("open", fresh, "--annotator", "anna")
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)
    assert [quote for quote, *_ in shown(window)] == ["Norway"]
    assert said(window) == (
        "The suggesting process gave an answer that cannot be used: it lies behind the end of its article."
    )
    assert log_path().read_text("utf-8").count("BadItem: it lies behind the end") == 2


def test_a_failure_without_a_sentence_ends_the_suggesting(
    qtbot: QtBot, launch: Launch, fresh: Path, process: Callable[[str], None]
) -> None:
    process(WORKER.replace("END", '[{"failed": ["x"], "untrusted": {"name": 3}}]'))
    window = launch("open", fresh, "--annotator", "anna")
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)
    assert said(window) == "The suggesting process failed, and did not say why."


def test_articles_without_an_answer_are_told(
    qtbot: QtBot, launch: Launch, fresh: Path, process: Callable[[str], None]
) -> None:
    process(WORKER.replace("END", '[{"done": 1}]').replace("ids[1:]", "()"))
    window = launch("open", fresh, "--annotator", "anna")
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)
    assert said(window) == "The suggesting process gave no answer on 2 articles."


def test_a_report_that_cannot_be_read_is_told(
    qtbot: QtBot, launch: Launch, folder: Path, process: Callable[[str], None]
) -> None:
    window = launch("open", folder, "--annotator", "anna")
    process(ODD_REPORT)
    window.sharing.assign_to(["anna"])
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)
    assert said(window) == "The report of the command assign cannot be used; look at what it did."
    assert is_sentence(said(window))
    assert "No report of assign: {'given': 'x'}" in log_path().read_text("utf-8")
