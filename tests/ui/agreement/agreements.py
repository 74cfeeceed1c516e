"""What tests of the agreement share: work that two did, the page, and what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotations.facts import Fact
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span
from models.project import Project
from tests.making import edit
from tests.ui.article.article_views import LEFT
from tests.ui.windows import press
from ui.agreement.agreement_page import AgreementPage
from ui.agreement.heat_map import HeatMap
from ui.main_window import MainWindow
from ui.widgets.figure_table import FigureTable

PATIENCE = 60_000  # milliseconds
WORK = {
    "anna": [Span("p", 0, 10, "PERSON"), Span("n", 18, 22, "ORG"), Span("g", 28, 32, "GPE")],
    "ben": [Span("q", 0, 10, "PERSON"), Span("o", 18, 22, "GPE"), Span("h", 24, 32, "GPE")],
}


def put(project: Project, article: str, who: str, items: Sequence[Span | Fact]) -> None:
    edit(project, "work", AnnotationSet.of(article, who, [*items, Progress(State.DONE)]))


@pytest.fixture(name="worked")
def worked_on(folder: Path) -> Path:
    """anna and ben agree on one span of the first article, and have marked nothing in the second."""
    project = Project(folder)
    for who, spans in WORK.items():
        put(project, "first", who, spans)
        put(project, "second", who, [])
    project.close()
    return folder


def shown(window: MainWindow) -> AgreementPage:
    page = window.pages.currentWidget()
    assert isinstance(page, AgreementPage)
    return page


@pytest.fixture(name="page")
def opened_page(worked: Path, window: MainWindow) -> AgreementPage:
    window.verbs["agreement"].trigger()
    return shown(window)


@pytest.fixture(name="compared")
def compared_page(qtbot: QtBot, page: AgreementPage, window: MainWindow) -> AgreementPage:
    compare(qtbot, window)
    return page


def compare(qtbot: QtBot, window: MainWindow, key: str = "Ctrl+Return") -> None:
    """Presses the key that compares, and waits for what comes of it."""
    press(window, key)
    assert (shown(window).heading.about.text(), window.status.doing.text()) == ("Comparing…", "comparing")
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=PATIENCE)


def table(page: AgreementPage, title: str, *, question: int = 0) -> FigureTable:
    card = page.report.questions[question]
    card.shown.choose(title)
    return card.table


def cells(of: FigureTable) -> list[list[str]]:
    rows, columns = of.model.rowCount(), of.model.columnCount()
    return [[of.model.index(row, column).data() for column in range(columns)] for row in range(rows)]


def go(heat: HeatMap, row: int, column: int) -> None:
    QTest.mouseClick(heat, LEFT, pos=heat.rect_of(row, column).center())


def listed(page: AgreementPage) -> list[str]:
    return [f"{row.words}: {row.why}" for row in page.report.confusion.places.rows.rows]
