"""What an approval across articles says, and that it is corrected when others change what it told."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from models.project import Project
from tests.models.queries.across import decided, differing
from tests.ui.review.across.across_windows import (  # noqa: F401 - fixtures
    Launch,
    columns,
    folder_of_differing,
    gold,
    page_of_rex,
    rows,
    shown,
    window_of_rex,
)
from tests.ui.windows import press, said
from ui.main_window import MainWindow
from ui.review.across.across_page import AcrossPage

LEFT = Qt.MouseButton.LeftButton


def test_what_an_approval_said_of_open_cases_is_corrected_when_others_open_one(
    page: AcrossPage, window: MainWindow, folder: Path
) -> None:
    press(page, "Left", "Left", "Left", "Ctrl+Enter")
    assert said(window).endswith("; no case is open.")
    anna, _ = differing()
    anna.split("b:Huthi")
    project = Project(folder)
    decided(project, anna)
    project.close()
    window.session.look_for_others()
    assert (
        said(window) == f"{len(page.hand.open)} case{'s are' * (len(page.hand.open) > 1) or ' is'} open now."
    )


def test_an_approval_says_of_a_group_that_gold_had_that_it_was_changed(
    page: AcrossPage, window: MainWindow, folder: Path
) -> None:
    press(page, "Ctrl+Return")
    project = Project(folder)
    for who in differing():
        who.group("a", "b", "c")
        decided(project, who)
    project.close()
    window.session.look_for_others()
    press(page, "Ctrl+Return")
    assert said(window).startswith("Gold has 1 group of facts changed")
