"""The menu Help: words and guidelines."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.ui.windows import active, press, said
from ui.help.helping import HelpText
from ui.help.people_words import PEOPLE_WORDS
from ui.main_window import MainWindow


def shown(qtbot: QtBot, window: MainWindow, name: str) -> str:
    """The text of the dialog that the menu opens; Esc closes it."""
    window.verbs[name].trigger()
    dialog = active(qtbot, HelpText)
    text = dialog.text.toPlainText()
    press(dialog, "Esc")
    return text


def test_the_words_of_the_window_are_told(qtbot: QtBot, window: MainWindow) -> None:
    text = shown(qtbot, window, "words")
    assert all(word in text and meaning in text for word, meaning in PEOPLE_WORDS)


def test_the_guidelines_of_all_labels_and_types_are_told(qtbot: QtBot, window: MainWindow) -> None:
    text = shown(qtbot, window, "guidelines")
    assert "Labels\nPERSON\nPeople." in text
    assert "ORG\nThere is no guideline yet: Edit, Schema has a place for it." in text


def test_without_a_project_there_are_no_guidelines(launch: Callable[..., MainWindow]) -> None:
    window = launch()
    window.verbs["guidelines"].trigger()
    assert said(window) == "Guidelines belong to a project; open one first."
