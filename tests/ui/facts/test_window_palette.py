"""The label that the palette tints: of the span in focus, else the current one; none while keys are about a fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.facts.facts_project import SUGGESTED, project_of
from tests.ui.windows import press
from ui.main_window import MainWindow
from ui.schema.label_delegate import HELD, NAME


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def tinted(window: MainWindow) -> list[str]:
    rows = window.work.labels.list
    items = [item for n in range(rows.count()) if (item := rows.item(n)) is not None]
    return [item.data(NAME) for item in items if item.data(HELD)]


def test_none_is_tinted_while_a_fact_has_the_focus(window: MainWindow) -> None:
    press(window, *["Tab"] * 5)
    assert tinted(window) == ["PERSON"]
    press(window, "Tab")
    assert (window.session.fact_id, tinted(window)) == ("first", [])
    press(window, "O")
    assert tinted(window) == []
    press(window, "Esc")
    assert tinted(window) == ["ORG"]


def test_words_selected_beside_it_are_labelled_again(window: MainWindow) -> None:
    press(window, "Tab", "O", *["Tab"] * 4)
    assert (window.session.fact_id, tinted(window)) == ("first", [])
    press(window, "Shift+Right")
    assert tinted(window) == ["GPE"]


def test_none_is_tinted_while_a_fact_is_built(window: MainWindow) -> None:
    press(window, "Tab", "F")
    assert tinted(window) == []
    press(window, "Esc")
    assert tinted(window) == ["ORG"]


def test_a_span_that_is_relabelled_and_undone_has_its_own_label_tinted(window: MainWindow) -> None:
    press(window, "Tab", "Return", "Shift+N", "Shift+N", "O")
    assert tinted(window) == ["GPE"]
    press(window, "Ctrl+Z")
    assert tinted(window) == ["ORG"]
