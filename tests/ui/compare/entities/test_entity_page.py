"""The entities in the view Compare: their keys act on them alone, and the foot, the evidence and F6 know them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.compare.entities.entity_panes import go_to, held, proposed_folder, said  # noqa: F401 - fixture
from tests.ui.windows import press
from ui.compare.compare_page import ComparePage
from ui.compare.places import EvidencePlace
from ui.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow) -> ComparePage:
    """The page, with the keyboard in the list of entities."""
    press(window, "Ctrl+3")
    found = window.pages.currentWidget()
    assert isinstance(found, ComparePage)
    for _ in range(6):
        if not found.entities.list.hasFocus():
            press(window, "F6")
    assert found.entities.list.hasFocus()
    return found


def test_a_key_decides_the_entity_and_the_foot_says_what_is_in_hand(
    page: ComparePage, folder: Path, window: MainWindow
) -> None:
    go_to(page.entities, "KF")
    assert [verb.word for verb in page.attending.now().can][:2] == ["Confirm", "Reject"]
    assert page.attending.now().first == "Kestrel Front"
    button = window.status.verbs.button_of("entity_confirm")
    assert button is not None
    button.click()
    assert [one.name for one in said(folder, "entity")] == ["Kestrel Front"]
    press(window, "Ctrl+Z")
    assert (said(folder, "entity"), held(page.entities)) == ([], "Kestrel Front")


def test_evidence_is_asked_of_the_page(page: ComparePage, window: MainWindow) -> None:
    shown: list[list[EvidencePlace]] = []
    page.showing.connect(shown.append)
    go_to(page.entities, "Torvik")
    press(window, "E")
    assert [one.article for one in shown[-1]] == ["harbor"]


def test_another_view_puts_away_what_is_asked(page: ComparePage, window: MainWindow) -> None:
    go_to(page.entities, "KF")
    press(window, "N")
    assert page.entities.entry.question is not None
    window.verbs["compare_view"].trigger()
    window.verbs["compare_view"].trigger()
    assert page.entities.entry.question is None
