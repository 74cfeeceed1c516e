"""Compare by mouse: menus of stories and of rows and what the foot says of a story."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.compare.compared_project import (  # noqa: F401 - fixtures
    BURNED,
    KILLED,
    at,
    compared_folder,
    compared_page,
    grouped,
    items,
)
from tests.ui.windows import press
from ui.compare.compare_page import ComparePage
from ui.look.apply import apply_scale
from ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def menu_at(window: MainWindow, there: QWidget, place: QPoint) -> QMenu:
    """The menu that a click with the right button brings."""
    QTest.mouseClick(there, Qt.MouseButton.RightButton, pos=place)
    QApplication.sendEvent(
        there, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, there.mapToGlobal(place))
    )
    return next(one for one in window.findChildren(QMenu) if one.isVisible())


def test_the_heading_of_a_row_has_its_menu(page: ComparePage, folder: Path, window: MainWindow) -> None:
    head = page.table.groups
    place = QPoint(20, head.sectionViewportPosition(1) + 10)
    menu = menu_at(window, head.viewport(), place)
    assert at(page)[0] == BURNED
    next(one for one in menu.actions() if one.text().startswith("Confirm the row")).trigger()
    menu.close()
    assert list(grouped(folder)) == [BURNED]


def test_a_story_is_named_by_mouse(page: ComparePage, folder: Path, window: MainWindow) -> None:
    stories = page.story_list.list
    menu = menu_at(window, stories.viewport(), stories.visualItemRect(stories.item(1)).center())
    assert [one.text().split("\t")[0] for one in menu.actions()] == ["Compare its articles", "Name"]
    menu.actions()[1].trigger()
    menu.close()
    press(window, "o", "u", "r", "s")
    QTest.mouseClick(page.note.take, LEFT)
    assert [one.name for one in items(folder, "story")] == ["ours"]


def test_the_foot_has_the_verbs_of_a_story(page: ComparePage, window: MainWindow) -> None:
    page.story_list.setFocus()
    press(window, "Down")
    told = page.attending.now()
    assert told.first == "The sailors"
    assert [one.action for one in told.can] == ["story_choose", "story_name"]


def test_a_row_that_is_split_off_has_a_name_of_its_own(
    page: ComparePage, folder: Path, window: MainWindow
) -> None:
    press(window, "Tab", "Home", "S")
    assert set(grouped(folder)) == {BURNED, f"{BURNED} (2)"}
    assert KILLED not in grouped(folder)


@pytest.mark.parametrize(("per_cent", "wide", "high"), [(100, 1024, 700), (150, 1024, 700), (100, 1440, 900)])
def test_what_is_asked_and_the_buttons_are_in_sight(
    page: ComparePage, window: MainWindow, qtbot: QtBot, per_cent: int, wide: int, high: int
) -> None:
    apply_scale(per_cent)
    try:
        window.resize(wide, high)
        qtbot.waitUntil(lambda: window.height() == high)
        press(window, "J")
        judging, card = page.judging, page.entities.card
        qtbot.waitUntil(lambda: judging.asks.height() >= judging.asks.heightForWidth(judging.asks.width()))
        qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in judging.choices))
        assert all(judging.rect().contains(one.geometry()) for one in judging.choices)
        bottom = card.confirm.mapTo(window, QPoint(0, card.confirm.height())).y()
        assert card.confirm.isVisible()
        assert bottom <= window.status.mapTo(window, QPoint()).y()
    finally:
        apply_scale(100)
