"""Toasts and what is in focus are announced to those who do not see them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from pytestqt.qtbot import QtBot

from tests.ui.windows import press, said
from ui.main_window import MainWindow


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a screen reader is given to say, while one listens."""
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    QAccessible.setActive(True)
    yield heard
    QAccessible.setActive(False)


def test_what_is_in_focus_is_announced_once(qtbot: QtBot, window: MainWindow, announced: list[str]) -> None:
    press(window, "Tab")
    qtbot.waitUntil(lambda: bool(announced))
    foot = window.status
    assert "Maria Ruiz" in foot.first.text()
    assert announced == [f"{foot.first.text()}, {foot.second.text()}"]


def test_what_is_selected_is_announced(qtbot: QtBot, window: MainWindow, announced: list[str]) -> None:
    press(window, "Shift+Right")
    qtbot.waitUntil(lambda: bool(announced))
    assert announced[0].startswith(window.status.first.text())
    assert "Maria" in announced[0]


def test_a_notice_is_announced(window: MainWindow, announced: list[str]) -> None:
    window.status.notice("Nothing is left.")
    assert (said(window), announced) == ("Nothing is left.", ["Nothing is left."])
