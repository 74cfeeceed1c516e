"""What tests of the export view share: the page once it has counted, choices made by keys, and its counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.article.article_views import LEFT
from tests.ui.windows import press
from ui.export.export_page import ExportPage
from ui.export.format_choice import FormatChoice
from ui.export.people_choice import PeopleChoice
from ui.main_window import MainWindow

PATIENCE = 60_000  # milliseconds
Opened = Callable[[], ExportPage]


@pytest.fixture(name="opened")
def opened_page(qtbot: QtBot, counting_here: None, window: MainWindow) -> Opened:
    """Presses Ctrl+E and gives the page, once it has counted."""

    def open_() -> ExportPage:
        press(window, "Ctrl+E")
        counted(qtbot, window)
        page = shown(window)
        page.form.unfold()
        return page

    return open_


def shown(window: MainWindow) -> ExportPage:
    page = window.pages.currentWidget()
    assert isinstance(page, ExportPage)
    return page


def counted(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not shown(window).counting.is_busy, timeout=PATIENCE)


def choose(box: Any, value: str) -> None:
    """Takes the value by the keyboard, as one who has come there by Tab."""
    if isinstance(box, PeopleChoice):
        box = box.segments
    if isinstance(box, QComboBox):
        box.setFocus()
        press(box, "Home")
        while box.currentData() != value:
            at = box.currentIndex()
            press(box, "Down")
            assert box.currentIndex() != at
        return
    is_format = isinstance(box, FormatChoice)
    if is_format:
        box.unfold()
    box.take_keyboard()
    places = [one.value for one in (box.cards if is_format else box.segments)]
    while (step := places.index(value) - places.index(box.value)) != 0:
        at = box.value
        press(box, ("Down" if step > 0 else "Up") if is_format else ("Right" if step > 0 else "Left"))
        assert box.value != at


def rows(page: ExportPage) -> dict[str, list[str]]:
    """What the counts show, by "part / row"."""
    found = {}
    for n in range(page.preview.counts.topLevelItemCount()):
        top = page.preview.counts.topLevelItem(n)
        found[top.text(0)] = [top.text(1), top.text(2)]
        for m in range(top.childCount()):
            item = top.child(m)
            found[f"{top.text(0)} / {item.text(0)}"] = [item.text(1), item.text(2)]
    return found


def write_split(page: ExportPage, split: str) -> None:
    page.form.own_split.clear()
    QTest.keyClicks(page.form.own_split, split)


def export(qtbot: QtBot, window: MainWindow, page: ExportPage) -> None:
    QTest.mouseClick(window.status.verbs.buttons[0], LEFT)
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)
