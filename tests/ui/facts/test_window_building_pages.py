"""Building a fact where more than nine spans can be taken: 0 shows the next nine."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.facts.building import SEA, facts, in_hand, news_project, slots
from tests.ui.windows import point, press, suggested
from ui.main_window import MainWindow
from ui.widgets.chips import Chips

TOWNS = ["Alba", "Brin", "Cole", "Dorn", "Esk", "Fane", "Gorm", "Hale", "Isk", "Jarn", "Kell", "Lund"]
TEXT = f"{SEA}Rebels struck {', '.join(TOWNS)} on Tuesday.\r\nNobody was hurt."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    spans = [suggested(TEXT, town, "GPE") for town in TOWNS]
    return news_project(
        tmp_path, {"id": "first", "text": TEXT, "spans": [*spans, suggested(TEXT, "Tuesday", "DATE")]}
    )


@pytest.fixture
def chips(window: MainWindow) -> Chips:
    """What can be taken as the target of an attack."""
    point(window, "struck")
    press(window, "F", "A", "Tab")
    assert "target" in in_hand(window)
    return window.work.fact_bar.offers


def towns(chips: Chips) -> list[str]:
    return [chip.text for chip in chips.shown]


def numbered(names: list[str]) -> list[str]:
    return [f"{n}  “{name}” GPE" for n, name in enumerate(names, 1)]


def test_0_shows_the_next_nine_and_behind_the_last_the_first_again(window: MainWindow, chips: Chips) -> None:
    first = [*numbered(TOWNS[:9]), "0  1-9 of 12 ›"]
    assert towns(chips) == first
    press(window, "0")
    assert towns(chips) == [*numbered(TOWNS[9:]), "0  10-12 of 12 ›"]
    press(window, "0")
    assert towns(chips) == first


def test_a_digit_takes_what_it_shows_and_nothing_where_it_shows_nothing(
    window: MainWindow, chips: Chips, folder: Path
) -> None:
    press(window, "0", "4", "2")
    assert slots(window)["target"] == "“Kell”"
    assert towns(chips)[1] == "2  “Kell” GPE ✓"  # the page stays
    press(window, "Space", "0", "1", "Return")
    [fact] = facts(folder)
    taken = [TEXT[f["start"] : f["end"]] for role in fact["roles"] for f in role["fillers"]]
    assert taken == ["Kell", "Alba"]


def test_another_role_begins_with_its_nearest(window: MainWindow, chips: Chips) -> None:
    press(window, "0", "Tab", "Shift+Tab")
    assert towns(chips)[0] == "1  “Alba” GPE"


def test_a_click_behind_the_nine_shows_the_next(window: MainWindow, chips: Chips) -> None:
    place = chips.mapFromGlobal(chips.middle(9))
    QTest.mouseClick(chips.childAt(place), Qt.MouseButton.LeftButton)
    assert towns(chips)[-1] == "0  10-12 of 12 ›"
    assert window.work.fact_bar.hasFocus()


def test_which_are_shown_is_said(window: MainWindow, chips: Chips) -> None:
    press(window, "0")
    assert "10-12 of 12; 0 shows the next" in window.work.fact_bar.accessibleDescription()


def test_nine_or_fewer_have_no_more_to_show(window: MainWindow, chips: Chips) -> None:
    press(window, "Tab", "Tab", "Tab")
    assert not any(chip.text.startswith("0") for chip in chips.shown)
    press(window, "0")
    assert not window.work.fact_bar.isHidden()
