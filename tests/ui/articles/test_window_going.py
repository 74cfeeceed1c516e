"""Keys that go: to suggestions, spans, articles and panes; zoom and Esc."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.windows import by_key, focused, here, point, press, said, selected, stored
from ui.main_window import MainWindow
from ui.project.dialogs import ArticleInfo


@by_key({"Tab": ["Maria Ruiz", "Navy", "Oslo"], "Shift+Tab": ["Navy", "Maria Ruiz"]})
def test_tab_goes_from_suggestion_to_suggestion(window: MainWindow, key: str, expected: list[str]) -> None:
    point(window, "Maria" if key == "Tab" else "Oslo")
    window.view.set_focus(None)
    seen = []
    for _ in expected:
        press(window, key)
        seen.append(focused(window))
    assert seen == expected
    assert window.view.text.startswith(expected[-1], window.view.caret)


def test_tab_passes_over_what_is_confirmed(window: MainWindow) -> None:
    press(window, "Tab", "Tab", "Return", "Ctrl+Home", "Tab")
    assert focused(window) == "Maria Ruiz"  # it begins the article, where the caret was put
    press(window, "Tab")
    assert focused(window) == "Oslo"


def test_tab_behind_the_last_suggestion_goes_to_the_next_article(window: MainWindow) -> None:
    press(window, "Tab", "Tab", "Tab", "Tab")
    assert (here(window), focused(window)) == ("second", "Oslo")
    assert window.work.heading.title.text() == "Second"
    assert window.work.list.currentIndex().row() == 1
    press(window, "Shift+Tab")
    assert (here(window), focused(window)) == ("first", "Oslo")


def test_tab_goes_round_behind_the_last_article(window: MainWindow) -> None:
    press(window, "Ctrl+PgDown", "Tab", "Tab")
    assert (here(window), focused(window)) == ("first", "Maria Ruiz")


def test_tab_without_a_suggestion_anywhere_says_so(window: MainWindow, folder: Path) -> None:
    press(window, "Ctrl+End", "Shift+Return", "Tab", "Return", "Tab")
    assert len(stored(folder) + stored(folder, "second")) == 4
    assert said(window) == "There are no suggestions left to decide."


@by_key({"N": ["Navy", "Oslo", "Maria Ruiz"], "Shift+N": ["Oslo", "Navy", "Maria Ruiz"]})
def test_n_goes_through_spans_of_any_status(window: MainWindow, key: str, expected: list[str]) -> None:
    press(window, "Tab", "Return")
    window.view.set_focus(window.view.article.span_at(0).id)
    seen = []
    for _ in expected:
        press(window, key)
        seen.append(focused(window))
    assert seen == expected


@by_key({"Ctrl+PgDown": "second", "Ctrl+PgUp": "first"})
def test_control_and_page_keys_go_to_the_article_beside(window: MainWindow, key: str, expected: str) -> None:
    window.session.open_article("first" if expected == "second" else "second")
    press(window, key)
    assert here(window) == expected
    press(window, key)
    assert said(window) == f"This is the {'last' if expected == 'second' else 'first'} article."


@by_key({"F6": [2, 3, 0, 1], "Shift+F6": [0, 3, 2, 1]})
def test_f6_goes_round_the_panes(window: MainWindow, key: str, expected: list[int]) -> None:
    panes = [window.work.list, window.view, window.work.labels.list, window.status.verbs.buttons[0]]
    assert window.view.hasFocus()
    for pane in expected:
        press(window, key)
        assert panes[pane].hasFocus()


@by_key(["Esc"])
def test_escape_drops_the_selection_then_the_focus(window: MainWindow, key: str) -> None:
    press(window, "Tab", "Shift+Right")
    assert (focused(window), selected(window)) == ("Maria Ruiz", "Maria")
    press(window, key)
    assert (focused(window), selected(window)) == ("Maria Ruiz", "")
    press(window, key)
    assert focused(window) == ""


def test_escape_goes_back_to_the_text_from_a_pane(window: MainWindow) -> None:
    press(window, "Tab", "F6", "Esc")
    assert window.view.hasFocus()
    assert focused(window) == "Maria Ruiz"


def wheel(window: MainWindow, turn: int) -> None:
    at = QPointF(50, 50)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(window.view.viewport(), event)


def test_control_and_wheel_zoom_and_the_size_is_kept(window: MainWindow) -> None:
    wheel(window, 120)
    wheel(window, 120)
    assert window.settings["font_size"] == 14.0
    wheel(window, -120)
    assert window.settings["font_size"] == 13.0


@by_key({"Ctrl++": 13.0, "Ctrl+=": 13.0, "Ctrl+-": 11.0})
def test_keys_zoom(window: MainWindow, key: str, expected: float) -> None:
    before = window.view.caret_rect(0).height()
    press(window, key)
    assert window.settings["font_size"] == expected
    assert (window.view.caret_rect(0).height() > before) == (expected > 12.0)


@by_key(["Ctrl+0"])
def test_control_and_nought_is_the_normal_size_again(window: MainWindow, key: str) -> None:
    wheel(window, 120)
    press(window, key)
    assert window.settings["font_size"] == 12.0


def test_a_click_in_the_list_opens_the_article(window: MainWindow) -> None:
    row = window.work.list.visualRect(window.work.list.articles.index(1, 0))
    QTest.mouseClick(window.work.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert (here(window), window.work.heading.title.text()) == ("second", "Second")


def test_down_and_enter_in_the_list_open_and_go_to_the_text(window: MainWindow) -> None:
    press(window, "Shift+F6", "Down")
    assert here(window) == "second"
    press(window, "Return")
    assert window.view.hasFocus()


@pytest.mark.parametrize("key", ["1", "X", "Return", "N", "Space", "Tab"])
def test_keys_typed_in_the_list_decide_nothing(window: MainWindow, folder: Path, key: str) -> None:
    press(window, "Tab", "Shift+F6")
    assert window.work.list.hasFocus()
    press(window, key)
    assert stored(folder) == []


def test_keys_typed_in_a_text_field_do_not_label(window: MainWindow, folder: Path) -> None:
    press(window, "Tab")
    window.verbs["article_info"].trigger()
    dialog = window.findChild(ArticleInfo)
    dialog.title.setFocus()
    dialog.title.clear()
    for key in "1xo3":
        QTest.keyClicks(dialog.title, key)
    assert dialog.title.text() == "1xo3"
    dialog.reject()
    assert stored(folder) == []
