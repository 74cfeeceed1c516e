"""The way back from U: to the fact that had the focus."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.facts.facts_project import SUGGESTED, project_of
from tests.ui.windows import press
from ui.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def test_alt_home_after_u_leads_back_to_the_fact_in_focus(window: MainWindow) -> None:
    press(window, *["Tab"] * 9)
    assert window.session.fact_id == "third"
    press(window, "U")
    assert window.session.fact_id != "third"
    press(window, "Alt+Home")
    assert (window.session.fact_id, window.view.focus_id) == ("third", None)
