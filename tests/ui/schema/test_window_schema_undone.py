"""Undo in the view Schema: it takes back what was changed there, step by step, and never work that is out of sight."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.schema.schema_pages import opened, take, write, written
from tests.ui.windows import press, said, stored
from ui.main_window import MainWindow
from ui.schema.schema_page import SchemaPage


@pytest.fixture
def page(window: MainWindow) -> SchemaPage:
    """The view, after the first suggestion was confirmed."""
    press(window, "Tab", "Return")
    return opened(window)


def test_undo_takes_archiving_back_and_leaves_the_spans(
    window: MainWindow, folder: Path, page: SchemaPage
) -> None:
    take(page, "NOTE")
    press(page, "Ctrl+D")
    assert written(folder).labels["NOTE"].archived
    page.pane.list.setFocus()
    press(window, "Ctrl+Z")
    assert (written(folder).labels["NOTE"].archived, said(window)) == (False, "Undid: change the schema.")
    assert len(stored(folder)) == 1
    press(window, "Ctrl+Y")
    assert (written(folder).labels["NOTE"].archived, len(stored(folder))) == (True, 1)


def test_steps_go_back_one_by_one_and_then_the_edits(
    window: MainWindow, folder: Path, page: SchemaPage
) -> None:
    before = written(folder)
    take(page, "NOTE")
    write(page.form.gloss, "a note", "Return")
    press(page, "Ctrl+D")
    page.pane.list.setFocus()
    press(window, "Ctrl+Z", "Ctrl+Z")
    assert (written(folder), len(stored(folder))) == (before, 1)
    press(window, "Ctrl+Z")
    assert stored(folder) == []


def test_what_was_changed_elsewhere_since_stays(window: MainWindow, folder: Path, page: SchemaPage) -> None:
    take(page, "NOTE")
    press(page, "Ctrl+D")
    path = folder / "project.yaml"
    path.write_text(path.read_text("utf-8").replace("People.", "Humans."), "utf-8")
    page.pane.list.setFocus()
    press(window, "Ctrl+Z")
    assert written(folder).labels["NOTE"].archived
    assert "changed elsewhere" in window.status.noticed.text()
    assert len(stored(folder)) == 1
