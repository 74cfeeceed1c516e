"""The foot says what the keyboard's pane can do: never a verb of the article that Enter would not do there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.windows import focused, press
from ui.main_window import MainWindow


def verbs(window: MainWindow) -> list[tuple[str, str]]:
    """The words and keys of the foot's verbs."""
    row = window.status.verbs
    return [(verb.word, row.buttons[n].key) for n, verb in enumerate(row._shown)]


def test_the_list_of_articles_has_verbs_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Tab")
    qtbot.waitUntil(lambda: verbs(window)[0] == ("Confirm", "Enter"))
    window.work.list.setFocus()
    qtbot.waitUntil(lambda: verbs(window) == [("Open", "Enter"), ("Rename", "F2")])
    window.status.verbs.buttons[0].click()
    qtbot.waitUntil(lambda: window.view.hasFocus() and verbs(window)[0][0] == "Confirm")


def test_a_button_does_no_other_verb_that_came_while_it_was_down(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Tab")
    qtbot.waitUntil(lambda: verbs(window)[0][0] == "Confirm")
    button = window.status.verbs.buttons[0]
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    press(window, "Esc")
    qtbot.waitUntil(lambda: verbs(window)[0][0] == "Next")
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert focused(window) == ""


def test_the_unsure_have_the_verbs_of_the_card_in_hand(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.work.panels.open("doubt")
    qtbot.waitUntil(lambda: bool(panel.cards.cards))
    panel.setFocus()
    qtbot.waitUntil(lambda: [key for _, key in verbs(window)] == ["Enter", "Tab", "X"])
    assert verbs(window)[0][0].startswith(("All", "It is"))


def test_another_pane_has_none(window: MainWindow, qtbot: QtBot) -> None:
    window.work.panels.open("comments").setFocus()
    qtbot.waitUntil(lambda: verbs(window) == [] and window.status.first.text() == "Comments")


def test_without_fact_types_no_fact_is_offered(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Tab")
    qtbot.waitUntil(lambda: verbs(window)[0][0] == "Confirm")
    assert "Fact" not in [word for word, _ in verbs(window)]
    panel = window.work.panels.open("facts")
    qtbot.waitUntil(panel.missing.words.isVisible)
    assert (panel.new.isVisible(), panel.missing.button.text()) == (False, "Add fact types")
    assert "no fact types" in panel.missing.words.text()
    panel.missing.button.click()
    assert window.pages.here == "schema"


def test_the_list_of_same_mentions_is_told_as_it_stands(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Tab", "Tab", "M")
    same = window.work.same
    qtbot.waitUntil(lambda: same.isVisible() and window.status.second.text() == same.says.text())
    press(window, "Space")
    assert "1 of 2 chosen" in same.says.text()
    qtbot.waitUntil(lambda: window.status.second.text() == same.says.text())
