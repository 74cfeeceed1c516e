"""The notice over a small window's foot: what happened can be read, and the tip has all of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.windows import press, said
from ui.frame.toast import LONGEST
from ui.main_window import MainWindow
from ui.plain_text import tip

PLACE = "/home/anna/Documents/annotation projects/2026/spring/newspapers of the north/round two/project/project.yaml"
HAPPENED = "The schema was not read."


@pytest.fixture
def small(window: MainWindow) -> MainWindow:
    press(window, "Tab", "Return")
    window.resize(1024, 700)
    for _ in range(3):  # the foot follows what is in focus, and folds
        QApplication.processEvents()
    return window


def test_a_long_path_and_what_happened_stand_whole_in_several_lines(small: MainWindow) -> None:
    small.session.noted.emit(f"{PLACE}:2: {HAPPENED}")
    words = small.status.toast.words
    assert words.text() == f"{PLACE}:2: {HAPPENED}"
    assert words.height() >= 2 * words.fontMetrics().height()
    assert small.pages.rect().contains(small.status.toast.geometry())


def test_of_a_path_that_is_too_long_the_folders_are_left_out(small: MainWindow) -> None:
    long = "/".join([PLACE] * 3)
    small.session.noted.emit(f"{long}:2: {HAPPENED}")
    assert small.status.toast.words.text() == f"…/project.yaml:2: {HAPPENED}"
    assert small.status.toast.words.toolTip() == tip(f"{long}:2: {HAPPENED}", wraps=True)


def test_a_sentence_that_is_too_long_ends_in_an_ellipsis(small: MainWindow) -> None:
    words = "Somebody changed this in the meantime: " + "many words " * 40
    small.session.noted.emit(words)
    shown = small.status.toast.words.text()
    assert (shown[:30], shown[-1], len(shown) <= LONGEST) == (words[:30], "…", True)
    assert (small.status.toast.words.toolTip(), said(small)) == (tip(words, wraps=True), words)


def test_a_long_notice_does_not_widen_the_window(small: MainWindow) -> None:
    least = small.minimumSizeHint().width()
    small.session.noted.emit("many words " * 400)
    QApplication.processEvents()
    assert (small.minimumSizeHint().width(), small.width()) == (least, 1024)


def test_a_notice_goes_with_the_next_key_and_one_that_went_wrong_stays(small: MainWindow) -> None:
    small.session.noted.emit(f"project.yaml:3: {HAPPENED}")  # whatever it looks like
    press(small, "Right")
    assert (said(small), small.status.toast.isVisible()) == ("", False)
    small.session.failed.emit(HAPPENED)
    press(small, "Right")
    assert (said(small), small.status.toast.isVisible()) == (HAPPENED, True)
    QTest.mouseClick(small.status.toast, Qt.MouseButton.LeftButton)
    assert (said(small), small.status.toast.isVisible()) == ("", False)
