"""Copies that are made by themselves: after an hour of work and at closing, and what is told when they cannot be."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from annotations.errors import UserError
from models.project import Project
from models.transfer import backups
from tests.making import put_articles
from tests.ui.windows import active, press, project_with, said
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]


def copies(folder: Path, why: str = "*") -> list[Path]:
    return sorted((folder / "backups").glob(f"project-{why}-????????-*.db"))


def confirmed(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM item WHERE kind = 'span'").fetchone()[0])


def test_closing_copies_what_was_done(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Return")
    assert window.close()
    [copy] = copies(folder, "at-closing")
    assert confirmed(copy) == 1


def test_closing_copies_nothing_when_nothing_was_done(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "N", "Ctrl+PgDown")
    assert window.close()
    assert copies(folder) == []


def test_closing_copies_nothing_that_a_copy_has_already(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    press(window, "Tab", "Return")
    project = Project(folder)
    backups.save(project)
    project.close()
    assert window.close()
    assert len(copies(folder)) == 1


def test_an_hour_after_the_first_change_the_work_is_copied_once(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    assert not window.copying.clock.isActive()
    press(window, "Tab", "Return")
    assert (window.copying.clock.isActive(), window.copying.clock.interval()) == (True, 3_600_000)
    window.copying.clock.start(1)
    qtbot.waitUntil(lambda: len(copies(folder, "hourly")) == 1)
    assert not window.copying.clock.isActive()
    assert window.close()
    assert len(copies(folder)) == 1


def test_a_project_that_another_takes_the_place_of_is_copied(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    shutil.copytree(folder, tmp_path / "other")
    press(window, "Tab", "Return")
    window.files.open(tmp_path / "other")
    qtbot.waitUntil(lambda: len(copies(folder, "at-closing")) == 1)
    assert window.close()
    assert copies(tmp_path / "other") == []


def test_a_copy_that_cannot_be_made_keeps_the_window_open_once(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    press(window, "Tab", "Return")
    (folder / "backups").write_text("in the way")
    assert not window.close()
    box = active(qtbot, QMessageBox)
    assert "copy at closing was not made" in box.text()
    assert "backup could not be written" in box.informativeText()
    box.close()
    assert window.close()


def test_an_hourly_copy_that_cannot_be_made_is_said(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    press(window, "Tab", "Return")
    (folder / "backups").write_text("in the way")
    window.copying.clock.start(1)
    qtbot.waitUntil(lambda: "backup could not be written" in said(window))
    (folder / "backups").unlink()
    assert window.close()
    assert len(copies(folder, "at-closing")) == 1


def test_a_database_that_is_gone_is_not_made_anew_by_a_copy(folder: Path) -> None:
    (folder / "project.db").unlink()
    with pytest.raises(UserError, match="not copied: its database or backups cannot be read"):
        backups.copy_work(folder, why="hourly")
    assert sorted(path.name for path in folder.iterdir()) == ["project.yaml"]


def test_what_is_work_makes_another_copy_and_what_is_none_does_not(project: Project) -> None:
    put_articles(project, a="Oslo waits.")
    assert backups.copy_work(project.folder, why="hourly")
    project.set_pools([("a", [])], by="rules")
    assert backups.copy_work(project.folder, why="hourly") is None
    project.describe("a", title="Another title", meta={})
    assert backups.copy_work(project.folder, why="hourly")


def test_the_window_goes_on_while_a_project_is_copied(launch: Launch, tmp_path: Path, qtbot: QtBot) -> None:
    records = [{"id": f"a{n}", "title": f"{n}", "text": f"Oslo waits {n}. " * 2800} for n in range(300)]
    folder = project_with(tmp_path, "name: Large\npipeline: none\nlabels: {GPE: {key: o}}\n", records)
    window = launch("open", folder)
    turns: list[bool] = []  # of each turn, whether a copy was being written then
    turning = QTimer(window, interval=0)
    turning.timeout.connect(lambda: turns.append(any((folder / "backups").glob("*.part"))))
    press(window, "O")
    turning.start()
    window.copying.clock.start(1)
    qtbot.waitUntil(lambda: len(copies(folder, "hourly")) == 1, timeout=60_000)
    assert sum(turns) > 10
