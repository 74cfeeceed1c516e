"""The list of entities: its order, its filter, its folds, its marks, and the ways in and out by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.compare.entities.entity_panes import (  # noqa: F401 - fixtures
    GROUPS,
    entity,
    go_to,
    held,
    listed,
    opened_pane,
    propose,
    proposed_folder,
    wordings,
)
from tests.ui.windows import press
from ui.compare.entities.entity_pane import EntityPane
from ui.compare.places import EvidencePlace
from ui.main_window import MainWindow

HEARD = Qt.ItemDataRole.AccessibleTextRole
ALL = ["Amalia", "Kestrel Front", "Selim Karim", "Torvik", "4 named once"]


def heard(pane: EntityPane, place: int) -> str:
    return str(pane.list.entities.index(place).data(HEARD))


def test_the_strongest_to_decide_comes_first_and_those_named_once_are_folded(pane: EntityPane) -> None:
    assert listed(pane) == ALL
    assert heard(pane, 1) == "Kestrel Front, ORG, proposed, named 6 in 3 articles"
    assert heard(pane, 4) == "4 named once, folded"
    assert pane.filter.count.text() == "4 of 4 to decide"


@pytest.mark.parametrize("key", ["Return", "Space", "Right"])
def test_those_named_once_unfold_and_fold_again(pane: EntityPane, window: MainWindow, key: str) -> None:
    press(window, "End", key)
    assert listed(pane) == [*ALL, "Amalian", "Dana Wolfe", "Oslo", "Ruth Varga"]
    press(window, key)
    assert listed(pane) == ALL


def test_a_click_unfolds_them_as_well(pane: EntityPane) -> None:
    box = pane.list.visualRect(pane.list.entities.index(4))
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert len(listed(pane)) == 9


def test_a_wording_finds_its_entity_and_the_one_in_hand_stays(
    pane: EntityPane, window: MainWindow, qtbot: QtBot
) -> None:
    press(window, "End", "Up", "/")
    assert pane.filter.text.hasFocus()
    press(window, "K", "A", "S", "T", "Return")
    assert listed(pane) == ["Kestrel Front"]
    assert pane.list.hasFocus()
    press(window, "Esc")
    assert listed(pane) == ALL
    assert held(pane) == "Kestrel Front"


def test_the_filter_lists_by_itself_a_moment_after_a_letter(
    pane: EntityPane, window: MainWindow, qtbot: QtBot
) -> None:
    press(window, "/", "T", "O", "R")
    qtbot.waitUntil(lambda: listed(pane) == ["Torvik"])
    press(window, "Esc")
    assert (listed(pane), pane.list.hasFocus()) == (ALL, True)


def test_one_that_is_named_once_is_found_without_unfolding(pane: EntityPane, window: MainWindow) -> None:
    press(window, "/", "D", "A", "N", "A", "Down")
    assert listed(pane) == ["1 named once", "Dana Wolfe"]


def test_f_lists_only_what_is_to_decide(pane: EntityPane, window: MainWindow) -> None:
    press(window, "Home", "Return", "F")
    assert listed(pane) == ["Kestrel Front", "Selim Karim", "Torvik"]
    press(window, "F")
    assert listed(pane) == ["Kestrel Front", "Selim Karim", "Torvik", "Amalia", "4 named once"]


def test_tab_goes_to_the_next_to_decide_and_round(pane: EntityPane, window: MainWindow) -> None:
    press(window, "Home", "Return", "Home", "Tab", "Tab")
    assert held(pane) == "Torvik"
    press(window, "Tab")
    assert held(pane) == "Kestrel Front"
    press(window, "Shift+Tab")
    assert held(pane) == "Torvik"


def test_right_goes_in_left_and_escape_come_back(pane: EntityPane, window: MainWindow) -> None:
    go_to(pane, "KF")
    press(window, "Right")
    assert pane.card.mentions.hasFocus()
    press(window, "Right", "Down", "Down")
    assert len(wordings(pane)) == 3 + 4
    press(window, "Left")
    assert pane.card.mentions.currentIndex().row() == 0
    press(window, "Left", "Left")
    assert (pane.list.hasFocus(), len(wordings(pane))) == (True, 3)
    press(window, "Right", "Esc")
    assert pane.list.hasFocus()


def test_escape_in_the_list_leaves_it(pane: EntityPane, window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.left):
        press(window, "Esc")


def test_marks_outlive_a_filter_and_another_search(
    pane: EntityPane, folder: Path, window: MainWindow
) -> None:
    go_to(pane, "KF")
    press(window, "Space")
    go_to(pane, "Torvik")
    press(window, "Space", "/", "A", "M", "A", "Return")
    assert pane.strip.words.text() == "2 marked: Kestrel Front, Torvik"
    press(window, "Esc")
    assert heard(pane, 1).endswith(", marked")
    others = [
        (("KF", "Kestrel Front", "Kastrel Front"), 0.5, ()),
        (("Torvik", "Oslo"), 0.4, ()),
        *GROUPS[1:3],
    ]
    propose(folder, others)
    pane.comparing.watch(is_on=True)
    assert pane.strip.words.text() == "2 marked: KF, Torvik"
    press(window, "M")
    assert entity(pane, "Kestrel Front").id == entity(pane, "Oslo").id


def test_a_mark_follows_a_mention_whose_entity_has_another_id(
    pane: EntityPane, folder: Path, window: MainWindow
) -> None:
    go_to(pane, "Torwik")
    press(window, "Space")
    propose(folder, [(("Amalia", "Torvik"), 0.5, ())])
    pane.comparing.watch(is_on=True)
    assert pane.marks.has(entity(pane, "Torvik").id)
    assert pane.strip.words.text() == "1 marked: Amalia"


def test_u_takes_all_marks_away(pane: EntityPane, window: MainWindow) -> None:
    press(window, "Home", "Space", "Down", "Space", "U")
    assert pane.strip.words.text() == "None marked"


def test_e_shows_one_mention_after_the_other(pane: EntityPane, window: MainWindow) -> None:
    shown: list[list[EvidencePlace]] = []
    pane.shown.connect(shown.append)
    go_to(pane, "Amalia")
    press(window, "E", "E", "E", "E")
    assert [(one.article, one.start) for (one,) in shown][:3] == [
        (one.article, one.start) for one in entity(pane, "Amalia").mentions
    ]
    assert shown[3] == shown[0]


def test_return_on_a_mention_shows_its_evidence(pane: EntityPane, window: MainWindow) -> None:
    shown: list[list[EvidencePlace]] = []
    pane.shown.connect(shown.append)
    go_to(pane, "Amalia")
    press(window, "Right", "Right", "Down", "Down", "Return")
    mention = entity(pane, "Amalia").mentions[1]
    assert shown == [[EvidencePlace(mention.article, mention.start, mention.end)]]


def test_two_marked_entities_are_shown_beside_each_other(pane: EntityPane, window: MainWindow) -> None:
    shown: list[list[EvidencePlace]] = []
    pane.shown.connect(shown.append)
    press(window, "Home", "Space", "Down", "Space", "E")
    assert [len(places) for places in shown] == [2]


def test_the_details_say_why_and_what_is_related(pane: EntityPane) -> None:
    go_to(pane, "KF")
    assert pane.card.details.toPlainText() == (
        "Proposed, with a score of 90%: spelling variants: Kestrel, Kastrel; acronym: KF."
    )
    go_to(pane, "Amalia")
    assert pane.card.details.toPlainText() == "Proposed: the same words.\nAmalian is people of this."
    assert pane.card.standing.text() == "GPE · proposed · named 3 in 2 articles"


def test_the_menu_has_every_verb_with_its_key_and_goes_to_the_related(
    pane: EntityPane, window: MainWindow, qtbot: QtBot
) -> None:
    go_to(pane, "Amalia")
    pane.list.customContextMenuRequested.emit(QPoint(20, 20))
    menu = pane.findChild(QMenu)
    assert menu is not None
    words = {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}
    assert words["Merge"].text() == "Merge\tM"
    words["Go to Amalian"].trigger()
    menu.close()
    assert held(pane) == "Amalian"


def test_the_foot_is_told_what_is_in_focus(pane: EntityPane, window: MainWindow) -> None:
    go_to(pane, "KF")
    told = pane.in_focus()
    assert (told.first, told.second) == ("Kestrel Front", "proposed · 6 in 3 articles")
    assert [verb.word for verb in told.can][:2] == ["Confirm", "Reject"]
    assert all(verb.action in pane.does and verb.key for verb in told.can)
    press(window, "Right", "Down")
    assert pane.in_focus().first in ("Kastrel Front", "KF")


def test_the_buttons_do_what_the_keys_do(pane: EntityPane, window: MainWindow) -> None:
    go_to(pane, "KF")
    QTest.mouseClick(pane.card.confirm, Qt.MouseButton.LeftButton)
    assert held(pane) == "Selim Karim"
    QTest.mouseClick(pane.card.reject, Qt.MouseButton.LeftButton)
    assert entity(pane, "Karim").id != entity(pane, "Selim Karim").id


def test_a_click_on_its_sign_unfolds_a_wording_and_folds_it(pane: EntityPane) -> None:
    go_to(pane, "Amalia")
    view = pane.card.mentions
    at = QPoint(12, view.visualRect(view.mentions.index(0)).center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(wordings(pane)) == 4
    assert "left Amalia. Kestrel" in wordings(pane)[1]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(wordings(pane)) == 1


def test_a_double_click_on_a_mention_shows_its_evidence(pane: EntityPane, window: MainWindow) -> None:
    shown: list[list[EvidencePlace]] = []
    pane.shown.connect(shown.append)
    go_to(pane, "Amalia")
    press(window, "Right", "Right")
    view = pane.card.mentions
    at = view.visualRect(view.mentions.index(2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [one.start for one in shown[-1]] == [entity(pane, "Amalia").mentions[1].start]


def test_every_part_has_a_name_and_what_is_asked_too(pane: EntityPane, window: MainWindow) -> None:
    go_to(pane, "KF")
    parts = (
        pane.list,
        pane.card.mentions,
        pane.card.details,
        pane.filter.text,
        pane.filter.undecided,
        pane.card.more,
    )
    assert all(part.accessibleName() for part in parts)
    assert pane.card.mentions.accessibleName() == "Wordings of Kestrel Front"
    press(window, "N")
    assert pane.entry.line.accessibleName() == "Name of “Kestrel Front”"
    assert [verb.word for verb in pane.in_focus().can] == ["Take it", "Back"]


def test_two_clicks_show_the_evidence_of_an_entity(pane: EntityPane) -> None:
    asked: list[list[EvidencePlace]] = []
    pane.shown.connect(asked.append)
    place = pane.list.visualRect(pane.list.entities.index(1)).center()
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [[one.article for one in places] for places in asked] == [["harbor"]]
