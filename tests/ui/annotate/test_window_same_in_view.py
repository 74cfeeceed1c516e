"""M's list takes room from the article: the place that it is about stays in view."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.facts.facts_project import SUGGESTED, TEXT, project_of
from tests.ui.windows import press, suggested
from ui.main_window import MainWindow

LONG = "Nothing happened here.\n" * 40
MANY = LONG + TEXT + "\n" + LONG


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    spans = [suggested(MANY, "Navy", "ORG"), suggested(MANY, "Ruiz", "PERSON")]
    at = MANY.index("struck")
    struck = {"id": "struck", "type": "ATTACK", "trigger": [at, at + 6], "score": 0.7, "roles": []}
    record = {**SUGGESTED[0], "text": MANY, "spans": spans, "facts": [struck]}
    return project_of(tmp_path, [record], "--as", "suggestions")


def stop(window: MainWindow) -> int:
    """Where what is in focus begins."""
    fact = window.session.sheet.fact(window.session.fact_id or "")
    if fact and fact.trigger:
        return fact.trigger[0]
    return window.view.spans[window.view.focus_id].start


@pytest.mark.parametrize("tabs", [1, 2, 3])
def test_what_the_list_is_about_stays_in_view(window: MainWindow, qtbot: QtBot, tabs: int) -> None:
    press(window, *["Tab"] * tabs)
    place, view = stop(window), window.view
    top = view.caret_rect(place).top()
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() - (view.viewport().height() - top - 60))
    before = view.viewport().height()
    press(window, "M")
    qtbot.waitUntil(lambda: view.viewport().height() < before - 100)
    qtbot.waitUntil(lambda: 0 < view.caret_rect(place).top() < view.viewport().height() - 20)
