from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.holding import Holder
from tests.ui.windows import ARTICLES, SCHEMA, become_shown, project_with, run
from ui.frame.first_paint import FirstPaint
from ui.main_window import MainWindow

SIZE = 1440, 900  # pixels of the window, unless a test chooses others


@pytest.fixture
def records() -> list[dict[str, Any]]:
    """What `folder` is made of; a test module may put its own in place."""
    return ARTICLES


@pytest.fixture
def folder(tmp_path: Path, records: list[dict[str, Any]]) -> Path:
    """A project with those records, their spans as suggestions."""
    return project_with(tmp_path, SCHEMA, records, "--as", "suggestions", suggest=True)


@pytest.fixture
def launch(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., MainWindow]]:
    """Starts the program through `main()` and gives its window; the test is in the event loop's place."""
    windows: list[MainWindow] = []
    begun: list[MainWindow] = []  # those whose work after the first paint has begun

    def exec_() -> int:
        there = QApplication.topLevelWidgets()
        found = (w for w in there if isinstance(w, MainWindow) and w.isVisible())
        for window in (window for window in found if window not in windows):
            windows.append(window)
            window.findChild(FirstPaint).over.connect(partial(begun.append, window))
        return 0

    def launch(*words: object) -> MainWindow:
        assert run(*words) == 0
        windows[-1].resize(*SIZE)
        shown = become_shown(qtbot, windows[-1])
        qtbot.waitUntil(lambda: shown in begun, timeout=30_000)
        return shown

    monkeypatch.setattr(QApplication, "exec", exec_)
    yield launch
    for window in windows:
        if window.session.opened:
            window.session.opened.waiting.close()  # a test that failed may leave what closing asks about
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def straight_on() -> None:
    """The setting by which finishing opens the next article at once."""
    Settings().set(straight_to_next=True)


@pytest.fixture
def window(launch: Callable[..., MainWindow], folder: Path) -> MainWindow:
    """The window on `folder`, where anna works."""
    return launch("open", folder, "--annotator", "anna")


@pytest.fixture
def hold(folder: Path) -> Iterator[Callable[..., Holder]]:
    """Makes other programs that hold the project."""
    holders: list[Holder] = []

    def hold(*statements: str, **how: Any) -> Holder:
        holders.append(Holder(folder, *statements, **how))
        return holders[-1]

    yield hold
    for holder in holders:
        holder.close()
