"""The first steps: cards that tick themselves off, beside the caret, and never with the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.ui.article.article_views import LEFT
from tests.ui.windows import point, press, said
from ui.main_window import MainWindow
from ui.moments.coach_card import CoachCard


@pytest.fixture
def card(qtbot: QtBot, window: MainWindow) -> CoachCard:
    """The first card, asked for in the menu Help."""
    window.verbs["first_steps"].trigger()
    qtbot.waitUntil(window.coach.card.isVisible)
    return window.coach.card


def is_at(qtbot: QtBot, card: CoachCard, place: int, title: str) -> None:
    qtbot.waitUntil(lambda: card.title.text() == title)
    assert card.place_said.text() == f"First steps  ·  {place} of 4"


def covered(window: MainWindow, card: CoachCard) -> bool:
    """Whether the card lies over the caret."""
    corner = window.view.viewport().mapTo(window.pages, QPoint(0, 0))
    return card.geometry().intersects(QRect(window.view.caret_rect(window.view.caret)).translated(corner))


def test_each_step_ticks_itself_off_when_it_was_done_once(
    qtbot: QtBot, card: CoachCard, window: MainWindow
) -> None:
    is_at(qtbot, card, 1, "Read, and say yes")
    press(window, "Tab", "Return")
    is_at(qtbot, card, 2, "Wrong? One key")
    assert card.before.text() == "Read, and said yes with Enter"
    press(window, "X")
    is_at(qtbot, card, 3, "The same word again")
    point(window, "Oslo")
    press(window, "M", "Return")
    is_at(qtbot, card, 4, "Then the facts")
    press(window, "F")
    assert (card.isHidden(), Settings()["first_steps_done"]) == (True, True)


def test_steps_done_in_another_order_are_not_asked_for_again(
    qtbot: QtBot, card: CoachCard, window: MainWindow
) -> None:
    press(window, "Tab", "X")
    qtbot.waitUntil(lambda: card.dashes.accessibleName() == "1 of 4 done")
    press(window, "Return")
    is_at(qtbot, card, 3, "The same word again")


def test_the_card_has_no_keyboard_and_points_at_its_verb(
    qtbot: QtBot, card: CoachCard, window: MainWindow
) -> None:
    press(window, "Tab")
    qtbot.waitUntil(lambda: window.status.verbs.button_of("confirm") is not None)
    confirm = window.status.verbs.button_of("confirm")
    middle = confirm.mapToGlobal(confirm.rect().center()).x()
    qtbot.waitUntil(lambda: abs(card.mapToGlobal(QPoint(card.notch or 0, 0)).x() - middle) <= 1)
    assert window.view.hasFocus()


def test_the_card_never_lies_over_the_caret(qtbot: QtBot, card: CoachCard, window: MainWindow) -> None:
    window.resize(1000, 420)
    qtbot.waitUntil(lambda: not covered(window, card))
    for key in ("Ctrl+End", "Ctrl+Home"):
        press(window, key)
        qtbot.waitUntil(lambda: not covered(window, card))


def test_the_keys_shown_are_those_in_force(qtbot: QtBot, card: CoachCard, window: MainWindow) -> None:
    window.preferences.set_keys("confirm", ["Ctrl+J"])
    qtbot.waitUntil(lambda: "Ctrl+J keeps it" in card.words.text())


def test_show_me_presses_the_key(qtbot: QtBot, card: CoachCard, window: MainWindow) -> None:
    QTest.mouseClick(card.show_me, LEFT)
    assert window.view.focus_id
    QTest.mouseClick(card.show_me, LEFT)
    is_at(qtbot, card, 2, "Wrong? One key")
    assert window.view.hasFocus()


def test_no_more_tips_ends_them_and_help_brings_them_back(
    qtbot: QtBot, card: CoachCard, window: MainWindow
) -> None:
    QTest.mouseClick(card.end, LEFT)
    assert (card.isHidden(), Settings()["first_steps_done"], said(window)) == (True, True, "")
    window.verbs["first_steps"].trigger()
    qtbot.waitUntil(card.isVisible)


def test_the_sample_project_begins_with_them_until_they_were_done(
    qtbot: QtBot, launch: Callable[..., MainWindow]
) -> None:
    window = launch()
    window.verbs["sample"].trigger()
    qtbot.waitUntil(window.coach.card.isVisible, timeout=30_000)
    window.coach.end()
    window.verbs["close_project"].trigger()
    window.verbs["sample"].trigger()
    qtbot.waitUntil(lambda: window.session.article is not None)
    assert window.coach.card.isHidden()
