"""Arrow keys among radio buttons go by their order, before anything is laid out too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.look.segments import Segments


def test_a_segment_added_this_moment_is_reached_by_an_arrow(qtbot: QtBot) -> None:
    segments = Segments("By", {"all": "everybody", "gold": "gold"})
    qtbot.addWidget(segments)
    with qtbot.waitExposed(segments):
        segments.show()
    segments.take_keyboard()
    segments.offer({"bo": "bo"})
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert segments.value == "bo"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert segments.value == "gold"


def test_tab_comes_to_the_one_that_the_program_chose(qtbot: QtBot) -> None:
    segments = Segments("By", {"all": "everybody", "gold": "gold"})
    qtbot.addWidget(segments)
    with qtbot.waitExposed(segments):
        segments.show()
    segments.take_keyboard()
    segments.choose("gold")
    QApplication.focusWidget().clearFocus()
    QTest.keyClick(segments, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is segments.segments[1]
