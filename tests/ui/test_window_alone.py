"""Only the window itself is a window: no part of a page is shown before it has a parent, which takes the keyboard away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from ui import views
from ui.main_window import MainWindow
from ui.panels import PANELS


class Strays(QObject):
    """Hears of each widget that is shown as a window of its own, and is neither dialog, menu nor tip."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(there, QWidget) and there.isWindow():
            is_plain = there.windowType() is Qt.WindowType.Window
            if is_plain and not isinstance(there, QMainWindow | QDialog):
                self.found.append(f"{type(there).__name__} {there.accessibleName()}")
        return False


def test_every_view_and_panel_opens_within_the_window(qtbot: QtBot, window: MainWindow) -> None:
    strays = Strays()
    QApplication.instance().installEventFilter(strays)
    for panel in PANELS:
        window.work.panels.open(panel.name)
    for view in views.VIEWS:
        window.pages.open(view.name)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is not None)
    QApplication.instance().removeEventFilter(strays)
    assert (strays.found, window.isActiveWindow()) == ([], True)
