"""Steps of the tests of the view Search, and what it shows."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.windows import press
from ui.main_window import MainWindow
from ui.search.search_page import SearchPage


def page_of(window: MainWindow) -> SearchPage:
    page = window.pages.currentWidget()
    assert isinstance(page, SearchPage)
    return page


def look(qtbot: QtBot, window: MainWindow, line: str) -> SearchPage:
    """Writes a search in the view, and waits until all is found and counted."""
    if window.pages.here != "search":
        press(window, "Ctrl+4")
    page = page_of(window)
    page.line.setFocus()
    page.line.setText(line)
    press(window, "Return")
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: SearchPage) -> None:
    qtbot.waitUntil(lambda: not page.found.is_busy and not page.counting.slices.is_running, timeout=20_000)


def shown(page: SearchPage, *columns: int) -> list[tuple[str, ...]]:
    """What the list has in these columns."""
    rows = page.found.rows
    return [tuple(rows.data(rows.index(row, column)) for column in columns) for row in range(rows.rowCount())]


def counted(page: SearchPage) -> list[list[tuple[str, int]]]:
    return [[(row.words, row.hits) for row in one.rows] for one in page.counts.lists]
