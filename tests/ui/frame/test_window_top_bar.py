"""The bar on top: the annotator's name is whole at every scale, however it came about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.article.article_views import LEFT
from ui.look.apply import apply_scale
from ui.look.buttons import Button
from ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def scale_again() -> Iterator[None]:
    yield
    apply_scale(100)


def test_the_annotators_name_is_whole_at_every_scale(window: MainWindow) -> None:
    for per_cent in (100, 200, 80, 150):
        window.preferences.set("scale", per_cent)
        name = window.top.annotator
        assert (name.shown(), name.width() >= name.sizeHint().width()) == ("anna", True)


def test_a_long_name_gives_way(window: MainWindow) -> None:
    window.top.show_people("Project", "somebody of a very long name indeed, " * 3)
    assert window.top.annotator.width() == 160
    assert window.top.annotator.shown().endswith("…")


def test_a_click_on_the_tab_of_the_view_that_is_shown_leaves_it_marked(window: MainWindow) -> None:
    tab = window.top.tabs["annotate"]
    QTest.mouseClick(tab, LEFT)
    assert (tab.isChecked(), window.pages.here) == (True, "annotate")


def test_views_and_menus_share_a_narrow_bar_and_widen_no_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    window.pages.open("schema")
    top, tabs = window.top, list(window.top.tabs.values())

    def left(tab: Button) -> int:
        return tab.mapTo(top, tab.rect().topLeft()).x()

    for per_cent in (150, 200, 100):
        window.preferences.set("scale", per_cent)
        qtbot.waitUntil(lambda: top.menus.width() <= left(tabs[0]))
        is_whole = top.menus.width() >= top.menus.sizeHint().width()
        end = left(tabs[-1]) + tabs[-1].width()
        assert (window.width(), end <= 1024, is_whole) == (1024, True, per_cent < 150)
