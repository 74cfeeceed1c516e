"""The list of same mentions left for the article: it is put away, and the keys are the article's."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.annotate.test_window_same import RECORDS
from tests.ui.windows import press
from ui.main_window import MainWindow


@pytest.fixture
def records() -> list[dict[str, Any]]:
    return RECORDS


def click_words(window: MainWindow, quote: str) -> None:
    at = window.view.caret_rect(window.view.text.index(quote)).center() + QPoint(2, 0)
    QTest.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def kind(window: MainWindow) -> str:
    return window.work.attending.now().kind


def test_a_click_into_the_article_puts_the_list_away(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Tab", "M")
    assert kind(window) == "same"
    window.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert kind(window) != "same"
    click_words(window, "ayor")
    qtbot.waitUntil(lambda: window.work.same.isHidden())
    assert (window.view.hasFocus(), window.view.caret) == (True, window.view.text.index("ayor"))


def test_the_foot_has_the_verbs_of_the_list_while_it_has_the_keyboard(window: MainWindow) -> None:
    press(window, "Tab", "M")
    window.work.list.setFocus()
    assert (kind(window), window.work.same.isHidden()) == ("list", False)
    window.work.same.list.setFocus()
    assert kind(window) == "same"


def test_a_list_that_the_keyboard_comes_back_to_stays(window: MainWindow) -> None:
    press(window, "Tab", "M")
    window.view.setFocus()
    window.work.same.list.setFocus()
    QTest.qWait(20)
    assert not window.work.same.isHidden()


def test_a_fact_cannot_be_begun_above_the_list(window: MainWindow) -> None:
    press(window, "Tab", "M", "F")
    assert window.work.strip.isHidden()


def test_the_list_never_widens_the_window(qtbot: QtBot, window: MainWindow) -> None:
    window.preferences.set("scale", 200)
    width = window.width()
    press(window, "Tab", "M")
    qtbot.waitUntil(lambda: window.work.same.isVisible())
    assert window.width() == width
    window.preferences.set("scale", 100)
