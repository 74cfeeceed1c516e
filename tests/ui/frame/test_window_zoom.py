"""Ctrl and the wheel: over a pane the whole window, over the article its text alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.look.scale import scale
from ui.main_window import MainWindow


def turn(window: MainWindow, over: QWidget, steps: int) -> None:
    at = over.mapTo(window, over.rect().center())
    none, ctrl = Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier
    event = QWheelEvent(
        QPointF(at), QPointF(window.mapToGlobal(at)), QPoint(), QPoint(0, 120 * steps), none, ctrl,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(window.windowHandle(), event)


def test_over_a_pane_the_whole_window_grows(window: MainWindow) -> None:
    before, text = window.status.height(), window.view.appearance.looks.size
    turn(window, window.work.panels, 1)
    assert (scale(), window.settings["scale"]) == (1.1, 110)
    assert window.status.height() > before
    assert window.view.appearance.looks.size == text
    turn(window, window.work.panels, -1)
    assert (scale(), window.status.height()) == (1.0, before)


def test_over_the_article_only_its_text_grows(window: MainWindow) -> None:
    text = window.view.appearance.looks.size
    turn(window, window.view.viewport(), 1)
    assert (scale(), window.view.appearance.looks.size) == (1.0, text + 1)


def test_it_never_leaves_its_bounds(window: MainWindow) -> None:
    for _ in range(15):
        turn(window, window.work.panels, 1)
    assert (scale(), window.settings["scale"]) == (2.0, 200)
