"""A relation that leads both ways, as Label Studio has them: told on its card, and no control for any other fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.cards.cards import more, stated
from tests.ui.facts.facts_project import FACTS, SUGGESTED, kept, opened, project_of
from tests.ui.windows import press
from ui.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    first, *others = FACTS
    record = {**SUGGESTED[0], "facts": [{**first, "symmetric": True}, *others]}
    return project_of(tmp_path, [record], "--as", "suggestions")


def test_a_fact_that_is_symmetric_says_so_and_can_be_called_one_sided(
    window: MainWindow, folder: Path
) -> None:
    panel = opened(window)
    press(window, "Return", "Up")
    assert stated(panel) == ["symmetric: yes"]
    more(panel, "Symmetric")
    assert kept(folder, "first").attribute("symmetric") is False


def test_no_other_fact_has_an_entry_for_it(window: MainWindow, folder: Path) -> None:
    panel = opened(window)
    press(window, "Return")
    said = [one.text() for one in panel.list.card.menu().actions()]
    assert "Negated" in said
    assert "Symmetric" not in said
