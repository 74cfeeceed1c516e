"""What tests of the view Statistics share: work in a project, the page once all is counted, and what it shows."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span, Status
from models.project import Project
from tests.making import edit
from tests.ui.windows import press
from ui.main_window import MainWindow
from ui.plots.plot_pane import PlotPane
from ui.plots.plots import Plot
from ui.statistics.statistics_page import StatisticsPage

PATIENCE = 60_000  # milliseconds
WORK = [
    Span("a", 0, 10, "PERSON", Status.CONFIRMED, "en_news 1.0", 0.9),
    Span("b", 18, 22, "ORG", Status.REJECTED, "en_news 1.0", 0.8),
    Span("c", 28, 32, "ORG", Status.CONFIRMED, "en_news 1.0", 0.4, first=(28, 32, "GPE")),
    Span("d", 36, 43, "NOTE", Status.CONFIRMED, "anna"),
]


def work(folder: Path, who: str = "anna", article: str = "first") -> None:
    """Have somebody decide four spans of the article, and finish it."""
    project = Project(folder)
    edit(project, "work", AnnotationSet.of(article, who, [*WORK, Progress(State.DONE)]))
    project.close()


def page_of(window: MainWindow) -> StatisticsPage:
    page = window.pages.currentWidget()
    assert isinstance(page, StatisticsPage)
    return page


def counted(qtbot: QtBot, window: MainWindow) -> StatisticsPage:
    """The page, opened by its key, once all is counted."""
    press(window, "Ctrl+5")
    page = page_of(window)
    wait(qtbot, page)
    return page


def wait(qtbot: QtBot, page: StatisticsPage) -> None:
    """Wait until nothing is counted any more."""
    qtbot.waitUntil(lambda: not page.gathering.is_running and not page.gathering.is_waiting, timeout=PATIENCE)


def pane(page: StatisticsPage, title: str) -> PlotPane:
    return next(one for one in page.page.all_panes if one.title.text() == title)


def rows(plot: Plot) -> list[list[object]]:
    return [list(row) for row in plot.rows()]


def tiles(page: StatisticsPage) -> dict[str, str]:
    made = page.page.tiles
    assert made is not None
    return {tile.title.text(): tile.number.text() for tile in made.tiles}
