"""The cheat sheet: every key there is just now, and a search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.ui.windows import active, become_active, by_key, press
from ui import actions
from ui.fixed_keys import FACT, FIXED
from ui.main_window import MainWindow
from ui.settings.cheat_sheet import CheatSheet
from ui.views import page_actions, window_actions

OF_VIEWS = {row.menu for row in page_actions()}


def rows(sheet: CheatSheet, *, view: str = "") -> dict[str, str]:
    """What is shown: what a key does, by key, groups left out; the views have keys of their own."""
    every = [sheet.list.topLevelItem(n) for n in range(sheet.list.topLevelItemCount())]
    fixed = {row.place for row in FIXED.values()}
    own = [group for group in every if group.text(0)[:1].lower() + group.text(0)[1:] not in fixed]
    groups = [group for group in own if group.text(0) == view or not (view or group.text(0) in OF_VIEWS)]
    items: list[QTreeWidgetItem] = [group.child(n) for group in groups for n in range(group.childCount())]
    return {item.text(0): item.text(1) for item in items if not item.isHidden()}


@by_key(["?", "F1"])
def test_the_cheat_sheet_lists_every_key_of_the_tables(window: MainWindow, qtbot: QtBot, key: str) -> None:
    press(window, key)
    shown = rows(active(qtbot, CheatSheet))
    for action in window_actions():
        if action.keys:
            assert shown[", ".join(action.keys)] == action.text
    assert {key for key, *_ in actions.CARET} <= shown.keys()
    assert (shown["1"], shown["O"]) == ("PERSON", "GPE")


@pytest.mark.parametrize("view", ["Review", "Export"])
def test_the_cheat_sheet_lists_the_keys_of_a_view(window: MainWindow, qtbot: QtBot, view: str) -> None:
    press(window, "?")
    shown = rows(active(qtbot, CheatSheet), view=view)
    assert shown == {", ".join(row.keys): row.text for row in page_actions() if row.keys and row.menu == view}


def test_typing_finds_by_word_and_by_key(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "?")
    sheet = active(qtbot, CheatSheet)
    press(sheet, *"BOILER")
    assert rows(sheet) == {"B": "Mark or unmark boilerplate"}
    press(sheet, *["Backspace"] * 6, *"CTRL", "Space", *"UNDO")
    assert rows(sheet) == {"Ctrl+Z": "Undo"}
    press(sheet, *"QQ")
    assert rows(sheet) == {}


def test_esc_closes_it_and_the_text_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "F1")
    press(active(qtbot, CheatSheet), "Esc")
    qtbot.waitUntil(lambda: not window.findChildren(CheatSheet))
    press(become_active(qtbot, window), "Tab")
    assert window.view.hasFocus()


def test_it_shows_keys_of_ones_own_and_those_that_labels_took(
    launch: Callable[..., MainWindow], folder: Path, qtbot: QtBot
) -> None:
    Settings().set(keys={"next_span": ["O", "Ctrl+J"], "previous_span": ["3"]})
    press(launch("open", folder), "F1")
    shown = rows(active(qtbot, CheatSheet))
    assert (shown["Ctrl+J"], shown["O"], shown["3"]) == ("Next span or fact", "GPE", "ORG")
    assert "Previous span" not in shown.values()


def test_without_a_project_there_are_no_labels_on_it(launch: Callable[..., MainWindow], qtbot: QtBot) -> None:
    press(launch(), "F1")
    assert "PERSON" not in rows(active(qtbot, CheatSheet)).values()


def test_the_keys_that_nobody_can_change_are_listed_by_their_place(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "F1")
    sheet = active(qtbot, CheatSheet)
    groups = [sheet.list.topLevelItem(n) for n in range(sheet.list.topLevelItemCount())]
    counts = {group.text(0).lower(): group.childCount() for group in groups}
    for place in {row.place for row in FIXED.values()}:
        assert counts[place] == sum(row.place == place for row in FIXED.values())


def test_it_opens_at_the_keys_of_what_one_is_in(window: MainWindow, qtbot: QtBot) -> None:
    window.preferences.open_cheat_sheet(FACT)
    sheet = active(qtbot, CheatSheet)
    assert sheet.list.itemAt(2, 2).text(0) == "Building a fact"
