"""The button *The paper's numbers*: it runs the command on the project, into a folder that is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.statistics.statistics_pages import PATIENCE, work
from tests.ui.windows import press, said
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]


@pytest.fixture
def window(launch: Launch, folder: Path) -> MainWindow:
    work(folder)
    window = launch("open", folder, "--annotator", "anna")
    press(window, "Ctrl+5")
    return window


def click(window: MainWindow) -> None:
    """Clicks the button in the foot."""
    there = window.findChildren(QAbstractButton)
    [button] = [one for one in there if one.isVisible() and "The paper’s numbers" in one.accessibleName()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_button_writes_the_papers_numbers(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    click(window)
    assert window.commands.is_running
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=PATIENCE)
    out = tmp_path / "paper"
    assert json.loads((out / "paper.json").read_text("utf-8"))["sizes"]["spans"] == 3
    assert (out / "paper.tex").exists()
    assert said(window).startswith(f"Written to {out}: README.md, datasheet.md")
    assert said(window).endswith(" for you to fill.")


def test_without_a_folder_nothing_is_written(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    click(window)
    assert not window.commands.is_running
