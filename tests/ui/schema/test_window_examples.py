"""Words in hand as examples in a guideline, right and wrong ones, by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotations.schema import reader
from tests.ui.facts.building import news_project
from tests.ui.schema.test_window_guideline_writing import body, written
from tests.ui.windows import FIRST, by_key, point, press, said
from ui.main_window import MainWindow

RUIZ = "- **Maria Ruiz** of the Navy left Oslo on Tuesday."


def choices() -> list[str]:
    """What the menu at the words offers; it is left."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text() for action in menu.actions()]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    return offered


def choose(key: Qt.Key) -> None:
    """Presses the key in the menu at the words, which has the keyboard."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, key)


@by_key(["Shift+G"])
def test_a_span_is_a_right_example_of_its_label(window: MainWindow, folder: Path, key: str) -> None:
    press(window, "Tab", key)
    choose(Qt.Key.Key_Return)
    assert written(folder) == f"People.\n\n## Examples\n\nRight:\n\n{RUIZ}\n"
    assert said(window) == (
        "“Maria Ruiz” is a right example in the guideline of PERSON now; G reads it, Ctrl+Z takes it back."
    )
    press(window, "G")
    assert body(window) == "People.\nExamples\nRight:\nMaria Ruiz of the Navy left Oslo on Tuesday."


def test_a_wrong_one_is_two_keys(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Tab", "Shift+G")
    choose(Qt.Key.Key_W)
    assert written(folder, "ORG").startswith("## Examples\n\nWrong:\n\n- Maria Ruiz of the **Navy** left")
    press(window, "G")
    assert window.work.labels.guideline.title.text() == "ORG"


def test_words_without_a_label_are_an_example_of_the_current_one(window: MainWindow, folder: Path) -> None:
    point(window, "left")
    press(window, "Shift+Right", "Shift+G")
    assert choices() == ["&Right example of PERSON", "&Wrong example of PERSON"]
    press(window, "Shift+G")
    choose(Qt.Key.Key_W)
    assert "- Maria Ruiz of the Navy **left** Oslo" in written(folder)


def test_selected_words_that_are_a_span_have_its_label(window: MainWindow) -> None:
    point(window, "Oslo")
    press(window, "Shift+Right", "Shift+G")
    assert choices()[0] == "&Right example of GPE"


def test_an_example_stands_once_and_undo_takes_it_back(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Shift+G")
    choose(Qt.Key.Key_Return)
    press(window, "Shift+G")
    choose(Qt.Key.Key_Return)
    assert said(window) == "“Maria Ruiz” is a right example of PERSON already."
    assert written(folder).count("Maria Ruiz") == 1
    press(window, "Ctrl+Z")
    assert written(folder) == "People."


def test_without_words_it_says_what_to_do(window: MainWindow, folder: Path) -> None:
    press(window, "Shift+G")
    assert said(window) == (
        "Select words, or go to a span or fact: these are added to its guideline as an example."
    )
    assert QApplication.activePopupWidget() is None
    assert written(folder) == "People."


def test_menu_and_card_of_the_span_offer_it(window: MainWindow) -> None:
    press(window, "Tab")
    menu = window.article_menu.made(on_span=True)
    assert window.verbs["example"] in menu.actions()
    assert window.hovering.card.others["example"].accessibleName() == "Example"
    menu.deleteLater()


def test_in_a_project_without_labels_words_are_an_example_of_nothing(window: MainWindow) -> None:
    window.work.annotating.label_in_hand = ""
    point(window, "left")
    press(window, "Shift+Right", "Shift+G")
    assert "Select words" in said(window)


def test_a_fact_is_an_example_of_its_type_by_its_trigger(
    launch: Callable[..., MainWindow], tmp_path: Path
) -> None:
    folder = news_project(tmp_path, {"id": "first", "title": "", "text": FIRST})
    window = launch("open", folder, "--annotator", "anna")
    point(window, "left")
    press(window, "F", "Return", "Return", "Return")
    [fact] = window.session.sheet.set.facts.values()
    window.session.focus_fact(fact.id)
    press(window, "Shift+G")
    choose(Qt.Key.Key_W)
    guideline = reader.read(folder / "project.yaml").facts[fact.type].guideline
    assert "Wrong:\n\n- Maria Ruiz of the Navy **left** Oslo on Tuesday.\n" in guideline


def test_the_letters_of_the_menu_do_nothing_else_while_it_is_open(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Shift+G")
    choose(Qt.Key.Key_R)
    assert RUIZ in written(folder)
    assert QApplication.activePopupWidget() is None
    assert not window.suggesting.is_busy
