"""In a project of another language the window says what is for English, where somebody looks for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.windows import SCHEMA, press, project_with
from ui.annotate.in_focus import ELSEWHERE
from ui.main_window import MainWindow

GERMAN = f"language: de\n{SCHEMA}facts:\n  MEETING: {{triggers: [traf], roles: {{topic: {{}}}}}}\n"
ARTICLES = [{"id": "first", "text": "Am 3. Oktober kamen 300 Soldaten nach Wien."}]
PATIENCE = 30_000  # milliseconds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project in German with an article that nothing is marked in."""
    return project_with(tmp_path, GERMAN, ARTICLES, suggest=True)


def test_the_foot_and_the_empty_facts_say_what_is_for_english(qtbot: QtBot, window: MainWindow) -> None:
    cards = window.work.panels.open("facts")
    cards.refresh()
    said = "Proposals of facts are for English; this project is in German."
    qtbot.waitUntil(lambda: cards.missing.words.text().endswith(said), timeout=PATIENCE)
    assert window.work.attending.now().second == ELSEWHERE


def test_who_asks_for_suggestions_is_told_what_works(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.suggesting.is_busy, timeout=PATIENCE)
    told: list[str] = []
    window.session.noted.connect(told.append)
    press(window, "R")
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told[0].startswith(
        "Nothing new. The shipped rules and fact proposals are for English; this project is in German."
    )
    assert "What does work: wordings that you confirm" in told[0]
