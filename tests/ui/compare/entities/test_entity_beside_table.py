"""Keys that the table and the entities share act on the one that has the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.compare.compared_project import RECORDS, TYPES, compared_page, propose  # noqa: F401 - a fixture
from tests.ui.compare.entities.entity_panes import said
from tests.ui.windows import press, project_with
from ui.compare.compare_page import ComparePage
from ui.main_window import MainWindow


@pytest.fixture(name="folder")
def named_folder(tmp_path: Path) -> Path:
    """The project of the table, with one name in each text."""
    spans = [{"start": 0, "end": 4, "label": "ORG", "score": 0.8}]
    records = [{**record, "spans": spans} for record in RECORDS]
    made = project_with(tmp_path, TYPES, records, "--as", "suggestions", suggest=True)
    propose(made)
    return made


def test_one_key_decides_the_row_in_the_table_and_the_entity_in_the_list(
    page: ComparePage, folder: Path, window: MainWindow
) -> None:
    page.entities.list.setFocus()
    press(window, "Home", "Return", "Down", "Return")
    assert (len(said(folder, "entity")), said(folder, "group")) == (1, [])
    press(window, "Esc")
    assert page.table.hasFocus()
    press(window, "Return")
    assert (len(said(folder, "entity")), len(said(folder, "group"))) == (1, 1)
    press(window, "Ctrl+Z", "Ctrl+Z")
    assert (said(folder, "entity"), said(folder, "group")) == ([], [])


def test_marks_of_the_one_are_not_those_of_the_other(page: ComparePage, window: MainWindow) -> None:
    page.entities.list.setFocus()
    press(window, "Home", "Return", "Down", "Space", "Esc", "Space")
    assert page.entities.strip.words.text().startswith("1 marked: ")
    assert len(page.table.marks.rows) == 1
