"""A filler moved to another role in the form: by digit, by a click on the role, by dragging; one edit each."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotations.facts import Fact, Number
from tests.ui.article.article_views import LEFT, NONE
from tests.ui.facts.facts_project import SUGGESTED, TEXT, kept, opened, project_of
from tests.ui.windows import press, said
from ui.facts.fact_panel import FactPanel
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
    return {made.role: [TEXT[f.start : f.end] for f in made.fillers] for made in first(folder).roles}


def first(folder: Path) -> Fact:
    found = kept(folder, "first")
    assert found
    return found


def choose(window: MainWindow, panel: FactPanel, words: str) -> None:
    """Goes to the filler with those words by keys."""
    tree = panel.form.fillers.tree
    tree.setFocus()
    shown = [tree.topLevelItem(n).text(1) for n in range(tree.topLevelItemCount())]
    press(window, "Home", *["Down"] * shown.index(words))


def number(panel: FactPanel, role: str) -> str:
    """The digit of the role."""
    [found] = [chip.text for chip in panel.form.fillers.roles.shown if chip.text.split()[1] == role]
    return found.split()[0]


def drag(panel: FactPanel, words: str, to: QPoint) -> None:
    """The filler with those words to that point of the screen."""
    tree = panel.form.fillers.tree
    [item] = tree.findItems(words, Qt.MatchFlag.MatchExactly, 1)
    port, start = tree.viewport(), tree.visualItemRect(item).center()
    QTest.mousePress(port, LEFT, NONE, start)
    end = port.mapFromGlobal(to)
    for at in (start + (end - start) / 2, end):
        QTest.mouseEvent(QTest.MouseAction.MouseMove, port, LEFT, NONE, at)
    QTest.mouseRelease(port, LEFT, NONE, end)


def test_a_digit_moves_the_filler_to_that_role_in_one_edit(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    before = roles(folder)
    choose(window, panel, "Tuesday")
    press(window, number(panel, "target"))
    assert roles(folder) == {
        **{r: w for r, w in before.items() if r != "time"},
        "target": ["boats", "Tuesday"],
    }
    assert panel.form.fillers.line().words == "Tuesday"  # it stays in hand
    press(window, "Ctrl+Z")
    assert said(window) == "Undid: move time to target in ATTACK “struck”."
    assert roles(folder) == before


def test_the_role_that_the_filler_has_takes_nothing(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    before = first(folder)
    choose(window, panel, "Navy")
    press(window, number(panel, "actor"), "9")
    assert first(folder) == before


def test_a_click_on_a_role_moves_the_filler_there(window: MainWindow, panel: FactPanel, folder: Path) -> None:
    choose(window, panel, "boats")
    chips = panel.form.fillers.roles
    place = int(number(panel, "actor")) - 1
    QTest.mouseClick(chips.childAt(chips.mapFromGlobal(chips.middle(place))), LEFT)
    assert (roles(folder)["actor"], "target" in roles(folder)) == (["Navy", "boats"], False)
    assert panel.form.fillers.tree.hasFocus()


def test_a_filler_is_dragged_onto_a_role(panel: FactPanel, folder: Path) -> None:
    drag(panel, "Navy", panel.form.fillers.roles.middle(int(number(panel, "target")) - 1))
    assert ("actor" in roles(folder), roles(folder)["target"]) == (False, ["boats", "Navy"])


def test_a_filler_is_dragged_onto_another_s_line(panel: FactPanel, folder: Path) -> None:
    tree = panel.form.fillers.tree
    [boats] = tree.findItems("boats", Qt.MatchFlag.MatchExactly, 1)
    drag(panel, "Navy", tree.viewport().mapToGlobal(tree.visualItemRect(boats).center()))
    assert roles(folder)["target"] == ["boats", "Navy"]


def test_a_filler_let_go_elsewhere_stays(panel: FactPanel, folder: Path) -> None:
    before = first(folder)
    drag(panel, "Navy", panel.form.type.mapToGlobal(QPoint(4, 4)))
    assert first(folder) == before


def test_a_value_is_read_where_the_role_has_one_and_goes_where_it_has_none(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    choose(window, panel, "60")
    press(window, number(panel, "target"))
    choose(window, panel, "60")
    press(window, number(panel, "count"))
    [count] = next(role.fillers for role in first(folder).roles if role.role == "count")
    assert count.value == Number(60)


def test_a_label_that_the_role_does_not_allow_is_for_lint_as_in_building(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    choose(window, panel, "Tuesday")
    press(window, number(panel, "source"))
    assert roles(folder)["source"][-1] == "Tuesday"
    window.verbs["lint_panel"].trigger()
    found = [row.why for row in window.work.panels.here().places.rows.rows]
    assert any("source" in why and "DATE" in why for why in found)
