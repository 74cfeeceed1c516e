"""The export view on gold that is not what was approved: it is named before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.project import Project
from tests.making import small_project, span
from tests.models.queries.reviews import reviewed, unkept
from tests.ui.export.exporting import Opened, choose, counted, opened_page  # noqa: F401 - a fixture
from ui.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project: Project = reviewed(small_project(tmp_path / "p"))
    unkept(project, "a", "anna", span(18, 22, "ORG"))
    project.close()
    return project.folder


@pytest.fixture
def window(launch: Callable[..., MainWindow], folder: Path) -> MainWindow:
    return launch("open", folder, "--annotator", "rex")


def test_the_view_names_gold_that_is_not_what_was_approved(
    qtbot: QtBot, window: MainWindow, opened: Opened
) -> None:
    page = opened()
    choose(page.form.articles, "reviewed")
    counted(qtbot, window)
    left_out, gold = page.preview.left.text().splitlines()
    assert left_out == "Left out: 2 articles in review, 1 article started."
    assert gold.startswith("Gold of a is not what was approved: work on it has changed since")
    assert gold.endswith("it is left out.")
