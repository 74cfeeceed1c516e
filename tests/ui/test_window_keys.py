"""Every key of the tables has a test, and no test presses a key that the tables lack."""

from __future__ import annotations

import importlib
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from tests.ui.windows import KEYS, press, said, stored
from ui import actions
from ui.main_window import MainWindow
from ui.views import page_actions, window_actions

ROOT = Path(__file__).parents[2]


def test_the_keys_tested_are_those_of_the_tables() -> None:
    for path in Path(__file__).parent.rglob("test_window_*.py"):
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    of_actions = {key for row in (*window_actions(), *page_actions()) for key in row.keys}
    assert of_actions | {key for key, *_ in actions.CARET} == KEYS


def test_no_key_stands_for_two_things(window: MainWindow) -> None:
    at = [action for widget in (window, window.view) for action in QWidget.actions(widget)]
    keys = [
        key.toString(QKeySequence.SequenceFormat.PortableText) for action in at for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_every_action_of_the_table_stands_in_a_menu(window: MainWindow) -> None:
    offered = {action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    assert {window.verbs[row.name] for row in window_actions()} <= offered


def test_keys_do_nothing_while_no_project_is_open(launch) -> None:
    window = launch()
    window.view.setFocus()
    for row in window_actions():
        if row.menu != "File":
            press(window, *row.keys)
    assert window.session.project is None
    assert isinstance(said(window), str)


def test_a_label_key_of_no_label_does_nothing(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "7", "Z")
    assert stored(folder) == []
