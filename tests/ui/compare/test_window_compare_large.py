"""What Compare says of a project with more articles than one table has, and no story in it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.windows import press
from ui.compare.comparing import MOST
from ui.main_window import MainWindow


@pytest.fixture
def records() -> list[dict[str, Any]]:
    """One more article than a table has."""
    return [{"id": f"a{n}", "title": f"T{n}", "text": f"A ferry ran at {n}."} for n in range(MOST + 1)]


def test_a_table_of_some_articles_is_not_called_all_articles(window: MainWindow) -> None:
    press(window, "Ctrl+3")
    page: Any = window.pages.currentWidget()
    assert len(page.comparing.comparison.articles) == MOST
    assert page.bar.title.text() == f"The first {MOST} of {MOST + 1} articles"
