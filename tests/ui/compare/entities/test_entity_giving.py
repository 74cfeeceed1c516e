"""What an entity is given is one edit each, and undo goes to the entity that it was about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.compare.entities.entity_panes import (  # noqa: F401 - fixtures
    go_to,
    held,
    opened_pane,
    proposed_folder,
    said,
)
from tests.ui.windows import press
from ui.compare.entities.entity_pane import EntityPane
from ui.main_window import MainWindow

GIVEN = [("N", "name", "Front"), ("O", "outside", "Q42"), ("C", "note", "See the map")]


@pytest.mark.parametrize(("key", "field", "words"), GIVEN)
def test_a_name_an_id_and_a_note_are_written(
    pane: EntityPane, folder: Path, window: MainWindow, key: str, field: str, words: str
) -> None:
    go_to(pane, "KF")
    press(window, key)
    assert pane.entry.line.hasFocus()
    pane.entry.line.setText(words)
    press(window, "Return")
    (item,) = said(folder, "entity")
    assert getattr(item, field) == words
    assert words in (pane.card.details.toPlainText(), held(pane)) or words in pane.card.details.toPlainText()
    assert pane.list.hasFocus()
    press(window, "Ctrl+Z")
    assert said(folder, "entity") == []


def test_a_label_is_chosen_those_of_its_mentions_first(
    pane: EntityPane, folder: Path, window: MainWindow
) -> None:
    go_to(pane, "KF")
    press(window, "T")
    assert [pane.entry.list.item(n).text() for n in range(2)] == ["1  ORG", "2  PERSON"]
    press(window, "2")
    (item,) = said(folder, "entity")
    assert item.label == "PERSON"


UNDONE = [
    ("KF", ("X",), {"Kestrel Front", "Kastrel Front", "KF"}),
    ("Amalia", ("Return",), {"Amalia"}),
    ("Karim", ("N", "A", "Return"), {"Selim Karim"}),
    ("Torvik", ("C", "A", "Return"), {"Torvik"}),
]


@pytest.mark.parametrize(("name", "keys", "firsts"), UNDONE)
def test_undo_and_redo_go_to_the_entity(
    pane: EntityPane, window: MainWindow, name: str, keys: tuple[str, ...], firsts: set[str]
) -> None:
    go_to(pane, name)
    press(window, *keys)
    for key in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Z"):
        pane.list.hold(pane.list.entities.rowCount() - 1)
        press(window, key)
        assert pane.going.entity is not None
        assert pane.going.entity.mentions[0].text in firsts
