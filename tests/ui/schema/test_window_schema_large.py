"""The view Schema with 60 labels and 40 fact types in a window of 1024x700: what is listed can be found and reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from annotations.schema import writer as schema_writer
from annotations.schema.types import FactType, Label, Schema
from tests.ui.schema.schema_pages import click, opened, take, turn, write, written
from tests.ui.windows import press, run
from ui.main_window import MainWindow
from ui.schema.schema_page import SchemaPage
from ui.schema.type_side import TypeSide

LABELS = {f"LABEL_{n}": Label(f"LABEL_{n}", hue=6 * n, guideline=f"Case {n}.\n" * 9) for n in range(60)}
TYPES = {f"TYPE_{n}": FactType(f"TYPE_{n}", guideline=f"Kind {n}.") for n in range(40)}
LARGE = Schema("Large", pipeline="none", labels=LABELS, facts=TYPES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "large.yaml").write_text(schema_writer.dump(LARGE), "utf-8")
    assert run("new", tmp_path / "project", "--schema", tmp_path / "large.yaml") == 0
    return tmp_path / "project"


@pytest.fixture
def page(window: MainWindow) -> SchemaPage:
    window.resize(1024, 700)
    return opened(window)


def is_seen(page: SchemaPage, name: str) -> bool:
    """Whether the row lies whole in what is shown of the list."""
    rows = page.pane.list
    box = rows.visualRect(rows.model().index(rows.names().index(name), 0))
    return rows.viewport().rect().contains(box)


def test_the_last_ones_are_reached_by_keys_and_by_a_search(window: MainWindow, page: SchemaPage) -> None:
    press(window, "End")
    assert (page.in_hand, is_seen(page, "LABEL_59"), is_seen(page, "LABEL_0")) == ("LABEL_59", True, False)
    turn(page, "facts")
    write(page.pane.search, "type_3", "Down")
    assert len(page.pane.list.names()) == 11
    press(window, "End")
    assert (page.in_hand, is_seen(page, "TYPE_39")) == ("TYPE_39", True)


def test_one_that_is_added_is_seen(window: MainWindow, folder: Path, page: SchemaPage) -> None:
    write(page.pane.search, "LABEL_7")
    write(page.pane.new, "NEW", "Return")
    assert (page.in_hand, page.pane.search.text(), is_seen(page, "NEW")) == ("NEW", "", True)
    assert len(written(folder).labels) == 61


def test_the_list_stays_where_it_is_while_its_rows_change(window: MainWindow, page: SchemaPage) -> None:
    take(page, "LABEL_40")
    before = page.pane.list.verticalScrollBar().value()
    write(page.form.gloss, "forty", "Tab")
    press(window, "Ctrl+D")
    assert page.pane.list.verticalScrollBar().value() == before > 0


def test_a_row_that_is_as_it_was_is_not_drawn_anew(window: MainWindow, page: SchemaPage) -> None:
    drawn: list[int] = []
    page.pane.list.model().dataChanged.connect(lambda first, last: drawn.append(first.row()))
    take(page, "LABEL_3")
    write(page.form.gloss, "three", "Tab")
    assert drawn == [3]


@pytest.mark.parametrize("per_cent", [80, 100, 150, 200])
def test_nothing_widens_the_window_at_any_size_of_it(
    window: MainWindow, page: SchemaPage, per_cent: int
) -> None:
    window.preferences.set("scale", per_cent)
    write(page.pane.new, "A_LABEL_WITH_A_NAME_THAT_IS_LONGER_THAN_ANY_LIST_IS_WIDE_AND_GOES_ON", "Return")
    page.form.guideline.setFocus()
    QTest.keyClicks(page.form.guideline, "Any.")
    click(page.pane.add)
    assert (window.width(), window.height()) == (1024, 700)
    assert page.pane.width() <= 512


def test_the_form_of_fact_types_is_made_when_they_are_listed(page: SchemaPage) -> None:
    before = page.findChild(TypeSide)
    turn(page, "facts")
    assert (before, page.findChild(TypeSide)) == (None, page.types)
    assert page.types.shown == page.in_hand == "TYPE_0"
