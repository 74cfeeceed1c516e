"""The card at the end of an article: Enter goes on, Esc stays, U goes to the most unsure."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.ui.article.article_views import LEFT
from tests.ui.windows import focused, here, point, press, state, stored
from ui.main_window import MainWindow
from ui.moments.done_card import DoneCard

ALL = ("Ctrl+Home", "Ctrl+Shift+End", "Return", "Ctrl+Return")  # confirms the article whole, and finishes


@pytest.fixture
def card(window: MainWindow) -> DoneCard:
    """The card over the first article, which was just finished."""
    press(window, *ALL)
    return window.ending.card


def verbs(window: MainWindow) -> list[tuple[str, str]]:
    return [(b.text(), b.key) for b in window.status.verbs.buttons if b.isVisible()]


def test_finishing_shows_what_was_done_and_nothing_that_was_not_counted(
    card: DoneCard, window: MainWindow, folder: Path
) -> None:
    assert card.isVisible()
    assert card.hasFocus()
    assert {name: tile.number.text() for name, tile in card.tiles.items() if tile.isVisible()} == {
        "spans": "3",
        "facts": "0",
        "keys": "4",
    }
    assert (card.title.text(), card.share.text(), card.left.isHidden()) == ("First", "1 of 2 done", True)
    assert not card.taught.isVisible()
    assert (state(folder), here(window)) == ("done", "first")
    assert "3 spans, 0 facts, 4 keys" in card.accessibleName()


def test_the_foot_has_the_verbs_of_the_card(card: DoneCard, window: MainWindow) -> None:
    window.work.attending.changed.emit(window.work.attending.now())
    assert window.status.first.text() == "Article done"
    assert verbs(window) == [("Next article", "Enter"), ("Stay here", "Esc"), ("Most unsure", "U")]


def test_enter_goes_to_the_next_article(card: DoneCard, window: MainWindow) -> None:
    press(window, "Return")
    assert (here(window), card.isHidden(), window.view.hasFocus()) == ("second", True, True)


def test_esc_stays_at_the_article_which_can_be_changed(
    card: DoneCard, window: MainWindow, folder: Path
) -> None:
    press(window, "Esc")
    assert (here(window), card.isHidden(), window.view.hasFocus()) == ("first", True, True)
    point(window, "Navy")
    press(window, "X")
    assert stored(folder) == [("Maria Ruiz", "PERSON"), ("Oslo", "GPE")]


def test_u_goes_to_what_is_most_unsure(card: DoneCard, window: MainWindow) -> None:
    press(window, "U")
    assert (here(window), focused(window), card.isHidden()) == ("second", "Oslo", True)


def test_undo_takes_the_finish_back_and_the_card_away(
    card: DoneCard, window: MainWindow, folder: Path
) -> None:
    press(window, "Ctrl+Z")
    assert (card.isHidden(), state(folder), window.view.hasFocus()) == (True, "started", True)


def test_a_click_goes_on_and_one_beside_the_card_stays(card: DoneCard, window: MainWindow) -> None:
    QTest.mouseClick(window.view.viewport(), LEFT, pos=window.view.viewport().rect().bottomLeft())
    assert (card.isHidden(), here(window)) == (True, "first")
    press(window, "Ctrl+Return")
    QTest.mouseClick(card.next, LEFT)
    assert (card.isHidden(), here(window)) == (True, "second")


@pytest.mark.usefixtures("straight_on")
def test_straight_to_the_next_shows_no_card(window: MainWindow) -> None:
    press(window, *ALL)
    assert (window.ending.card.isHidden(), here(window)) == (True, "second")
