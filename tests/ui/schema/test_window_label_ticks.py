"""The labels that may fill a role: a list that is searched and ticked, also of sixty labels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotations.schema.types import Label
from tests.ui.windows import become_active, press
from ui.schema.roles.label_ticks import LabelsBox, LabelTicks

LABELS = [Label(f"LABEL_{n:02}", hue=n * 6) for n in range(57)]
LABELS += [Label("CHEF"), Label("SOUS_CHEF"), Label("OLD", archived=True), Label("GONE", archived=True)]
LEFT = Qt.MouseButton.LeftButton


class Chosen:
    """The box, with OLD and LABEL_05 ticked, and what was chosen since."""

    def __init__(self, qtbot: QtBot) -> None:
        self.box, self.said = LabelsBox(), list[tuple[str, ...]]()
        qtbot.addWidget(self.box)
        self.box.resize(200, 30)
        self.box.chosen.connect(self.said.append)
        self.box.show_labels("cook", LABELS, ("OLD", "LABEL_05"))
        self.box.show()
        become_active(qtbot, self.box)

    @property
    def list(self) -> LabelTicks:
        return self.box.ticks

    def shown(self) -> list[str]:
        rows = (self.list.list.item(n) for n in range(self.list.list.count()))
        return [row.text() for row in rows if not row.isHidden()]


@pytest.fixture
def chosen(qtbot: QtBot) -> Chosen:
    """The box with its list open."""
    made = Chosen(qtbot)
    made.box.setFocus()
    press(made.box, "Space")
    qtbot.waitUntil(made.list.search.hasFocus)
    return made


def click_row(of: LabelTicks, name: str, *, x: int) -> None:
    """Clicks the row of the label: on its box, or on its words."""
    (item,) = of.list.findItems(name, Qt.MatchFlag.MatchExactly)
    of.list.scrollToItem(item)
    box = of.list.visualItemRect(item)
    QTest.mouseClick(of.list.viewport(), LEFT, pos=QPoint(box.left() + x, box.center().y()))


def test_the_list_has_every_label_that_is_in_use_and_those_that_are_ticked(chosen: Chosen) -> None:
    assert len(chosen.shown()) == len(LABELS) - 1
    assert "GONE" not in chosen.shown()
    assert chosen.list.ticked() == {"OLD", "LABEL_05"}


def test_searching_and_enter_tick_a_label_and_escape_takes_what_is_ticked(chosen: Chosen) -> None:
    QTest.keyClicks(chosen.list.search, "chef")
    found = chosen.shown()
    press(chosen.box, "Return", "Esc")
    assert (found, chosen.said) == (["CHEF", "SOUS_CHEF"], [("OLD", "LABEL_05", "CHEF")])
    assert (chosen.list.isVisible(), chosen.box.hasFocus()) == (False, True)


def test_after_a_label_was_ticked_the_next_one_is_searched_at_once(chosen: Chosen) -> None:
    for name in ("sous", "label_41"):
        QTest.keyClicks(chosen.list.search, name)
        press(chosen.box, "Return")
    press(chosen.box, "Esc")
    assert chosen.said == [("OLD", "LABEL_05", "LABEL_41", "SOUS_CHEF")]


def test_the_arrows_go_through_what_was_found(chosen: Chosen) -> None:
    QTest.keyClicks(chosen.list.search, "chef")
    press(chosen.box, "Down", "Down", "Return", "Up", "Return", "Esc")
    assert chosen.said == [("OLD", "LABEL_05", "CHEF", "SOUS_CHEF")]


@pytest.mark.parametrize("x", [9, 120], ids=["the box", "the words"])
def test_a_click_anywhere_on_a_row_ticks_it_once(chosen: Chosen, x: int) -> None:
    click_row(chosen.list, "LABEL_05", x=x)
    click_row(chosen.list, "CHEF", x=x)
    press(chosen.box, "Esc")
    assert chosen.said == [("OLD", "CHEF")]


def test_a_row_is_ticked_by_keys_from_the_list_itself(chosen: Chosen) -> None:
    QTest.keyClicks(chosen.list.search, "sous")
    chosen.list.list.setFocus()
    press(chosen.box, "Space", "Esc")
    assert chosen.said == [("OLD", "LABEL_05", "SOUS_CHEF")]


def test_any_label_takes_all_ticks_away(chosen: Chosen) -> None:
    QTest.mouseClick(chosen.list.none, LEFT)
    said = chosen.list.count.text()
    press(chosen.box, "Esc")
    assert (said, chosen.said) == ("None ticked: any label", [()])


def test_what_is_left_as_it_was_is_not_chosen(chosen: Chosen) -> None:
    press(chosen.box, "Esc")
    assert chosen.said == []


def test_the_box_says_its_labels_to_a_reader_and_in_its_tip(chosen: Chosen) -> None:
    assert chosen.box.accessibleName() == "Labels of cook: OLD, LABEL_05"
    assert "OLD, LABEL_05" in chosen.box.toolTip()


def test_the_list_of_sixty_labels_fits_the_screen(chosen: Chosen) -> None:
    screen = QApplication.primaryScreen().availableGeometry()
    assert screen.contains(chosen.list.geometry())
    assert chosen.list.height() <= 420
