"""Held keys in the strip in which facts are built: each step once, however long."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.facts.building import SEA, facts, in_hand, news_project, slots
from tests.ui.windows import hold, point, press, suggested
from ui.main_window import MainWindow

TEXT = SEA + "The Orland Navy struck two depots near Selby on Tuesday."
SPANS = (("Orland Navy", "ORG"), ("two", "CARDINAL"), ("Selby", "GPE"), ("Tuesday", "DATE"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return news_project(
        tmp_path, {"id": "first", "text": TEXT, "spans": [suggested(TEXT, *span) for span in SPANS]}
    )


def test_the_key_that_opened_the_strip_chooses_no_type(window: MainWindow) -> None:
    point(window, "struck")
    hold(window, "F")
    assert "which type" in window.work.strip.line.aside


def test_a_held_type_takes_no_role(window: MainWindow) -> None:
    point(window, "struck")
    press(window, "F")
    hold(window, "A")
    assert in_hand(window) == "actor"


def test_a_held_digit_fills_one_role(window: MainWindow) -> None:
    point(window, "struck")
    press(window, "F", "A")
    hold(window, "1")
    assert [name for name, words in slots(window).items() if "Navy" in words] == ["actor"]


def test_a_held_enter_takes_what_is_selected_and_does_not_write(window: MainWindow, folder: Path) -> None:
    point(window, "struck")
    press(window, "F", "A", "1", "Shift+Right")
    hold(window, "Return")
    assert (facts(folder), window.work.strip.isHidden()) == ([], False)


def test_a_held_enter_that_writes_confirms_nothing_in_the_text(window: MainWindow, folder: Path) -> None:
    point(window, "struck")
    press(window, "F", "A", "1", "Tab", "4")
    hold(window, "Return")
    assert len(facts(folder)) == 1
    assert len(window.session.sheet.undecided) == 2


def test_a_held_enter_asks_for_a_needed_role_and_does_not_write(window: MainWindow, folder: Path) -> None:
    point(window, "struck")
    press(window, "F", "A", "1")
    hold(window, "Return")
    assert (facts(folder), window.work.strip.isHidden(), in_hand(window)) == ([], False, "target")


def test_a_held_sign_that_is_refused_is_not_taken_anyway(window: MainWindow) -> None:
    point(window, "struck")
    press(window, "F", "A", "Alt+6")
    hold(window, "5")
    assert slots(window)["place"] == "open"


def test_held_tab_goes_round_the_roles(window: MainWindow) -> None:
    point(window, "struck")
    press(window, "F", "A")
    once = in_hand(window)
    hold(window, "Tab", times=1)
    twice = in_hand(window)
    press(window, "Shift+Tab", "Shift+Tab")
    assert (in_hand(window), twice != once) == (once, True)
