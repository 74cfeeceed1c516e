"""The notice in the status line of a small window: what happened can be read, and the tip has all of it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.windows import press
from ui.main_window import MainWindow
from ui.plain_text import tip

PLACE = "/home/anna/Documents/annotation projects/2026/spring/newspapers of the north/round two/project/project.yaml"
HAPPENED = "The schema was not read."


@pytest.fixture
def small(window: MainWindow) -> MainWindow:
    press(window, "Tab", "Return")
    window.resize(1024, 700)
    QApplication.processEvents()
    return window


def test_of_a_long_path_in_front_the_folders_are_left_out(small: MainWindow) -> None:
    small.session.noted.emit(f"{PLACE}:2: {HAPPENED}")
    shown = small.status.noticed.shown()
    assert shown.startswith("…")
    assert shown.endswith(f"/project.yaml:2: {HAPPENED}")
    assert small.status.noticed.toolTip() == tip(f"{PLACE}:2: {HAPPENED}", wraps=True)


def test_a_sentence_that_does_not_fit_ends_in_an_ellipsis(small: MainWindow) -> None:
    words = "Somebody changed this in the meantime: " + "many words " * 40
    small.session.noted.emit(words)
    shown = small.status.noticed.shown()
    assert (shown[:30], shown[-1]) == (words[:30], "…")
    assert small.status.noticed.toolTip() == tip(words, wraps=True)


def test_a_sentence_that_fits_is_whole_and_has_no_tip(small: MainWindow) -> None:
    small.session.noted.emit(HAPPENED)
    assert (small.status.noticed.shown(), small.status.noticed.toolTip()) == (HAPPENED, "")


def test_a_long_notice_does_not_widen_the_window(small: MainWindow) -> None:
    least = small.minimumSizeHint().width()
    small.session.noted.emit("many words " * 400)
    QApplication.processEvents()
    assert (small.minimumSizeHint().width(), small.width()) == (least, 1024)
