"""The mouse: drags, clicks, the right button's menu, the palette."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.article.article_views import CONTROL, LEFT, NONE, RIGHT, drag, middle
from tests.ui.windows import focused, point, press, rejected, selected, shown, stored
from ui.main_window import MainWindow


def at(window: MainWindow, quote: str) -> QPoint:
    """The middle of the quote where the article shows it first."""
    start = window.view.text.index(quote)
    return middle(window.view, start, start + len(quote))


def side(window: MainWindow, quote: str, *, is_start: bool) -> QPoint:
    """The side of the quote's box."""
    view = window.view
    spans = {view.text[s.start : s.end]: s for s in view.spans.values()}
    chunk = view.article.chunk(view.article.index_of(spans[quote].start))
    [box] = [box for box in chunk.boxes if box.piece.span == spans[quote]]
    x = (box.start_x if is_start else box.end_x) - view.article.caret(0).x() + view.caret_rect(0).x()
    return QPoint(round(x), at(window, quote).y())


def in_menu(menu: QMenu, *texts: str) -> QAction:
    """The action below the menus of those names."""
    *above, last = texts
    for text in above:
        [menu] = [action.menu() for action in menu.actions() if action.text() == text]
    [action] = [action for action in menu.actions() if action.text().split("\t")[0] == last]
    return action


def menu_at(window: MainWindow, where: QPoint) -> QMenu:
    QTest.mouseClick(window.view.viewport(), RIGHT, NONE, where)
    return QApplication.activePopupWidget()


def set_label_on_selection(window: MainWindow, on: bool) -> None:
    edit = next(action.menu() for action in window.menuBar().actions() if action.text() == "&Edit")
    in_menu(edit, "Label what the mouse selects").setChecked(on)


def test_a_drag_selects_by_token_and_a_key_labels_it(window: MainWindow, folder: Path) -> None:
    drag(window.view, at(window, "left"), at(window, "on"))
    assert selected(window) == "left Oslo on"
    press(window, "3")
    assert stored(folder) == [("left Oslo on", "ORG")]


def test_a_drag_with_control_selects_exactly(window: MainWindow, folder: Path) -> None:
    start = window.view.text.index("Tuesday")
    y = at(window, "Tuesday").y()
    ends = [QPoint(window.view.caret_rect(start + n).x(), y) for n in (0, 4)]
    drag(window.view, *ends, CONTROL)
    assert selected(window) == "Tues"
    press(window, "1")
    assert selected(window) == ""


@pytest.mark.parametrize(
    ("is_start", "to", "expected"),
    [
        (False, "left", "Navy left"),
        (True, "of", "of the Navy"),
        (False, "Tuesday", "Navy left Oslo on Tuesday"),
    ],
)
def test_a_boxs_side_drags_the_bound(
    window: MainWindow, folder: Path, is_start: bool, to: str, expected: str
) -> None:
    press(window, "Tab", "Tab", "Return", "Esc")
    drag(window.view, side(window, "Navy", is_start=is_start), at(window, to))
    assert stored(folder) == [(expected, "ORG")]
    assert focused(window) == expected


def test_a_click_focuses_a_span_and_the_palette_relabels_it(window: MainWindow, folder: Path) -> None:
    QTest.mouseClick(window.view.viewport(), LEFT, NONE, at(window, "Navy"))
    assert focused(window) == "Navy"
    click_label(window, "GPE")
    assert stored(folder) == [("Navy", "GPE")]
    assert window.view.hasFocus()


def test_the_palette_labels_the_selection(window: MainWindow, folder: Path) -> None:
    drag(window.view, at(window, "Tuesday"), at(window, "Tuesday") + QPoint(6, 0))
    click_label(window, "NOTE")
    assert stored(folder) == [("Tuesday", "NOTE")]
    assert window.work.annotating.label_in_hand == "NOTE"
    assert counted(window) == {"PERSON": "1", "ORG": "1", "GPE": "1", "NOTE": "1"}


def test_a_click_on_the_palette_with_nothing_selected_takes_the_label_in_hand(
    window: MainWindow, folder: Path
) -> None:
    QTest.mouseClick(window.view.viewport(), LEFT, NONE, at(window, "left"))
    click_label(window, "NOTE")
    assert stored(folder) == []
    press(window, "Space")
    assert stored(folder) == [("left", "NOTE")]


def click_label(window: MainWindow, name: str) -> None:
    labels = window.work.labels.list
    [item] = [item for n in range(labels.count()) if (item := labels.item(n)).text() == name]
    QTest.mouseClick(labels.viewport(), LEFT, NONE, labels.visualItemRect(item).center())


def counted(window: MainWindow) -> dict[str, str]:
    """How many spans of each label the tips say that there are here."""
    labels = window.work.labels.list
    tips = (labels.item(n).toolTip() for n in range(labels.count()))
    return dict(re.findall(r"(\w+): (\d+) here", "\n".join(tips)))


def test_a_double_click_selects_the_token(window: MainWindow, folder: Path) -> None:
    QTest.mouseDClick(window.view.viewport(), LEFT, NONE, at(window, "Tuesday"))
    assert (selected(window), stored(folder)) == ("Tuesday", [])


def test_with_label_on_selection_a_double_click_and_a_drag_label(window: MainWindow, folder: Path) -> None:
    set_label_on_selection(window, True)
    QTest.mouseDClick(window.view.viewport(), LEFT, NONE, at(window, "Tuesday"))
    assert stored(folder) == [("Tuesday", "PERSON")]
    drag(window.view, at(window, "said"), at(window, "will"))
    assert stored(folder) == [("Tuesday", "PERSON"), ("said Ruiz will", "PERSON")]
    set_label_on_selection(window, False)
    drag(window.view, at(window, "return"), at(window, "return") + QPoint(9, 0))
    assert (len(stored(folder)), selected(window)) == (2, "return")


def test_the_right_button_relabels(window: MainWindow, folder: Path) -> None:
    menu = menu_at(window, at(window, "Oslo"))
    assert menu.actions()[0].text() == "Relabel"
    in_menu(menu, "Relabel", "ORG").trigger()
    menu.close()
    assert stored(folder) == [("Oslo", "ORG")]


def test_the_right_button_labels_what_is_selected(window: MainWindow, folder: Path) -> None:
    drag(window.view, at(window, "on"), at(window, "Tuesday"))
    menu = menu_at(window, at(window, "Tuesday"))
    in_menu(menu, "Label", "GPE").trigger()
    menu.close()
    assert stored(folder) == [("on Tuesday", "GPE")]


def test_the_right_button_rejects_and_confirms(window: MainWindow, folder: Path) -> None:
    menu = menu_at(window, at(window, "Oslo"))
    in_menu(menu, window.verbs["reject"].text()).trigger()
    menu.close()
    menu = menu_at(window, at(window, "Navy"))
    in_menu(menu, window.verbs["confirm"].text()).trigger()
    menu.close()
    assert (stored(folder), rejected(folder)) == ([("Navy", "ORG")], [("Oslo", "GPE")])
    assert [quote for quote, *_ in shown(window)] == ["Maria Ruiz", "Navy"]


def test_a_click_on_plain_text_moves_the_caret_there(window: MainWindow) -> None:
    point(window, "Maria")
    QTest.mouseClick(window.view.viewport(), LEFT, NONE, at(window, "said") - QPoint(3, 0))
    tokens = window.view.article.tokens
    assert tokens.at(window.view.caret) == tokens.at(window.view.text.index("said"))
    assert focused(window) == ""
