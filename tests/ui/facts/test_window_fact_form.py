"""The form below the facts: attributes, fillers and values, each change one edit that can be undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotations.fact_attributes import Modality
from annotations.facts import Date, Fact, Filler, Number
from tests.ui.facts.facts_project import (
    FACTS,
    PUBLISHED,
    SUGGESTED,
    decided,
    kept,
    listed,
    opened,
    project_of,
)
from tests.ui.windows import is_sentence, press, said, stored
from ui.facts.fact_panel import FactPanel
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


def first(folder: Path) -> Fact:
    found = kept(folder, "first")
    assert found
    return found


def fillers(folder: Path, role: str) -> tuple[Filler, ...]:
    return next((made.fillers for made in first(folder).roles if made.role == role), ())


def lines(panel: FactPanel) -> list[tuple[str, str, str]]:
    tree = panel.form.fillers.tree
    items = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return [(item.text(0), item.text(1), item.text(2)) for item in items]


def choose(window: MainWindow, panel: FactPanel, words: str) -> None:
    """Goes to the filler with those words by keys."""
    panel.form.fillers.tree.setFocus()
    press(window, "Home", *["Down"] * [line[1] for line in lines(panel)].index(words))


def type_(window: MainWindow, panel: FactPanel, words: str, value: str) -> None:
    """Types the value of the filler with those words."""
    choose(window, panel, words)
    press(window, "Return")
    QTest.keyClicks(QApplication.focusWidget(), value)
    enter(window)


def enter(window: MainWindow) -> None:
    """Ends typing; the editor gives what it has when the event loop comes round."""
    press(window, "Return")
    QApplication.processEvents()


def test_the_fillers_are_shown_with_their_values_and_what_those_stand_on(panel: FactPanel) -> None:
    assert lines(panel) == [
        ("actor", "Navy", ""),
        ("target", "boats", ""),
        ("count", "60", "> 60"),
        ("time", "Tuesday", "2024-01-23, day, against 2024-01-24 by rule"),
        ("source", "Ruiz", ""),
        ("source", "Ana", ""),
    ]


def test_e_goes_into_the_form_and_modality_is_one_edit(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    press(window, "F2", "Tab", "Down")
    assert first(folder).modality is Modality.CLAIMED
    assert panel.form.attributes["modality"].hasFocus()
    press(window, "Ctrl+Z")
    assert first(folder).modality is Modality.ASSERTED


def test_negated_and_back(window: MainWindow, panel: FactPanel, folder: Path) -> None:
    press(window, "F2", "Tab", "Tab", "Space")
    assert first(folder).negated
    press(window, "Space")
    assert not first(folder).negated


def test_a_note_is_written_when_its_field_is_left(window: MainWindow, panel: FactPanel, folder: Path) -> None:
    editor = panel.form.attributes["note"]
    editor.setFocus()
    QTest.keyClicks(editor, "sure?")
    assert first(folder).note == ""
    press(window, "Return")
    assert (first(folder).note, editor.text()) == ("sure?", "sure?")
    press(window, "Esc", "Ctrl+Z")
    assert first(folder).note == ""


def test_another_type_drops_the_fillers_of_roles_that_it_lacks(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    press(window, "F2", "Down")
    made = first(folder)
    assert (made.type, [role.role for role in made.roles]) == ("STATEMENT", ["source"])
    press(window, "Ctrl+Z")
    assert (first(folder).type, len(first(folder).roles)) == ("ATTACK", 5)


@pytest.mark.parametrize(
    ("words", "typed", "value"),
    [
        ("60", "at least 75 boats", Number(75, ">=", "boats")),
        ("60", "1,000", Number(1000)),
        ("boats", "3", None),
        ("Tuesday", "2024-01", Date("2024-01-01", "2024-01-31", "month", None, "anna")),
        ("Tuesday", "yesterday", Date("2024-01-23", "2024-01-23", "day", "2024-01-24", "anna")),
    ],
)
def test_a_value_is_corrected_by_typing(
    window: MainWindow, panel: FactPanel, folder: Path, words: str, typed: str, value: object
) -> None:
    type_(window, panel, words, typed)
    found = [f.value for f in first(folder).fillers() if f.value is not None]
    assert (value in found) is (value is not None)
    assert len(found) == 2


def test_a_value_typed_empty_goes_and_undo_brings_it_back(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    choose(window, panel, "60")
    press(window, "F2", "Delete")
    enter(window)
    assert fillers(folder, "count")[0].value is None
    press(window, "Esc", "Ctrl+Z")
    assert fillers(folder, "count")[0].value == Number(60, ">")


@pytest.mark.parametrize(("words", "typed"), [("60", "many"), ("Tuesday", "soon")])
def test_what_is_no_value_is_refused_with_a_sentence(
    window: MainWindow, panel: FactPanel, folder: Path, words: str, typed: str
) -> None:
    before = first(folder)
    type_(window, panel, words, typed)
    assert (first(folder), is_sentence(said(window))) == (before, True)
    assert lines(panel)[2][2] == "> 60"


def test_escape_leaves_a_value_as_it_was(window: MainWindow, panel: FactPanel, folder: Path) -> None:
    before = first(folder)
    choose(window, panel, "60")
    press(window, "Return", "9", "Esc")
    assert first(folder) == before


@pytest.mark.parametrize("meta", [{**PUBLISHED, "published_trusted": False}, {"published": "no day"}])
def test_without_a_trusted_date_yesterday_is_no_day(launch, tmp_path: Path, meta: dict[str, Any]) -> None:
    folder = project_of(tmp_path, [{**valued()[0], "meta": meta}], "--as", "suggestions")
    window = launch("open", folder, "--annotator", "anna")
    type_(window, opened(window), "Tuesday", "yesterday")
    assert decided(folder) == {}
    assert "is no date" in said(window)


@pytest.mark.parametrize("key", ["Delete", "Backspace", "X"])
def test_a_filler_is_taken_out(window: MainWindow, panel: FactPanel, folder: Path, key: str) -> None:
    choose(window, panel, "boats")
    press(window, key)
    assert fillers(folder, "target") == ()
    assert listed(panel) == ["first", "second", "third"]
    assert panel.rows.rows[0].missing == ("target",)
    press(window, "Ctrl+Z")
    assert len(fillers(folder, "target")) == 1


def test_sources_are_put_in_order(window: MainWindow, panel: FactPanel, folder: Path) -> None:
    before = fillers(folder, "source")
    choose(window, panel, "Ana")
    press(window, "Alt+Up")
    assert fillers(folder, "source") == before[::-1]
    press(window, "Alt+Up")
    assert fillers(folder, "source") == before[::-1]
    press(window, "Alt+Down")
    assert fillers(folder, "source") == before
    choose(window, panel, "Navy")
    press(window, "Alt+Down")
    assert not panel.form.fillers.up.isEnabled()


def test_the_buttons_do_what_the_keys_do(window: MainWindow, panel: FactPanel, folder: Path) -> None:
    choose(window, panel, "Ruiz")
    QTest.mouseClick(panel.form.fillers.down, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.form.fillers.up, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.form.fillers.remove, Qt.MouseButton.LeftButton)
    assert [filler.span for filler in fillers(folder, "source")] == ["ana"]


def test_a_suggested_fact_that_is_corrected_is_confirmed_with_its_fillers(
    window: MainWindow, folder: Path
) -> None:
    panel = opened(window)
    choose(window, panel, "boats")
    press(window, "X")
    assert list(decided(folder)) == ["first"]
    assert [quote for quote, _ in stored(folder)] == ["Navy", "60", "Tuesday", "Ana", "Ruiz"]


def test_a_fact_without_trigger_goes_with_its_last_filler(launch, tmp_path: Path) -> None:
    own = {**FACTS[1], "trigger": None, "origin": "anna"}
    record = {**SUGGESTED[0], "annotator": "anna", "facts": [own]}
    folder = project_of(tmp_path, [record])
    window = launch("open", folder, "--annotator", "anna")
    panel = opened(window)
    choose(window, panel, "Oslo")
    press(window, "X")
    assert (decided(folder), listed(panel), panel.form.isEnabled()) == ({}, [], False)
    press(window, "Ctrl+Z")
    assert list(decided(folder)) == ["second"]


def test_a_type_that_the_schema_lacks_stays_and_can_be_changed(launch, tmp_path: Path) -> None:
    record = {**SUGGESTED[0], "annotator": "anna", "facts": [{**FACTS[1], "type": "PARTY"}]}
    folder = project_of(tmp_path, [record])
    window = launch("open", folder, "--annotator", "anna")
    panel = opened(window)
    assert panel.form.type.currentText() == "PARTY"
    press(window, "F2", "Home")
    made = kept(folder, "second")
    assert made == replace(made, type="ATTACK")
