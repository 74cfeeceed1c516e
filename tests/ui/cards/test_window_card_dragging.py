"""Fillers under the mouse: dragged to another role as one edit, and clicked, which changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from annotations.facts import Number
from tests.ui.cards.cards import LEFT, NONE, click, fillers, of_first, row, words_at
from tests.ui.facts.facts_project import SUGGESTED, TEXT, decided, opened, project_of
from tests.ui.windows import press, said, stored
from ui.cards.fact_panel import FactPanel
from ui.look.scale import px
from ui.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


@pytest.fixture
def panel(window: MainWindow) -> FactPanel:
    """The panel with the first fact confirmed and in hand."""
    panel = opened(window)
    press(window, "Return", "Up")
    return panel


def roles(folder: Path) -> dict[str, list[str]]:
    """The words in each role of the first fact, as stored."""
    return {made.role: [TEXT[f.start : f.end] for f in made.fillers] for made in of_first(folder).roles}


def drag(panel: FactPanel, role: str, to: QPoint, x: int = 4) -> None:
    """The filler of the role, so many pixels on, to that point of the screen."""
    there, start = words_at(panel, role, x)
    QTest.mousePress(there, LEFT, NONE, start)
    end = there.mapFromGlobal(to)
    for at in (start + (end - start) / 2, end):
        QTest.mouseEvent(QTest.MouseAction.MouseMove, there, LEFT, NONE, at)
    QTest.mouseRelease(there, LEFT, NONE, end)


def middle(panel: FactPanel, role: str) -> QPoint:
    """The middle of the row of the role, on the screen."""
    there = row(panel, role)
    return there.mapToGlobal(there.rect().center())


def test_a_filler_is_dragged_to_another_role_in_one_edit(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    before = roles(folder)
    drag(panel, "time", middle(panel, "target"))
    assert roles(folder) == {
        **{r: w for r, w in before.items() if r != "time"},
        "target": ["boats", "Tuesday"],
    }
    press(window, "Ctrl+Z")
    assert said(window) == "Undid: move time to target in ATTACK “struck”."
    assert roles(folder) == before


def test_one_of_several_fillers_is_dragged_alone(panel: FactPanel, folder: Path) -> None:
    drag(panel, "source", middle(panel, "actor"), x=px(70))
    assert (roles(folder)["actor"], roles(folder)["source"]) == (["Navy", "Ana"], ["Ruiz"])


def test_a_filler_dragged_to_its_own_role_or_elsewhere_stays(panel: FactPanel, folder: Path) -> None:
    before = of_first(folder)
    drag(panel, "actor", middle(panel, "actor") + QPoint(40, 0))
    drag(panel, "actor", panel.list.card.mapToGlobal(QPoint(30, 20)))
    assert of_first(folder) == before


@pytest.mark.parametrize("role", ["actor", "target", "count", "time", "source"])
def test_a_click_on_a_filler_shows_it_in_the_text_and_changes_nothing(
    window: MainWindow, panel: FactPanel, folder: Path, role: str
) -> None:
    before, depth = of_first(folder), window.verbs["undo"].text()
    click(panel, role)
    filler = fillers(folder, role)[0]
    assert window.view.ring.ranges == [(filler.start, filler.end)]
    assert (of_first(folder), window.verbs["undo"].text()) == (before, depth)
    assert (window.session.fact_id, row(panel, role).hasFocus()) == ("first", True)


def test_a_click_on_the_second_of_two_fillers_shows_that_one(window: MainWindow, panel: FactPanel) -> None:
    click(panel, "source", px(70))
    start = TEXT.index("Ana")
    assert (row(panel, "source").in_hand, window.view.ring.ranges) == (1, [(start, start + 3)])
    press(window, "Left", "Space")
    assert window.view.ring.ranges[0][0] == TEXT.index("Ruiz")


def test_every_click_into_a_card_leaves_a_suggestion_as_it_is(window: MainWindow, folder: Path) -> None:
    panel = opened(window)
    for role in ("actor", "target", "count", "time", "source"):
        for x in range(0, 160, 16):
            click(panel, role, x)
    assert (decided(folder), stored(folder)) == ({}, [])


def test_a_value_is_read_where_the_role_has_one_and_goes_where_it_has_none(
    panel: FactPanel, folder: Path
) -> None:
    drag(panel, "count", middle(panel, "target"))
    assert [filler.value for filler in fillers(folder, "target")] == [None, None]
    drag(panel, "target", middle(panel, "count"), x=px(70))
    assert [filler.value for filler in fillers(folder, "count")] == [Number(60)]


def test_a_label_that_the_role_does_not_allow_is_for_lint_as_in_building(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    drag(panel, "time", middle(panel, "source"))
    assert roles(folder)["source"][-1] == "Tuesday"
    window.verbs["lint_panel"].trigger()
    found = [row.why for row in window.work.panels.here().places.rows.rows]
    assert any("source" in why and "DATE" in why for why in found)
