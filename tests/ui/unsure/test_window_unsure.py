"""The panel Unsure: a card a wording, taken at all its places, at none, or gone through one by one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotations.spans import Status
from tests.ui.facts.facts_project import decided, project_of
from tests.ui.windows import focused, here, press, rejected, said, stored, suggested
from ui.main_window import MainWindow
from ui.unsure.unsure_panel import UnsurePanel

FIRST = "Acme met Oslo. Acme left Bergen. Ana warned Acme."
SECOND = "Acme grows. Oslo waits."
SURE = {"Acme": ("ORG", 0.5), "Oslo": ("GPE", 0.4), "Bergen": ("GPE", 0.95)}


def record(id_: str, text: str) -> dict[str, Any]:
    spans = []
    for quote, (label, score) in SURE.items():
        at = text.find(quote)
        while at >= 0:
            spans.append({"start": at, "end": at + len(quote), "label": label, "score": score})
            at = text.find(quote, at + 1)
    return {"id": id_, "title": id_, "text": text, "spans": spans}


WARNED = {
    "id": "warned",
    "type": "STATEMENT",
    "trigger": [FIRST.index("warned"), FIRST.index("warned") + 6],
    "roles": [{"role": "speaker", "fillers": [{"span": None, **suggested(FIRST, "Ana", "")}]}],
    "score": 0.3,
}
del WARNED["roles"][0]["fillers"][0]["label"], WARNED["roles"][0]["fillers"][0]["score"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    records = [{**record("first", FIRST), "facts": [WARNED]}, record("second", SECOND)]
    return project_of(tmp_path, records, "--as", "suggestions")


@pytest.fixture
def panel(window: MainWindow) -> UnsurePanel:
    """The panel, with the keyboard in its list."""
    window.verbs["doubt_panel"].trigger()
    made: UnsurePanel = window.work.panels.here()
    made.list.setFocus()
    return made


def cards(panel: UnsurePanel) -> list[tuple[str, str, int]]:
    return [(card.words, card.label, card.times) for card in panel.cards.cards]


def searched(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.work.same.is_searching)


def test_each_wording_is_a_card_with_its_places_and_reason(panel: UnsurePanel) -> None:
    assert cards(panel) == [("Acme", "ORG", 4), ("Oslo", "GPE", 2), ("warned", "STATEMENT", 1)]
    assert panel.count.text() == "3 wordings, 7 places"
    said = panel.cards.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Acme, ORG, 4 times: The pipeline is unsure: 50%. Enter: All 4 are ORG, Tab: One by one."


def test_enter_previews_all_places_and_enter_again_takes_them(
    qtbot: QtBot, window: MainWindow, panel: UnsurePanel, folder: Path
) -> None:
    press(window, "Return")
    searched(qtbot, window)
    assert window.work.same.hits.rowCount() == 4
    press(window, "Return")
    assert (len(stored(folder)), stored(folder, "second")) == (3, [("Acme", "ORG")])
    assert panel.list.hasFocus()
    qtbot.waitUntil(lambda: cards(panel)[0] == ("Oslo", "GPE", 2))
    press(window, "Ctrl+Z")
    assert stored(folder) == []
    assert not window.work.same.whole.isChecked()


def test_x_takes_none_of_its_places(
    qtbot: QtBot, window: MainWindow, panel: UnsurePanel, folder: Path
) -> None:
    press(window, "Down", "X")
    searched(qtbot, window)
    press(window, "Return")
    assert (rejected(folder), rejected(folder, "second")) == ([("Oslo", "GPE")], [("Oslo", "GPE")])
    qtbot.waitUntil(lambda: ("Oslo", "GPE", 2) not in cards(panel))


def test_tab_goes_through_the_places_one_by_one(window: MainWindow, panel: UnsurePanel) -> None:
    press(window, "Down", "Tab")
    assert (here(window), focused(window), window.view.hasFocus()) == ("first", "Oslo", True)
    assert said(window) == "The pipeline is unsure: 40%. 1 more of these."
    press(window, "U")
    assert (here(window), focused(window)) == ("second", "Oslo")


def test_escape_from_the_preview_comes_back_to_the_cards(window: MainWindow, panel: UnsurePanel) -> None:
    press(window, "Return", "Esc")
    assert (panel.list.hasFocus(), window.work.same.isVisible()) == (True, False)


def test_a_fact_is_taken_by_the_list_of_same_facts(
    qtbot: QtBot, window: MainWindow, panel: UnsurePanel, folder: Path
) -> None:
    press(window, "Down", "Down", "Return")
    qtbot.waitUntil(lambda: not window.work.same_facts.is_searching)
    press(window, "Return")
    assert decided(folder) == {"warned": Status.CONFIRMED}
    qtbot.waitUntil(lambda: len(cards(panel)) == 2)


def test_u_goes_to_a_doubtful_fact_too(window: MainWindow) -> None:
    press(window, "U")
    assert (here(window), window.session.fact_id) == ("first", "warned")
    assert said(window) == "The pipeline is unsure: 30%."


def test_a_click_on_the_verb_of_the_card_in_hand_does_it(
    qtbot: QtBot, window: MainWindow, panel: UnsurePanel
) -> None:
    box = panel.list.visualRect(panel.cards.index(0))
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box.bottomLeft() + QPoint(40, -30))
    assert window.work.same.isVisible()


def test_when_nothing_is_unsure_the_panel_says_so(
    qtbot: QtBot, window: MainWindow, panel: UnsurePanel
) -> None:
    window.session.opened.take_pools([("first", []), ("second", [])], "rules", [("first", [])])
    qtbot.waitUntil(lambda: panel.nothing.isVisible())
    assert panel.nothing.words.text() == "Nothing is unsure. U goes to what is least sure of the rest."


def test_f6_reaches_the_cards(window: MainWindow, panel: UnsurePanel) -> None:
    window.view.setFocus()
    press(window, "F6")
    assert panel.list.hasFocus()


def test_the_cards_of_another_annotator_are_their_own(
    launch: Callable[..., MainWindow], qtbot: QtBot, window: MainWindow, panel: UnsurePanel, folder: Path
) -> None:
    press(window, "Return")
    searched(qtbot, window)
    press(window, "Return")
    other = launch("open", folder, "--annotator", "bob")
    other.verbs["doubt_panel"].trigger()
    assert cards(other.work.panels.here())[0] == ("Acme", "ORG", 4)


def test_the_foot_has_the_card_in_hand_as_soon_as_it_is(
    qtbot: QtBot, window: MainWindow, panel: UnsurePanel
) -> None:
    qtbot.waitUntil(lambda: window.status.first.text() == "Acme")
    press(window, "Down")
    qtbot.waitUntil(lambda: window.status.first.text() == "Oslo")
    press(window, "Return")
    searched(qtbot, window)
    press(window, "Return")
    qtbot.waitUntil(lambda: window.status.first.text() == "warned", timeout=10_000)
