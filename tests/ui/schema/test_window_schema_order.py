"""The view Schema: labels and fact types put in another order, merged and archived by keys and by the foot."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.schema.schema_pages import answer, click, opened, palette, take, turn, write, written
from tests.ui.windows import by_key, hold, press
from ui.main_window import MainWindow
from ui.schema.schema_page import SchemaPage


@pytest.fixture
def page(window: MainWindow) -> SchemaPage:
    return opened(window)


@by_key({"Alt+Up": ["ORG", "PERSON", "GPE", "NOTE"], "Alt+Down": ["PERSON", "GPE", "ORG", "NOTE"]})
def test_a_label_moves_by_keys(
    window: MainWindow, folder: Path, page: SchemaPage, key: str, expected: list[str]
) -> None:
    take(page, "ORG")
    press(window, key)
    assert list(written(folder).labels) == page.pane.list.names() == expected
    assert ([name for name, _ in palette(window)], page.in_hand) == (expected, "ORG")


def test_a_held_key_moves_to_the_end_and_no_further(
    window: MainWindow, folder: Path, page: SchemaPage
) -> None:
    take(page, "PERSON")
    hold(window, "Alt+Down", times=6)
    assert list(written(folder).labels) == ["ORG", "GPE", "NOTE", "PERSON"]


def test_a_label_moves_by_mouse(window: MainWindow, folder: Path, page: SchemaPage) -> None:
    take(page, "NOTE")
    click(page.pane.up)
    assert list(written(folder).labels) == ["PERSON", "ORG", "NOTE", "GPE"]
    click(page.pane.down)
    assert list(written(folder).labels) == ["PERSON", "ORG", "GPE", "NOTE"]
    assert (page.pane.up.isEnabled(), page.pane.down.isEnabled()) == (True, False)


def test_among_what_a_search_leaves_it_moves_past_the_next_of_them(
    window: MainWindow, folder: Path, page: SchemaPage
) -> None:
    take(page, "NOTE")
    write(page.pane.search, "O", "Down")
    assert page.pane.list.names() == ["PERSON", "ORG", "NOTE"]
    press(window, "Alt+Up")
    assert list(written(folder).labels) == ["PERSON", "NOTE", "ORG", "GPE"]


def test_fact_types_move_too(window: MainWindow, folder: Path, page: SchemaPage) -> None:
    turn(page, "facts")
    write(page.pane.new, "ATTACK", "Return")
    write(page.pane.new, "COUNT", "Return")
    page.pane.list.setFocus()
    press(window, "Alt+Up")
    assert list(written(folder).facts) == ["COUNT", "ATTACK"]


@by_key(["Ctrl+M"])
def test_a_label_is_merged_by_keys(
    qtbot: QtBot, window: MainWindow, folder: Path, page: SchemaPage, key: str
) -> None:
    take(page, "NOTE")
    press(window, key, "End", "Return")
    assert answer(qtbot) == "Merge label NOTE into GPE? No span has it."
    assert (list(written(folder).labels), page.in_hand) == (["PERSON", "ORG", "GPE"], "GPE")


@by_key(["Ctrl+D"])
def test_a_label_is_archived_and_offered_again_by_keys(
    window: MainWindow, folder: Path, page: SchemaPage, key: str
) -> None:
    take(page, "NOTE")
    press(window, key)
    assert written(folder).labels["NOTE"].archived
    assert page.attending.now().second == "label, of 4 labels, archived"
    click(window.status.verbs.button_of("schema_archive"))
    assert not written(folder).labels["NOTE"].archived


def test_what_is_typed_is_written_before_its_label_moves(
    window: MainWindow, folder: Path, page: SchemaPage
) -> None:
    take(page, "ORG")
    page.form.guideline.setFocus()
    QTest.keyClicks(page.form.guideline, "Firms.")
    click(page.pane.up)
    assert written(folder).labels["ORG"].guideline == "Firms."
    assert (page.form.guideline.toPlainText(), page.form.guideline.hasFocus()) == ("Firms.", True)


def test_verbs_without_anything_in_hand_are_to_add_and_to_go_back(
    window: MainWindow, page: SchemaPage
) -> None:
    turn(page, "facts")
    page.pane.list.setFocus()
    press(window, "F2", "Ctrl+M", "Ctrl+D", "Alt+Up")
    assert [verb.word for verb in page.attending.now().can] == ["Add", "Back"]
