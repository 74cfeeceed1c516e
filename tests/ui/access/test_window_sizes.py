"""The window at every scale: the article keeps at least half of it, and it can be made as small as the design says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.access.moments import come_to
from tests.ui.facts.facts_project import SUGGESTED, project_of
from ui.look.apply import apply_scale
from ui.main_window import MainWindow

LEAST = 880, 600


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


@pytest.fixture
def scaled() -> Iterator[Callable[[int], None]]:
    """Puts a scale in force, in per cent; 100 again behind."""

    def put(per_cent: int) -> None:
        apply_scale(per_cent)
        for _ in range(3):
            QApplication.processEvents()

    yield put
    apply_scale(100)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
@pytest.mark.parametrize("per_cent", [80, 100, 125, 150, 175, 200])
def test_the_article_keeps_half_of_the_window_with_the_builder_open(
    window: MainWindow, scaled: Callable[[int], None], per_cent: int, size: tuple[int, int]
) -> None:
    window.resize(*size)
    scaled(per_cent)
    come_to(window, "builder")
    assert (window.width(), window.height()) == size
    shares = window.view.width() / size[0], window.view.height() / size[1]
    assert min(shares) >= 0.5, shares


@pytest.mark.parametrize("moment", ["annotate", "fact in focus", "builder", "comments", "unsure", "checks",
                                    "history", "feedback", "find", "filter", "same", "review", "agreement", "learn", "statistics"])  # fmt: skip
def test_the_window_can_be_as_small_as_the_design_says(window: MainWindow, moment: str) -> None:
    come_to(window, moment)
    window.resize(*LEAST)
    QApplication.processEvents()
    least = window.minimumSizeHint()
    assert (least.width() <= LEAST[0], least.height() <= LEAST[1]) == (True, True), least
    assert (window.width(), window.height()) == LEAST
