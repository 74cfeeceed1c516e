"""The cards of the sentence at the caret: on top until somebody scrolls, whatever else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.facts.facts_project import SUGGESTED, TEXT, opened, project_of
from ui.cards.fact_panel import FactPanel
from ui.main_window import MainWindow

LAST = TEXT.index("Ana warned")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


@pytest.fixture
def panel(qtbot: QtBot, window: MainWindow) -> FactPanel:
    """The cards, with those of the last sentence on top."""
    panel = opened(window)
    window.session.focus_fact(None)
    window.view.setFocus()
    window.view.set_caret(LAST)
    qtbot.waitUntil(lambda: is_on_top(panel))
    return panel


def is_on_top(panel: FactPanel) -> bool:
    first, bar = panel.list.first, panel.list.verticalScrollBar()
    return first == 2 and bar.value() == panel.list.places.top(first) > 0


def test_they_stay_on_top_in_a_narrower_window(qtbot: QtBot, window: MainWindow, panel: FactPanel) -> None:
    for size in ((880, 600), (1440, 900)):
        window.resize(*size)
        qtbot.waitUntil(lambda size=size: window.size().toTuple() == size)
        qtbot.waitUntil(lambda: is_on_top(panel))


def test_they_stay_on_top_at_another_scale(qtbot: QtBot, window: MainWindow, panel: FactPanel) -> None:
    for scale in (150, 100):
        window.preferences.set("scale", scale)
        qtbot.waitUntil(lambda: is_on_top(panel))


def test_what_somebody_scrolled_to_stays(qtbot: QtBot, window: MainWindow, panel: FactPanel) -> None:
    bar = panel.list.verticalScrollBar()
    bar.setValue(panel.list.places.top(1))
    window.preferences.set("scale", 150)
    qtbot.waitUntil(lambda: panel.list.in_view().start <= 1)
    assert bar.value() < panel.list.places.top(2)
