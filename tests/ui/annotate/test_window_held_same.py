"""Held keys in the list of same mentions: the decision is carried once, a place vetoed once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ui.annotate.test_window_same import RECORDS
from tests.ui.windows import focused, hold, press, stored
from ui.main_window import MainWindow


@pytest.fixture
def records() -> list[dict[str, Any]]:
    return RECORDS


def test_a_held_enter_carries_the_decision_and_then_confirms_nothing(
    window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "M")
    hold(window, "Return")
    assert stored(folder) == [("Acme", "ORG")] * 3
    assert focused(window) == "Oslo"


def test_a_held_space_vetoes_one_place(window: MainWindow) -> None:
    press(window, "Tab", "M")
    hold(window, "Space", times=5)
    assert len(window.work.same.hits.chosen()) == 2
