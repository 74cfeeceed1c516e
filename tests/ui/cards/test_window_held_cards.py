"""Held keys where facts are decided: once, however long; what moves goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.facts.facts_project import SUGGESTED, decided, in_hand, opened, project_of
from tests.ui.windows import hold
from ui.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


@pytest.mark.parametrize("key", ["Return", "X", "Backspace"])
def test_a_held_key_decides_one_fact_of_the_list(window: MainWindow, folder: Path, key: str) -> None:
    panel = opened(window)
    hold(window, key)
    assert list(decided(folder)) == ["first"]
    assert in_hand(panel) == "second"


def test_a_held_arrow_goes_down_the_list(window: MainWindow) -> None:
    panel = opened(window)
    hold(window, "Down", times=2)
    assert in_hand(panel) == "third"
