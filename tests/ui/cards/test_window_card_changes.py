"""The card in focus: attributes, fillers and values corrected, each change one edit that can be undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotations.fact_attributes import Modality
from annotations.facts import Date, Number
from annotations.spans import Status
from tests.ui.cards.cards import NONE, click_in_menu, fillers, more, of_first, row, rows, stated, words_at
from tests.ui.facts.facts_project import (
    FACTS,
    PUBLISHED,
    SUGGESTED,
    decided,
    in_hand,
    kept,
    listed,
    opened,
    project_of,
)
from tests.ui.windows import is_sentence, press, said, stored
from ui.cards.fact_panel import FactPanel
from ui.main_window import MainWindow

TUESDAY = {
    "from": "2024-01-23",
    "to": "2024-01-23",
    "precision": "day",
    "resolved_against": "2024-01-24",
    "by": "rule",
}
SIXTY = {"number": 60, "comparison": ">", "unit": None}


def valued() -> list[dict[str, Any]]:
    """The records, with values as a rule gives them."""
    values = {"count": SIXTY, "time": TUESDAY}
    first, *others = FACTS
    roles = [
        {**role, "fillers": [{**filler, "value": values.get(role["role"])} for filler in role["fillers"]]}
        for role in first["roles"]
    ]
    return [{**SUGGESTED[0], "facts": [{**first, "roles": roles}, *others]}]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, valued(), "--as", "suggestions")


@pytest.fixture
def panel(window: MainWindow) -> FactPanel:
    """The panel with the first fact confirmed and in hand."""
    panel = opened(window)
    press(window, "Return", "Up")
    return panel


def on_filler(panel: FactPanel, role: str, *path: str, x: int = 4) -> None:
    """Clicks an entry of the menu of a filler."""
    there, at = words_at(panel, role, x)
    QTest.mousePress(there, Qt.MouseButton.RightButton, NONE, at)
    QApplication.sendEvent(
        there, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, there.mapToGlobal(at))
    )
    QTest.mouseRelease(there, Qt.MouseButton.RightButton, NONE, at)  # else it counts as held in later tests
    click_in_menu(*path)


def type_(panel: FactPanel, role: str, value: str) -> None:
    """Types the value of the first filler of the role."""
    row(panel, role).setFocus()
    press(panel, "F2")
    QTest.keyClicks(QApplication.focusWidget(), value)
    press(panel, "Return")


def test_the_rows_show_each_role_with_its_words_and_values(panel: FactPanel) -> None:
    assert rows(panel) == [
        ("actor", "Navy", ""),
        ("target", "boats", ""),
        ("count", "60", "> 60"),
        ("time", "Tuesday", "2024-01-23"),
        ("source", "Ruiz and Ana", ""),
    ]
    assert row(panel, "time").accessibleName() == (
        "time: Tuesday, 2024-01-23, day, against 2024-01-24 by rule"
    )


def test_modality_is_chosen_in_the_menu_as_one_edit(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    more(panel, "Modality", "claimed")
    assert of_first(folder).modality is Modality.CLAIMED
    assert stated(panel) == ["modality: claimed"]
    press(window, "Ctrl+Z")
    assert of_first(folder).modality is Modality.ASSERTED


def test_negated_and_back(panel: FactPanel, folder: Path) -> None:
    more(panel, "Negated")
    assert (of_first(folder).negated, stated(panel)) == (True, ["negated: yes"])
    more(panel, "Negated")
    assert (of_first(folder).negated, stated(panel)) == (False, [])


def test_a_note_is_typed_in_the_card(window: MainWindow, panel: FactPanel, folder: Path) -> None:
    more(panel, "Note…")
    editor = panel.list.card.editor
    QTest.keyClicks(editor, "sure?")
    assert of_first(folder).note == ""
    press(window, "Return")
    assert (of_first(folder).note, stated(panel), editor.isVisible()) == ("sure?", ["note: sure?"], False)
    press(window, "Esc", "Ctrl+Z")
    assert of_first(folder).note == ""


def test_a_note_that_is_left_by_a_click_elsewhere_is_kept(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    more(panel, "Note…")
    QTest.keyClicks(panel.list.card.editor, "sure?")
    window.view.setFocus()
    assert of_first(folder).note == "sure?"


def test_another_type_drops_the_fillers_of_roles_that_it_lacks(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    more(panel, "Type", "STATEMENT")
    made = of_first(folder)
    assert (made.type, [role.role for role in made.roles]) == ("STATEMENT", ["source"])
    press(window, "Ctrl+Z")
    assert (of_first(folder).type, len(of_first(folder).roles)) == ("ATTACK", 5)


@pytest.mark.parametrize(
    ("role", "typed", "value"),
    [
        ("count", "at least 75 boats", Number(75, ">=", "boats")),
        ("count", "1,000", Number(1000)),
        ("time", "2024-01", Date("2024-01-01", "2024-01-31", "month", None, "anna")),
        ("time", "yesterday", Date("2024-01-23", "2024-01-23", "day", "2024-01-24", "anna")),
    ],
)
def test_a_value_is_corrected_by_typing(
    panel: FactPanel, folder: Path, role: str, typed: str, value: object
) -> None:
    type_(panel, role, typed)
    found = [f.value for f in of_first(folder).fillers() if f.value is not None]
    assert value in found
    assert len(found) == 2
    assert decided(folder) == {"first": Status.CONFIRMED}


def test_a_role_without_values_has_none_to_type(panel: FactPanel) -> None:
    row(panel, "target").setFocus()
    press(panel, "F2")
    assert not panel.list.card.editor.isVisible()


def test_a_value_typed_empty_goes_and_undo_brings_it_back(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    row(panel, "count").setFocus()
    press(window, "F2", "Delete", "Return")
    assert fillers(folder, "count")[0].value is None
    press(window, "Esc", "Ctrl+Z")
    assert fillers(folder, "count")[0].value == Number(60, ">")


@pytest.mark.parametrize(("role", "typed"), [("count", "many"), ("time", "soon")])
def test_what_is_no_value_is_refused_with_a_sentence(
    window: MainWindow, panel: FactPanel, folder: Path, role: str, typed: str
) -> None:
    before = of_first(folder)
    type_(panel, role, typed)
    assert (of_first(folder), is_sentence(said(window))) == (before, True)
    assert rows(panel)[2] == ("count", "60", "> 60")


def test_escape_leaves_a_value_as_it_was_and_the_keyboard_in_its_row(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    before = of_first(folder)
    row(panel, "count").setFocus()
    press(window, "F2", "9", "Esc")
    assert of_first(folder) == before
    assert row(panel, "count").hasFocus()


def test_no_key_of_a_field_decides_the_fact(window: MainWindow, panel: FactPanel, folder: Path) -> None:
    before = of_first(folder)
    row(panel, "count").setFocus()
    press(window, "F2", "Up", "Down", "X", "E", "Backspace", "Esc")
    assert (of_first(folder), in_hand(panel)) == (before, "first")


@pytest.mark.parametrize("meta", [{**PUBLISHED, "published_trusted": False}, {"published": "no day"}])
def test_without_a_trusted_date_yesterday_is_no_day(launch, tmp_path: Path, meta: dict[str, Any]) -> None:
    folder = project_of(tmp_path, [{**valued()[0], "meta": meta}], "--as", "suggestions")
    window = launch("open", folder, "--annotator", "anna")
    type_(opened(window), "time", "yesterday")
    assert decided(folder) == {}
    assert "is no date" in said(window)


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_a_filler_is_taken_out(window: MainWindow, panel: FactPanel, folder: Path, key: str) -> None:
    row(panel, "target").setFocus()
    press(window, key)
    assert fillers(folder, "target") == ()
    assert listed(panel) == ["first", "second", "third"]
    assert (panel.model.cards[0].missing, row(panel, "target").hasFocus()) == (("target",), True)
    press(window, "Ctrl+Z")
    assert len(fillers(folder, "target")) == 1


def test_sources_are_put_in_order(window: MainWindow, panel: FactPanel, folder: Path) -> None:
    before = fillers(folder, "source")
    row(panel, "source").setFocus()
    press(window, "Right", "Alt+Up")
    assert fillers(folder, "source") == before[::-1]
    press(window, "Alt+Up")
    assert fillers(folder, "source") == before[::-1]
    press(window, "Alt+Down")
    assert fillers(folder, "source") == before
    row(panel, "actor").setFocus()
    press(window, "Alt+Down")
    assert fillers(folder, "source") == before


def test_the_menu_of_a_filler_does_what_the_keys_do(panel: FactPanel, folder: Path) -> None:
    before = fillers(folder, "source")
    on_filler(panel, "source", "Later")
    assert fillers(folder, "source") == before[::-1]
    on_filler(panel, "source", "Take out")
    assert fillers(folder, "source") == before[:1]
    on_filler(panel, "source", "Move to", "target")
    assert [filler.span for filler in fillers(folder, "target")] == [None, "ruiz"]
    on_filler(panel, "count", "Value…")
    assert panel.list.card.editor.text() == "> 60"


def test_a_suggested_fact_that_is_corrected_is_confirmed_with_its_fillers(
    window: MainWindow, folder: Path
) -> None:
    panel = opened(window)
    row(panel, "target").setFocus()
    press(window, "Delete")
    assert list(decided(folder)) == ["first"]
    assert [quote for quote, _ in stored(folder)] == ["Navy", "60", "Tuesday", "Ana", "Ruiz"]


def test_a_fact_without_trigger_goes_with_its_last_filler(launch, tmp_path: Path) -> None:
    own = {**FACTS[1], "trigger": None, "origin": "anna"}
    record = {**SUGGESTED[0], "annotator": "anna", "facts": [own]}
    folder = project_of(tmp_path, [record])
    window = launch("open", folder, "--annotator", "anna")
    panel = opened(window)
    row(panel, "actor").setFocus()
    press(window, "Delete")
    assert (decided(folder), listed(panel), panel.list.card.isVisible()) == ({}, [], False)
    press(window, "Ctrl+Z")
    assert list(decided(folder)) == ["second"]


def test_a_type_that_the_schema_lacks_stays_and_can_be_changed(launch, tmp_path: Path) -> None:
    record = {**SUGGESTED[0], "annotator": "anna", "facts": [{**FACTS[1], "type": "PARTY"}]}
    folder = project_of(tmp_path, [record])
    window = launch("open", folder, "--annotator", "anna")
    panel = opened(window)
    assert rows(panel) == [("actor", "Oslo", "")]
    more(panel, "Type", "ATTACK")
    made = kept(folder, "second")
    assert made == replace(made, type="ATTACK")
