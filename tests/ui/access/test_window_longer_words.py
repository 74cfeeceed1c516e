"""With every text half as long again nothing is cut off, at both sizes of the design."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.access.longer import cut_off, lengthen
from tests.ui.access.moments import come_to, shown
from tests.ui.facts.facts_project import SUGGESTED, project_of
from ui.main_window import MainWindow

MOMENTS = ("annotate", "labels", "comments", "unsure", "checks", "history", "feedback", "find", "filter", "same",
           "builder", "finish", "skip", "review", "agreement", "export", "settings", "keys", "schema", "article", "assign",
           "pack", "backups", "new project", "paste", "report", "fact type")  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_is_cut_off_when_words_are_longer(
    window: MainWindow, moment: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    come_to(window, moment)
    lengthen(shown())
    assert cut_off(shown()) == [], cut_off(shown())
