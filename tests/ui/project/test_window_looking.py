"""While suggestions are looked for nothing says that there are none."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.project.test_window_worker import PATIENCE, Launch, fresh, quotes
from ui.cards.cards_missing import NOTHING
from ui.key_words import filled
from ui.wording import LOOKING

__all__ = ["fresh"]


def test_list_and_cards_say_that_suggestions_are_looked_for(
    qtbot: QtBot, launch: Launch, fresh: Path
) -> None:
    schema = fresh / "project.yaml"
    schema.write_text(schema.read_text("utf-8") + "facts:\n  MEETING: {roles: {topic: {}}}\n", "utf-8")
    window = launch("open", fresh, "--annotator", "anna")
    cards, left = window.work.panels.open("facts"), window.work.list_head.left
    cards.refresh()
    assert (window.suggesting.is_busy, cards.missing.words.text()) == (True, LOOKING)
    qtbot.waitUntil(lambda: left.text() == LOOKING)
    qtbot.waitUntil(lambda: "France" in quotes(window), timeout=PATIENCE)
    qtbot.waitUntil(lambda: cards.missing.words.text() == filled(NOTHING), timeout=PATIENCE)
    qtbot.waitUntil(lambda: left.text().endswith("spans to decide"))


def test_what_is_cancelled_is_no_longer_looked_for(qtbot: QtBot, launch: Launch, fresh: Path) -> None:
    window = launch("open", fresh, "--annotator", "anna")
    qtbot.waitUntil(lambda: window.work.list_head.left.text() == LOOKING)
    window.suggesting.cancel()
    assert window.work.list_head.left.text() != LOOKING
