"""The fact builder by the mouse: what tests click and drag."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.article.article_views import LEFT, NONE
from tests.ui.facts.building import place, strip
from ui.main_window import MainWindow


def buttons(within: QWidget, name: str) -> list[QAbstractButton]:
    """The buttons that are shown whose word is that, or whose accessible name begins so."""
    return [
        button
        for button in within.findChildren(QAbstractButton)
        if button.isVisible() and (button.text() == name or button.accessibleName().startswith(name))
    ]


def click(within: QWidget, name: str) -> None:
    QTest.mouseClick(buttons(within, name)[0], LEFT, NONE)


def click_verb(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Clicks a verb of the foot, which shows what is in focus a turn of the event loop later."""
    verbs = window.status.verbs
    qtbot.waitUntil(lambda: bool(buttons(verbs, name)))
    click(verbs, name)


def click_words(window: MainWindow, quote: str) -> None:
    """Clicks the words where the strip shows them."""
    words = strip(window).words
    words.reveal(place(window, quote))
    QTest.mouseClick(words, LEFT, NONE, words.middle_of(place(window, quote)))


def over(window: MainWindow, quote: str, to: QPoint) -> None:
    """Drags from the first of the words in the strip to a place in it."""
    words, first = strip(window).words, place(window, quote)[0]
    start = words.middle_of((first, first + len(quote.split()[0])))
    QTest.mousePress(words, LEFT, NONE, start)
    for at in (start + (to - start) / 2, to):
        QTest.mouseMove(words, at)
    QTest.mouseRelease(words, LEFT, NONE, to)
