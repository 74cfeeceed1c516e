"""The card of the span under the mouse: it comes while the mouse rests, and goes with any key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.article.article_views import LEFT
from tests.ui.windows import focused, press, stored
from ui.main_window import MainWindow
from ui.moments.hover_card import HoverCard


def hover(window: MainWindow, quote: str) -> HoverCard:
    """Moves the mouse onto the words, and gives the card that may come."""
    at = window.view.caret_rect(window.view.text.index(quote) + 1).center()
    for point in (at + QPoint(2, 0), at):
        QTest.mouseMove(window.view.viewport(), point)
    return window.hovering.card


def test_the_mouse_that_rests_on_a_span_brings_its_card(qtbot: QtBot, window: MainWindow) -> None:
    card = hover(window, "Maria Ruiz")
    qtbot.waitUntil(card.isVisible)
    assert (card.quote.text(), card.label.accessibleName(), card.sure.text()) == (
        "Maria Ruiz",
        "PERSON",
        "90% sure",
    )
    assert (card.who.text(), card.guideline.text()) == ("It came with the file.", "People.")
    assert card.y() >= window.view.caret_rect(0).bottom()
    assert window.view.hasFocus()


def test_any_key_takes_the_card_away_and_does_what_it_does(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    press(window, "Tab")
    card = hover(window, "Oslo")
    qtbot.waitUntil(card.isVisible)
    press(window, "Return")
    assert card.isHidden()
    assert stored(folder) == [("Maria Ruiz", "PERSON")]


def test_a_click_on_the_card_is_about_its_span(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    card = hover(window, "Oslo")
    qtbot.waitUntil(card.isVisible)
    QTest.mouseClick(card.confirm, LEFT)
    assert (stored(folder), card.isHidden(), window.view.hasFocus()) == ([("Oslo", "GPE")], True, True)
    card = hover(window, "Maria Ruiz")
    qtbot.waitUntil(card.isVisible)
    QTest.mouseClick(card.others["same_mentions"], LEFT)
    assert (focused(window), window.work.same.isVisible()) == ("Maria Ruiz", True)


def test_a_span_that_is_decided_can_be_deleted_but_not_confirmed(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Tab", "Return")
    card = hover(window, "Maria Ruiz")
    qtbot.waitUntil(card.isVisible)
    assert (card.confirm.isHidden(), card.reject.text(), card.sure.text()) == (True, "Delete", "confirmed")


def test_beside_spans_and_when_it_is_switched_off_no_card_comes(qtbot: QtBot, window: MainWindow) -> None:
    card = hover(window, "left")
    qtbot.wait(600)
    assert card.isHidden()
    window.preferences.set("hover_card", False)
    hover(window, "Oslo")
    qtbot.wait(600)
    assert card.isHidden()
