"""The empty states: why there is nothing here, and what to do about it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.article.article_views import LEFT
from tests.ui.windows import press
from ui.look.buttons import Button
from ui.look.empty import Empty
from ui.main_window import MainWindow

SAID = {
    "comments": "No comments in this article. C writes one on what is in focus.",
    "history": "Nothing was done in this article yet. What you decide is listed here, and can be taken back.",
    "lint": "No slips in this article.",
}


def empty(panel: Any) -> str:
    """What the empty state of the panel says; "" while none is in view."""
    return next((one.words.text() for one in panel.findChildren(Empty) if one.isVisible()), "")


@pytest.mark.parametrize("name", SAID)
def test_a_panel_without_rows_says_what_would_stand_here(qtbot: QtBot, window: MainWindow, name: str) -> None:
    panel = window.work.panels.open(name)
    qtbot.waitUntil(lambda: empty(panel) == SAID[name])


def test_what_is_done_takes_the_words_of_the_history_away(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.work.panels.open("history")
    qtbot.waitUntil(lambda: empty(panel) != "")
    window.view.setFocus()
    press(window, "Tab", "Return")
    qtbot.waitUntil(lambda: empty(panel) == "")


def test_a_filter_without_hits_can_be_cleared_in_the_list(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Ctrl+L")
    QTest.keyClicks(window.work.filters.text, "nowhere")
    press(window, "Return")
    state = window.work.listing.no_hits
    assert (state.isVisible(), state.words.text()) == (True, "No article has these words.")
    QTest.mouseClick(state.findChild(Button), LEFT)
    assert state.isHidden()
    assert len(window.work.list.articles.ids) == 2


def test_an_article_without_suggestions_says_how_to_get_some(window: MainWindow) -> None:
    press(window, "Ctrl+Home", "Ctrl+Shift+End", "X", "Home")
    assert window.work.attending.now().second == "Label a few, R suggests the rest"
