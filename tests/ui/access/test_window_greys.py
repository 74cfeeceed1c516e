"""Nothing is told by colour alone: without colours every state still looks different from its other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.access.moments import come_to, shown
from tests.ui.facts.building import strip
from tests.ui.facts.facts_project import SUGGESTED, opened, project_of
from tests.ui.windows import press
from ui.finish.finish_dialog import FinishDialog
from ui.look.apply import apply_palette
from ui.main_window import MainWindow

FAR, LEAST = 50, 12  # levels of grey; pixels that are so far apart


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def grey(one: QWidget, box: QRect) -> bytes:
    QApplication.processEvents()
    image = one.grab(box).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    lines = (bytes(image.constScanLine(y))[: image.width()] for y in range(image.height()))
    return b"".join(lines)


def apart(before: bytes, after: bytes) -> int:
    """How many pixels are told apart without colours."""
    assert len(before) == len(after)
    return sum(abs(a - b) > FAR for a, b in zip(before, after, strict=True))


def words(window: MainWindow, quote: str) -> QRect:
    """Where the words are drawn in the article, with their box."""
    start = window.view.text.index(quote)
    first, last = (window.view.caret_rect(at) for at in (start, start + len(quote)))
    return first.united(last).adjusted(-4, -4, 4, 8)


def changed(one: QWidget, box: Callable[[], QRect], act: Callable[[], object]) -> int:
    before = grey(one, box())
    act()
    return apart(before, grey(one, box()))


def confirm_all(window: MainWindow) -> None:
    """Confirms all, and has nothing in focus."""
    press(window, "Ctrl+End", "Shift+Return", "Esc", "Esc", "Ctrl+End")


def test_a_confirmed_span_differs_from_a_suggested_one(window: MainWindow) -> None:
    press(window, "Ctrl+End")
    view = window.view.viewport()
    found = changed(view, lambda: words(window, "Navy"), lambda: confirm_all(window))
    assert found >= LEAST


def test_a_confirmed_fact_differs_in_the_text_and_as_a_card(qtbot: QtBot, window: MainWindow) -> None:
    panel, view = opened(window), window.view.viewport()
    press(window, "Down", "Down")
    box = panel.list.rect_of(0)
    card, mark = grey(panel.list.viewport(), box), grey(view, words(window, "struck"))
    press(window, "Up", "Up", "Return")
    press(window, "Down")
    qtbot.waitUntil(lambda: not panel.model.cards[0].is_suggested)
    assert apart(mark, grey(view, words(window, "struck"))) >= LEAST
    assert apart(card, grey(panel.list.viewport(), box)) >= LEAST


def test_a_needed_role_that_is_open_differs_from_a_filled_one(window: MainWindow) -> None:
    come_to(window, "builder")
    tab = strip(window).tabs.buttons[0]
    assert changed(tab, tab.rect, lambda: press(window, "1")) >= LEAST


def test_a_taken_sign_differs(window: MainWindow) -> None:
    come_to(window, "builder")
    sentence = strip(window).words
    box = QRect(sentence.middle_of(sentence.shown.candidates[0].bounds), sentence.size() / 8)
    assert changed(sentence, lambda: box.translated(-40, -16), lambda: press(window, "1")) >= LEAST


def test_a_started_article_differs_in_the_list(window: MainWindow) -> None:
    listed = window.work.list
    box = listed.visualRect(listed.articles.index(0, 0))
    assert changed(listed.viewport(), lambda: box, lambda: press(window, "Tab", "Return")) >= LEAST


@pytest.fixture
def high_contrast(window: MainWindow) -> Iterator[None]:
    apply_palette("high contrast")
    yield
    apply_palette("light")


@pytest.mark.usefixtures("high_contrast")
def test_in_high_contrast_what_is_chosen_has_a_frame(window: MainWindow) -> None:
    come_to(window, "finish")
    sheet = shown()
    assert isinstance(sheet, FinishDialog)
    first = sheet.rows.index(0)
    box = sheet.listing.visualRect(first)
    sheet.listing.setCurrentIndex(sheet.rows.index(1))
    found = changed(sheet.listing.viewport(), lambda: box, lambda: sheet.listing.setCurrentIndex(first))
    assert found >= 2 * box.width()
