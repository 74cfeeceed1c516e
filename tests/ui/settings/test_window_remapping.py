"""Keys of one's own: given in the window, refused when somebody has them, and lost to a label."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.ui.windows import SCHEMA, active, become_active, focused, is_sentence, press, said, stored, tab_to
from ui.main_window import MainWindow
from ui.settings.settings_dialog import SettingsDialog

Launch = Callable[..., MainWindow]


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> SettingsDialog:
    """The page of keys."""
    press(window, "Ctrl+,")
    dialog = active(qtbot, SettingsDialog)
    press(dialog, "Ctrl+Tab")
    return dialog


def to_row(dialog: SettingsDialog, text: str) -> None:
    """Goes to the row of that action."""
    tab_to(dialog, dialog.keys.list)
    press(dialog, "Home")
    for _ in range(300):
        if dialog.keys.list.currentItem().text(0) == text:
            return
        press(dialog, "Down")
    raise AssertionError(f"There is no row {text}.")


def choose(dialog: SettingsDialog, text: str, key: str, button: str = "Return") -> None:
    """Gives the action of that row a key."""
    to_row(dialog, text)
    press(dialog, button, key)


def row(dialog: SettingsDialog) -> list[str]:
    return [dialog.keys.list.currentItem().text(column) for column in range(3)]


def menu_key(window: MainWindow, name: str) -> str:
    return window.verbs[name].shortcut().toString()


def test_a_new_key_works_at_once_and_after_a_restart(
    dialog: SettingsDialog, window: MainWindow, launch: Launch, folder: Path, qtbot: QtBot
) -> None:
    choose(dialog, "Next span or fact", "Q")
    assert row(dialog) == ["Next span or fact", "Q", "N"]
    assert Settings()["keys"] == {"next_span": ["Q"]}
    press(become_active(qtbot, window), "Q", "N", "Q")
    assert focused(window) == "Navy"
    assert menu_key(window, "next_span") == "Q"
    window.close()
    again = launch("open", folder, "--annotator", "anna")
    press(again, "Q", "Q")
    assert (focused(again), menu_key(again, "next_span")) == ("Navy", "Q")


def test_enter_in_the_list_asks_for_a_key_and_esc_leaves_it(dialog: SettingsDialog) -> None:
    to_row(dialog, "Next span or fact")
    press(dialog, "Return")
    assert "“Next span or fact”" in dialog.keys.field.placeholderText()
    press(dialog, "Esc")
    assert dialog.isVisible()
    assert dialog.keys.list.hasFocus()
    assert row(dialog) == ["Next span or fact", "N", ""]
    assert dialog.keys.field.placeholderText() == ""


@pytest.mark.parametrize("key", ["Shift+F2", "Ctrl+Alt+J", "J", "Num+5", "!"])
def test_any_key_can_be_taken(
    dialog: SettingsDialog, window: MainWindow, folder: Path, qtbot: QtBot, key: str
) -> None:
    choose(dialog, "Reject or delete, and to the next", key)
    press(become_active(qtbot, window), "Tab", key)
    assert [quote for quote, *_ in stored(folder)] == []
    assert focused(window) == "Navy"
    assert Settings()["keys"] == {"reject": [key.removeprefix("Num+")]}


def test_tab_can_be_another_actions_key_once_it_is_free(
    dialog: SettingsDialog, window: MainWindow, qtbot: QtBot
) -> None:
    choose(dialog, "Next suggestion", "Ctrl+J")
    choose(dialog, "Next span or fact", "Tab")
    assert row(dialog)[1] == "Tab"
    choose(dialog, "Previous span or fact", "Shift+N")
    press(become_active(qtbot, window), "Tab", "Ctrl+J")
    assert focused(window) == "Navy"


HELD = {
    "X": "X is the key of “Reject or delete, and to the next”; press another, or change that first.",
    "Ctrl+Q": "Ctrl+Q is the key of “Quit”; press another, or change that first.",
    "Shift+Left": "Shift+Left is the key of “Select a token back”; press another, or change that first.",
    "O": "O is the key of the label GPE; press another, or change that first.",
    "Shift+3": "Shift+3 is the key of the label ORG; press another, or change that first.",
    "Alt+F": "Alt+F is the key of the menu bar; press another, or change that first.",
}


@pytest.mark.parametrize("key", HELD)
def test_a_key_that_is_taken_is_refused_with_its_holders_name(
    dialog: SettingsDialog, window: MainWindow, key: str
) -> None:
    choose(dialog, "Next span or fact", key)
    assert dialog.said.text() == HELD[key]
    assert row(dialog) == ["Next span or fact", "N", ""]
    assert Settings()["keys"] == {}
    assert menu_key(window, "next_span") == "N"


def test_a_modifier_alone_is_waited_through(dialog: SettingsDialog) -> None:
    to_row(dialog, "Next span or fact")
    press(dialog, "Return")
    QTest.keyClick(dialog.keys.field, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert dialog.keys.field.hasFocus()
    press(dialog, "Ctrl+J")
    assert row(dialog)[1] == "Ctrl+J"


def test_a_key_can_be_added_and_all_taken_away(
    dialog: SettingsDialog, window: MainWindow, qtbot: QtBot
) -> None:
    choose(dialog, "Next span or fact", "Q", button="Ins")
    assert row(dialog) == ["Next span or fact", "N, Q", "N"]
    press(become_active(qtbot, window), "N", "Q")
    assert focused(window) == "Navy"
    press(become_active(qtbot, dialog), "Del")
    assert (row(dialog), menu_key(window, "next_span")) == (["Next span or fact", "", "N"], "")


def test_one_action_goes_back_to_its_usual_key_unless_somebody_has_it(dialog: SettingsDialog) -> None:
    choose(dialog, "Next span or fact", "Q")
    choose(dialog, "Mark or unmark boilerplate", "N")
    to_row(dialog, "Next span or fact")
    press(dialog, "Backspace")
    assert dialog.said.text().startswith("N is the key of “Mark or unmark boilerplate”;")
    to_row(dialog, "Mark or unmark boilerplate")
    press(dialog, "Backspace")
    assert dialog.said.text() == ""
    assert Settings()["keys"] == {"next_span": ["Q"]}


def test_the_buttons_do_the_same_for_the_mouse(dialog: SettingsDialog) -> None:
    change, add, none, default, _ = dialog.keys.findChildren(QPushButton)
    to_row(dialog, "Next span or fact")
    for button, key, has in ((change, "Q", "Q"), (add, "J", "Q, J"), (none, "", ""), (default, "", "N")):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        press(dialog, *key)
        assert row(dialog)[1] == has


def test_all_keys_go_back_at_once(dialog: SettingsDialog, window: MainWindow) -> None:
    choose(dialog, "Next span or fact", "Q")
    choose(dialog, "Mark or unmark boilerplate", "N")
    tab_to(dialog, dialog.keys.findChildren(QPushButton)[-1])
    press(dialog, "Space")
    assert row(dialog) == ["Mark or unmark boilerplate", "B", ""]
    assert Settings()["keys"] == {}
    assert (menu_key(window, "next_span"), menu_key(window, "boilerplate")) == ("N", "B")


def test_a_labels_key_wins_and_the_window_says_so(launch: Launch, folder: Path, qtbot: QtBot) -> None:
    Settings().set(keys={"next_span": ["O", "Ctrl+J"]})
    window = launch("open", folder, "--annotator", "anna")
    lost = "O is the key of the label GPE here, and not that of “Next span or fact”."
    qtbot.waitUntil(lambda: said(window) == lost)
    assert is_sentence(lost)
    press(window, "Tab", "O")
    assert stored(folder) == [("Maria Ruiz", "GPE")]
    press(window, "Ctrl+J")
    assert (focused(window), menu_key(window, "next_span")) == ("Oslo", "Ctrl+J")


def test_the_key_comes_back_when_the_label_gives_it_up(launch: Launch, folder: Path, qtbot: QtBot) -> None:
    Settings().set(keys={"next_span": ["O"]})
    window = launch("open", folder, "--annotator", "anna")
    assert menu_key(window, "next_span") == ""
    (folder / "project.yaml").write_text(SCHEMA.replace("key: o", "key: p"), "utf-8")
    window.session.look_for_others()
    press(window, "O", "O")
    assert (focused(window), stored(folder)) == ("Navy", [])
