"""What window tests across articles share: a project of two people's decisions, the page, and what it shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.sets import GOLD, PROJECT, AnnotationSet
from models.project import Project
from tests.models.queries.across import differing, stored
from tests.ui.windows import press
from ui.main_window import MainWindow
from ui.review.across.across_page import AcrossPage
from ui.review.case_delegate import HEADING

Launch = Callable[..., MainWindow]


@pytest.fixture(name="folder")
def folder_of_differing(tmp_path: Path) -> Path:
    folder = tmp_path / "across"
    stored(folder, *differing()).close()
    return folder


@pytest.fixture(name="window")
def window_of_rex(launch: Launch, folder: Path) -> MainWindow:
    return launch("open", folder, "--annotator", "rex")


@pytest.fixture(name="page")
def page_of_rex(window: MainWindow) -> AcrossPage:
    press(window, "Ctrl+Shift+R")
    return shown(window)


def shown(window: MainWindow) -> AcrossPage:
    page = window.pages.currentWidget()
    assert isinstance(page, AcrossPage)
    return page


def rows(page: AcrossPage) -> list[str]:
    """The rows of the list, headings in capitals."""
    model = page.view.model()
    at = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(index.data()).upper() if index.data(HEADING) else str(index.data()) for index in at]


def columns(page: AcrossPage) -> dict[str, list[str]]:
    """What each side says."""
    return {made.title.text(): [line.text() for line in made.lines] for made in page.card.shown}


def gold(folder: Path) -> AnnotationSet:
    project = Project(folder)
    try:
        return project.annotation_set(PROJECT, GOLD)
    finally:
        project.close()
