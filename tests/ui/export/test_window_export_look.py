"""The look of the export: its keys, the foot and the tiles, ticks only for what was done, and its size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.export.exporting import (  # noqa: F401 - a fixture
    PATIENCE,
    Opened,
    choose,
    counted,
    export,
    opened_page,
    rows,
    shown,
    write_split,
)
from tests.ui.windows import by_key, press, run, said
from ui.export.promises import WILL
from ui.main_window import MainWindow


@by_key(["Return", "Enter"])
def test_a_key_writes_it_and_ticks_only_what_was_done(
    qtbot: QtBot, window: MainWindow, opened: Opened, tmp_path: Path, key: str
) -> None:
    page, out = opened(), tmp_path / "d.jsonl"
    choose(page.form.articles, "all")
    page.form.path.setText(str(out))
    assert not any(line.startswith("✓") for line in page.preview.promises.said())
    press(window, key)
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)
    assert out.exists()
    assert all(line.startswith("✓") for line in page.preview.promises.said())
    choose(page.form.spans, "all")
    assert page.preview.promises.said() == list(WILL)
    assert page.preview.sample.isVisible()


def test_what_failed_is_not_ticked(qtbot: QtBot, window: MainWindow, opened: Opened, tmp_path: Path) -> None:
    page = opened()
    page.form.path.setText(str(tmp_path))
    counted(qtbot, window)
    export(qtbot, window, page)
    assert page.preview.promises.said() == list(WILL)


@by_key(["Ctrl+Shift+C"])
def test_the_command_is_copied(window: MainWindow, opened: Opened, key: str) -> None:
    page = opened()
    press(window, key)
    assert QGuiApplication.clipboard().text() == page.preview.command.toPlainText()
    assert said(window) == "The command is copied."


def test_the_foot_and_the_tiles_say_how_much_it_is(qtbot: QtBot, window: MainWindow, opened: Opened) -> None:
    press(window, "Tab", "Return")
    page = opened()
    choose(page.form.articles, "all")
    choose(page.form.annotator, "anna")
    counted(qtbot, window)
    assert window.status.first.text() == "JSONL"
    assert window.status.second.text() == "2 articles, 1 span, 0 facts"
    assert [verb.text() for verb in window.status.verbs.buttons[:3]] == ["Export", "Copy the command", "Back"]


@pytest.mark.parametrize("size", [(880, 600), (1024, 700)])
def test_the_view_never_makes_the_window_larger(
    window: MainWindow, opened: Opened, size: tuple[int, int]
) -> None:
    page = opened()
    page.form.format.unfold()
    window.resize(*size)
    assert (window.width(), window.height()) == size


def test_the_view_goes_with_its_project(window: MainWindow, opened: Opened, tmp_path: Path) -> None:
    opened()
    assert run("new", tmp_path / "other", "--schema", "blank") == 0
    assert window.files.open(tmp_path / "other")
    assert window.pages.currentWidget() is window.work
    press(window, "Ctrl+E")
    assert str(tmp_path / "other") in shown(window).form.path.text()
