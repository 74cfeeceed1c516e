"""History says how many of the suggested facts were confirmed, beside the spans."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.facts.facts_project import SUGGESTED, project_of
from tests.ui.windows import press
from ui.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def test_confirmed_and_rejected_facts_stand_in_the_history(window: MainWindow, qtbot: QtBot) -> None:
    press(window, *["Tab"] * 6, "Return", "Tab", "X", "Return")
    panel = window.work.panels.open("history")
    panel.refresh()
    qtbot.waitUntil(lambda: "Suggested facts" in panel.pace.text())
    lines = panel.pace.text().split("\n")
    assert "Suggested facts confirmed so far, as they were or changed: 2 of 3 (67%)." in lines
    assert {"ATTACK: 50% of 2", "STATEMENT: 100% of 1"} <= set(lines)
    press(window, "Ctrl+Z")
    panel.refresh()
    qtbot.waitUntil(lambda: "changed: 1 of 2 (50%)" in panel.pace.text())
