"""The panes of Annotate: folded and unfolded by keys and by the window's width."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.ui.windows import by_key, press
from ui.main_window import MainWindow


def narrow(window: MainWindow) -> None:
    window.resize(1024, 700)
    QApplication.processEvents()


@by_key(["F7"])
def test_the_list_folds_and_comes_back(window: MainWindow, key: str) -> None:
    wide = window.view.width()
    press(window, key)
    assert not window.work.list.isVisible()
    assert window.view.width() > wide
    press(window, key)
    assert (window.work.list.isVisible(), window.view.width()) == (True, wide)


@by_key(["F8"])
def test_the_right_pane_folds_and_comes_back(window: MainWindow, key: str) -> None:
    wide = window.view.width()
    press(window, key)
    assert not window.work.panels.isVisible()
    assert window.view.width() > wide
    press(window, key)
    assert (window.work.panels.isVisible(), window.view.width()) == (True, wide)


def test_in_a_narrow_window_the_list_lies_over_the_article(window: MainWindow) -> None:
    narrow(window)
    wide = window.view.width()
    assert not window.work.list.isVisible()
    press(window, "F7")
    assert (window.work.list.isVisible(), window.work.list.hasFocus()) == (True, True)
    assert window.view.width() == wide
    press(window, "Return")
    assert (window.work.list.isVisible(), window.view.hasFocus()) == (False, True)


def test_in_a_low_window_labels_and_facts_are_tabs(window: MainWindow) -> None:
    assert window.work.labels.isVisible()
    assert window.work.panels.slots["facts"].isVisible()
    narrow(window)
    assert not window.work.labels.isVisible()
    window.work.panels.tabs["labels"].click()
    assert window.work.labels.isVisible()
    assert not window.work.panels.slots["facts"].isVisible()


def test_a_panel_that_is_asked_for_unfolds_its_pane(window: MainWindow) -> None:
    press(window, "F8")
    window.verbs["show_comments"].trigger()
    assert window.work.panels.isVisible()
    assert window.work.panels.current == "comments"
