"""The real worker: suggestions arrive, and whatever happens to it the window goes on."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.article.article_views import LEFT
from tests.ui.windows import SCHEMA, here, is_sentence, point, press, rejected, run, said, shown, stored
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]
TEXT = "France and Norway met on 24 January 2024 in Oslo."
PATIENCE = 30_000  # milliseconds


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A project with one article that the rules have not looked at."""
    (tmp_path / "fresh.yaml").write_text(SCHEMA.replace("pipeline: none", "pipeline: rules"), "utf-8")
    (tmp_path / "first.txt").write_text(TEXT, "utf-8")
    assert run("new", tmp_path / "fresh", "--schema", tmp_path / "fresh.yaml") == 0
    assert run("import", tmp_path / "fresh", tmp_path / "first.txt") == 0
    return tmp_path / "fresh"


def children() -> list[int]:
    """The processes that this one has started."""
    tasks = Path("/proc/self/task").iterdir()
    return [int(pid) for task in tasks for pid in (task / "children").read_text().split()]


def idle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)


def quotes(window: MainWindow) -> list[str]:
    return [quote for quote, *_ in shown(window)]


def test_an_import_says_what_was_suggested_once_all_is_looked_through(
    qtbot: QtBot, launch: Launch, fresh: Path, tmp_path: Path
) -> None:
    window = launch("open", fresh, "--annotator", "anna")
    idle(qtbot, window)
    (tmp_path / "second.txt").write_text("Second\n\nSweden and Denmark met.", "utf-8")
    window.files.import_paths([tmp_path / "second.txt"])
    qtbot.waitUntil(lambda: said(window) == "1 article added.", timeout=PATIENCE)
    idle(qtbot, window)
    assert said(window) == "1 article added. 2 spans suggested."


def test_suggestions_arrive_and_a_rejected_one_is_not_offered_again(
    qtbot: QtBot, launch: Launch, fresh: Path
) -> None:
    window = launch("open", fresh, "--annotator", "anna")
    qtbot.waitUntil(lambda: "Norway" in quotes(window), timeout=PATIENCE)
    assert window.work.heading.counts.text() == f"0 of {len(shown(window))} spans"
    point(window, "Norway")
    press(window, "Return", "Shift+N", "X")
    window.verbs["suggest"].trigger()
    assert window.status.doing.text() == "suggesting"
    idle(qtbot, window)
    assert "Norway" not in quotes(window)
    assert "France" in quotes(window)
    assert rejected(fresh, here(window)) == [("Norway", "GPE")]


def test_a_killed_worker_is_told_and_starts_again_when_asked(
    qtbot: QtBot, launch: Launch, fresh: Path
) -> None:
    before = set(children())
    window = launch("open", fresh, "--annotator", "anna")
    qtbot.waitUntil(lambda: len(set(children()) - before) == 1)
    [pid] = set(children()) - before
    os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: said(window).startswith("The suggesting process stopped"))
    assert is_sentence(said(window))
    assert not window.status.doing.isVisible()
    window.verbs["suggest"].trigger()
    qtbot.waitUntil(lambda: "Norway" in quotes(window), timeout=PATIENCE)


def test_suggesting_can_be_cancelled_and_asked_for_again(qtbot: QtBot, launch: Launch, fresh: Path) -> None:
    window = launch("open", fresh, "--annotator", "anna")
    qtbot.waitUntil(lambda: window.status.cancel.isVisible())
    QTest.mouseClick(window.status.cancel, LEFT)
    assert (window.files.is_busy, window.status.doing.isVisible(), shown(window)) == (False, False, [])
    point(window, "Norway")
    press(window, "O")
    window.verbs["suggest"].trigger()
    qtbot.waitUntil(lambda: "France" in quotes(window), timeout=PATIENCE)
    assert stored(fresh, here(window)) == [("Norway", "GPE")]


def test_a_pipeline_that_is_not_there_is_told_and_the_window_goes_on(
    qtbot: QtBot, launch: Launch, fresh: Path
) -> None:
    yaml = fresh / "project.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("pipeline: rules", "pipeline: no/where"), "utf-8")
    window = launch("open", fresh, "--annotator", "anna")
    qtbot.waitUntil(lambda: said(window).startswith("There is no pipeline no/where"), timeout=PATIENCE)
    assert is_sentence(said(window))
    point(window, "Norway")
    press(window, "O")
    assert stored(fresh, here(window)) == [("Norway", "GPE")]


def test_what_is_found_for_one_project_does_not_land_in_the_next(
    qtbot: QtBot, launch: Launch, fresh: Path, folder: Path, tmp_path: Path
) -> None:
    assert run("import", folder, tmp_path / "first.txt") == 0
    window = launch("open", fresh, "--annotator", "anna")
    qtbot.waitUntil(lambda: window.files.is_busy)
    window.files.open(folder)
    idle(qtbot, window)
    press(window, "Ctrl+PgDown", "Ctrl+PgDown")
    assert (window.view.text, quotes(window)) == (TEXT, [])


def test_imported_suggestions_are_not_replaced_when_the_window_opens(
    qtbot: QtBot, launch: Launch, fresh: Path, tmp_path: Path
) -> None:
    record = '{"text": "Said on Monday.", "spans": [{"start": 0, "end": 4, "label": "NOTE"}]}'
    (tmp_path / "more.jsonl").write_text(record, "utf-8")
    assert run("import", fresh, tmp_path / "more.jsonl", "--as", "suggestions") == 0
    window = launch("open", fresh, "--annotator", "anna")
    qtbot.waitUntil(lambda: "Norway" in quotes(window), timeout=PATIENCE)
    press(window, "Ctrl+PgDown")
    assert quotes(window) == ["Said"]
