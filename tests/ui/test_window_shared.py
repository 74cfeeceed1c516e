"""One project, several windows and commands: everybody works, nothing is lost."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotations.processes.door import program
from models.project import DATABASE_FILE
from tests.ui.windows import (
    become_active,
    focused,
    is_sentence,
    point,
    press,
    rejected,
    run,
    said,
    shown,
    stored,
)
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]


@pytest.fixture
def other(window: MainWindow, launch: Launch, folder: Path) -> MainWindow:
    """A second window of anna's on the same project."""
    return launch("open", folder, "--annotator", "anna")


def test_an_edit_in_one_window_shows_in_the_other(
    qtbot: QtBot, window: MainWindow, other: MainWindow
) -> None:
    press(become_active(qtbot, window), "Tab", "3")
    assert window is not other
    qtbot.waitUntil(lambda: shown(other)[0] == ("Maria Ruiz", "ORG", "confirmed"))
    assert other.work.heading.counts.text() == "1 of 3 spans"


def test_focus_and_place_stay_when_the_view_is_refreshed(
    qtbot: QtBot, window: MainWindow, other: MainWindow
) -> None:
    press(other, "Tab", "Tab")
    press(become_active(qtbot, window), "Tab", "3")
    qtbot.waitUntil(lambda: shown(other)[0] == ("Maria Ruiz", "ORG", "confirmed"))
    assert focused(other) == "Navy"


def test_both_windows_label_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, other: MainWindow, folder: Path
) -> None:
    for at, word in ((window, "left"), (other, "on Tue"), (window, "Tuesday"), (other, "said")):
        become_active(qtbot, at)
        point(at, word)
        press(at, "O")
    assert stored(folder) == [(word, "GPE") for word in ("left", "on", "Tuesday", "said")]
    assert len(shown(other)) == 7


@pytest.mark.parametrize("key", ["X", "Return", "O", "Alt+Left"])
def test_a_stale_edit_is_refused_and_the_view_refreshed(
    qtbot: QtBot, window: MainWindow, other: MainWindow, folder: Path, key: str
) -> None:
    press(other, "Tab")
    press(become_active(qtbot, window), "Tab", "3")
    press(become_active(qtbot, other), key)
    assert stored(folder) == [("Maria Ruiz", "ORG")]
    assert shown(other)[0] == ("Maria Ruiz", "ORG", "confirmed")
    assert is_sentence(said(other))
    press(other, key)
    assert (stored(folder) == [("Maria Ruiz", "ORG")]) == (key == "Return")


def test_undo_in_one_window_takes_back_what_the_other_did(
    qtbot: QtBot, window: MainWindow, other: MainWindow, folder: Path
) -> None:
    press(other, "Tab", "X")
    press(become_active(qtbot, window), "Ctrl+Z")
    assert rejected(folder) == []
    assert shown(window)[0] == ("Maria Ruiz", "PERSON", "suggested")


def test_two_annotators_work_apart_on_one_article(
    qtbot: QtBot, window: MainWindow, launch: Launch, folder: Path
) -> None:
    bert = launch("open", folder, "--annotator", "bert")
    press(bert, "Tab", "3")
    press(become_active(qtbot, window), "Tab", "X")
    assert (stored(folder, annotator="bert"), rejected(folder)) == (
        [("Maria Ruiz", "ORG")],
        [("Maria Ruiz", "PERSON")],
    )


def many_records(path: Path, count: int) -> Path:
    spans = [{"start": 0, "end": 4, "label": "GPE"}]
    records = ({"id": f"m{n}", "text": f"Oslo {n}", "spans": spans} for n in range(count))
    path.write_text("\n".join(map(json.dumps, records)), "utf-8")
    return path


def test_the_window_works_while_a_command_imports(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    words = ["import", folder, many_records(tmp_path / "many.jsonl", 3000)]
    command, done = subprocess.Popen(program(list(map(str, words)))), 0
    while command.poll() is None:
        press(window, "Ctrl+Home", "3", "Ctrl+Home", "1")
        done += 2
        QApplication.processEvents()
    assert (command.returncode, done > 2) == (0, True)
    qtbot.waitUntil(lambda: len(window.work.list.articles.ids) == 3002)
    # the last edits may have waited for the import, which held the file
    qtbot.waitUntil(lambda: stored(folder) == [("Maria Ruiz", "PERSON")])
    press(window, *["Ctrl+Z"] * done)
    assert stored(folder) == []
    assert run("check", folder) == 0


def test_the_saved_mark_comes_when_the_database_has_the_edit(window: MainWindow, folder: Path) -> None:
    seen = []
    window.session.saved.connect(lambda: seen.append((window.status.saved.text(), stored(folder))))
    press(window, "Tab", "Return")
    [(mark, spans)] = seen
    assert mark.startswith("✓ Saved")
    assert spans == [("Maria Ruiz", "PERSON")]


@pytest.fixture
def locked(window: MainWindow, folder: Path) -> sqlite3.Connection:
    """The connection of another program, which holds the database."""
    holder = sqlite3.connect(folder / DATABASE_FILE)
    holder.execute("BEGIN IMMEDIATE")
    return holder


def test_without_a_write_there_is_no_saved_mark(
    qtbot: QtBot, window: MainWindow, locked: sqlite3.Connection, folder: Path
) -> None:
    press(window, "Tab", "Return")
    assert window.status.saved.text() == "… waiting for another program (1)"
    assert shown(window)[0] == ("Maria Ruiz", "PERSON", "confirmed")
    assert stored(folder) == []
    locked.rollback()
    qtbot.waitUntil(lambda: window.status.saved.text().startswith("✓ Saved"))
    assert stored(folder) == [("Maria Ruiz", "PERSON")]


def test_the_window_can_be_read_while_the_project_is_locked(
    qtbot: QtBot, window: MainWindow, locked: sqlite3.Connection
) -> None:
    press(window, "Ctrl+PgDown", "Ctrl+PgUp", "Tab")
    window.grab()
    assert focused(window) == "Maria Ruiz"
    press(window, "Ctrl+Z")
    locked.close()
